package mention

import (
	"slices"
	"sync"
	"unicode"
	"unicode/utf8"

	"onrecord/quotes"
	"onrecord/quotes/text"
)

// Shape is how a token is written.
type Shape uint8

// The shapes.
const (
	Lower   Shape = iota // word
	Capital              // Word, McWord, O'Word
	AllCaps              // WORD, U.S.
	Initial              // J., J
	Number               // 43, $5
	Mark                 // punctuation: one character, or a run of dots or dashes
)

// Token is a word, a number, an ending ('s) or a punctuation mark. Offsets are
// in bytes.
type Token struct {
	Start, End int32
	Paragraph  int32
	Sentence   int32
	Quote      int32 // index of the innermost quoted stretch around it, -1 outside
	Shape      Shape
	Punct      byte // of a Mark: '-' for any dash, '.' for dots, '"' for any quote mark, else the character
	Class      Class
	Trait      Trait // of the word
}

// plain reports whether the token is a word in small letters of which the tables tell nothing that speaks against a noun
// or an adjective.
func (t *Token) plain() bool { return t.Shape == Lower && t.Class&^(Common|Thing|Office) == 0 }

// Text is an article cut into tokens.
type Text struct {
	Source     string
	Tokens     []Token
	Paragraphs []quotes.Span // of Source
	// First is the index of each paragraph's first token, and one more entry.
	First []int32
	// Headings tells which paragraphs are headings; it may be shorter.
	Headings []bool
	// Words is the language's lexicon, which classed the tokens.
	Words *Lexicon
	lent  *[]Token // whose memory the tokens have
}

// tokenPool lends the memory of tokens, the largest part of what an article takes.
var tokenPool = sync.Pool{New: func() any { return new([]Token) }}

// mostLent is how many tokens a text has at most whose memory the next one gets: no newspaper's article has as many,
// and that of a book is not kept.
const mostLent = 1 << 16

// Release gives the tokens' memory to the next text. It may be left out; after it nothing of the text, nor of
// what was made of it and looks into it, may be used but strings.
func (t *Text) Release() {
	if len(t.Tokens) <= mostLent {
		*t.lent = t.Tokens
		tokenPool.Put(t.lent)
	}
	t.Tokens = nil
}

// Heading reports whether paragraph p is a heading.
func (t *Text) Heading(p int32) bool { return int(p) < len(t.Headings) && t.Headings[p] }

// Word is the token as printed.
func (t *Text) Word(i int) string { return t.Source[t.Tokens[i].Start:t.Tokens[i].End] }

// Slice is the text of the tokens [first, last).
func (t *Text) Slice(first, last int) string {
	if first >= last {
		return ""
	}
	return t.Source[t.Tokens[first].Start:t.Tokens[last-1].End]
}

// Span is where the tokens [first, last) stand, in bytes.
func (t *Text) Span(first, last int) quotes.Span {
	if first >= last {
		return quotes.Span{}
	}
	return quotes.Span{Start: int(t.Tokens[first].Start), End: int(t.Tokens[last-1].End)}
}

// Stretch is a quoted stretch as the tokens need to know it.
type Stretch struct {
	Outer quotes.Span // with its marks, in bytes
}

// Cut makes the tokens of source. The stretches are in the order of their
// starts, an inner one after the one around it.
func Cut(source string, paragraphs []quotes.Span, headings []bool, stretches []Stretch, lex *Lexicon) *Text {
	t := &Text{Source: source, Paragraphs: paragraphs, Headings: headings, Words: lex}
	t.lent = tokenPool.Get().(*[]Token)
	t.Tokens = slices.Grow((*t.lent)[:0], len(source)/5+8)
	t.First = make([]int32, 0, len(paragraphs)+1)
	sentence := int32(0)
	for p, span := range paragraphs {
		t.First = append(t.First, int32(len(t.Tokens)))
		sentence = t.cutParagraph(span, int32(p), sentence) + 1
		if p < len(headings) && headings[p] {
			t.lowerTitleCase(int(t.First[p]))
		} else {
			t.clearSurnames(int(t.First[p]))
		}
	}
	t.First = append(t.First, int32(len(t.Tokens)))
	t.place(stretches)
	t.pluralOwners()
	return t
}

// cutParagraph adds the paragraph's tokens and returns its last sentence's number.
func (t *Text) cutParagraph(span quotes.Span, paragraph, sentence int32) int32 {
	s := t.Source
	ended := false // a full stop is behind, and nothing but closing marks since
	for i := span.Start; i < span.End; {
		c := s[i]
		if c == ' ' || c == '\n' || c == '\t' || c == '\r' {
			i++
			continue
		}
		end, shape, punct := scanToken(s[:span.End], i)
		if shape == Mark && punct == ' ' {
			i = end
			continue
		}
		tok := Token{Start: int32(i), End: int32(end), Paragraph: paragraph, Quote: -1, Shape: shape, Punct: punct}
		switch {
		case shape != Mark:
			end = t.classify(&tok, span.End)
			if ended && shape != Lower {
				sentence++
			}
			ended = false
		case punct == '.' && t.abbreviated(i, span.End):
			ended = false // "Mt. Etna"
		case punct == '.' || punct == '!' || punct == '?':
			ended = true
		case punct == ')' && t.shortened():
			ended = false // "Gen (ret.) Lee"
		case punct != '"' && punct != ')' && punct != '\'' && punct != ']':
			ended = false
		}
		tok.Sentence = sentence
		t.Tokens = append(t.Tokens, tok)
		i = end
		if shape != Mark && i < span.End && (s[i] == '\'' || s[i] == 0xE2) {
			if n := genitive(s[:span.End], i); n > 0 {
				t.Tokens = append(t.Tokens, Token{
					Start: int32(i), End: int32(i + n), Paragraph: paragraph, Sentence: sentence, Quote: -1, Class: Genitive | Auxiliary,
				})
				i += n
			}
		}
	}
	return sentence
}

// shortened reports whether the last tokens are a title, a bracket and one word in small
// letters with its full stop.
func (t *Text) shortened() bool {
	n := len(t.Tokens)
	return n > 3 && t.Tokens[n-1].Punct == '.' && t.Tokens[n-2].Shape == Lower && t.Tokens[n-3].Punct == '(' && t.Tokens[n-4].Class.Has(Title)
}

// abbreviated reports whether the full stop at i is that of the word right before it,
// which goes on before limit.
func (t *Text) abbreviated(i, limit int) bool {
	n := len(t.Tokens)
	if n == 0 || int(t.Tokens[n-1].End) != i || i+2 >= limit || t.Source[i+1] != ' ' {
		return false
	}
	next := t.Source[i+2]
	return text.Abbreviated(t.Word(n-1), next >= '0' && next <= '9')
}

// classify sets a word's classes and traits, takes in the full stop of an abbreviation
// that the tables have with it, and returns the word's end.
func (t *Text) classify(tok *Token, limit int) int {
	s, i, end := t.Source, int(tok.Start), int(tok.End)
	capital := tok.Shape == Capital || tok.Shape == AllCaps || tok.Shape == Initial
	if tok.Shape == Capital && t.prefixed(s[i:end]) {
		tok.Shape, capital = Lower, false
	}
	tok.Class, tok.Trait = t.Words.lookup(s[i:end], capital)
	if capital && end < limit && s[end] == '.' && end-i <= 6 {
		if c, trait := t.Words.lookup(s[i:end+1], true); c != 0 { // "Mr."
			tok.Class, tok.Trait = tok.Class|c, trait
			end++
			tok.End = int32(end)
		}
		if n := end + len(".D."); n <= limit && s[n-1] == '.' {
			if c := t.Words.Lookup(s[i:n], true); c.Has(Suffix) { // "Ph.D."
				tok.Class, tok.Shape = c, AllCaps
				end, tok.End = n, int32(n)
			}
		}
		if n := t.shortPair(i, end, limit); n > end { // "Rep.-elect", "Maj.-Gen."
			if c, trait := t.Words.lookup(s[i:n], true); c != 0 {
				tok.Class, tok.Trait = tok.Class|c, trait
			}
			end, tok.End = n, int32(n)
		}
	}
	if tok.Shape == Initial && shortenedName(s[end:limit]) {
		end++
		tok.End = int32(end)
	}
	if n := t.apostrophe(end, limit); capital && n > 0 {
		if c := t.Words.Lookup(s[i:end]+"'", true); c != 0 { // "Dato'"
			tok.Class |= c
			end += n
			tok.End, tok.Trait = int32(end), t.Words.Trait(s[i:end])
		}
	}
	if tok.Shape == Capital && doubleName(s[i:end]) {
		tok.Class &^= Participle | Past // Wei-Ling
	}
	if tok.Shape == AllCaps {
		tok.Class &^= Pronoun | Subject // US, IT
	}
	if tok.Class == 0 && capital && !text.ASCII(s[i:end]) {
		tok.Class = t.Words.Lookup(text.Key(s[i:end]), true) & (Male | Female) // Ádám
	}
	if tok.Class == 0 && tok.Shape == Capital {
		tok.Class = t.compoundTitle(s[i:end])
	}
	if tok.Class == 0 && tok.Shape != Number {
		tok.Class = t.contraction(s[i:end])
	}
	return end
}

// shortenedName reports whether what follows a letter is the full stop of a name that is nothing but it: "T., a
// teacher", "T. said".
func shortenedName(rest string) bool {
	return len(rest) > 2 && rest[0] == '.' && (rest[1] == ',' || rest[1] == ' ' && 'a' <= rest[2] && rest[2] <= 'z')
}

// lowerTitleCase takes the capitals of a headline in title case back from the
// words that are no names.
func (t *Text) lowerTitleCase(first int) {
	words, capitals := 0, 0
	for i := first; i < len(t.Tokens); i++ {
		if tok := &t.Tokens[i]; tok.Shape != Mark && tok.End-tok.Start > 3 {
			words++
			if tok.Shape != Lower {
				capitals++
			}
		}
	}
	if capitals*2 < words || words < 3 {
		return
	}
	for i := first; i < len(t.Tokens); i++ {
		tok := &t.Tokens[i]
		if tok.Shape == Capital && tok.Class.Has(Common|Verb|Noun|Closed|Determiner|Adverb) && !tok.Class.Has(Male|Female|Place|Title|Demonym|OrgName) {
			tok.Shape = Lower
		}
	}
}

// clearSurnames takes the classes that its ending alone gave it from a word behind a first name
// or a Mr.: Manning and Ahmed are no forms of verbs there.
func (t *Text) clearSurnames(first int) {
	for i := first + 1; i < len(t.Tokens); i++ {
		tok, before := &t.Tokens[i], &t.Tokens[i-1]
		if tok.Class&(Participle|Past) != 0 && tok.Class&^(Participle|Past|Common) == 0 && tok.Shape == Capital && before.Sentence == tok.Sentence &&
			before.Shape == Capital && before.Class.Has(Male|Female|TitleMale|TitleFemale) {
			tok.Class = 0
		}
	}
}

// scanToken finds the token that starts at i, which is no space. A Mark of
// punct ' ' is to be skipped.
func scanToken(s string, i int) (end int, shape Shape, punct byte) {
	c := s[i]
	if isWordByte(c) || c == '@' || c == '#' || c == '$' {
		return scanWord(s, i)
	}
	if c < 0x80 {
		switch c {
		case '"', '`':
			return i + 1, Mark, '"'
		case '\'':
			if end := contracted(s, i); end > i {
				return end, Lower, 0
			}
			return i + 1, Mark, '\''
		case '-':
			return repeated(s, i), Mark, '-'
		case '.':
			return repeated(s, i), Mark, '.'
		}
		return i + 1, Mark, c
	}
	r, n := utf8.DecodeRuneInString(s[i:])
	switch r {
	case '“', '”', '„', '‟', '«', '»', '「', '」', '『', '』':
		return i + n, Mark, '"'
	case '‘', '’', '‚', '‹', '›':
		if end := contracted(s, i); end > i && r == '’' {
			return end, Lower, 0
		}
		return i + n, Mark, '\''
	case '–', '—', '―':
		return i + n, Mark, '-'
	case '…':
		return i + n, Mark, '.'
	case '。':
		return i + n, Mark, '.'
	case '、', '，':
		return i + n, Mark, ','
	}
	if unicode.IsLetter(r) || unicode.IsDigit(r) {
		return scanWord(s, i)
	}
	if unicode.IsSpace(r) || text.Unseen(r) {
		return i + n, Mark, ' '
	}
	return i + n, Mark, '*'
}

// domain reports whether s, behind a full stop inside a word, goes on as the name
// of a site does: com, co.uk.
func domain(s string) bool {
	n := 0
	for n < len(s) && 'a' <= s[n] && s[n] <= 'z' {
		n++
	}
	return 2 <= n && n <= 4 && (n == len(s) || !isWordByte(s[n]) && s[n] < 0x80 && s[n] != '-' && s[n] != '@')
}

// repeated is the end of the run of one character which starts at i.
func repeated(s string, i int) int {
	end := i + 1
	for end < len(s) && s[end] == s[i] {
		end++
	}
	return end
}

// scanWord reads letters, digits, inner hyphens and apostrophes, and the full
// stops of abbreviations: "O'Brien", "Jong-un", "U.S.", "Mr.".
func scanWord(s string, i int) (end int, shape Shape, punct byte) {
	start := i
	letters, uppers, digits := 0, 0, 0
	first := rune(0)
	for i < len(s) {
		c := s[i]
		if c < 0x80 {
			switch {
			case 'a' <= c && c <= 'z':
				letters++
			case 'A' <= c && c <= 'Z':
				letters++
				uppers++
			case '0' <= c && c <= '9':
				digits++
			case c == '@' || c == '#' || c == '$' || c == '_':
				if i > start && c != '_' {
					return finishWord(s, start, i, first, letters, uppers, digits)
				}
			case c == '-' || c == '\'' || c == '&':
				if i == start || i+1 >= len(s) || !(isWordByte(s[i+1]) || s[i+1] >= 0xC3) || c == '\'' && genitive(s, i) > 0 {
					return finishWord(s, start, i, first, letters, uppers, digits)
				}
				if c == '\'' && uppers+letters == 0 {
					return finishWord(s, start, i, first, letters, uppers, digits)
				}
			case c == '.' && letters > 0 && i+2 < len(s) && s[i+2] == '.' && isLetterByte(s[i+1]) && (i-start == 1 || !isLetterByte(s[i-2])):
				i += 3 // "U.S.", "a.m.", "D-N.Y."
				for i+1 < len(s) && s[i+1] == '.' && isLetterByte(s[i]) {
					i += 2
				}
				if uppers > 0 {
					return i, AllCaps, 0
				}
				return i, Lower, 0
			case c == '/' && i == start+1 && letters == 1 && uppers == 0 && i+2 < len(s) && isLetterByte(s[i+1]) && s[i+2] == ' ': // "a/l"
			case c == '.' && letters > 1 && domain(s[i+1:]):
			case c == '.' && letters > 1 && uppers == letters && i+1 < len(s) && '0' <= s[i+1] && s[i+1] <= '9': // "BA.2"
			case (c == '.' || c == ',' || c == ':') && digits > 0 && letters == 0 && i+1 < len(s) && '0' <= s[i+1] && s[i+1] <= '9':
			default:
				return finishWord(s, start, i, first, letters, uppers, digits)
			}
			if first == 0 {
				first = rune(c)
			}
			i++
			continue
		}
		r, n := utf8.DecodeRuneInString(s[i:])
		switch {
		case r == '’':
			if i+n >= len(s) || !(isWordByte(s[i+n]) || s[i+n] >= 0xC3) || genitive(s, i) > 0 || s[i+n] == 0xE2 {
				return finishWord(s, start, i, first, letters, uppers, digits)
			}
		case unicode.IsLetter(r):
			letters++
			if unicode.IsUpper(r) {
				uppers++
			}
		case unicode.IsDigit(r):
			digits++
		case unicode.Is(unicode.Mn, r):
		case misread(s, i) > i:
			n = misread(s, i) - i
		default:
			return finishWord(s, start, i, first, letters, uppers, digits)
		}
		if first == 0 {
			first = r
		}
		i += n
	}
	return finishWord(s, start, i, first, letters, uppers, digits)
}

// finishWord names the shape of s[start:end], and takes in the full stop of an
// initial.
func finishWord(s string, start, end int, first rune, letters, uppers, digits int) (int, Shape, byte) {
	if end == start {
		return start + 1, Mark, s[start]
	}
	shape := Lower
	switch {
	case letters == 0 && digits > 0:
		return end, Number, 0
	case letters == 1 && uppers == 1 && digits == 0:
		shape = Initial
	case uppers == letters && letters > 1:
		shape = AllCaps
	case unicode.IsUpper(first) || uppers > 0 && letters > 0 && uppers < letters && first != '@' && first != '#':
		shape = Capital
	case first == '@':
		shape = Capital
	case letters > 0 && first > 0x2E80: // a script without capitals
		shape = Capital
	}
	if shape == Initial && end < len(s) && s[end] == '.' {
		end++ // "J."
	}
	return end, shape, 0
}

// place notes on every token the innermost stretch around it.
func (t *Text) place(stretches []Stretch) {
	var open []int32
	next := 0
	for i := range t.Tokens {
		tok := &t.Tokens[i]
		for next < len(stretches) && stretches[next].Outer.Start <= int(tok.Start) {
			open = append(open, int32(next))
			next++
		}
		for len(open) > 0 && stretches[open[len(open)-1]].Outer.End <= int(tok.Start) {
			open = open[:len(open)-1]
		}
		if len(open) > 0 {
			tok.Quote = open[len(open)-1]
		}
	}
}

// endsBody reports whether the capitals from token i on have a word that ends the name of a body.
func (t *Text) endsBody(i int) bool {
	first := &t.Tokens[i]
	for k := i; k < len(t.Tokens) && k < i+longestBody; k++ {
		tok := &t.Tokens[k]
		if tok.Shape != Capital || tok.Sentence != first.Sentence || tok.Quote != first.Quote {
			return false
		}
		if tok.Class.Has(OrgName) {
			return true
		}
	}
	return false
}

// pluralOwners makes a genitive of the mark in "the dockers' union" and in "the
// Dockers' Union", which closes no quote.
func (t *Text) pluralOwners() {
	for i := 1; i+1 < len(t.Tokens); i++ {
		mark, word, next := &t.Tokens[i], &t.Tokens[i-1], &t.Tokens[i+1]
		if mark.Punct != '\'' || mark.Shape != Mark || word.End != mark.Start || t.Source[word.End-1] != 's' || next.Start != mark.End+1 {
			continue
		}
		body := word.Shape == Capital && t.endsBody(i+1)
		noun := next.Shape == Lower && next.Class.Has(Noun|Common) && !next.Class.Has(Closed|Determiner) && (!next.Class.Has(Core) || next.Class.Has(CueNoun))
		if word.Quote == mark.Quote && next.Quote == mark.Quote && next.Sentence == word.Sentence && (body || noun) {
			mark.Class |= Genitive
		}
	}
}
