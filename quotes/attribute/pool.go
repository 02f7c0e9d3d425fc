package attribute

import "onrecord/quotes/mention"

// proposal is a candidate of a stretch as the ranker sees it: a mention with
// the best evidence that the patterns gave for it, or none.
type proposal struct {
	Candidate      // Mention is -1 for "nobody"
	also      Rule // the next best pattern that proposes the same mention
	rank      int  // among the candidates that patterns propose, by their scores
	between   between
	place     place
}

// between is what stands between a mention and the stretch.
type between struct {
	tokens, mentions, stretches, sentences int
	verbs                                  uint8 // bits: core, speech, report, another
	commas                                 int
	// rivals are mentions with a verb of speech of their own, acting those with
	// any; turns are the words that open a clause.
	rivals, acting, turns, joints int
}

// place is where a mention stands as seen from the stretch.
type place uint8

const (
	nowhere        place = iota // nobody
	sentenceBefore              // in the stretch's sentence, before it
	sentenceAfter
	earlier // in the paragraph, in an earlier sentence
	later
	paragraphBefore
	paragraphsBefore // two before
	paragraphAfter
	farOff // elsewhere: a pattern carried it here
	inside // between quote marks
)

// pool gathers the candidates of one stretch.
type pool struct {
	list []proposal
}

// first is the first candidate that fits, -1 for none.
func (p *pool) first(fits func(x *proposal) bool) int {
	for i := range p.list {
		if fits(&p.list[i]) {
			return i
		}
	}
	return -1
}

// nearest is the one of the candidates that fit whose cue stands last, the first of those, -1 for none.
func (p *pool) nearest(fits func(x *proposal) bool) int {
	near := -1
	for i := range p.list {
		if x := &p.list[i]; fits(x) && (near < 0 || x.CueFirst > p.list[near].CueFirst) {
			near = i
		}
	}
	return near
}

// cuedBefore reports whether x has a cue, and both stand in the sentence before the stretch.
func (x *proposal) cuedBefore() bool { return x.place == sentenceBefore && x.CueFirst < x.CueLast }

// saysBefore reports whether x has a verb before the stretch in its sentence of which it is the subject.
func (x *proposal) saysBefore() bool {
	f := &x.Features
	return x.place == sentenceBefore && (x.Rule == Preceding || x.Rule == Indirect) && !f.Passive && !f.Infinitive
}

// direct reports whether a pattern proposes whom a verb of speech ties to the
// stretch.
func (p *pool) direct() bool {
	for i := range p.list {
		switch p.list[i].Rule {
		case Inverted, Following, Preceding, Accorded, Signed, Trailing:
			return true
		}
	}
	return false
}

// add takes a pattern's proposal.
func (p *pool) add(c Candidate) {
	for i := range p.list {
		x := &p.list[i]
		if x.Mention != c.Mention {
			continue
		}
		switch {
		case x.Rule == NoRule || c.Score > x.Score:
			x.also, x.Candidate = x.Rule, c
		case x.also == NoRule:
			x.also = c.Rule
		}
		return
	}
	p.list = append(p.list, proposal{Candidate: c, place: farOff})
}

// rankAll notes the ranks. Ties go to the one proposed first.
func (p *pool) rankAll() {
	for i := range p.list {
		x := &p.list[i]
		x.rank = 0
		for j := range p.list {
			y := &p.list[j]
			if y.Rule != NoRule && (y.Score > x.Score || y.Score == x.Score && j < i) {
				x.rank++
			}
		}
	}
}

const (
	// reachBefore and reachAfter bound the mentions taken from the paragraphs
	// around: nearly all sources stand in the stretch's own.
	reachBefore = 3
	reachAfter  = 1
	// reachItems bounds the search in the stretch's paragraph.
	reachItems = 60
	// maxPool bounds the candidates of a stretch.
	maxPool = 32
)

// survey adds the mentions around the stretch at item p that no pattern
// proposed, and notes of all what stands between them and the stretch.
func (d *decoder) survey(l *line, p int) {
	_, open := l.openSentence(p)
	d.walk(l, p, -1, open)
	d.walk(l, p, +1, !l.endsSentence(p))
	first := int(d.firstMention[l.paragraph])
	taken := 0
	for m := first - 1; m >= 0 && taken < reachBefore && len(d.pool.list) < maxPool; m-- {
		x := &d.Mentions[m]
		back := l.paragraph - int(x.Paragraph)
		if back > 2 {
			break // a heading or a line without names may stand between
		}
		if x.Quote >= 0 {
			continue
		}
		at := paragraphBefore
		if back == 2 {
			at = paragraphsBefore
		}
		d.pool.note(m, at, between{mentions: taken})
		taken++
	}
	taken = 0
	for m := int(d.firstMention[l.paragraph+1]); m < len(d.Mentions) && taken < reachAfter && len(d.pool.list) < maxPool; m++ {
		x := &d.Mentions[m]
		if int(x.Paragraph) > l.paragraph+1 {
			break
		}
		if x.Quote >= 0 {
			continue
		}
		d.pool.note(m, paragraphAfter, between{mentions: taken})
		taken++
	}
	for i := range d.pool.list {
		if x := &d.pool.list[i]; x.place == farOff && d.Mentions[x.Mention].Quote >= 0 {
			x.place = inside
		}
	}
}

// note sets the place of mention m, which it adds unless it is there.
func (p *pool) note(m int, at place, b between) {
	for i := range p.list {
		if x := &p.list[i]; x.Mention == m {
			x.place, x.between = at, b
			return
		}
	}
	if len(p.list) < maxPool {
		p.list = append(p.list, proposal{Candidate: Candidate{Mention: m}, place: at, between: b})
	}
}

// endsSentence reports whether the stretch at item p ends its sentence.
func (l *line) endsSentence(p int) bool {
	if e := l.punct(p + 1); e == '.' || e == '!' || e == '?' {
		return true
	}
	if e := l.lastChar(int(l.items[p].index)); e != '.' && e != '!' && e != '?' {
		return false
	}
	next := l.tok(p + 1)
	return l.lastChar(int(l.items[p].index)) == '.' && next.Shape != mention.Lower && next.Shape != mention.Mark
}

// walk goes from the stretch at item p through its paragraph, back or forth.
func (d *decoder) walk(l *line, p, step int, open bool) {
	var b between
	sentence := int32(-1)
	if !open {
		b.sentences = 1
	}
	for i := p + step; i >= 0 && i < len(l.items) && b.tokens < reachItems; i += step {
		if l.quoteAt(i) {
			b.stretches++
			b.tokens++
			continue
		}
		t := l.tok(i)
		if sentence >= 0 && t.Sentence != sentence {
			b.sentences++
		}
		sentence = t.Sentence
		m := l.ending(i)
		if step > 0 {
			m = l.starting(i)
		}
		if m >= 0 {
			d.pool.note(m, placed(step, b.sentences), b)
			b.mentions++
			switch v := d.ownVerb(m) & 7; {
			case v >= 1 && v <= 3:
				b.rivals++
				b.acting++
			case v > 3:
				b.acting++
			}
			x := &d.Mentions[m]
			for i+step >= 0 && i+step < len(l.items) && !l.quoteAt(i+step) {
				if next := l.items[i+step].index; next < x.First || next >= x.Last {
					break
				}
				i += step
			}
			continue
		}
		b.tokens++
		c := t.Class
		switch {
		case t.Shape == mention.Mark:
			if t.Punct == ',' {
				b.commas++
			}
		case c.Has(mention.Core):
			b.verbs |= 1
		case c.Has(mention.Speech):
			b.verbs |= 2
		case c.Has(mention.Report):
			b.verbs |= 4
		case c.Has(mention.Past | mention.Auxiliary):
			b.verbs |= 8
		case c.Has(mention.Who | mention.That | mention.Subordinate):
			b.turns++
		case c.Has(mention.Conjunction):
			b.joints++
		}
	}
}

func placed(step, sentences int) place {
	switch {
	case step < 0 && sentences == 0:
		return sentenceBefore
	case step < 0:
		return earlier
	case sentences == 0:
		return sentenceAfter
	}
	return later
}

// ownVerb tells the verb behind mention m: 1 core, 2 speech, 3 report, 4
// another, 5 a participle, 6 an auxiliary only, 0 none before the next mention;
// plus 8 behind a comma, 16 behind "who" or "that".
func (d *decoder) ownVerb(m int) uint8 {
	if v := d.own[m]; v > 0 {
		return v - 1
	}
	x := &d.Mentions[m]
	found, flags := uint8(0), uint8(0)
	sentence, quote := x.Sentence, x.Quote
	for i := int(x.Last); i < len(d.Text.Tokens) && i < int(x.Last)+12; i++ {
		t := &d.Text.Tokens[i]
		if t.Sentence != sentence || t.Quote != quote {
			break
		}
		c := t.Class
		if d.startAt[i] > 0 && !c.Has(mention.Who) && flags == 0 {
			break
		}
		v := uint8(0)
		switch {
		case t.Shape == mention.Mark:
			if t.Punct == ',' || t.Punct == '-' || t.Punct == '(' {
				flags |= 8
			}
		case c.Has(mention.Who | mention.That):
			flags |= 16
		case t.Shape != mention.Lower:
		case c.Has(mention.Participle):
			v = 5
		case c.Has(mention.Core):
			v = 1
		case c.Has(mention.Speech):
			v = 2
		case c.Has(mention.Report):
			v = 3
		case c.Has(mention.Past):
			v = 4
		case c.Has(mention.Auxiliary) && found == 0:
			found = 6
		}
		if v > 0 {
			found = v
			d.ownAt[m] = int32(i)
			break
		}
		if found == 6 && d.ownAt[m] == 0 {
			d.ownAt[m] = int32(i)
		}
	}
	if found == 0 {
		flags = 0
	}
	d.own[m] = found + flags + 1
	return found + flags
}

// indexMentions finds where each paragraph's mentions begin, and how often each
// head word is named.
func (d *decoder) indexMentions() {
	d.firstMention = zeros(d.firstMention, len(d.Text.First)+1)
	d.hashes = zeros(d.hashes, len(d.Mentions))
	d.own, d.ownAt = zeros(d.own, len(d.Mentions)), zeros(d.ownAt, len(d.Mentions))
	p := 0
	for m := range d.Mentions {
		for p <= int(d.Mentions[m].Paragraph) {
			d.firstMention[p] = int32(m)
			p++
		}
		d.hashes[m] = d.hashHead(m)
		if x := &d.Mentions[m]; x.Kind != mention.Pro {
			d.named[d.headHash(m)]++
		}
	}
	for ; p < len(d.firstMention); p++ {
		d.firstMention[p] = int32(len(d.Mentions))
	}
}

// headHash is a small hash of a mention's head word.
func (d *decoder) headHash(m int) int { return int(d.hashes[m]) }

// hashHead finds it.
func (d *decoder) hashHead(m int) uint16 {
	h := uint32(2166136261)
	w := d.Text.Word(int(d.Mentions[m].Head))
	for i := range len(w) {
		h = (h ^ uint32(w[i])) * 16777619
	}
	return uint16((h >> 8) % namedSize)
}

// namedSize is the size of the table that counts head words; two words of one
// slot only blur a fact.
const namedSize = 1024
