package attribute

import "onrecord/quotes/mention"

// otherGender is the he or she with the verb nearest before the stretch at item k, where the sentence has somebody
// of the other gender before, who only tells of it: she of "Tom Lee said she had called it '…'" and of "Tom Lee
// laughed at what she called '…'". -1: there is none.
func (d *decoder) otherGender(l *line, k int) int {
	near := d.pool.nearest(func(x *proposal) bool { return x.cuedBefore() && x.Rule != Accorded && x.Rule != Noun })
	if near < 0 {
		return -1
	}
	x := &d.pool.list[near]
	m := &d.Mentions[x.Mention]
	if l.punct(l.itemOf(m.First, k)-1) == ',' && l.punct(l.itemOf(int32(x.CueLast), k)) == ',' {
		return -1 // "she told him, he recalled, that it was"
	}
	if m.Kind != mention.Pro || m.Gender == mention.Unknown {
		return -1
	}
	other := d.pool.first(func(x *proposal) bool {
		if x.Mention < 0 {
			return false
		}
		o := &d.Mentions[x.Mention]
		return o.Sentence == m.Sentence && o.Quote == m.Quote && o.First < m.First && o.Gender.Clashes(m.Gender)
	})
	if other < 0 {
		return -1
	}
	return near
}
