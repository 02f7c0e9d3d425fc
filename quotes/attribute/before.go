package attribute

import "onrecord/quotes/mention"

// before proposes the sources named in the sentence before the stretch at item p.
func (l *line) before(p int, add func(Candidate)) {
	sentence, ok := l.openSentence(p)
	if !ok {
		return
	}
	colon := l.punct(p-1) == ':'
	comma := colon || l.punct(p-1) == ',' || l.punct(p-1) == '-'
	if colon {
		if m := l.labelAt(p - 2); m >= 0 {
			add(Candidate{Mention: m, Rule: Labelled})
		}
	}
	passed, noun, cues := 0, -1, 0
	for k, steps := p-1, 0; k >= 0 && steps < maxWalk; k, steps = k-1, steps+1 {
		if l.quoteAt(k) {
			passed++
			continue
		}
		t := l.tok(k)
		if t.Sentence != sentence {
			break
		}
		if t.Class.Has(mention.According) && l.class(k+1).Has(mention.To) {
			if m := l.closingNear(k + 2); m >= 0 {
				add(Candidate{Mention: m, CueFirst: l.token(k), CueLast: l.token(k+1) + 1, Rule: Accorded, Features: Features{Distance: p - k, Passed: passed}})
			}
			continue
		}
		m := l.wordsOf(k)
		if m < 0 {
			m = l.heardFrom(k)
		}
		if m >= 0 {
			add(Candidate{Mention: m, CueFirst: l.token(k), CueLast: l.token(k) + 1, Rule: Accorded, Features: Features{Distance: p - k, Passed: passed, Comma: comma}})
			continue
		}
		if t.Class.Has(mention.CueNoun|mention.Medium) && t.Shape == mention.Lower && (noun < 0 || l.class(k+1).Has(mention.That) && !l.class(noun+1).Has(mention.That)) {
			noun = k
		}
		v, ok := l.verbAt(k)
		if !ok && comma && k == p-2 && l.unknownVerb(k) {
			v, ok = verb{at: k, end: k + 1, speech: true}, true // X boomed, "…"
		}
		if !ok || cues >= 3 {
			continue
		}
		m, aside := l.subject(v)
		if a := l.agentBeside(v, p); a >= 0 {
			m, v.passive = a, true
		} else if v.passive {
			m = l.agent(v, p)
		} else if a := l.parenthetic(v); a >= 0 && !(aside && l.apposes(a, v.end) && !(colon && l.noVerb(v.end, p))) {
			m = a
		}
		if m < 0 || l.pastAside(m, v, p) {
			continue
		}
		f := Features{Distance: p - v.end, Passed: passed, Aside: aside, Weak: !v.speech, Passive: v.passive, Comma: comma, Infinitive: v.infinitive}
		rule := Indirect
		switch {
		case comma && v.speech && (p-v.end <= 1 || l.noSubject(v.end, p)):
			rule = Preceding
		case v.participle && l.punct(v.at-1) != 0:
			rule = Participial
		}
		f.Distance += 4 * cues
		cues++
		add(l.candidate(m, v, rule, f))
	}
	if source, participle := l.openingOf(p); source >= 0 {
		v := verb{at: participle, end: participle + 1}
		add(l.candidate(source, v, Participial, Features{Distance: p - v.end}))
	}
	own := l.maker(noun)
	m := l.clauseSubject(p-1, sentence)
	if own >= 0 {
		m = own
	}
	if m >= 0 {
		switch {
		case noun >= 0:
			f := Features{Distance: p - noun, Comma: comma, Weak: own < 0, Aside: l.class(noun + 1).Has(mention.That)}
			add(Candidate{Mention: m, CueFirst: l.token(noun), CueLast: l.token(noun) + 1, Rule: Noun, Features: f})
		case colon:
			add(Candidate{Mention: m, Rule: Colon})
		default:
			add(Candidate{Mention: m, Rule: Subject, Features: Features{Distance: p - l.itemOf(l.Mentions[m].Last, p), Passed: passed}})
		}
	}
}

// longestWords bounds the words from "in" to "words" in "in X's words".
const longestWords = 8

// wordsOf is the X of "in the words of X" and "in X's words", and the her of "in her words", which begin at item k, -1
// where other words do.
func (l *line) wordsOf(k int) int {
	if !l.class(k).Has(mention.Preposition) {
		return -1
	}
	m := -1
	if l.class(k+1).Has(mention.Definite) && l.class(k+3).Has(mention.Joint) && l.trait(k+2)&mention.Wording != 0 {
		if m = l.startingNear(k + 4); m >= 0 {
			m = l.named(m, k+4)
		}
	}
	if l.class(k+1).Has(mention.Possessive) && (l.trait(k+2)|l.trait(k+3))&mention.Wording != 0 {
		if m = l.starting(k + 1); m >= 0 && l.Mentions[m].Kind != mention.Pro {
			m = -1
		}
	}
	for i := k + 2; m < 0 && i < k+longestWords && i < len(l.items) && !l.quoteAt(i); i++ {
		if l.class(i).Has(mention.Genitive) && l.trait(i+1)&mention.Wording != 0 {
			m = l.ending(i - 1)
		}
	}
	if m >= 0 && l.Text.Tokens[l.token(k)].Trait&mention.Via == 0 {
		return -1
	}
	return m
}

// heardFrom is from whom somebody hears what a clause tells, where item k is the "from": Lee of "heard from Lee
// that it was". -1: from nobody.
func (l *line) heardFrom(k int) int {
	if k < 1 || l.trait(k)&mention.Source == 0 || l.tok(k).Shape != mention.Lower || l.quoteAt(k-1) || l.tok(k-1).Shape != mention.Lower {
		return -1
	}
	arrives := l.trait(k-1)&mention.Arrives != 0
	if !arrives && !l.class(k-1).Has(mention.Past|mention.Verb) && !l.Text.Words.Observes(l.Text.Word(l.token(k-1))) {
		return -1
	}
	m := l.namedNear(k + 1)
	if m < 0 || l.Mentions[m].Kind == mention.Document {
		return -1
	}
	that := l.itemOf(l.Mentions[m].PrintLast, k)
	if arrives && l.punct(that) == ':' && l.quoteAt(that+1) {
		return m // "a question came from Lee: '…'"
	}
	if l.punct(that) == ',' {
		that++
	}
	next := l.class(that + 1)
	if l.quoteAt(that) || !l.class(that).Has(mention.That) || next.Has(mention.Verb|mention.Past|mention.Auxiliary) && l.starting(that+1) < 0 {
		return -1
	}
	return m
}

// noSubject reports whether between a verb and the stretch stands no other
// subject: "told the crowd on Friday," yes; "said that Kim had", no.
func (l *line) noSubject(from, to int) bool {
	for k := from; k < to; k++ {
		c := l.class(k)
		if l.quoteAt(k) || c.Has(mention.That|mention.Auxiliary) {
			return false
		}
	}
	return true
}

// openSentence is the sentence that the stretch at item p goes on, if there is one.
func (l *line) openSentence(p int) (int32, bool) {
	for k := p - 1; k >= 0; k-- {
		if l.quoteAt(k) {
			if end := l.lastChar(int(l.items[k].index)); end == '.' || end == '!' || end == '?' {
				return 0, false
			}
			continue
		}
		t := l.tok(k)
		if t.Shape == mention.Mark && (t.Punct == '.' || t.Punct == '!' || t.Punct == '?') && t.Sentence >= 0 {
			if t.Punct == '.' && l.startsSmall(int(l.items[p].index)) && k == p-1 && int(t.End-t.Start) > 1 {
				return t.Sentence, true // an ellipsis
			}
			return 0, false
		}
		return t.Sentence, true
	}
	return 0, false
}

// parenthetic is the X of "the plan, said X, was '…'" and of "the plan is late, said X: '…'", -1 where the verb stands otherwise.
func (l *line) parenthetic(v verb) int {
	if !v.core || v.participle || v.infinitive || l.punct(v.at-1) != ',' || l.trait(v.at)&mention.Tells != 0 {
		return -1
	}
	if l.class(v.end).Has(mention.Preposition) {
		return -1 // "X, who waited, said of Y, '…'"
	}
	m := l.startingNear(v.end)
	if m < 0 {
		return -1
	}
	last, behind := l.punct(l.itemOf(l.Mentions[m].Last, v.end)), l.itemOf(l.Mentions[m].PrintLast, v.end)
	if last != ',' && l.punct(behind) != ',' && !(l.punct(behind) == ':' && l.quoteAt(behind+1)) {
		return -1
	}
	return m
}

// noVerb reports whether the items from one on to another hold no verb.
func (l *line) noVerb(from, to int) bool {
	for i := from; i < to; i++ {
		if l.quoteAt(i) || l.tok(i).Shape == mention.Lower && l.class(i).Has(mention.Verb|mention.Past|mention.Auxiliary) && !l.class(i).Has(mention.Noun) {
			return false
		}
	}
	return true
}

// apposes reports whether an apposition, not a verb, follows mention m, behind item k, and its comma:
// "Kim, who waited, said Lee, the mayor, wanted it".
func (l *line) apposes(m, k int) bool {
	return l.class(l.itemOf(l.Mentions[m].PrintLast, k) + 1).Has(mention.Determiner | mention.Possessive)
}

// labelAt is the name that ends at item k, perhaps before a bracket, and stands
// alone before a colon: Ann Lee (Ohio): "…".
func (l *line) labelAt(k int) int {
	if m, colon := l.labelled(); m >= 0 && colon == k+1 {
		return m
	}
	if l.punct(k) == ')' {
		for i := k; i >= 0 && i > k-8; i-- {
			if l.punct(i) == '(' {
				k = i - 1
				break
			}
		}
	}
	m := l.ending(k)
	if m < 0 || l.Mentions[m].Kind != mention.Name {
		return -1
	}
	first := l.itemOf(l.Mentions[m].First, k)
	if first > 0 && l.tok(first-1).Shape != mention.Mark && l.tok(first-1).Shape != mention.Lower {
		return -1
	}
	for i := first - 1; i >= 0; i-- {
		if l.tok(i).Shape == mention.Mark {
			return m
		}
		if !l.class(i).Has(mention.Noun | mention.Preposition | mention.Conjunction) {
			return -1
		}
	}
	return m
}
