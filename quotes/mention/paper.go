package mention

import (
	"slices"
	"strings"
)

// besidePaper is the end of the name of a paper or a station that the run [first, end) begins
// with under a preposition, where a first name behind it begins the sentence proper: the Mirror
// of "Writing in The Mirror Ann said". Else it is end.
func (f *finder) besidePaper(first, end int) int {
	t := f.t
	article := f.withArticle(first)
	if article == 0 || !t.Tokens[article-1].Class.Has(Preposition) || t.Tokens[article-1].Sentence != t.Tokens[first].Sentence ||
		t.Tokens[first].Class.Has(Male|Female) && t.Tokens[first].Trait&Press == 0 || end >= len(t.Tokens) {
		return end
	}
	if next := &t.Tokens[end]; next.Sentence != t.Tokens[first].Sentence || next.Punct != ',' && (next.Shape != Lower || !next.Class.Has(Verb|Auxiliary|Past) || next.Class.Has(Genitive|Participle)) {
		return end
	}
	for k := first + 1; k < end; k++ {
		given, paper := t.Tokens[k].Class, &t.Tokens[k-1]
		if paper.Trait&Press == 0 || paper.Shape != Capital || k == first+1 && article == first ||
			t.Tokens[k].Shape != Capital || !given.Has(Male|Female) || given.Has(Place|OrgName|Title) || t.Tokens[k].Trait&Press != 0 {
			continue
		}
		if k == end-1 || k == end-2 && t.Tokens[k+1].Class&^(Male|Female) == 0 {
			return k
		}
	}
	return end
}

// longestKind bounds the words that tell which kind of paper or station it is: the Kommersant
// business daily, the Interfax news agency.
const longestKind = 3

// paperNoun is the token behind the noun for a paper or a station that follows its name, the run
// [first, end): "the Haaretz newspaper". It is end where none does, or the run tells only where the
// paper is from or whose it is.
func (f *finder) paperNoun(first, end int) int {
	t := f.t
	for k := end; k < len(t.Tokens) && k < end+longestKind; k++ {
		tok := &t.Tokens[k]
		if tok.Shape != Lower && tok.Shape != AllCaps || tok.Sentence != t.Tokens[first].Sentence || tok.Quote != t.Tokens[first].Quote || tok.Class.Has(Closed|Determiner|Pronoun|Verb|Past|Genitive) {
			return end
		}
		if tok.Shape != Lower || !tok.Class.Has(Org) || !f.endsPaper(k+1) {
			continue
		}
		if (k > end && t.Tokens[k-1].Trait&Press != 0 && !t.Tokens[k-1].Class.Has(Org) || t.Words.PaperNoun(t.Word(k))) && f.paperName(first, end) {
			return k + 1
		}
	}
	return end
}

// paperOfRole reports whether the run [first, end) is the name of a paper that is a noun for people, too, which
// no text prints with a capital behind "the" for one of these: The Economist.
func (f *finder) paperOfRole(first, end int) bool {
	t := f.t
	if end != first+1 || t.Tokens[first].Shape != Capital || f.withArticle(first) == first || !t.Words.PaperRole(strings.ToLower(t.Word(first))) || t.Heading(t.Tokens[first].Paragraph) {
		return false
	}
	return end == len(t.Tokens) || t.Tokens[end].Shape != Lower || !t.Tokens[end].Class.Has(Noun) || t.Tokens[end].Class.Has(Verb)
}

// paperName reports whether the run [first, end) can be the name of a paper.
func (f *finder) paperName(first, end int) bool {
	t := f.t
	head, last := &t.Tokens[first], &t.Tokens[end-1]
	if f.indefinite(first-1) || last.Class.Has(Place|Demonym|National|Date) || last.Class.Has(OrgName|Title|Role) && last.Trait&Press == 0 {
		return false
	}
	if f.opens(first) && (end == first+1 && head.Class != 0 || f.inSmall(strings.ToLower(t.Word(first)))) {
		return false // "Local newspapers"
	}
	if slices.ContainsFunc(t.Tokens[first:end], func(t Token) bool { return t.Trait&Press != 0 }) {
		return true // Daily Nation
	}
	return !head.Class.Has(Male|Female|Place|Title|Demonym|OrgName) && head.Trait&PlaceLead == 0
}

// endsPaper reports whether the noun before token k ends its phrase: no editor of the paper follows.
func (f *finder) endsPaper(k int) bool {
	t := f.t
	if k >= len(t.Tokens) || t.Tokens[k].Sentence != t.Tokens[k-1].Sentence || t.Tokens[k].Quote != t.Tokens[k-1].Quote || t.Tokens[k].Shape == Mark {
		return true
	}
	next := &t.Tokens[k]
	return next.Shape == Lower && !next.plain() && !f.compound(k-1, k) && !next.Class.Has(Genitive)
}

// paperDay reports whether the date at i, behind an article, begins the name of a paper: the Sunday
// Courier.
func (f *finder) paperDay(i int) bool {
	return i > 0 && f.withArticle(i) < i && f.nextCapital(i) && f.t.Tokens[i+1].Trait&Press != 0 && f.t.Tokens[i].Shape == Capital
}

// beforePaper reports whether the word at i only tells of what kind the paper or body is whose name
// follows it: the nationalist of "the nationalist Daily Courier tabloid".
func (f *finder) beforePaper(i int) bool {
	if f.t.Tokens[i].Trait&Adjectival == 0 || !f.nextCapital(i) || f.t.Tokens[i+1].Class.Has(Male|Female|Title) {
		return false
	}
	end := f.run(i+1, i+1)
	return end > i+1 && (f.t.Tokens[end-1].Class.Has(OrgName) || f.paperNoun(i+1, end) > end)
}
