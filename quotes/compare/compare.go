package compare

import (
	"slices"
	"strings"
	"unicode/utf8"
)

// Kind is how a quote's wording stands to the source's.
type Kind string

// The kinds.
const (
	Same    Kind = "same"    // word for word
	Trimmed Kind = "trimmed" // words were left out, with or without a sign of it
	Altered Kind = "altered" // words were put in or replaced, or a "not" left out
	Spliced Kind = "spliced" // passages that stand apart were joined without a sign
)

// What is what one difference does.
type What string

// The differences, the gravest first.
const (
	NegationDropped What = "a negation dropped"
	NegationAdded   What = "a negation added"
	NumberChanged   What = "a number changed"
	NameChanged     What = "a name changed"
	PassagesJoined  What = "passages joined"
	Replaced        What = "replaced"
	PutIn           What = "put in"
	LeftOut         What = "left out"
	Explained       What = "explained in brackets"
)

// Difference is one place where the wordings differ.
type Difference struct {
	What What   `json:"what"`
	Was  string `json:"was"` // in the source
	Is   string `json:"is"`  // in the quote
	// Start and End are the place in the quote's text, in code points; where
	// words were left out, the place they would stand at.
	Start int `json:"start"`
	End   int `json:"end"`
}

// Comparison is a quote's wording against a source's.
type Comparison struct {
	Kind        Kind
	Differences []Difference
	Pieces      []Piece
	// Share is how much of the quote's words the source has, from 0 to 1;
	// function words count less.
	Share float64
}

// Piece is a run of words in the order of reading.
type Piece struct {
	Op   Op
	Text string
}

// Op tells where a piece stands.
type Op uint8

// The ops.
const (
	Both    Op = iota
	Removed    // in the source only
	Added      // in the quote only
)

// Compare holds a quote's wording against that of its source.
func Compare(source, quote string) *Comparison {
	c := &comparer{source: source, quote: quote, a: spoken(Words(source)), b: spoken(Words(quote)), moved: -1}
	c.stretches = diff(c.a, c.b)
	return c.result()
}

// spoken leaves out what speakers stumble over: fillers, and a function word
// said twice.
func spoken(words []Word) []Word {
	out := words[:0]
	for _, w := range words {
		again := len(out) > 0 && w.class&function != 0 && out[len(out)-1].Key == w.Key && w.flags&gap == 0
		if w.class&filler == 0 && !again {
			out = append(out, w)
		}
	}
	return out
}

type comparer struct {
	source, quote string
	a, b          []Word
	stretches     []stretch
	moved         int // the stretch whose words are from elsewhere; -1: none
}

// farApart is how many words left out within a quote, without a sign, make it a
// splice, if a sentence ends among them.
const farApart = 6

func (c *comparer) result() *Comparison {
	out := &Comparison{Kind: Same, Share: c.share()}
	worse := func(k Kind) {
		if order := []Kind{Same, Trimmed, Spliced, Altered}; slices.Index(order, k) > slices.Index(order, out.Kind) {
			out.Kind = k
		}
	}
	for i, s := range c.stretches {
		whats := c.whats(s)
		if i == c.moved {
			whats = []What{c.joining(s)}
		}
		for _, what := range whats {
			out.Differences = append(out.Differences, c.difference(what, s))
			switch what {
			case LeftOut, Explained:
				worse(Trimmed)
			case PassagesJoined:
				worse(Spliced)
			default:
				worse(Altered)
			}
		}
	}
	out.Pieces = c.pieces()
	return out
}

// whats tells what a stretch does, most often one thing.
func (c *comparer) whats(s stretch) []What {
	was, is := c.a[s.aStart:s.aEnd], c.b[s.bStart:s.bEnd]
	var out []What
	switch before, after := count(was, negation), count(is, negation); {
	case before > after && (len(is) > 0 || c.withinSentence(s)):
		out = append(out, NegationDropped)
	case before < after:
		out = append(out, NegationAdded)
	}
	if had, has := keys(was, isNumber), keys(is, isNumber); had != has && had != "" && has != "" {
		out = append(out, NumberChanged)
	}
	if had, has := keys(was, isName), keys(is, isName); had != has && had != "" && has != "" {
		out = append(out, NameChanged)
	}
	switch {
	case len(out) > 0:
		return out
	case len(is) == 0 && c.joins(s):
		return []What{PassagesJoined}
	case len(is) == 0:
		return []What{LeftOut}
	case !slices.ContainsFunc(is, func(w Word) bool { return w.flags&bracketed == 0 }):
		return []What{Explained}
	case len(was) == 0:
		return []What{PutIn}
	}
	return []What{Replaced}
}

// joins reports whether leaving out a stretch joins passages that stand apart.
func (c *comparer) joins(s stretch) bool {
	if s.bStart == 0 || s.bStart == len(c.b) || s.aEnd-s.aStart < farApart || c.b[s.bStart].flags&gap != 0 {
		return false
	}
	return !c.withinSentence(s)
}

// joining tells whether a passage from elsewhere was joined, or a sign says that
// something was left out before it.
func (c *comparer) joining(s stretch) What {
	if c.b[s.bStart].flags&gap != 0 || s.bEnd < len(c.b) && s.bStart == 0 && c.b[s.bEnd].flags&gap != 0 {
		return LeftOut
	}
	return PassagesJoined
}

// withinSentence reports whether words left out stood amid one sentence of
// those that are quoted.
func (c *comparer) withinSentence(s stretch) bool {
	return s.bStart > 0 && s.bStart < len(c.b) &&
		!slices.ContainsFunc(c.a[s.aStart:s.aEnd+1], func(w Word) bool { return w.flags&opens != 0 })
}

func count(words []Word, of class) int {
	n := 0
	for _, w := range words {
		if w.class&of != 0 {
			n++
		}
	}
	return n
}

func isNumber(w Word) bool { return w.class&number != 0 }

func isName(w Word) bool { return w.flags&capital != 0 && w.flags&opens == 0 && w.class&function == 0 }

// keys are the keys of some words, those that stand for the same alike.
func keys(words []Word, some func(Word) bool) string {
	var out []string
	for _, w := range words {
		if some(w) {
			key := w.Key
			if v, ok := english().values[key]; ok {
				key = v
			}
			out = append(out, key)
		}
	}
	return strings.Join(out, " ")
}

// share is how much of the quote's words, by weight, stand in the source in
// this order.
func (c *comparer) share() float64 {
	all, lost := weight(c.b), 0.0
	for _, s := range c.stretches {
		lost += weight(c.b[s.bStart:s.bEnd])
	}
	if all == 0 {
		return 0
	}
	return (all - lost) / all
}

// weight counts words, a function word as a quarter of one.
func weight(words []Word) float64 {
	w := 0.0
	for i := range words {
		if words[i].class&function != 0 {
			w += 0.25
		} else {
			w++
		}
	}
	return w
}

func (c *comparer) difference(what What, s stretch) Difference {
	d := Difference{What: what, Was: printed(c.source, c.a[s.aStart:s.aEnd]), Is: printed(c.quote, c.b[s.bStart:s.bEnd])}
	start, end := len(c.quote), len(c.quote)
	switch {
	case s.bStart < s.bEnd:
		start, end = c.b[s.bStart].Start, c.b[s.bEnd-1].End
	case s.bStart < len(c.b):
		start, end = c.b[s.bStart].Start, c.b[s.bStart].Start
	}
	d.Start = utf8.RuneCountInString(c.quote[:start])
	d.End = d.Start + utf8.RuneCountInString(c.quote[start:end])
	return d
}

// printed is the text from the first word to the last.
func printed(s string, words []Word) string {
	if len(words) == 0 {
		return ""
	}
	return s[words[0].Start:words[len(words)-1].End]
}

// pieces puts the wordings together for reading.
func (c *comparer) pieces() []Piece {
	var out []Piece
	add := func(op Op, text string) {
		if text = strings.TrimSpace(text); text != "" {
			out = append(out, Piece{op, text})
		}
	}
	last := 0 // in the quote, in bytes
	upTo := func(word int) string {
		end := len(c.quote)
		if word < len(c.b) {
			end = c.b[word].Start
		}
		text := c.quote[last:max(end, last)]
		last = max(end, last)
		return text
	}
	for _, s := range c.stretches {
		add(Both, upTo(s.bStart))
		add(Removed, printed(c.source, c.a[s.aStart:s.aEnd]))
		if s.bEnd > s.bStart {
			add(Added, upTo(s.bEnd))
		}
	}
	add(Both, upTo(len(c.b)))
	return out
}

// Marked is the pieces in plain signs: [-left out-] {+put in+}.
func Marked(pieces []Piece) string {
	parts := make([]string, len(pieces))
	for i, p := range pieces {
		switch p.Op {
		case Both:
			parts[i] = p.Text
		case Removed:
			parts[i] = "[-" + p.Text + "-]"
		case Added:
			parts[i] = "{+" + p.Text + "+}"
		}
	}
	return strings.Join(parts, " ")
}
