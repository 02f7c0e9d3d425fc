package attribute

import "onrecord/quotes/mention"

// byLastVerb is the candidate whose words the last verb before the stretch at item k tells, though they are not what a
// subject right before it says. -1: there is none.
func (d *decoder) byLastVerb(l *line, k int) int {
	v := l.lastVerb(k)
	if v < 0 {
		return -1
	}
	if i := d.heardHim(l, v); i >= 0 {
		return i
	}
	if i := d.heardThere(l, v); i >= 0 {
		return i
	}
	return d.overAside(l, v, k)
}

// lastVerb is the item of the last verb in small letters before the stretch at item k in its sentence, where no
// mark stands between but right before the stretch; -1: there is none.
func (l *line) lastVerb(k int) int {
	if _, open := l.openSentence(k); !open {
		return -1
	}
	for i := k - 1; i > 1 && i > k-maxWalk/2 && !l.quoteAt(i); i-- {
		if l.class(i).Has(mention.Verb) && l.tok(i).Shape == mention.Lower {
			return i
		}
		if l.punct(i) != 0 && i < k-1 {
			break
		}
	}
	return -1
}
