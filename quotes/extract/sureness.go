package extract

import (
	"math/bits"
	"slices"
	"strings"

	"onrecord/quotes"
	"onrecord/quotes/attribute"
	"onrecord/quotes/attribute/model"
	"onrecord/quotes/mention"
	"onrecord/quotes/resolve"
	"onrecord/quotes/text"
)

// NameObservation is by what the name of a quote's speaker was judged: for
// training.
type NameObservation struct {
	Stretch int // the quote's first
	Name    string
	Facts   model.Facts
	Start   int32 // the score before the trees, in units of 1/model.Fine
}

// meaning is whom the source of a stretch means, and how sure that is.
type meaning struct {
	resolve.Resolution
	sure float64
}

// meanings tells for each stretch that begins a quote whom its source means. The forest weighs all
// together, as it takes as long for one as for eight.
func (b *builder) meanings() []meaning {
	out := make([]meaning, len(b.attributions))
	var weighed []int
	var starts []int32
	var batch model.Batch
	for q := range b.attributions {
		a := &b.attributions[q]
		m := a.Source.Mention
		if m < 0 || a.Head != q {
			continue
		}
		x := &out[q]
		if x.Resolution = b.resolution(q, m); x.Entity < 0 {
			continue
		}
		x.sure = b.sourceConfidence(a, x.Resolution) * x.Confidence
		if !b.weighs(q, m, x.Resolution) {
			continue
		}
		f, start := b.nameFacts(q, m, x.Resolution), score(x.sure)
		if b.observe != nil {
			b.observe(NameObservation{Stretch: q, Name: b.resolved.Entities[x.Entity].Name, Facts: f, Start: start})
		}
		batch.Add(f)
		weighed, starts = append(weighed, q), append(starts, start)
	}
	learned := b.scene.Ranker.Model
	for i, sum := range learned.Name.Sums(&batch, nil) {
		out[weighed[i]].sure = learned.Curves[model.Named].At(model.Chance(sum, starts[i])).Float()
	}
	return out
}

// weighs reports whether the forest judges the speaker of stretch q, whom mention m means
// according to r. Of labels, I, strangers and speech in speech training has few.
func (b *builder) weighs(q, m int, r resolve.Resolution) bool {
	if b.scene.Ranker.Model.Name.Len() == 0 && b.observe == nil {
		return false
	}
	return b.attributions[q].Source.Rule != attribute.Labelled && !b.scene.Text.FirstPerson(&b.scene.Mentions[m]) && !r.Settled && b.scene.Quoted[q].Depth == 0
}

// What the name of a quote's speaker is judged by. All values are under 64, and
// none holds a word.
const (
	nSource    = iota // how sure the mention is
	nShared           // and together with the next best, where both mean the speaker
	nSecond           // the next best: whom it means, and how sure it is
	nRule             // the pattern
	nResolved         // how sure resolution is
	nRival            // its second choice
	nRivalOdds        // how sure that would be, of a pronoun
	nClaims           // how many a pronoun may mean
	nKind             // the mention's kind and being
	nWords            // its words, and the name's
	nForm             // which part of the name it prints, title and role
	nEntity           // kind and gender of the speaker, a role
	nNamed            // how often the text names it
	nHeadings         // and headings
	nNamesakes        // entities with its last name
	nSpoke            // the stretches it speaks
	nSpeakers         // the entities that speak
	nBefore           // the speaker of the quote before
	nBehind           // and of the one behind
	nQuote            // the quote's kind and length
	nPlace            // nested, in a heading, a later part
	nGap              // sentences from the mention back to the name
	nInside           // the quote's words name the speaker
	nFirst            // the class of the name's first word
	nameFacts
)

func (b *builder) nameFacts(q, m int, r resolve.Resolution) model.Facts {
	f := make(model.Facts, nameFacts)
	b.choiceFacts(f, q, r)
	b.formFacts(f, m, r.Entity)
	b.speakerFacts(f, q, r.Entity)
	b.placeFacts(f, q, m, r.Entity)
	return f
}

// choiceFacts tell how sure attribution and resolution are, and of what else.
func (b *builder) choiceFacts(f model.Facts, q int, r resolve.Resolution) {
	a, c := &b.attributions[q], &b.census
	f[nSource], f[nShared] = odds(a.Source.Score), odds(b.sourceConfidence(a, r))
	f[nRule], f[nResolved] = uint8(a.Source.Rule), odds(r.Confidence)
	if s := a.Second.Mention; s >= 0 {
		f[nSecond] = 1 + model.UpTo(int(a.Second.Score*16), 15)
		switch o := b.resolved.Mentions[s].Entity; {
		case o == r.Entity:
			f[nSecond] += 16
		case o < 0:
			f[nSecond] += 32
		}
	}
	f[nRivalOdds], f[nClaims] = odds(r.Rival.Float()), model.UpTo(r.Claims, 15)
	if s := r.Second; s >= 0 && s != r.Entity {
		f[nRival] = 1 + model.Bit(c.last[s] == c.last[r.Entity], 1) + model.Bit(len(c.names[s]) > len(c.names[r.Entity]), 2) + model.Bit(c.spoke[s] > 0, 4)
	}
}

// formFacts tell how mention m and the name of entity e are written.
func (b *builder) formFacts(f model.Facts, m, e int) {
	x, t := &b.scene.Mentions[m], b.scene.Text
	name := b.resolved.Entities[e].Name
	f[nKind] = uint8(x.Kind) + 8*uint8(x.Being)
	f[nWords] = model.UpTo(int(x.Last-x.First), 7) + 8*model.UpTo(strings.Count(name, " ")+1, 7)
	if x.Kind == mention.Name {
		switch printed := text.Key(t.Slice(int(x.NameFirst), int(x.NameLast))); {
		case printed == text.Key(name):
			f[nForm] = 1
		case printed == b.census.last[e]:
			f[nForm] = 2
		case x.NameLast-x.NameFirst == 1:
			f[nForm] = 3
		default:
			f[nForm] = 4
		}
	}
	f[nForm] += model.Bit(x.First < x.NameFirst, 8) + model.Bit(x.RoleFirst < x.RoleLast, 16)
	if names := b.census.names[e]; len(names) > 0 {
		w := &t.Tokens[b.scene.Mentions[names[0]].NameFirst]
		f[nFirst] = model.Bit(w.Class.Has(mention.Male|mention.Female), 1) + model.Bit(w.Class.Has(mention.Place|mention.Demonym), 2) +
			model.Bit(w.Class.Has(mention.Common|mention.Noun|mention.Adverb), 4) + model.Bit(w.Class.Has(mention.OrgName), 8) + model.Bit(w.Shape == mention.AllCaps, 16)
	}
}

// speakerFacts tell what the article has of entity e, and who speaks around
// stretch q.
func (b *builder) speakerFacts(f model.Facts, q, e int) {
	x, c := &b.resolved.Entities[e], &b.census
	f[nEntity] = kindCode(x.Kind) + 8*uint8(x.Gender) + model.Bit(x.Role != "", 32)
	f[nNamed], f[nHeadings], f[nNamesakes] = model.UpTo(len(c.names[e])-c.headed[e], 15), model.UpTo(c.headed[e], 3), model.UpTo(c.sharing[c.last[e]], 7)
	f[nSpoke], f[nSpeakers] = model.UpTo(c.spoke[e], 15), model.UpTo(c.speakers, 15)
	f[nBefore], f[nBehind] = b.neighbour(q, -1, e), b.neighbour(q, +1, e)
	inside, _ := slices.BinarySearchFunc(c.names[e], b.scene.Quoted[q].Span.Start, func(i, start int) int {
		return b.scene.Mentions[i].Span(b.scene.Text).Start - start
	})
	f[nInside] = model.Bit(inside < len(c.names[e]) && int(b.scene.Mentions[c.names[e][inside]].Quote) == q, 1)
}

// placeFacts tell where stretch q, mention m and the name before it stand.
func (b *builder) placeFacts(f model.Facts, q, m, e int) {
	x, t, quoted := &b.scene.Mentions[m], b.scene.Text, &b.scene.Quoted[q]
	words := strings.Count(t.Source[quoted.Span.Start:quoted.Span.End], " ") + 1
	f[nQuote] = model.Bit(b.attributions[q].Kind == quotes.KindPartial, 1) + 2*model.UpTo(bits.Len(uint(words)), 7)
	f[nPlace] = model.Bit(quoted.Depth > 0, 1) + model.Bit(t.Heading(int32(quoted.Paragraph)), 2) + model.Bit(t.Heading(x.Paragraph), 4) + model.Bit(x.Quote >= 0, 8)
	const nowhere, onlyLater = 63, 62
	names := b.census.names[e]
	switch later, _ := slices.BinarySearch(names, m+1); {
	case len(names) == 0:
		f[nGap] = nowhere
	case later == 0:
		f[nGap] = onlyLater
	default:
		f[nGap] = model.UpTo(int(x.Sentence-b.scene.Mentions[names[later-1]].Sentence), onlyLater-1)
	}
}

// neighbour tells who speaks the next stretch before or behind q: nobody, e,
// somebody unknown or another, and how many paragraphs off.
func (b *builder) neighbour(q, step, e int) uint8 {
	for o := q + step; o >= 0 && o < len(b.attributions) && (o-q)*step <= maxNeighbour; o += step {
		if b.scene.Quoted[o].Depth > 0 || b.attributions[o].Kind == quotes.KindScare {
			continue
		}
		code := 1 + 3*model.UpTo(step*(b.scene.Quoted[o].Paragraph-b.scene.Quoted[q].Paragraph), 4)
		switch s := b.entity(o); {
		case s == e:
			return code + 1
		case s < 0:
			return code + 2
		}
		return code
	}
	return 0
}

// maxNeighbour bounds the stretches, titles and the like, that stand between.
const maxNeighbour = 16

func kindCode(k quotes.SpeakerKind) uint8 {
	switch k {
	case quotes.SpeakerPerson:
		return 1
	case quotes.SpeakerOrganisation:
		return 2
	case quotes.SpeakerGroup:
		return 3
	}
	return 0
}

// odds puts a probability into one of 64 steps, which are finest near 0 and 1:
// half an octave each.
func odds(p float64) uint8 {
	if p >= 0.5 {
		return 63 - octaves(1-p)
	}
	return octaves(p)
}

// octaves is in half octaves how far p, at most a half, is above 2^-15.
func octaves(p float64) uint8 {
	v := uint32(p*(1<<16)) + 1
	n := bits.Len32(v)
	return model.UpTo(2*n+int(v<<1>>(n-1)&1)-4, 31)
}

// score is about the log odds of a probability in units of 1/model.Fine nat: by
// its octaves, as machines differ in the last bit of a logarithm.
func score(p float64) int32 {
	const octave = model.Fine * 6931 / 10000 / 2
	half := int32(octaves(0.5))
	if p >= 0.5 {
		return octave * (half - int32(octaves(1-p)))
	}
	return -octave * (half - int32(octaves(p)))
}
