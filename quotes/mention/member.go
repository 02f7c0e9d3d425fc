package mention

// Members of parliaments, by the letters that tell them and the places that elect them.

// membership is the preposition behind the letters for whoever a place elects, for in "an MP for Ely" and
// "Labour MP for Ely", where an article or a comma stands before the run [i, end). i: there is none, or the run goes on
// with the name of who is elected.
func (f *finder) membership(i, end int) int {
	t := f.t
	if i == 0 || t.Tokens[i-1].Sentence != t.Tokens[i].Sentence || t.Tokens[i-1].Punct != ',' && !t.Tokens[i-1].Class.Has(Determiner) {
		return i
	}
	for k := i; k < end && k <= i+1; k++ {
		if f.memberOf(k) && k+1 < end && f.givenWithin(k+3, end) == 0 && f.behindSeat(k+2, end) == k+2 {
			return k + 1
		}
	}
	return i
}

// memberOf reports whether token k is the letters for whoever a place elects, before the place: the MP of
// "MP for Ely".
func (f *finder) memberOf(k int) bool {
	t := f.t
	if !f.elected(k) || k+2 >= len(t.Tokens) {
		return false
	}
	next := &t.Tokens[k+1]
	return next.Shape == Lower && next.Class.Has(Preposition) && next.Class.Has(Joint) && next.Sentence == t.Tokens[k].Sentence && f.capital(k+2)
}

// elected reports whether token k is the letters for a member of a parliament: MP, TD.
func (f *finder) elected(k int) bool {
	c := f.t.Tokens[k].Class
	return f.t.Tokens[k].Shape == AllCaps && c.Has(Suffix) && c.Has(Title) && c.Has(Role)
}

// seatsMember is the end of the letters for whoever a place elects, behind an article and the place's name of several
// words, which the run [i, end) begins: the Bethnal Green MP, the Tarn and Ely MP. Of people the letters stand behind the
// name, without an article. i: there are none.
func (f *finder) seatsMember(i, end int) int {
	t := f.t
	if f.withArticle(i) == i || t.Tokens[i].Class.Has(Title) {
		return i
	}
	if end+1 < len(t.Tokens) && t.Tokens[end].Shape == Lower && t.Tokens[end].Class.Has(Conjunction) && t.Tokens[end].Sentence == t.Tokens[i].Sentence && f.capital(end+1) {
		end = f.run(end+1, end+1)
	}
	if end < i+3 || !f.elected(end-1) || end < len(t.Tokens) && t.Tokens[end].Shape == Capital && t.Tokens[end].Sentence == t.Tokens[i].Sentence {
		return i
	}
	return end
}

// seat reports whether the word at i, before MP or the like, is a place that elects or a party and no
// name: nobody bears it, and those who do are named in full or behind a title.
func (f *finder) seat(i int) bool {
	tok := &f.t.Tokens[i]
	return (tok.Shape == Capital || tok.Shape == AllCaps) && !tok.Class.Has(Male|Female) && !f.surname(i)
}
