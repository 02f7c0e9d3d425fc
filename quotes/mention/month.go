package mention

// dated reports whether token i is a date and no part of a name: the May of "in May" and of
// "told Ann May 5", but not that of "Theresa May" nor, once she is named, that of "May said".
func (f *finder) dated(i int) bool {
	t := f.t
	tok := &t.Tokens[i]
	switch {
	case !tok.Class.Has(Date):
		return false
	case f.given(i), f.paperDay(i):
		return false // April Mellody, the Sunday Courier
	case i == 0 || tok.Shape != Capital || !tok.Class.Has(Auxiliary) || t.Heading(tok.Paragraph):
		return true // of the months only May is a surname that news knows
	}
	before, next := &t.Tokens[i-1], &t.Tokens[min(i+1, len(t.Tokens)-1)]
	if before.Sentence == tok.Sentence && f.capital(i-1) {
		return next.Shape == Number || !before.Class.Has(Male|Female|TitleMale|TitleFemale) || before.Class.Has(Place|OrgName|Date)
	}
	return !f.surname(i) || !(f.acts(i+1) || next.Class.Has(Genitive) || f.acts(i-1)) || before.Class.Has(Preposition)
}
