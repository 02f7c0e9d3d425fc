package attribute

import (
	"onrecord/quotes/attribute/model"
	"onrecord/quotes/mention"
)

// sure is the least probability of what a pattern settles without the model.
const sure = model.Certain * 85 / 100

// settlers are the patterns of whole sentences, each of which settles a stretch before its
// best candidate is looked at; the first that does, does.
var settlers = [...]func(d *decoder, l *line, k int) int{
	(*decoder).takesOver,
	(*decoder).breaksIn,
	(*decoder).issues,
	(*decoder).caller,
	(*decoder).opens,
	(*decoder).pointsTo,
	(*decoder).worded,
	(*decoder).saying,
	(*decoder).passedOn,
	(*decoder).supposed,
	(*decoder).toldBySource,
	(*decoder).toldHim,
	(*decoder).otherGender,
	(*decoder).byLastVerb,
	(*decoder).rejects,
	(*decoder).namer,
	(*decoder).parenthesis,
	(*decoder).ownClause,
	(*decoder).lastWord,
	(*decoder).halfOf,
	(*decoder).goesOn,
	(*decoder).uttered,
	(*decoder).hearsay,
	(*decoder).elliptic,
	(*decoder).interviewer,
	(*decoder).quotedHim,
	(*decoder).punisher,
}

// certain is the candidate that a pattern settles whatever the model says, or
// -1: the speaker's label, the quote that goes on, the turn of an exchange, and
// in "X said that Y had called it '…'" the innermost speaker, whom the corpus
// does not mark.
func (d *decoder) certain(l *line, k int) int {
	for _, settled := range settlers {
		if i := settled(d, l, k); i >= 0 {
			return i
		}
	}
	for i := range d.pool.list {
		x := &d.pool.list[i]
		if x.Mention != d.best.Mention || x.Rule == NoRule {
			continue
		}
		switch x.Rule {
		case Labelled, Joined, Dialogue:
			if x.Features.Weak {
				return -1
			}
			return i
		case Accorded:
			if i := d.tellsSource(l, k, x); i >= 0 {
				return i
			}
			return d.relayed(l, k, x)
		case Noun:
			if l.cried(k) == x.Mention {
				return i
			}
		case Inverted, Following:
			if d.ownCue(l, k, &x.Candidate) {
				return i
			}
			if d.fronting(l, k) {
				return d.withinWords(l, k)
			}
		case Preceding:
			if d.innerTold(l, k, &x.Candidate) || l.answering(k, &x.Candidate) || l.contrasting(k, &x.Candidate) || l.caused(k, &x.Candidate) || l.observed(k, &x.Candidate) {
				return i
			}
			return d.within(l, k)
		case Participial:
			if l.contrasting(k, &x.Candidate) {
				return i
			}
		case Indirect:
			return d.within(l, k)
		}
		return -1
	}
	return -1
}

// within is the candidate whose words the stretch at item k is where they are told of, in the words
// of another or as somebody knows them. -1: they are not.
func (d *decoder) within(l *line, k int) int {
	if i := d.withinWords(l, k); i >= 0 {
		return i
	}
	for i := range d.pool.list {
		if x := &d.pool.list[i]; x.Rule == Accorded && x.place == sentenceBefore {
			return d.relayed(l, k, x)
		}
	}
	if i := d.mindOf(l, k, &d.best); i >= 0 {
		return i
	}
	return d.saysPlainly(l, k)
}

// saysPlainly is the best candidate of the patterns where it says in plain words what the stretch at item k
// is part of: Kim of "…, Kim said the dam was '…'". -1: it does not.
func (d *decoder) saysPlainly(l *line, k int) int {
	c := &d.best
	m := &d.Mentions[c.Mention]
	if m.Kind == mention.Pro || m.Kind == mention.Document || m.Being == mention.Location || l.class(k-1).Has(mention.To) || c.CueFirst < int(m.PrintLast) || c.Features.Passive || c.Features.Infinitive || c.Features.Distance > longestEmbedded {
		return -1
	}
	v, ok := l.verbAt(l.itemOf(int32(c.CueFirst), k))
	if !ok || !v.core || v.participle || l.class(v.at).Has(mention.CueNoun) && l.class(v.end).Has(mention.Joint) || !l.noMark(v.end, k-1) || l.joined(v.end, k) || !c.Features.Aside && !l.noMark(l.itemOf(m.PrintLast, k), v.at) {
		return -1
	}
	return d.proposed(c.Mention)
}

// withinWords is the candidate whose words the stretch at item k is in the words of another: the one
// with the nearest verb, where that is told of. -1: none.
func (d *decoder) withinWords(l *line, k int) int {
	near := d.pool.nearest(func(x *proposal) bool {
		return (x.Rule == Indirect || x.Rule == Preceding) && x.place == sentenceBefore
	})
	if near < 0 {
		return -1
	}
	if c := &d.pool.list[near].Candidate; d.innermost(l, k, c) || d.embedded(l, k, c) || l.answering(k, c) || l.caused(k, c) || l.observed(k, c) {
		return near
	}
	return -1
}

// relayed is the candidate who says a stretch in the words before it, though its sentence tells
// from whom that is known, source: he called it "sad", according to the Post. -1: none.
func (d *decoder) relayed(l *line, k int, source *proposal) int {
	for i := range d.pool.list {
		x := &d.pool.list[i]
		f := &x.Features
		if source.place != sentenceAfter && (source.place != sentenceBefore || x.CueFirst < source.CueFirst || x.Mention == source.Mention || d.Mentions[x.Mention].Kind == mention.Pro) {
			continue // not between "according to the Post" and the stretch, or the Post again
		}
		if !x.saysBefore() || !d.speaks(x.Mention) || !d.Text.Tokens[x.CueFirst].Class.Has(mention.Verb) {
			continue
		}
		if (!f.Weak || x.Rule == Indirect && f.Distance <= longestCall) && !l.inOpening(l.itemOf(int32(x.CueFirst), k), k) {
			return i
		}
	}
	return -1
}

// tellsSource is the candidate who tells a stretch and, right behind the verb, from whom that is
// known: Lee of "Lee said that according to Kim it was '…'". -1: none.
func (d *decoder) tellsSource(l *line, k int, source *proposal) int {
	for i := range d.pool.list {
		x := &d.pool.list[i]
		if !x.saysBefore() || x.Features.Weak || x.CueLast > source.CueFirst || x.CueLast+longestCall < source.CueFirst {
			continue
		}
		from, to := l.itemOf(int32(x.CueLast), k), l.itemOf(int32(source.CueFirst), k)
		if l.punct(to-1) == ',' {
			to-- // "said, according to Kim, that"
		}
		if l.noMark(from, to) {
			return i
		}
	}
	return -1
}

// toldBySource is the candidate from whom the sentence has the stretch at item k, "heard from Lee that". -1: none.
func (d *decoder) toldBySource(l *line, k int) int {
	return d.pool.nearest(func(x *proposal) bool {
		return x.Rule == Accorded && x.place == sentenceBefore && l.heardFrom(l.itemOf(int32(x.CueFirst), k)) == x.Mention && x.Features.Distance <= longestUttered
	})
}

// longestCall bounds the words between "called" and what something is called.
const longestCall = 3

// ownCue reports whether the stretch at item k begins its sentence and goes on over a
// comma to the subject and verb that candidate c is of.
func (d *decoder) ownCue(l *line, k int, c *Candidate) bool {
	_, open := l.openSentence(k)
	q := int(l.items[k].index)
	return !open && !c.Features.Passive && !d.startsSmall(q) && (d.lastChar(q) == ',' || d.commaBehind(q) || l.trailsOff(k)) && c.CueFirst < c.CueLast && d.personal(c.Mention)
}

// innerTold reports whether a subject who can speak and its verb stand together
// before the colon of the stretch at item k: "X said Y told him: '…'" is Y's.
func (d *decoder) innerTold(l *line, k int, c *Candidate) bool {
	if c.Features.Distance > 2 || c.Features.Passive || c.Features.Infinitive || c.Features.Weak || l.punct(k-1) != ':' || !d.personal(c.Mention) {
		return false
	}
	before := l.itemOf(int32(c.CueFirst), k) - 1
	for l.class(before).Has(mention.Adverb|mention.Auxiliary) && l.ending(before) < 0 {
		before--
	}
	m := l.ending(before)
	return m == c.Mention && !d.Text.Tokens[d.Mentions[m].First].Class.Has(mention.Who)
}

// innermost reports whether a verb of speech in the perfect, with a subject
// who can speak, stands right before the stretch at item k.
func (d *decoder) innermost(l *line, k int, c *Candidate) bool {
	if c.Features.Passive || c.Features.Infinitive || c.CueFirst >= c.CueLast || !d.personal(c.Mention) {
		return false
	}
	cue := l.itemOf(int32(c.CueFirst), k)
	if c.Features.Distance > 2 && !l.refersAs(cue, k) {
		return false
	}
	if l.class(k-1).Has(mention.To) && !l.class(cue).Has(mention.Core) {
		return false
	}
	first := cue
	for l.class(first-1).Has(mention.Adverb) && !l.class(first-1).Has(mention.Auxiliary) {
		first-- // "had often called"
	}
	return l.class(cue).Has(mention.Core|mention.Report) && l.helped(first) && l.ending(first-2) == c.Mention
}

// refersAs reports whether between the verb at item v and the stretch at item k stands only what is
// called something, and "as": "referred to the plan as a '…'".
func (l *line) refersAs(v, k int) bool {
	as := l.articleless(k)
	if !l.class(as).Has(mention.As) || as-v > longestAgent {
		return false
	}
	for i := v + 1; i < as; i++ {
		if l.quoteAt(i) || l.tok(i).Shape == mention.Mark || l.class(i).Has(mention.Auxiliary|mention.That|mention.Who) {
			return false
		}
	}
	return true
}

// helped reports whether an auxiliary that makes no passive stands before the verb at item k:
// "had called".
func (l *line) helped(k int) bool {
	helper := l.class(k - 1)
	return helper.Has(mention.Auxiliary) && !helper.Has(mention.Be)
}

// embedded reports whether what candidate c says is itself what somebody says they said: Park of
// "Lee told the court that Park said the plan was '…'". A pronoun there mostly means Lee.
func (d *decoder) embedded(l *line, k int, c *Candidate) bool {
	m := &d.Mentions[c.Mention]
	if m.Kind == mention.Pro || l.class(k-1).Has(mention.To) && c.Features.Distance <= 1 || c.Features.Distance > longestEmbedded || c.Features.Passive || c.CueFirst < int(m.Last) {
		return false
	}
	v, ok := l.verbAt(l.itemOf(int32(c.CueFirst), k))
	if !ok || v.participle || c.Features.Infinitive && !l.really(v.at) || !l.noMark(v.end, k-1) {
		return false
	}
	at := l.beforePhrase(l.phraseStart(c.Mention, k))
	if text := l.ending(at - 1); text >= 0 && d.Mentions[text].Kind == mention.Document && l.author(v) == c.Mention {
		at = l.beforePhrase(l.phraseStart(text, at)) // "said that a letter by Park called it"
	}
	switch word := l.class(v.at); {
	case !word.Has(mention.Verb) || m.Kind == mention.Document || l.joined(v.end, k):
		return false
	case word.Has(mention.Core), l.trait(v.at)&mention.Christens != 0 && c.Features.Distance <= longestCall, v.speech && l.class(k-1).Has(mention.As):
	case !word.Has(mention.Report|mention.Speech) || !l.helped(v.at) || !l.class(at).Has(mention.That):
		return false
	}
	return l.within(at)
}

// joined reports whether a conjunction stands from one item on to another, which is left out.
func (l *line) joined(from, to int) bool {
	for i := from; i < to; i++ {
		if l.joins(i) {
			return true
		}
	}
	return false
}

// within reports whether what follows item k is what somebody says: behind "that" or a verb of speech,
// with whoever hears it between or not.
func (l *line) within(k int) bool {
	if !l.class(k).Has(mention.That) {
		if m := l.ending(k); m >= 0 {
			k = l.beforePhrase(l.phraseStart(m, k))
			return l.trait(k)&mention.Tells != 0
		}
		v, ok := l.verbAt(k)
		return ok && v.core && !v.participle
	}
	for i := k - 1; i >= 0 && i >= k-longestEmbedded && !l.quoteAt(i) && l.tok(i).Sentence == l.tok(k).Sentence; i-- {
		if v, ok := l.verbAt(i); ok {
			return !v.participle && (v.speech || i == k-1 || l.ending(k-1) >= 0)
		}
	}
	return false
}

// longestEmbedded bounds the words between such a verb and its "that", and between the inner
// verb and the stretch.
const longestEmbedded = 8
