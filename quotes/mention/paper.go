package mention

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
