package resolve

import (
	"strings"
	"sync"

	"onrecord/quotes/mention"
)

// longestOpening bounds the words in capitals that a paragraph opens with: "ANN LEE has".
const longestOpening = 3

// openings notes the words in capitals that paragraphs open with for show, "ANN Lee has",
// "POLICE in", as the article or the tables have them elsewhere.
func (r *resolver) openings() {
	spelled := sync.OnceValue(r.capitalised) // few openings need it
	for p := range r.t.Paragraphs {
		first, end := r.t.First[p], r.t.First[p+1]
		last := first
		for last < end && last <= first+longestOpening && (r.t.Tokens[last].Shape == mention.AllCaps || r.t.Tokens[last].Shape == mention.Initial) {
			last++
		}
		if last == first || last == end || last > first+longestOpening || r.t.Tokens[last].Shape == mention.Mark || r.t.Heading(int32(p)) {
			continue
		}
		for k := first; k < last; k++ {
			if word := r.plainly(int(k), k > first, spelled); word != "" {
				r.opening[k] = word
			}
		}
	}
}

// capitalised is the words of running text that have a capital and small letters, by those in
// small letters.
func (r *resolver) capitalised() map[string]string {
	out := map[string]string{}
	for i := range r.t.Tokens {
		if t := &r.t.Tokens[i]; t.Shape == mention.Capital && !r.t.Heading(t.Paragraph) {
			out[strings.ToLower(r.t.Word(i))] = r.t.Word(i)
		}
	}
	return out
}

// plainly is the word in capitals at token k as running text has it, "" for none: a noun of
// the tables, in small letters where something stands before it, a word that the article has
// so elsewhere, and a first name before a surname.
func (r *resolver) plainly(k int, inside bool, spelled func() map[string]string) string {
	word := r.t.Word(k)
	if r.t.Tokens[k].Shape != mention.AllCaps || len(word) < shortestShout {
		return ""
	}
	lower := strings.ToLower(word)
	c := r.t.Words.Lookup(lower, false)
	if c.Has(mention.Noun) && !c.Has(mention.Male|mention.Female|mention.Demonym) {
		if inside {
			return lower
		}
		return word[:1] + lower[1:]
	}
	if as := spelled()[lower]; as != "" {
		return as
	}
	next := &r.t.Tokens[k+1]
	small := next.Shape == mention.Capital || next.Shape == mention.AllCaps && spelled()[strings.ToLower(r.t.Word(k+1))] != ""
	if r.t.Tokens[k].Class.Has(mention.Male|mention.Female) && word[0] < 0x80 && small && !next.Class.Has(mention.OrgName|mention.Title) {
		return word[:1] + lower[1:]
	}
	return ""
}

// shortestShout is the length of the shortest such word that is no abbreviation.
const shortestShout = 3

// printPlainly is the text of tokens [first, last) without such capitals, and whether it has any.
func (r *resolver) printPlainly(first, last int32) (string, bool) {
	for k := first; k < last; k++ {
		word, ok := r.opening[k]
		if !ok {
			continue
		}
		t := &r.t.Tokens[k]
		before, behind := r.t.Slice(int(first), int(k)), ""
		if k+1 < last {
			behind = r.t.Source[t.End:r.t.Tokens[k+1].Start] + r.print(k+1, last)
		}
		if k > first {
			before += r.t.Source[r.t.Tokens[k-1].End:t.Start]
		}
		return strings.Join(strings.Fields(before+word+behind), " "), true
	}
	return "", false
}
