package attribute

import "onrecord/quotes/mention"

// after proposes the sources named behind the stretch at item p.
func (l *line) after(p int, add func(Candidate)) {
	q := int(l.items[p].index)
	ends := l.lastChar(q)
	if ends == '.' && l.trailsOff(p) {
		ends = ','
	}
	j := p + 1
	comma := ends == ',' || ends == '?' || ends == '!' || ends == '-'
	if l.punct(j) == '-' {
		if m := l.starting(j + 1); m >= 0 && l.endsAfter(m, j) {
			add(Candidate{Mention: m, Rule: Signed, Features: Features{Comma: true}})
			return
		}
	}
	if m := l.headed(p); m >= 0 {
		add(Candidate{Mention: m, Rule: Signed, Features: Features{Comma: true}})
		return
	}
	for l.punct(j) == ',' || l.punct(j) == '-' {
		comma = true
		j++
	}
	if ends == '.' && l.punct(p+1) == 0 && l.tok(p+1).Shape != mention.Lower && !l.immediate(j) {
		return
	}
	// "…" as X put it; but not: "…" as X defends the bill
	meanwhile := !comma && l.class(j).Has(mention.As)
	if l.class(j).Has(mention.As) {
		j++
	}
	if l.class(j).Has(mention.According) && l.class(j+1).Has(mention.To) {
		if m := l.closingNear(j + 2); m >= 0 {
			add(Candidate{Mention: m, CueFirst: l.token(j), CueLast: l.token(j+1) + 1, Rule: Accorded, Features: Features{Comma: comma}})
		}
		return
	}
	if m := l.wordsOf(j); m >= 0 {
		add(Candidate{Mention: m, CueFirst: l.token(j), CueLast: l.token(j) + 1, Rule: Accorded, Features: Features{Comma: comma}})
		return
	}
	if m, noun := l.pointsBack(j); m >= 0 {
		add(Candidate{Mention: m, CueFirst: l.token(noun), CueLast: l.token(noun) + 1, Rule: Inverted, Features: Features{Comma: comma, Weak: true}})
		return
	}
	if m := l.ownsBehind(p); m >= 0 {
		add(Candidate{Mention: m, CueFirst: l.token(p + 1), CueLast: l.token(p+1) + 1, Rule: Noun})
		return
	}
	if m := l.cried(p); m >= 0 {
		add(Candidate{Mention: m, CueFirst: l.token(p - 2), CueLast: l.token(p-2) + 1, Rule: Noun})
	}
	f := Features{Comma: comma}
	if ends == '.' {
		f.Distance = 3
	}
	if v, ok := l.verbAt(j); ok && !v.participle && v.speech && !l.closesAside(p) {
		if m := l.startingNear(v.end); m >= 0 && (comma || v.core) {
			f.Weak = !v.core
			add(l.candidate(l.named(l.closing(m, v.end), v.end), v, Inverted, f))
			return
		}
	} else if comma && !ok && l.unknownVerb(j) {
		if m := l.starting(j + 1); m >= 0 && (l.Mentions[m].Kind == mention.Name || l.Mentions[m].Kind == mention.Nominal) {
			f.Weak = true // "…," chirped X
			add(l.candidate(m, verb{at: j, end: j + 1}, Inverted, f))
			return
		}
	}
	if l.class(j).Has(mention.Adverb) && l.starting(j) < 0 {
		j++
	}
	if m := l.closingNear(j); m >= 0 {
		m = l.named(m, j)
		behind := l.itemOf(l.Mentions[m].Last, j)
		as := l.asSaying(behind)
		if as >= 0 && l.class(behind).Has(mention.Be) {
			add(l.candidate(m, verb{at: as + 1, end: as + 2}, Following, f)) // "…," X was quoted by the agency as saying
			return
		}
		end := as - 1
		if l.punct(end) == ',' {
			end-- // "quoted the engineer, Ann Lee, as saying", "quoted Ann Lee, an engineer, as saying"
			if r := l.ending(end); r >= 0 && l.Mentions[r].Kind == mention.Nominal {
				if start := l.itemOf(l.Mentions[r].First, end); l.punct(start-1) == ',' && l.free(start-2) {
					end = start - 2
				}
			}
		}
		if as >= 0 && l.free(end) {
			add(l.candidate(l.ending(end), verb{at: as + 1, end: as + 2}, Following, f)) // "…," the agency quoted X as saying
			return
		}
		v, aside, ok := l.verbOf(m, j)
		told := ok && !l.answers(p, v) && (ends == ',' || l.punct(p+1) == ',' || !l.introduces(v)) && (v.core || ends == ',' || l.starting(j) >= 0 && !meanwhile)
		switch k := l.skipAdverbs(l.itemOf(l.Mentions[m].Last, j)); {
		case l.class(j-1).Has(mention.As) && l.onlyThinks(k): // "…," as X dreamed, Y said
		case l.heardSay(k) >= 0:
			add(l.candidate(l.heardSay(k), verb{at: k, end: k + 1}, Following, f)) // "…," X heard Y say
		case told:
			f.Weak, f.Aside, f.Passive = !v.core, aside, v.passive
			if a := l.toldBy(v); a >= 0 {
				m, f.Aside, f.Passive = a, false, false
			}
			add(l.candidate(m, v, Following, f))
		case !ok && ends == ',' && l.unknownVerb(k):
			f.Weak = true // "…," X retorted
			add(l.candidate(m, verb{at: k, end: k + 1}, Following, f))
		}
	}
	if _, open := l.openSentence(p); !open || ends != '?' && ends != '!' || l.tok(p+1).Shape == mention.Lower || l.tok(p+1).Shape == mention.Mark {
		l.trailing(p, add) // but not behind: her answer was "Why not?" The shop, according to X,
	}
}

// heardSay is whom the verb of hearing at item k has say something, -1 for nobody.
func (l *line) heardSay(k int) int {
	if l.tok(k).Shape != mention.Lower || !l.Text.Words.Observes(l.Text.Word(l.token(k))) {
		return -1
	}
	m := l.startingNear(k + 1)
	if m < 0 {
		return -1
	}
	if next := l.class(l.itemOf(l.Mentions[m].Last, k+1)); next.Has(mention.Core) && next.Has(mention.Infinitive|mention.Participle) {
		return m
	}
	return -1
}

// onlyThinks reports whether the word at item k, a verb behind a subject, is none of speech and ends its
// clause, so that whoever speaks may stand behind it.
func (l *line) onlyThinks(k int) bool {
	v, ok := l.verbAt(k)
	return l.punct(k+1) == ',' && !l.quoteAt(k+2) && (!ok || !v.speech)
}

// toldBy is who says it where verb v tells who heard it: Kim of "'…,' Lee was told by Kim", -1: it
// does not tell.
func (l *line) toldBy(v verb) int {
	if !v.passive || !v.core || !l.class(v.end).Has(mention.By) {
		return -1
	}
	m := l.startingNear(v.end + 1)
	if m < 0 {
		return -1
	}
	return l.named(l.closing(m, v.end+1), v.end+1)
}

// headed is who stands behind the colon of a heading that begins with the stretch at
// item p, "'We will not go': Lee on the strike", -1: it is none.
func (l *line) headed(p int) int {
	last := len(l.items) - 1
	if p != 0 || l.punct(1) != ':' || l.punct(last) == '.' || l.quoteAt(last) {
		return -1
	}
	words, _, lowers := l.words(int(l.items[p].index))
	if words < 3 || lowers == 0 {
		return -1
	}
	m := l.starting(2)
	if owned := l.startingNear(2); m >= 0 && l.Mentions[m].Owner && owned >= 0 {
		m = owned // "'We stay': the union's chief on the strike"
	}
	if m < 0 || l.Mentions[m].Kind == mention.Document || l.Mentions[m].Kind == mention.Pro || l.Mentions[m].Being == mention.Location {
		return -1
	}
	return m
}

// named is the name that follows role m as its apposition, or m: Kenji Mori of
// "the envoy, Kenji Mori, said".
func (l *line) named(m, k int) int {
	x := &l.Mentions[m]
	if x.Kind != mention.Nominal {
		return m
	}
	i := l.itemOf(x.Last, k)
	far := l.class(i).Has(mention.Preposition | mention.To | mention.Participle)
	if far {
		i = l.pastComplement(i)
	}
	if l.punct(i) != ',' || int(x.Last) >= len(l.Text.Tokens) {
		return m
	}
	n := l.starting(i + 1)
	if far && n >= 0 && !l.individual(n) {
		return m
	}
	if n < 0 || l.Mentions[n].Kind != mention.Name || l.Mentions[n].Owner || l.Mentions[n].Being == mention.Location {
		return m
	}
	if end := l.itemOf(l.Mentions[n].Last, i+1); end < len(l.items) && l.punct(end) == 0 && !l.class(end).Has(mention.Verb) {
		return m
	}
	return n
}

// namedNear is startingNear, and the name in apposition to it.
func (l *line) namedNear(k int) int {
	m := l.startingNear(k)
	if m < 0 {
		return -1
	}
	return l.named(m, k)
}

// unknownVerb reports whether item k can be a verb that the tables do not have.
func (l *line) unknownVerb(k int) bool {
	t := l.tok(k)
	return t.Shape == mention.Lower && t.Class.Has(mention.Past) && !t.Class.Has(mention.Verb)
}

// immediate reports whether "X said" or "said X" follows right at item j.
func (l *line) immediate(j int) bool {
	m := l.starting(j)
	if m < 0 {
		return false
	}
	v, ok := l.verbAt(l.itemOf(l.Mentions[m].Last, j))
	return ok && v.core && !l.introduces(v)
}

// introduces reports whether a colon or comma and a stretch follow the verb, so
// that it belongs to the quote behind it.
func (l *line) introduces(v verb) bool {
	for k := v.end; k < len(l.items) && k < v.end+12; k++ {
		if l.quoteAt(k) {
			return true
		}
		if p := l.punct(k); p == '.' || p == ';' {
			return false
		}
	}
	return false
}

// startingNear is the mention that starts at item k, or behind a few words that
// only lead to it: "said former aide X", "said the very same X".
func (l *line) startingNear(k int) int {
	for i := k; i < k+9 && i < len(l.items); i++ {
		if l.items[i].quote {
			return -1
		}
		if m := l.starting(i); m >= 0 {
			if i > k && l.class(i).Has(mention.Determiner) && l.class(k).Has(mention.Determiner) && l.Mentions[m].Last > l.items[i].index+1 && !l.class(i-1).Has(mention.Joint) {
				return -1 // "a phrase the envoy"
			}
			// Kim's envoy: the envoy.
			for range 2 {
				x := &l.Mentions[m]
				if !x.Owner {
					break
				}
				next := l.ownedBy(m, i)
				if next < 0 {
					break
				}
				m = next
			}
			return m
		}
		t := l.tok(i)
		if t.Class.Has(mention.Genitive) {
			continue // of a noun that is nobody: the district's vet
		}
		if t.Shape == mention.Mark || t.Class.Has(mention.Closed&^mention.Preposition) || t.Class.Has(mention.Preposition) && !t.Class.Has(mention.Joint) ||
			t.Shape == mention.Lower && t.Class.Has(mention.Core|mention.Speech) && !t.Class.Has(mention.Noun) && !l.placesOffice(i) {
			return l.holder(i)
		}
	}
	return -1
}

// holder is the name of whose role the word at item k is a part: Ann Lee for the "in" of "the majority
// leader in the legislature Ann Lee". -1: of nobody's.
func (l *line) holder(k int) int {
	for i := k + 1; i < k+9 && i < len(l.items) && !l.quoteAt(i); i++ {
		if m := l.starting(i); m >= 0 {
			if x := &l.Mentions[m]; x.RoleFirst <= l.items[k].index && l.items[k].index < x.RoleLast {
				return m
			}
			return -1
		}
	}
	return -1
}

// ownedBy is the mention whose possessor m is: the envoy of "Kim's envoy".
func (l *line) ownedBy(m, k int) int {
	i := l.itemOf(l.Mentions[m].Last, k) + 1
	for j := i; j < i+5 && j < len(l.items); j++ {
		if x := l.starting(j); x >= 0 {
			return x
		}
		if l.tok(j).Shape == mention.Mark || l.quoteAt(j) {
			return -1
		}
	}
	return -1
}

// verbOf finds the cue whose subject is mention m, which starts at item k: right
// behind it, or behind asides and complements.
func (l *line) verbOf(m, k int) (v verb, aside, ok bool) {
	x := &l.Mentions[m]
	sentence := l.Text.Tokens[x.First].Sentence
	i := l.itemOf(x.Last, k)
	loose := 0
	for steps := 0; i < len(l.items) && steps < maxWalk; steps++ {
		if l.quoteAt(i) || l.tok(i).Sentence != sentence {
			return verb{}, aside, false
		}
		t := l.tok(i)
		if v, ok := l.verbAt(i); ok && !v.participle && loose < 16 {
			return v, aside, true
		}
		c := t.Class
		switch {
		case t.Shape == mention.Mark && (t.Punct == ',' || t.Punct == '(' || t.Punct == '-'):
			if v, ok := l.verbAt(l.skipAdverbs(i + 1)); ok && t.Punct == ',' && !v.participle {
				return v, aside, true // the comma ends an apposition
			}
			end := l.asideEnd(i, sentence)
			if end < 0 {
				v, ok := l.behindRoles(i + 1)
				return v, true, ok && t.Punct == ','
			}
			i, aside = end+1, true
		case t.Shape == mention.Mark:
			return verb{}, aside, false
		case c.Has(mention.That | mention.Clause):
			if !c.Has(mention.Conjunction) {
				return verb{}, aside, false
			}
			i++
		case c.Has(mention.Subject) && !c.Has(mention.Who):
			return verb{}, aside, false
		default:
			if !c.Has(mention.Adverb | mention.Auxiliary) {
				loose++
			}
			i++
		}
	}
	return verb{}, aside, false
}

// behindRoles is the verb behind the roles without an article that begin at item k, where no comma ends
// the apposition: said of "Ann Lee, president and chief executive of the bank said".
func (l *line) behindRoles(k int) (verb, bool) {
	for range 3 {
		m := l.starting(k)
		if m < 0 || l.Mentions[m].Kind != mention.Nominal || l.Mentions[m].Plural || l.class(k).Has(mention.Determiner|mention.Possessive) {
			return verb{}, false
		}
		k = l.itemOf(l.Mentions[m].PrintLast, k)
		if !l.class(k).Has(mention.Conjunction) {
			break
		}
		k++
	}
	v, ok := l.verbAt(l.skipAdverbs(k))
	return v, ok && !v.participle
}

// asideEnd is the item of the mark which ends the aside opened at item k, or -1.
func (l *line) asideEnd(k int, sentence int32) int {
	opening := l.punct(k)
	last := -1
	for i := k + 1; i < len(l.items) && i < k+maxWalk; i++ {
		if l.quoteAt(i) {
			if l.lastChar(int(l.items[i].index)) != 0 {
				break
			}
			continue
		}
		if l.tok(i).Sentence != sentence {
			break
		}
		p := l.punct(i)
		switch {
		case opening == '(' && p == ')', opening == '-' && p == '-':
			return i
		case opening == ',' && p == ',':
			last = i
			// The aside ends where a cue stands behind its comma.
			if v, ok := l.verbAt(l.skipAdverbs(i + 1)); ok && !v.participle {
				return i
			}
		}
	}
	return last
}

func (l *line) skipAdverbs(k int) int {
	for l.class(k).Has(mention.Adverb | mention.Auxiliary) {
		k++
	}
	return k
}

// trailing proposes the source at the end of the stretch's sentence: "…" in
// many fields, he said.
func (l *line) trailing(p int, add func(Candidate)) {
	sentence := int32(-1)
	passed := 0
	for i := p + 1; i < len(l.items) && i < p+maxWalk; i++ {
		if l.quoteAt(i) {
			passed++
			continue
		}
		t := l.tok(i)
		if sentence < 0 {
			sentence = t.Sentence
		}
		if t.Sentence != sentence {
			return
		}
		if t.Shape != mention.Mark || t.Punct != ',' && t.Punct != '-' {
			continue
		}
		j := i + 1
		if l.class(j).Has(mention.As) {
			j++
		}
		if l.class(j).Has(mention.According) && l.class(j+1).Has(mention.To) {
			if m := l.closingNear(j + 2); m >= 0 {
				add(Candidate{Mention: m, CueFirst: l.token(j), CueLast: l.token(j+1) + 1, Rule: Accorded, Features: Features{Distance: i - p, Passed: passed, Comma: true}})
			}
			return
		}
		m := l.starting(j)
		if m >= 0 && l.Mentions[m].Owner {
			m = l.ownedBy(m, j) // "as Lee's envoy put it"
		}
		if m >= 0 && !l.Mentions[m].Owner {
			behind := l.itemOf(l.Mentions[m].Last, j)
			v, ok := l.verbAt(l.skipAdverbs(behind))
			if named := l.punct(behind) == ',' && l.Mentions[m].Kind == mention.Name; named || !ok { // "…" in May, Lee, its head, said
				v, _, ok = l.verbOf(m, j)
				ok = ok && v.core && (named || l.noMark(behind, v.at))
			}
			if ok && v.speech && !v.participle && !l.class(v.end).Has(mention.That) && !l.introduces(v) {
				add(l.candidate(m, v, Trailing, Features{Distance: i - p, Passed: passed, Comma: true, Weak: !v.core}))
				return
			}
		}
		if v, ok := l.verbAt(j); ok && v.core && !v.participle && l.trait(j)&mention.Tells == 0 {
			if m := l.closingNear(v.end); m >= 0 {
				add(l.candidate(m, v, Trailing, Features{Distance: i - p, Passed: passed, Comma: true}))
				return
			}
		}
	}
}

// endsAfter reports whether the line ends with mention m, but for a few words.
func (l *line) endsAfter(m, k int) bool {
	i := l.itemOf(l.Mentions[m].Last-1, k)
	return len(l.items)-i < 14 && func() bool {
		for j := i; j < len(l.items); j++ {
			if l.quoteAt(j) || l.class(j).Has(mention.Auxiliary|mention.Core) {
				return false
			}
		}
		return true
	}()
}

func (l *line) candidate(m int, v verb, r Rule, f Features) Candidate {
	return Candidate{Mention: m, CueFirst: l.token(v.at), CueLast: l.token(v.end-1) + 1, Rule: r, Features: f}
}

// token is the token of item k.
func (l *line) token(k int) int {
	if l.items[k].quote {
		return int(l.firstToken(int(l.items[k].index)))
	}
	return int(l.items[k].index)
}
