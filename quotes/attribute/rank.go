package attribute

import (
	"slices"
	"sync"

	"onrecord/quotes/attribute/model"
	"onrecord/quotes/mention"
)

// ranker is what choosing needs beside the scene: the model, and memory that is
// used again for each stretch.
type ranker struct {
	pool         pool
	firstMention []int32  // by paragraph, and one more
	own          []uint8  // ownVerb by mention plus one; 0: not looked up
	ownAt        []int32  // the token of that verb, 0 for none
	hashes       []uint16 // headHash by mention
	named        [namedSize]uint16
	spoken       [namedSize]uint8 // stretches by the head word of their sources
	near         near
	batch        model.Batch
	scores       []int32
	odds         []model.Probability
	best         Candidate // the patterns' choice
	speech       int32     // the score of the stretch being a quote, in the model's units
	speechAtoms  facts
	learned      bool // whether the model has chosen
}

// nobody is the rule's code in the facts of the candidate that stands for no
// source.
const nobody = 31

// Observation is what the ranker saw of a stretch: for training and explaining.
type Observation struct {
	Stretch int
	// Mentions are the candidates' mentions; the last is -1, for nobody.
	Mentions []int
	Facts    []model.Facts     // by candidate
	Pattern  int               // the mention that the patterns alone would choose, or -1
	Chosen   int               // the candidate chosen, or -1
	Odds     model.Probability // of it
	Speech   model.Facts       // of the choice between quote and term
}

// propose takes a pattern's candidate into the pool.
func (d *decoder) propose(c Candidate) {
	c.Features.Governed = false
	m := &d.Mentions[c.Mention]
	c.Features.NotPerson = m.Being == mention.Location || m.Kind == mention.Pro && m.Being == mention.Undecided && d.Text.Tokens[m.First].Class.Has(mention.It|mention.You)
	c.Score = score(&c)
	d.pool.add(c)
}

// choose ranks the candidates of the stretch at item k, and gives the best and
// the next best with their probabilities as scores. Mention is -1 for none.
func (d *decoder) choose(l *line, k, prev int) (first, second Candidate) {
	first, second = Candidate{Mention: -1}, Candidate{Mention: -1}
	p := &d.pool
	d.learned = false
	d.best = Candidate{Mention: -1}
	for i := range p.list {
		if x := &p.list[i]; d.best.Mention < 0 || x.Score > d.best.Score {
			d.best = x.Candidate
		}
	}
	if d.Ranker.Model.Source.Len() == 0 && d.Observe == nil {
		return d.byPattern()
	}
	var shared, none facts
	d.rank(l, k, prev, &shared, &none)
	a, b := topTwo(d.scores[:len(p.list)])
	b = d.unite(l, k, a, b)
	if c := d.certain(l, k); c >= 0 && d.Ranker.Model.Source.Len() > 0 {
		if d.odds[c] = max(d.odds[c], sure); a != c {
			a, b = c, a
		}
	}
	d.weighSpeech(l, k, a, shared)
	if d.Observe != nil {
		d.observe(l, k, a, &shared, &none)
	}
	if d.Ranker.Model.Source.Len() == 0 {
		return d.byPattern()
	}
	d.learned = true
	if a >= 0 {
		first = p.list[a].Candidate
		first.Score = d.Ranker.Model.Curves[model.Mention].At(d.odds[a]).Float()
		d.complete(l, k, &first)
	}
	if b >= 0 {
		second = p.list[b].Candidate
		second.Score = d.odds[b].Float()
	}
	return first, second
}

// rank gathers all candidates of the stretch at item k and weighs them. It sets
// the facts that they share, and those of nobody, who is the last.
func (d *decoder) rank(l *line, k, prev int, shared, none *facts) {
	d.survey(l, k)
	d.pool.trim()
	d.pool.rankAll()
	d.stretchFacts(shared, l, k, prev)
	d.batch.Reset()
	for i := range d.pool.list {
		f := *shared
		d.candidateFacts(&f, l, &d.pool.list[i])
		d.batch.Add(f[:])
	}
	*none = *shared
	none[aRule] = nobody
	d.batch.Add(none[:])
	d.scores = d.Ranker.Model.Source.Sums(&d.batch, d.scores[:0])
	d.odds = append(d.odds[:0], make([]model.Probability, len(d.scores))...)
	model.Softmax(d.scores, d.odds)
}

// unite gives the best candidate a the odds of the next best b too where one is
// the other's apposition, or the who behind it, as either is right, and returns the next best then.
func (d *decoder) unite(l *line, k, a, b int) int {
	p := &d.pool
	if b < 0 || !d.beside(l, k, p.list[a].Mention, p.list[b].Mention) {
		return b
	}
	d.odds[a] += d.odds[b]
	d.odds[b] = 0
	next := -1
	for i := range p.list {
		if i != a && i != b && (next < 0 || d.scores[i] > d.scores[next]) {
			next = i
		}
	}
	return next
}

// beside reports whether of the mentions x and y one is a role and the other the
// name in apposition to it, "the envoy, Kenji Mori,", or the who behind it.
func (d *decoder) beside(l *line, k, x, y int) bool {
	if int(d.Mentions[x].Paragraph) != l.paragraph || d.Mentions[x].Sentence != d.Mentions[y].Sentence || d.Mentions[x].Quote >= 0 {
		return false
	}
	return l.named(x, l.itemOf(d.Mentions[x].First, k)) == y || l.named(y, l.itemOf(d.Mentions[y].First, k)) == x || d.relative(x, y) || d.relative(y, x)
}

// relative reports whether mention y is the "who" right behind mention x.
func (d *decoder) relative(x, y int) bool {
	a, b := &d.Mentions[x], &d.Mentions[y]
	return b.First == a.PrintLast && b.Kind == mention.Pro && d.Text.Tokens[b.First].Class.Has(mention.Who)
}

// topTwo is the indexes of the two highest scores, -1 for none.
func topTwo(scores []int32) (a, b int) {
	a, b = -1, -1
	for i, s := range scores {
		switch {
		case a < 0 || s > scores[a]:
			a, b = i, a
		case b < 0 || s > scores[b]:
			b = i
		}
	}
	return a, b
}

// sure is the least probability of what a pattern settles without the model.
const sure = model.Certain * 85 / 100

// settlers are the patterns of whole sentences, each of which settles a stretch before its
// best candidate is looked at; the first that does, does.
var settlers = [...]func(d *decoder, l *line, k int) int{
	(*decoder).takesOver,
	(*decoder).breaksIn,
	(*decoder).issues,
	(*decoder).caller,
	(*decoder).pointsTo,
	(*decoder).ownClause,
	(*decoder).lastWord,
	(*decoder).halfOf,
	(*decoder).goesOn,
	(*decoder).uttered,
	(*decoder).hearsay,
	(*decoder).elliptic,
	(*decoder).interviewer,
	(*decoder).pointer,
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
	near := -1
	for i := range d.pool.list {
		if x := &d.pool.list[i]; (x.Rule == Indirect || x.Rule == Preceding) && x.place == sentenceBefore && (near < 0 || x.CueFirst > d.pool.list[near].CueFirst) {
			near = i
		}
	}
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
		if x.place != sentenceBefore || f.Passive || f.Infinitive || x.Rule != Preceding && x.Rule != Indirect || !d.speaks(x.Mention) || !d.Text.Tokens[x.CueFirst].Class.Has(mention.Verb) {
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
		f := &x.Features
		if x.place != sentenceBefore || x.Rule != Preceding && x.Rule != Indirect || f.Weak || f.Passive || f.Infinitive || x.CueLast > source.CueFirst || x.CueLast+longestCall < source.CueFirst {
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
	as := k - 1
	for l.class(as).Has(mention.Determiner) {
		as--
	}
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

// cueReach is how far behind a mention its cue is sought.
const cueReach = 30

// complete gives a choice that no pattern proposed, or none with a cue, its cue, and takes for a
// role the name beside it: Kenji Mori of "the envoy, Kenji Mori, said".
func (d *decoder) complete(l *line, k int, c *Candidate) {
	m := &d.Mentions[c.Mention]
	if int(m.Paragraph) != l.paragraph || m.Quote >= 0 {
		return
	}
	at := l.itemOf(m.First, k)
	if c.Rule != NoRule && c.Rule != Subject || c.CueFirst < c.CueLast {
		return
	}
	if named := l.named(c.Mention, at); c.Rule == NoRule && named != c.Mention {
		c.Mention = named
		m = &d.Mentions[named]
	}
	for i, end := l.itemOf(m.Last, at), at+cueReach; i < end && i < len(l.items); i++ {
		if l.quoteAt(i) || l.tok(i).Sentence != m.Sentence {
			return
		}
		if v, ok := l.verbAt(i); ok {
			c.CueFirst, c.CueLast = l.token(v.at), l.token(v.end-1)+1
			return
		}
	}
}

// longestTerm is the length, in words, of the longest stretch that may be a term: the model has never
// called a longer one so.
const longestTerm = 20

// weighSpeech scores whether the stretch at item k is a quote, given its best
// candidate a, -1 for none.
func (d *decoder) weighSpeech(l *line, k, a int, f facts) {
	words, _, _ := d.words(int(l.items[k].index))
	if d.speech = 0; words > longestTerm && d.Observe == nil {
		return
	}
	var x *proposal
	odds := model.Probability(0)
	if a >= 0 {
		x, odds = &d.pool.list[a], d.odds[a]
	}
	d.speechFacts(&f, l, k, x, odds, d.odds[len(d.odds)-1])
	if words <= longestTerm {
		d.speech = d.Ranker.Model.Speech.Sum(f[:])
	}
	d.speechAtoms = f
}

// byPattern is the choice by the patterns' scores alone.
func (d *decoder) byPattern() (first, second Candidate) {
	first, second = d.best, Candidate{Mention: -1}
	for i := range d.pool.list {
		x := &d.pool.list[i]
		if x.Rule != NoRule && x.Mention != first.Mention && (second.Mention < 0 || x.Score > second.Score) {
			second = x.Candidate
		}
	}
	return first, second
}

// observe hands what the ranker sees to whoever watches.
func (d *decoder) observe(l *line, k, chosen int, shared, none *facts) {
	o := Observation{Stretch: int(l.items[k].index), Pattern: d.best.Mention, Chosen: chosen, Speech: slices.Clone(d.speechAtoms[:])}
	if chosen >= 0 {
		o.Odds = d.odds[chosen]
	}
	for i := range d.pool.list {
		f := *shared
		d.candidateFacts(&f, l, &d.pool.list[i])
		o.Mentions = append(o.Mentions, d.pool.list[i].Mention)
		o.Facts = append(o.Facts, f[:])
	}
	o.Mentions = append(o.Mentions, -1)
	o.Facts = append(o.Facts, slices.Clone(none[:]))
	d.Observe(o)
}

// Ranker is a model made ready for use. It is read-only.
type Ranker struct{ Model *model.Model }

// NewRanker makes a model ready. One learned by other facts is none.
func NewRanker(m *model.Model) *Ranker {
	if max(m.Source.Facts(), m.Speech.Facts()) > int(atoms) {
		panic("attribute: the model asks for facts that there are not: train it anew")
	}
	return &Ranker{Model: m}
}

// defaultRanker is the ranker of the model in the binary.
var defaultRanker = sync.OnceValue(func() *Ranker { return NewRanker(model.Default()) })
