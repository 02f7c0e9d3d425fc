package attribute

import (
	"onrecord/quotes"
	"onrecord/quotes/mention"
)

// decoder carries what one pass over the article has to remember.
type decoder struct {
	*Scene
	*memory
	out []Attribution
	// last is the stretch at depth 0 last decided with a source, -1 for none,
	// and lastLine the paragraph it is in.
	last, lastLine int
	// other is the last stretch of the other speaker of an exchange, or -1, and
	// before the last one that is not by the last speaker.
	other, before int
	// asker is the last stretch of the I that tells the article, or -1.
	asker int
	label int // the paragraph's speaker label, a mention, or -1
	row   row // of the paragraph in hand, or the last one that was in any
	// carried marks the stretches that have their source only from the
	// paragraph before, and those that go on from one.
	carried []bool
	// pulls tells of what stands apart, by stretch, where its words stand again.
	pulls map[int][]int
}

// Attribute decides every stretch of the scene.
func Attribute(s *Scene) []Attribution {
	mem := borrow()
	defer mem.giveBack(s)
	s.prepare(mem)
	s.measure()
	if s.Ranker == nil {
		s.Ranker = defaultRanker()
	}
	d := &decoder{Scene: s, memory: mem, out: make([]Attribution, len(s.Quoted)), carried: make([]bool, len(s.Quoted)), last: -1, other: -1, before: -1, asker: -1, label: -1}
	for q := range d.out {
		d.out[q] = Attribution{Head: q, Source: Candidate{Mention: -1}, Second: Candidate{Mention: -1}}
	}
	d.indexMentions()
	d.pulls = d.pulled()
	for q := 0; q < len(s.Quoted); {
		p := s.Quoted[q].Paragraph
		end := q
		for end < len(s.Quoted) && s.Quoted[end].Paragraph == p {
			end++
		}
		d.paragraph(p)
		for i := q; i < end; i++ {
			if s.Quoted[i].Depth > 0 {
				d.nested(i)
			}
		}
		q = end
	}
	d.backward()
	d.headings()
	d.repeats()
	return d.out
}

// paragraph decides the stretches at depth 0 of paragraph p.
func (d *decoder) paragraph(p int) {
	l := d.outerLine(p, d.items)
	d.items = l.items
	prev := -1 // item of the stretch before, in this paragraph
	d.label, _ = l.labelled()
	for k := range l.items {
		if !l.items[k].quote {
			continue
		}
		d.stretch(&l, k, prev)
		prev = k
	}
}

// stretch decides the stretch at item k; prev is the item of the one before.
func (d *decoder) stretch(l *line, k, prev int) {
	q := int(l.items[k].index)
	a := &d.out[q]
	d.pool.list = d.pool.list[:0]
	l.after(k, d.propose)
	l.before(k, d.propose)
	d.around(l, k, prev, d.propose)
	a.Source, a.Second = d.choose(l, k, prev)
	d.answer(l, q)
	if len(l.items) == 1 {
		if m := d.signature(l.paragraph + 1); m >= 0 {
			a.Second, a.Source = a.Source, Candidate{Mention: m, Rule: Signed, Score: signed}
		} else if m := d.introduced(l.paragraph + 1); m >= 0 {
			a.Second, a.Source = a.Source, Candidate{Mention: m, Rule: Introduced, Score: signed}
		}
	}
	switch c := d.Quoted[q].Continues; a.Source.Rule {
	case Carried, Dialogue:
		d.carried[q] = true
	case Joined:
		d.carried[q] = c >= 0 && d.carried[c]
	}
	d.judge(l, k, prev)
	if a.Kind != quotes.KindScare && a.Source.Mention >= 0 && len(d.pulls[q]) == 0 {
		if h := d.headHash(a.Source.Mention); d.spoken[h] < 255 {
			d.spoken[h]++
		}
		if d.last >= 0 && !d.sameSource(d.last, q) {
			d.before = d.last
			if l.paragraph-d.lastLine <= 1 {
				d.other = d.last
			}
		}
		if l.paragraph-d.lastLine > 1 {
			d.other = -1
		}
		d.last, d.lastLine = q, l.paragraph
		if d.narrator(a.Source.Mention) {
			d.asker = q
		}
	}
}

// around proposes what the neighbouring stretches and paragraphs suggest.
func (d *decoder) around(l *line, k, prev int, add func(Candidate)) {
	q := int(l.items[k].index)
	if d.label >= 0 {
		add(Candidate{Mention: d.label, Rule: Labelled})
		return
	}
	if c := d.Quoted[q].Continues; c >= 0 {
		d.join(q, c)
		switch {
		case d.out[c].Source.Mention < 0:
		case d.carried[c] && d.pool.direct():
			return // a later part names the speaker: backward tells the first
		default:
			add(d.follow(c, Joined))
			return
		}
	}
	if l.unmade(k) {
		return
	}
	_, open := l.openSentence(k)
	if prev >= 0 {
		p := int(l.items[prev].index)
		if d.out[p].Source.Mention >= 0 && d.out[p].Kind != quotes.KindScare {
			c := d.follow(p, Run)
			c.Features.Passed = k - prev
			c.Features.Weak = open // the sentence says something of its own
			add(c)
		}
	}
	if open {
		if c, ok := d.reported(l, k); ok && prev < 0 {
			add(c)
		}
		return
	}
	if k > 0 {
		if c, ok := l.narrated(k); ok {
			add(c)
		}
		return
	}
	if len(l.items) == 1 {
		d.takesTurns(l.paragraph, add)
	}
	if d.last >= 0 {
		switch l.paragraph - d.lastLine {
		case 1:
			d.turns(l, q, add)
		case 2:
			if !d.pool.direct() && d.questioned(l.paragraph-1) {
				add(d.follow(d.last, Dialogue))
				return
			}
		}
	}
	if c, ok := d.previousParagraph(l.paragraph); ok {
		add(c)
	}
}

// sameSource reports whether two stretches have one source, as far as their
// mentions tell.
func (d *decoder) sameSource(a, b int) bool {
	x, y := d.out[a].Source.Mention, d.out[b].Source.Mention
	if x == y {
		return true
	}
	if d.narrator(x) != d.narrator(y) {
		return false
	}
	m, n := &d.Mentions[x], &d.Mentions[y]
	return m.Kind == mention.Pro || n.Kind == mention.Pro || d.Text.Word(int(m.Head)) == d.Text.Word(int(n.Head))
}

// follow is the source of stretch p, for one that goes on from it.
func (d *decoder) follow(p int, r Rule) Candidate {
	c := d.out[p].Source
	c.Rule = r
	c.Features = Features{}
	return c
}

// adopt gives stretch q, whose words stand elsewhere, too, the source there; its own was the next best.
func (d *decoder) adopt(q int, source Candidate) {
	a := &d.out[q]
	a.Second, a.Reason = a.Source, ""
	a.Source = source
	if a.Kind == quotes.KindScare {
		a.Kind = d.kind(q)
	}
}

// join makes stretch q a part of the quote of stretch to.
func (d *decoder) join(q, to int) { d.out[q].Head = d.out[to].Head }

// narrated proposes the subject of the sentence that ends before item k.
func (l *line) narrated(k int) (Candidate, bool) {
	i := k - 1
	for i >= 0 && l.quoteAt(i) {
		i--
	}
	if i < 0 {
		return Candidate{}, false
	}
	if m, noun := l.replied(i); m >= 0 {
		return Candidate{Mention: m, CueFirst: l.token(noun), CueLast: l.token(noun) + 1, Rule: Colon}, true
	}
	sentence := l.tok(i).Sentence
	var found Candidate
	ok := false
	for j, steps := i, 0; j >= 0 && steps < maxWalk; j, steps = j-1, steps+1 {
		if l.quoteAt(j) {
			continue
		}
		if l.tok(j).Sentence != sentence {
			break
		}
		if v, is := l.verbAt(j); is && v.speech && !v.passive {
			if m := l.subjectBehind(v, i); m >= 0 {
				return l.candidate(m, v, Narrated, Features{}), true
			}
			if m, _ := l.subject(v); m >= 0 && !(v.participle && l.observedAt(m, v.at)) {
				found, ok = l.candidate(m, v, Narrated, Features{}), true
			}
		}
	}
	if ok {
		return found, true
	}
	if m := l.clauseSubject(i, sentence); m >= 0 {
		return Candidate{Mention: m, Rule: Narrated, Features: Features{Distance: k - i}}, true
	}
	return Candidate{}, false
}

// subjectBehind is the subject of the verb of speech v that stands behind it and ends, with item
// end, the sentence: Lee of "It was late, said Lee." -1: there is none.
func (l *line) subjectBehind(v verb, end int) int {
	if !v.core || v.participle || l.punct(v.at-1) != ',' {
		return -1
	}
	m := l.startingNear(v.end)
	if m < 0 || l.itemOf(l.Mentions[m].PrintLast, end) < end {
		return -1
	}
	return m
}

// reported proposes who speaks in the sentence before that of the stretch at item
// k, where this one has no verb of speech: "Lee said he was tired. The work would
// be '…'" goes on in Lee's words.
func (d *decoder) reported(l *line, k int) (Candidate, bool) {
	sentence, i := int32(-1), k
	for i > 0 && k-i < maxWalk {
		t := l.tok(i - 1)
		if l.quoteAt(i-1) || sentence >= 0 && t.Sentence != sentence {
			break
		}
		sentence = t.Sentence
		if v, ok := l.verbAt(i - 1); ok && v.speech {
			return Candidate{}, false
		}
		i--
	}
	var c Candidate
	found := false
	switch {
	case i == 0:
		c, found = d.previousParagraph(l.paragraph)
	case !l.quoteAt(i - 1):
		c, found = l.narrated(i)
	}
	c.Rule, c.Features = Reported, Features{Distance: k - i}
	if l.class(i).Has(mention.Possessive) && l.punct(k-1) == ':' {
		c.Rule = Colon // "His answer: '…'"
		return c, found
	}
	return c, found && c.CueFirst < c.CueLast
}

// previousParagraph proposes the subject of the last sentence of the paragraph
// before, where that ends with no quote.
func (d *decoder) previousParagraph(p int) (Candidate, bool) {
	if p == 0 || d.signature(p-1) >= 0 {
		return Candidate{}, false
	}
	l := d.outerLine(p-1, d.above)
	d.above = l.items
	if len(l.items) == 0 || l.items[len(l.items)-1].quote {
		return Candidate{}, false
	}
	c, ok := l.narrated(len(l.items))
	if c.Rule == Colon {
		return c, ok
	}
	c.Rule = Narrated
	if ok && l.punct(len(l.items)-1) == ':' {
		c.Rule = Colon
	} else if ok {
		c.Features.Governed = true
	}
	return c, ok
}

// labelled is the mention that labels the paragraph as its speech, "NAME: …",
// "NAME, HOST: …", "MODERATOR: …", and the item of the colon, 0 behind another label.
func (l *line) labelled() (m, colon int) {
	m = l.starting(0)
	if m < 0 || l.Mentions[m].Kind == mention.Label {
		return m, 0
	}
	if c := &l.Mentions[m]; c.Kind != mention.Name && (c.Kind != mention.Nominal || c.Plural) || l.tok(0).Shape != mention.AllCaps {
		return -1, 0
	}
	for k := 0; k < len(l.items) && k < longestLabel && !l.quoteAt(k); k++ {
		switch {
		case l.punct(k) == ':' && !l.quoteAt(k+1):
			return -1, 0 // the place and date of a report
		case l.punct(k) == ':':
			return m, k
		case l.tok(k).Shape == mention.Lower:
			return -1, 0
		}
	}
	return -1, 0
}

// longestLabel bounds the words and marks of a label.
const longestLabel = 16

// nested decides a stretch inside another: its speaker is named inside the
// outer one, or it is a title or an echo of the outer speaker's.
func (d *decoder) nested(q int) {
	parent := d.Quoted[q].Parent
	r := d.tokenRange[parent]
	l := d.innerLine(parent, r.first, r.last, d.inner)
	d.inner = l.items
	a := &d.out[q]
	a.Kind, a.Reason = quotes.KindScare, "inside another quote"
	for k := range l.items {
		if !l.items[k].quote || int(l.items[k].index) != q {
			continue
		}
		best := Candidate{Mention: -1}
		add := func(c Candidate) {
			c.Score = score(&c)
			if c.Rule != Preceding && c.Rule != Following && c.Rule != Inverted {
				c.Score -= 0.15
			}
			m := &d.Mentions[c.Mention]
			if m.Kind == mention.Pro && !d.Text.Tokens[m.First].Class.Has(mention.He|mention.She|mention.They) {
				return // "I said, '…'" is the outer speaker's
			}
			if c.Score > best.Score && c.Rule != Subject && c.Rule != Noun {
				best = c
			}
		}
		l.after(k, add)
		l.before(k, add)
		if best.Mention < 0 {
			best = d.innerRun(&l, k)
		}
		if best.Mention >= 0 {
			a.Source, a.Kind, a.Reason = best, d.kind(q), ""
		}
		return
	}
}

// innerRun is the source of the stretch before item k, inside another, where only
// its attribution stands between: "'No,' he says. 'Not yet.'"
func (d *decoder) innerRun(l *line, k int) Candidate {
	none := Candidate{Mention: -1}
	for j := k - 1; j >= 0 && j >= k-longestInner; j-- {
		if !l.quoteAt(j) {
			continue
		}
		p := int(l.items[j].index)
		if c := &d.out[p].Source; c.Mention < 0 || c.Rule != Following && c.Rule != Inverted || d.Quoted[p].Parent < 0 {
			return none
		}
		return d.follow(p, Run)
	}
	return none
}

// longestInner bounds the words between two parts of a speech inside another.
const longestInner = 5

// backward gives the parts of a quote over several paragraphs the source that
// only its later part names.
func (d *decoder) backward() {
	for q := len(d.out) - 1; q >= 0; q-- {
		c := d.Quoted[q].Continues
		if c < 0 {
			continue
		}
		a, b := &d.out[c], &d.out[q]
		if b.Kind == quotes.KindScare {
			continue
		}
		if weak := a.Source.Mention < 0 || a.Source.Score < 0.7 || d.carried[c]; weak && b.Source.Mention >= 0 && b.Source.Rule != Joined {
			a.Second, a.Source = a.Source, b.Source
			a.Source.Rule = Joined
			a.Reason = ""
			if a.Kind == quotes.KindScare {
				a.Kind = quotes.KindFull
			}
		}
	}
}
