package mention

// areas reports whether the conjunction at i stands between the two places of one body that the
// state keeps for both, whose name begins at first: Avon and Somerset Police. Whoever stands
// elsewhere as no place does is one of two.
func (f *finder) areas(first, i int) bool {
	t := f.t
	if i != first+1 && (i != first+2 || t.Tokens[first].Trait&PlaceLead == 0) || t.Heading(t.Tokens[i].Paragraph) || !f.nextCapital(i) {
		return false
	}
	for k := first; k < i; k++ {
		if c := t.Tokens[k].Class; t.Tokens[k].Shape != Capital || c.Has(OrgName|Title|Demonym|Role|Group|Date|Office) || f.surname(k) {
			return false
		}
	}
	end := f.areaEnd(i + 1)
	if end < i+3 || f.free(t.Word(i-1)) {
		return false
	}
	if c := t.Tokens[i+1].Class; t.Tokens[i+1].Shape != Capital || c.Has(OrgName|Title|Demonym|Office) || c.Has(Male|Female) && t.Tokens[i+2].Class.Has(Male|Female) || f.surname(i+1) {
		return false
	}
	return t.Tokens[end-1].Trait&State != 0 || t.Tokens[end-2].Shape == AllCaps && t.Tokens[end-1].Trait&Civic != 0 // NHS Trust
}

// areaEnd is the end of the name of a body from its second place at i on, which may have two
// things to do: the "Somerset Fire and Rescue Service" of two places. 0: none.
func (f *finder) areaEnd(i int) int {
	end, t := f.bodyEnd(i), f.t
	for k := i + 1; k+1 < len(t.Tokens) && k <= i+longestBody && f.joins(i-1, k-1); k++ {
		if f.field(k-1) && t.Tokens[k].Shape == Lower && t.Tokens[k].Class.Has(Conjunction) && f.field(k+1) {
			return max(end, f.bodyEnd(k+1))
		}
	}
	return end
}

// free reports whether the text has a word with a capital where a place would hardly stand: with
// neither a preposition nor "and" before it, and no "and" behind.
func (f *finder) free(word string) bool {
	if f.unplaced == nil {
		f.unplaced = map[string]bool{}
		for i := range f.t.Tokens {
			if !f.capital(i) || f.t.Heading(f.t.Tokens[i].Paragraph) {
				continue
			}
			placed := i > 0 && f.t.Tokens[i-1].Class.Has(Preposition|Conjunction) && f.t.Tokens[i-1].Shape == Lower ||
				i+1 < len(f.t.Tokens) && (f.t.Tokens[i+1].Class.Has(Conjunction) || f.capital(i+1))
			if !placed {
				f.unplaced[f.t.Word(i)] = true
			}
		}
	}
	return f.unplaced[word]
}
