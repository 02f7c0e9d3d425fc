package attribute

import (
	"onrecord/quotes/attribute/model"
	"onrecord/quotes/mention"
)

// near is what the stretch in hand has around it: tokens, -1 for none.
type near struct {
	stretch     int
	first, last int32 // the stretch's tokens, half open
	verb        int32 // the verb nearest before it in its sentence
	cue         int32 // the cue verb nearest before
	subject     int   // its subject, a mention
	cueAfter    int32 // the first cue verb behind it in its sentence
	named       int   // the first mention behind that
	subjectOf   int   // the subject of that
	prev        int   // the stretch before in the paragraph
}

// maxVoice bounds the words of a stretch that are read for pronouns.
const maxVoice = 80

// surroundings sets the atoms of what stands around the stretch at item p.
func (d *decoder) surroundings(f *facts, l *line, p, prev int) {
	q := int(l.items[p].index)
	r := d.tokenRange[q]
	d.near = near{stretch: q, first: r.first, last: r.last, verb: -1, cue: -1, subject: -1, cueAfter: -1, named: -1, subjectOf: -1, prev: -1}
	f[aBefore2], f[aBefore3] = l.wordCode(p-2), l.wordCode(p-3)
	f[aAfter2], f[aAfter3] = l.wordCode(p+2), l.wordCode(p+3)
	for i := r.first; i < r.last && i < r.first+maxVoice; i++ {
		c := d.Text.Tokens[i].Class
		f[aVoice] |= model.Bit(c.Has(mention.I), 1) | model.Bit(c.Has(mention.We), 2) | model.Bit(c.Has(mention.You), 4) |
			model.Bit(c.Has(mention.He), 8) | model.Bit(c.Has(mention.She), 16) | model.Bit(c.Has(mention.They), 32)
	}
	if prev >= 0 {
		d.near.prev = int(l.items[prev].index)
		if a := &d.out[d.near.prev]; a.Source.Mention >= 0 {
			f[aPrevRule] = uint8(a.Source.Rule)
		}
	}
	before := d.nearBefore(f, l, p)
	behind := d.nearBehind(l, p)
	f[aQuotes] = before + 4*behind
}

// nearBefore looks back over the stretch's sentence, and counts the stretches.
func (d *decoder) nearBefore(f *facts, l *line, p int) (stretches uint8) {
	sentence, open := l.openSentence(p)
	if !open {
		return 0
	}
	for k, steps := p-1, 0; k >= 0 && steps < maxWalk; k, steps = k-1, steps+1 {
		if l.quoteAt(k) {
			stretches = min(stretches+1, 3)
			continue
		}
		t := l.tok(k)
		if t.Sentence != sentence {
			break
		}
		f[aFirstWord] = code(t)
		if d.near.verb < 0 && t.Shape == mention.Lower && t.Class.Has(mention.Verb|mention.Past|mention.Auxiliary|mention.Participle) {
			d.near.verb = l.items[k].index
			f[aVerb], f[aVerbAt] = code(t), bucket(p-k, 1, 2, 3, 4, 6, 8, 11, 15, 20)
		}
		if d.near.cue < 0 {
			if v, ok := l.verbAt(k); ok {
				d.near.cue = l.items[k].index
				d.near.subject, _ = l.subject(v)
			}
		}
	}
	return stretches
}

// nearBehind looks forth over the stretch's sentence, and counts the stretches.
func (d *decoder) nearBehind(l *line, p int) (stretches uint8) {
	if l.endsSentence(p) {
		return 0
	}
	sentence := int32(-1)
	for k, steps := p+1, 0; k < len(l.items) && steps < maxWalk; k, steps = k+1, steps+1 {
		if l.quoteAt(k) {
			stretches = min(stretches+1, 3)
			continue
		}
		t := l.tok(k)
		if sentence < 0 {
			sentence = t.Sentence
		}
		if t.Sentence != sentence {
			break
		}
		if d.near.cueAfter >= 0 && d.near.named < 0 {
			d.near.named = l.starting(k)
		}
		if d.near.cueAfter < 0 {
			if v, ok := l.verbAt(k); ok && !v.participle {
				d.near.cueAfter = l.items[k].index
				d.near.subjectOf, _ = l.subject(v)
			}
		}
	}
	return stretches
}

// contextFacts sets the atoms of candidate x in its own sentence.
func (d *decoder) contextFacts(f *facts, x *proposal) {
	m := &d.Mentions[x.Mention]
	f[aPrev2], f[aPrev3] = d.codeAt(int(m.First)-2, m), d.codeAt(int(m.First)-3, m)
	f[aNext2], f[aNext3] = d.codeAt(int(m.Last)+1, m), d.codeAt(int(m.Last)+2, m)
	d.verbFacts(f, x.Mention)
	d.clauseFacts(f, x.Mention)
	if m.Kind != mention.Pro {
		f[aSpoken] = bucket(int(d.spoken[d.headHash(x.Mention)]), 0, 1, 2, 4, 8)
	}
	d.insideFacts(f, x)
	if p := d.near.prev; p >= 0 {
		source := d.out[p].Source.Mention
		switch {
		case source < 0:
			f[aPrevTie] = 1
		case source == x.Mention:
			f[aPrevTie] = 2
		default:
			f[aPrevTie] = 2 + d.likeness(x.Mention, source)
		}
		r := d.tokenRange[p]
		f[aPrevTie] += 16 * (model.Bit(m.First >= r.last, 1) + model.Bit(m.First >= d.near.last, 1))
	}
}

// verbFacts sets the atoms of the mention's verb.
func (d *decoder) verbFacts(f *facts, c int) {
	m, n := &d.Mentions[c], &d.near
	if d.ownVerb(c) > 0 {
		v := d.ownAt[c]
		f[aVerbReach] = 1 + bucket(int(v-m.Last), 0, 1, 2, 4, 8)
		f[aVerbPrev], f[aVerbNext], f[aVerbNext2] = d.codeAt(int(v)-1, m), d.codeAt(int(v)+1, m), d.codeAt(int(v)+2, m)
		if v < n.first && m.Quote < 0 {
			d.toStretch(f, v)
		}
		f[aMine] = model.Bit(v == n.verb, 1) | model.Bit(v == n.cue, 2) | model.Bit(v == n.cueAfter, 4)
		f[aTied] = d.tied(int(v)+1, 1) * 4
	}
	f[aMine] |= model.Bit(c == n.subject, 8) | model.Bit(c == n.subjectOf, 16) | model.Bit(c == n.named, 32)
	f[aTied] += d.tied(int(m.First)-1, -1)
}

// toStretch tells what stands between a verb and the stretch behind it.
func (d *decoder) toStretch(f *facts, v int32) {
	verbs, cues, turns, commas := 0, 0, 0, 0
	i := v + 1
	for ; i < d.near.first && i < v+maxWalk; i++ {
		t := &d.Text.Tokens[i]
		c := t.Class
		switch {
		case t.Quote >= 0:
		case t.Shape == mention.Mark:
			if t.Punct == ',' || t.Punct == '-' || t.Punct == ';' {
				commas++
			}
		case t.Shape == mention.Lower && c.Has(mention.Verb) && !c.Has(mention.Noun):
			cues++
		case t.Shape == mention.Lower && c.Has(mention.Past|mention.Auxiliary):
			verbs++
		case c.Has(mention.Who | mention.That | mention.Subordinate):
			turns++
		}
	}
	f[aToQuote] = 1 + bucket(int(i-v), 1, 2, 3, 4, 6, 8, 11, 15, 20, 30)
	f[aVerbsTo] = 1 + uint8(min(cues, 3)) + 4*uint8(min(verbs, 3))
	f[aTurnsTo] = 1 + uint8(min(turns, 3)) + 4*uint8(min(commas, 3))
}

// tied tells whether at token i, but for a mark or a short word, stands the
// stretch in hand, 1, or another, 2; 0 for none.
func (d *decoder) tied(i, step int) uint8 {
	for range 3 {
		if i < 0 || i >= len(d.Text.Tokens) {
			return 0
		}
		t := &d.Text.Tokens[i]
		switch {
		case int32(i) >= d.near.first && int32(i) < d.near.last:
			return 1
		case t.Quote >= 0:
			return 2
		case t.Shape != mention.Mark && !t.Class.Has(mention.Adverb|mention.That|mention.As|mention.Determiner):
			return 0
		case t.Punct == '.':
			return 0
		}
		i += step
	}
	return 0
}

// maxClause bounds how far back the opening of a mention's clause is sought, and
// the mentions before it.
const maxClause = 40

// clauseFacts sets the atoms of what stands before the mention in its sentence.
func (d *decoder) clauseFacts(f *facts, c int) {
	m := &d.Mentions[c]
	f[aOpener], f[aClause] = 1, 1
	for i := int(m.First) - 1; i >= 0 && i > int(m.First)-maxClause; i-- {
		t := &d.Text.Tokens[i]
		if t.Sentence != m.Sentence {
			break
		}
		if t.Quote != m.Quote {
			if f[aOpener] == 1 {
				f[aOpener], f[aOpenerAt] = 2, bucket(int(m.First)-i, 1, 2, 4, 8)
			}
			continue
		}
		opens := t.Class.Has(mention.Who | mention.That | mention.Subordinate | mention.Clause | mention.According)
		if f[aOpener] == 1 && (opens || t.Shape == mention.Mark && t.Punct != '\'' && t.Punct != '"') {
			f[aOpener], f[aOpenerAt] = code(t), bucket(int(m.First)-i, 1, 2, 4, 8)
		}
		if opens {
			f[aClause] = code(t)
			break
		}
	}
	before, actors := 0, 0
	for k := c - 1; k >= 0 && k > c-maxClause && before < 7 && d.Mentions[k].Sentence == m.Sentence; k-- {
		if d.Mentions[k].Quote != m.Quote {
			continue
		}
		before++
		if v := d.ownVerb(k) & 7; v > 0 && v != 5 {
			actors++
		}
	}
	f[aOrdinal], f[aActors] = uint8(before), uint8(min(actors, 3))
}

// insideFacts tells whether the stretch's words speak of the candidate, and
// whether other candidates share its head word.
func (d *decoder) insideFacts(f *facts, x *proposal) {
	m, n := &d.Mentions[x.Mention], &d.near
	voice := f[aVoice]
	switch {
	case m.Kind == mention.Pro:
	case m.Gender == mention.MaleGender:
		f[aInside] = model.Bit(voice&8 > 0, 1)
	case m.Gender == mention.FemaleGender:
		f[aInside] = model.Bit(voice&16 > 0, 1)
	}
	if m.Kind == mention.Pro {
		return
	}
	head := d.Text.Word(int(m.Head))
	for i := n.first; i < n.last && i < n.first+maxVoice; i++ {
		if d.Text.Word(int(i)) == head {
			f[aInside] |= 2
			break
		}
	}
	hash := d.headHash(x.Mention)
	mine := d.gap(m)
	for i := range d.pool.list {
		y := &d.pool.list[i]
		if y.Mention == x.Mention || d.Mentions[y.Mention].Kind == mention.Pro || d.headHash(y.Mention) != hash {
			continue
		}
		f[aAgain] |= model.Bit(d.gap(&d.Mentions[y.Mention]) < mine, 1) | model.Bit(d.gap(&d.Mentions[y.Mention]) > mine, 2)
	}
}

// gap is how many tokens stand between a mention and the stretch in hand.
func (d *decoder) gap(m *mention.Mention) int32 {
	if m.Last <= d.near.first {
		return d.near.first - m.Last
	}
	return max(0, m.First-d.near.last)
}
