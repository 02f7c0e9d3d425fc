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
	speechAtoms  facts     // by what the stretch is judged to be a quote
	learned      bool      // whether the model has chosen
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
	d.noteSpeech(l, k, a, shared)
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

// noteSpeech notes by what the stretch at item k is judged to be a quote, given its best
// candidate a, -1 for none.
func (d *decoder) noteSpeech(l *line, k, a int, f facts) {
	if words, _, _ := d.words(int(l.items[k].index)); words > longestTerm && d.Observe == nil {
		return
	}
	var x *proposal
	odds := model.Probability(0)
	if a >= 0 {
		x, odds = &d.pool.list[a], d.odds[a]
	}
	d.speechFacts(&f, l, k, x, odds, d.odds[len(d.odds)-1])
	d.speechAtoms = f
}

// speech reports whether the forest takes the stretch for a quote by what was noted of it.
func (d *decoder) speech() bool {
	d.batch.Reset()
	d.batch.Add(d.speechAtoms[:])
	d.scores = d.Ranker.Model.Speech.Sums(&d.batch, d.scores[:0])
	return d.scores[0] >= 0
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
