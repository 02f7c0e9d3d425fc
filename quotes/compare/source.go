package compare

import (
	"slices"
	"sort"

	"onrecord/quotes"
)

// Source is a long text, such as a transcript, made ready for quotes to be
// looked for in it: linear time and memory in its length, once.
type Source struct {
	text  string
	words []Word
	// runs and singles are places in words by hash: the hash in the upper
	// half, the place in the lower, sorted.
	runs, singles []uint64
}

// NewSource makes a text ready.
func NewSource(text string) *Source {
	s := &Source{text: text, words: spoken(Words(text))}
	s.runs = make([]uint64, 0, len(s.words))
	s.singles = make([]uint64, 0, len(s.words))
	for i, w := range s.words {
		s.singles = append(s.singles, entry(mix(hashWord(w.Key)), i))
		if i+shingleWords <= len(s.words) {
			s.runs = append(s.runs, entry(runHash(s.words[i:]), i))
		}
	}
	slices.Sort(s.runs)
	slices.Sort(s.singles)
	return s
}

func entry(hash uint32, at int) uint64 { return uint64(hash)<<32 | uint64(uint32(at)) }

func runHash(words []Word) uint32 {
	return mix((hashWord(words[0].Key)*prime+hashWord(words[1].Key))*prime + hashWord(words[2].Key))
}

// mostPlaces bounds how many places of one run of words are looked at, so that
// a phrase said a thousand times costs no more than one said rarely.
const mostPlaces = 16

// places are the first places of a hash, at most mostPlaces.
func places(index []uint64, hash uint32) []int {
	from := sort.Search(len(index), func(i int) bool { return index[i] >= entry(hash, 0) })
	var out []int
	for ; from < len(index) && uint32(index[from]>>32) == hash && len(out) < mostPlaces; from++ {
		out = append(out, int(uint32(index[from])))
	}
	return out
}

// Found is a quote held against the passage of a source that it fits best.
type Found struct {
	Comparison
	// Passage is the source's words, and Span their place in it, in bytes.
	Passage string
	Span    quotes.Span
	// Elsewhere is a second passage that a part of the quote comes from, "" if
	// there is none.
	Elsewhere string
}

// A quote counts as found if the passage has so much of its words; a second
// passage has to have more, of at least so many words.
const (
	leastShare     = 0.5
	leastElsewhere = 0.8
	leastApart     = 4
)

// Find finds the passage of the source that fits a quote best; nil if none
// does, or the quote has too few words to tell.
func (s *Source) Find(quote string) *Found {
	q := spoken(Words(quote))
	if weight(q) < 1 {
		return nil
	}
	at, ok := s.best(q, 0, len(q))
	if !ok {
		return nil
	}
	c := s.hold(quote, q, at)
	if c.share() < leastShare {
		return nil
	}
	other := s.elsewhere(c)
	f := c.found()
	f.Elsewhere = other
	return f
}

// match is a run of the quote's words, from the one at, that the source has.
type match struct{ source, at int }

// best finds the window of the source that has most of the words q[from:to].
func (s *Source) best(q []Word, from, to int) (window []match, ok bool) {
	matches := s.matches(q, from, to)
	span := 2*(to-from) + 40
	most := 0
	seen := make([]int, len(q))
	distinct, first := 0, 0
	for i, m := range matches {
		if seen[m.at]++; seen[m.at] == 1 {
			distinct++
		}
		for matches[first].source < m.source-span {
			if seen[matches[first].at]--; seen[matches[first].at] == 0 {
				distinct--
			}
			first++
		}
		// Of equals the narrowest.
		if distinct > most || distinct == most && m.source-matches[first].source < window[len(window)-1].source-window[0].source {
			most, window = distinct, matches[first:i+1]
		}
	}
	return narrowed(window), most > 0
}

// narrowed leaves out what a window has twice at its ends.
func narrowed(window []match) []match {
	again := func(m match, in []match) bool {
		return slices.ContainsFunc(in, func(o match) bool { return o.at == m.at })
	}
	for len(window) > 1 && again(window[0], window[1:]) {
		window = window[1:]
	}
	for len(window) > 1 && again(window[len(window)-1], window[:len(window)-1]) {
		window = window[:len(window)-1]
	}
	return window
}

// matches are where runs of the quote's words stand in the source, or, where no
// run does, its single words but for function words; in order.
func (s *Source) matches(q []Word, from, to int) []match {
	var out []match
	for i := from; i+shingleWords <= to; i++ {
		for _, p := range places(s.runs, runHash(q[i:])) {
			out = append(out, match{p, i})
		}
	}
	if len(out) == 0 {
		for i := from; i < to; i++ {
			if q[i].class&function == 0 {
				for _, p := range places(s.singles, mix(hashWord(q[i].Key))) {
					out = append(out, match{p, i})
				}
			}
		}
	}
	slices.SortFunc(out, func(a, b match) int {
		if a.source != b.source {
			return a.source - b.source
		}
		return a.at - b.at
	})
	return out
}

// slack is how many words beside a window may belong to the passage.
const slack = 6

// hold compares the quote with the passage around a window.
func (s *Source) hold(quote string, q []Word, window []match) *comparer {
	first, last := window[0], window[len(window)-1]
	from := max(0, first.source-first.at-slack)
	to := min(len(s.words), last.source+(len(q)-last.at)+slack)
	c := &comparer{source: s.text, quote: quote, a: s.words[from:to], b: q, moved: -1}
	c.stretches = diff(c.a, c.b)
	c.cut()
	return c
}

// found is what came of a comparison with a passage.
func (c *comparer) found() *Found {
	f := &Found{Comparison: *c.result()}
	if len(c.a) > 0 {
		f.Span = quotes.Span{Start: c.a[0].Start, End: c.a[len(c.a)-1].End}
		f.Passage = c.source[f.Span.Start:f.Span.End]
	}
	return f
}

// cut leaves out what the source has before the quote's first word and behind
// its last; of a first or last word that is replaced, as many words stay.
func (c *comparer) cut() {
	if n := len(c.stretches); n > 0 {
		if s := &c.stretches[n-1]; s.aEnd == len(c.a) && s.bEnd == len(c.b) {
			s.aEnd = min(s.aEnd, s.aStart+s.bEnd-s.bStart)
			c.a = c.a[:s.aEnd]
			if s.aStart == s.aEnd && s.bStart == s.bEnd {
				c.stretches = c.stretches[:n-1]
			}
		}
	}
	if len(c.stretches) == 0 || c.stretches[0].aStart > 0 || c.stretches[0].bStart > 0 {
		return
	}
	drop := max(0, c.stretches[0].aEnd-c.stretches[0].bEnd)
	c.a = c.a[drop:]
	c.stretches = slices.Clone(c.stretches)
	for i := range c.stretches {
		s := &c.stretches[i]
		s.aStart, s.aEnd = max(0, s.aStart-drop), s.aEnd-drop
	}
	if s := c.stretches[0]; s.aEnd == 0 && s.bEnd == 0 {
		c.stretches = c.stretches[1:]
	}
}

// elsewhere looks for a longer part of the quote that the passage lacks, and
// gives the other passage that has it.
func (s *Source) elsewhere(c *comparer) string {
	for i, st := range c.stretches {
		if st.bEnd-st.bStart < leastApart {
			continue
		}
		window, ok := s.best(c.b, st.bStart, st.bEnd)
		if !ok {
			continue
		}
		for k := range window {
			window[k].at -= st.bStart
		}
		from, to := c.b[st.bStart].Start, c.b[st.bEnd-1].End
		part := c.quote[from:to]
		other := s.hold(part, spoken(Words(part)), window)
		if other.share() < leastElsewhere {
			continue
		}
		c.move(i)
		return other.found().Passage
	}
	return ""
}

// move tells that what a stretch puts in comes from elsewhere, and so replaces
// nothing at the passage's ends.
func (c *comparer) move(i int) {
	c.moved = i
	s := &c.stretches[i]
	switch {
	case s.aEnd == len(c.a):
		c.a = c.a[:s.aStart]
		s.aEnd = s.aStart
	case s.aStart == 0:
		drop := s.aEnd
		c.a = c.a[drop:]
		s.aEnd = 0
		for k := i + 1; k < len(c.stretches); k++ {
			c.stretches[k].aStart -= drop
			c.stretches[k].aEnd -= drop
		}
	}
}
