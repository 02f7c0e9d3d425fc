package attribute

import (
	"unicode"

	"onrecord/quotes"
	"onrecord/quotes/attribute/model"
	"onrecord/quotes/mention"
)

// atom is one small fact about a candidate or its stretch, as a number under
// 64. The models' trees ask about atoms. None holds a word of the text: only
// classes, shapes, distances and places.
type atom uint8

const (
	aRule     atom = iota // the pattern that proposes the candidate
	aAlso                 // another one that does
	aScore                // the pattern's score
	aRank                 // its rank among the patterns' candidates
	aFlags                // weak cue, aside, passive, comma, infinitive
	aReach                // the distance which the pattern measured
	aPassed               // the stretches that it passed
	aKind                 // what sort of mention
	aPlace                // where it stands
	aTokens               // words between
	aMentions             // mentions between
	aBetween              // stretches and sentence ends between
	aVerbs                // verbs between
	aCommas               // commas between
	aPrev                 // the class of the word before the mention
	aNext                 // of the word behind it
	aGrammar              // owner, owned, governed, first of its sentence
	aSame                 // its likeness to the last speaker
	aNamed                // how often the article names it
	aNumber               // gender and number
	aOwn                  // the verb behind it
	aRivals               // mentions between that have verbs
	aTurns                // clauses that open between
	// Of the stretch.
	aEnd    // how it ends and begins
	aLength // how long it is, and whether it is a sentence
	aBefore // the word before it
	aAfter  // the word behind it
	aShape  // its place in the paragraph
	aTop    // the best pattern
	aTopScore
	aTurn  // what stands before in the article: whose turn it may be
	aCue   // the class of the cue that the pattern found
	aCueAt // where the cue stands to mention and stretch
	// Of the candidate in its sentence: see context.go.
	aPrev2     // the word two before the mention
	aPrev3     // three before
	aNext2     // two behind it
	aNext3     // three behind
	aVerbReach // words from the mention to its verb
	aVerbPrev  // the word before its verb
	aVerbNext  // the word behind its verb
	aVerbNext2 // two behind
	aToQuote   // words from its verb to the stretch
	aVerbsTo   // verbs between its verb and the stretch
	aTurnsTo   // clauses and commas between them
	aOpener    // the mark or word that opens the mention's clause
	aOpenerAt  // how far before it
	aClause    // the same, commas left out
	aOrdinal   // mentions before it in its sentence
	aActors    // those of them with verbs
	aTied      // the stretches right before it and behind its verb
	aMine      // whether the verbs nearest to the stretch are its
	aInside    // whether the stretch's words speak of it
	aSpoken    // how many stretches it had so far
	aAgain     // whether it is named nearer, or farther
	aPrevTie   // what it is to the stretch before
	// Of the stretch.
	aBefore2   // the word two before the stretch
	aBefore3   // three before
	aAfter2    // two behind
	aAfter3    // three behind
	aVoice     // the pronouns in it
	aQuotes    // the stretches before and behind in the sentence
	aPrevRule  // the pattern of the stretch before
	aVerb      // the verb nearest before the stretch
	aVerbAt    // how far before
	aFirstWord // the first word of its sentence
	// Of the choice between quote and term: see speech.go.
	sOdds   // the ranker's probability of the best candidate
	sNobody // and of nobody
	sMarks  // the sort of marks
	sWords  // how many words, exactly
	sCase   // capitals and small letters
	sCount  // how many stretches the paragraph has
	sRules  // what the rules make of it, by the patterns' choice
	// Of its wording: see wording.go.
	sEnding   // how its last word ends
	sCommon   // whether the tables have its first and its last word
	sTold     // what a word before it tells it to be there for
	sModifies // what the words behind it, which it may modify, tell
	// Of the paragraphs around the stretch: see row.go.
	aRow // its turn among those that are nothing but a quotation
	atoms
)

// facts are the atoms of one candidate.
type facts [atoms]uint8

// stretchFacts sets the atoms of the stretch at item p, which all candidates share.
func (d *decoder) stretchFacts(f *facts, l *line, p, prev int) {
	q := int(l.items[p].index)
	words, capitals, lowers := d.words(q)
	f[aEnd] = endCode(d.lastChar(q))
	if d.startsSmall(q) {
		f[aEnd] += 8
	}
	f[aLength] = bucket(words, 1, 2, 3, 5, 8, 14, 25, 39)
	if d.sentenceLike(q, words) {
		f[aLength] += 16
	}
	if capitals > 0 && lowers == 0 {
		f[aLength] += 32
	}
	f[aBefore] = l.wordCode(p - 1)
	f[aAfter] = l.wordCode(p + 1)
	first, last := p == 0, p == len(l.items)-1 || p == len(l.items)-2 && l.tok(p+1).Shape == mention.Mark
	f[aShape] = model.Bit(first, 1) | model.Bit(last, 2) | model.Bit(l.heading, 4) | model.Bit(prev >= 0, 8)
	if _, open := l.openSentence(p); open {
		f[aShape] |= 16
	}
	if prev >= 0 && d.out[int(l.items[prev].index)].Kind == quotes.KindScare {
		f[aShape] |= 32
	}
	f[aTurn] = d.turnCode(l, prev)
	if len(l.items) == 1 {
		f[aRow] = d.rowCode(l.paragraph)
	}
	best := -1
	for i := range d.pool.list {
		if x := &d.pool.list[i]; x.Rule != NoRule && x.rank == 0 {
			best = i
		}
	}
	if best >= 0 {
		f[aTop] = uint8(d.pool.list[best].Rule)
		f[aTopScore] = scoreCode(d.pool.list[best].Score)
	}
	d.surroundings(f, l, p, prev)
}

// turnCode tells what the stretch before is to this one.
func (d *decoder) turnCode(l *line, prev int) uint8 {
	switch {
	case prev >= 0 && d.last == int(l.items[prev].index):
		return 1
	case prev >= 0:
		return 2
	case d.last < 0:
		return 0
	}
	code := uint8(3)
	switch l.paragraph - d.lastLine {
	case 1:
		code = 4
	case 2:
		code = 5
	}
	if d.other >= 0 {
		code += 4
	}
	if d.lastChar(d.last) == '?' {
		code += 8
	}
	if d.addresses(d.last) {
		code += 32
	}
	return code
}

// candidateFacts sets the atoms of candidate x.
func (d *decoder) candidateFacts(f *facts, l *line, x *proposal) {
	c := &x.Candidate
	f[aRule], f[aAlso] = uint8(c.Rule), uint8(x.also)
	f[aRank] = uint8(min(x.rank, 3))
	if c.Rule == NoRule {
		f[aRank] = 4
	} else {
		f[aScore] = scoreCode(c.Score)
		g := &c.Features
		f[aFlags] = model.Bit(g.Weak, 1) | model.Bit(g.Aside, 2) | model.Bit(g.Passive, 4) | model.Bit(g.Comma, 8) | model.Bit(g.Infinitive, 16)
		f[aReach] = bucket(g.Distance, 0, 1, 2, 3, 4, 6, 8, 11, 15, 20, 30)
		f[aPassed] = uint8(min(g.Passed, 4))
		d.cueFacts(f, x)
	}
	m := &d.Mentions[c.Mention]
	f[aKind] = d.kindCode(m)
	f[aPlace] = uint8(x.place)
	b := &x.between
	f[aTokens] = bucket(b.tokens, 0, 1, 2, 3, 4, 6, 8, 11, 15, 20, 30)
	f[aMentions] = uint8(min(b.mentions, 7))
	f[aBetween] = uint8(min(b.stretches, 3)) + 4*uint8(min(b.sentences, 3))
	f[aVerbs] = b.verbs
	f[aCommas] = uint8(min(b.commas, 4))
	f[aOwn] = d.ownVerb(c.Mention)
	f[aRivals] = uint8(min(b.rivals, 3)) + 4*uint8(min(b.acting, 3))
	f[aTurns] = uint8(min(b.turns, 3)) + 4*uint8(min(b.joints, 2))
	f[aPrev] = d.codeAt(int(m.First)-1, m)
	f[aNext] = d.codeAt(int(m.Last), m)
	f[aGrammar] = model.Bit(m.Owner, 1) | model.Bit(m.Owned, 2) | model.Bit(m.Governed, 4) | model.Bit(d.leads(c.Mention), 8)
	f[aSame] = d.sameCode(l, c.Mention)
	if m.Kind != mention.Pro {
		f[aNamed] = bucket(int(d.named[d.headHash(c.Mention)]), 0, 1, 2, 3, 5, 9, 16)
	}
	f[aNumber] = uint8(m.Gender) + 4*model.Bit(m.Plural, 1) + 8*model.Bit(m.Definite, 1)
	d.contextFacts(f, x)
}

// cueFacts tells the class of the cue that the pattern found and where it stands.
func (d *decoder) cueFacts(f *facts, x *proposal) {
	if x.CueFirst >= x.CueLast {
		return
	}
	f[aCue] = code(&d.Text.Tokens[x.CueFirst])
	m := &d.Mentions[x.Mention]
	switch gap := x.CueFirst - int(m.Last); {
	case gap == 0:
		f[aCueAt] = 1
	case gap > 0:
		f[aCueAt] = 2 + bucket(gap, 1, 3, 8)
	case x.CueLast == int(m.First):
		f[aCueAt] = 8
	default:
		f[aCueAt] = 9 + bucket(int(m.First)-x.CueLast, 1, 3, 8)
	}
}

// leads reports whether mention m is the first of its sentence outside marks.
func (d *decoder) leads(m int) bool {
	x := &d.Mentions[m]
	for k := m - 1; k >= 0 && k > m-8; k-- {
		p := &d.Mentions[k]
		if p.Sentence != x.Sentence {
			return true
		}
		if p.Quote == x.Quote && !p.Owner {
			return false
		}
	}
	return true
}

// sameCode tells whether mention m may be the last speaker, by its form.
func (d *decoder) sameCode(l *line, m int) uint8 {
	if d.last < 0 {
		return 0
	}
	code := d.likeness(m, d.out[d.last].Source.Mention)
	switch l.paragraph - d.lastLine {
	case 0:
	case 1:
		code += 8
	default:
		code += 16
	}
	if d.other >= 0 && d.likeness(m, d.out[d.other].Source.Mention) <= 2 {
		code += 24
	}
	return code
}

// likeness compares two mentions: 1 the same, 2 of one head, 3 to 6 of which
// one is a pronoun or both are, 7 others.
func (d *decoder) likeness(a, b int) uint8 {
	if a == b {
		return 1
	}
	x, y := &d.Mentions[a], &d.Mentions[b]
	switch {
	case x.Kind == mention.Pro && y.Kind == mention.Pro:
		if d.Text.Tokens[x.First].Class&mention.Pronoun == d.Text.Tokens[y.First].Class&mention.Pronoun {
			return 3
		}
		return 4
	case x.Kind == mention.Pro:
		if x.Plural == y.Plural && (x.Gender == y.Gender || y.Gender == mention.Unknown) {
			return 5
		}
		return 4
	case y.Kind == mention.Pro:
		return 6
	case d.Text.Word(int(x.Head)) == d.Text.Word(int(y.Head)):
		return 2
	}
	return 7
}

// kindCode tells what sort of mention m is.
func (d *decoder) kindCode(m *mention.Mention) uint8 {
	switch m.Kind {
	case mention.Name:
		code := 1 + uint8(m.Being)
		switch {
		case m.First < m.NameFirst:
			code = 6
		case m.NameLast-m.NameFirst > 1:
			code += 6
		}
		return code
	case mention.Nominal:
		return 13 + model.Bit(m.Definite, 1)
	case mention.Several:
		return 15
	case mention.Body:
		return 16
	case mention.Document:
		return 17
	case mention.Pro:
		c := d.Text.Tokens[m.First].Class
		subject := model.Bit(c.Has(mention.Subject), 1)
		switch {
		case c.Has(mention.Who):
			return 20
		case c.Has(mention.He | mention.She):
			return 22 + subject
		case c.Has(mention.They):
			return 24 + subject
		case c.Has(mention.I):
			return 26 + subject
		case c.Has(mention.We):
			return 28 + subject
		case c.Has(mention.You):
			return 30
		}
		return 31
	case mention.Label:
		return 18
	}
	return 0
}

// codeAt is the code of token i beside mention m: 0 in another paragraph.
func (d *decoder) codeAt(i int, m *mention.Mention) uint8 {
	if i < 0 || i >= len(d.Text.Tokens) {
		return 0
	}
	t := &d.Text.Tokens[i]
	if t.Paragraph != m.Paragraph {
		return 0
	}
	if t.Quote != m.Quote {
		return 1
	}
	return code(t)
}

// wordCode is the code of item k.
func (l *line) wordCode(k int) uint8 {
	if k < 0 || k >= len(l.items) {
		return 0
	}
	if l.quoteAt(k) {
		return 1
	}
	return code(l.tok(k))
}

// sentenceLike reports whether a stretch is a sentence: it opens with a capital
// and ends as one, or is long enough.
func (s *Scene) sentenceLike(q, words int) bool {
	if words < 3 {
		return false
	}
	return unicode.IsUpper(s.firstChar(q)) && (s.lastChar(q) != 0 || words >= 6) || words >= 12
}
