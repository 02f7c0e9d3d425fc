package attribute

import (
	"onrecord/quotes/attribute/model"
	"onrecord/quotes/mention"
)

// ranker is what choosing needs beside the scene: the model, and memory that is
// used again for each stretch.
type ranker struct {
	pool         pool
	firstMention []int32 // by paragraph, and one more
	own          []uint8 // ownVerb by mention plus one; 0: not looked up
	named        [namedSize]uint16
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
	Features [][]model.Feature // by candidate
	Pattern  int               // the mention that the patterns alone would choose, or -1
	Chosen   int               // the candidate chosen, or -1
	Odds     model.Probability // of it
	Speech   []model.Feature   // of the choice between quote and term
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
	d.survey(l, k)
	p.rankAll()
	var shared facts
	d.stretchFacts(&shared, l, k, prev)
	d.scores = d.scores[:0]
	for i := range p.list {
		f := shared
		d.candidateFacts(&f, l, &p.list[i])
		d.scores = append(d.scores, d.Ranker.source.sum(&f))
	}
	none := shared
	none[aRule] = nobody
	d.scores = append(d.scores, d.Ranker.source.sum(&none))
	d.odds = append(d.odds[:0], make([]model.Probability, len(d.scores))...)
	model.Softmax(d.scores, d.odds)
	a, b := topTwo(d.scores[:len(p.list)])
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

// certain is the candidate that a pattern settles whatever the model says, or
// -1: the speaker's label, the quote that goes on, the turn of an exchange, and
// in "X said that Y had called it '…'" the innermost speaker, whom the corpus
// does not mark.
func (d *decoder) certain(l *line, k int) int {
	for i := range d.pool.list {
		x := &d.pool.list[i]
		if x.Mention != d.best.Mention || x.Rule == NoRule {
			continue
		}
		switch x.Rule {
		case Labelled, Joined, Dialogue:
			return i
		case Indirect:
			if d.innermost(l, k, &x.Candidate) {
				return i
			}
		}
		return -1
	}
	return -1
}

// innermost reports whether a verb of speech in the perfect, with a subject
// who can speak, stands right before the stretch at item k.
func (d *decoder) innermost(l *line, k int, c *Candidate) bool {
	if c.Features.Distance > 2 || c.Features.Passive || c.Features.Infinitive || c.CueFirst >= c.CueLast || !d.personal(c.Mention) {
		return false
	}
	cue := l.itemOf(int32(c.CueFirst), k)
	helper := l.class(cue - 1)
	return l.class(cue).Has(mention.Core|mention.Report) && helper.Has(mention.Auxiliary) && !helper.Has(mention.Be) &&
		l.ending(cue-2) == c.Mention
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

// weighSpeech scores whether the stretch at item k is a quote, given its best
// candidate a, -1 for none.
func (d *decoder) weighSpeech(l *line, k, a int, f facts) {
	var x *proposal
	odds := model.Probability(0)
	if a >= 0 {
		x, odds = &d.pool.list[a], d.odds[a]
	}
	d.speechFacts(&f, l, k, x, odds, d.odds[len(d.odds)-1])
	d.speech = d.Ranker.speech.sum(&f)
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
	o := Observation{Stretch: int(l.items[k].index), Pattern: d.best.Mention, Chosen: chosen, Speech: d.speechAtoms.features(speechTemplates)}
	if chosen >= 0 {
		o.Odds = d.odds[chosen]
	}
	for i := range d.pool.list {
		f := *shared
		d.candidateFacts(&f, l, &d.pool.list[i])
		o.Mentions = append(o.Mentions, d.pool.list[i].Mention)
		o.Features = append(o.Features, f.features(templates))
	}
	o.Mentions = append(o.Mentions, -1)
	o.Features = append(o.Features, none.features(templates))
	d.Observe(o)
}
