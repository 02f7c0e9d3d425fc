package mention

// placeBehind is the end of the place that the complement [i, end) of a noun goes on with
// before a mark or a verb, "a bank in Tokyo," of "an adviser at a bank in Tokyo,", or of
// an age, "a boy of 12". Else it is end.
func (f *finder) placeBehind(end, i int) int {
	t := f.t
	k := end
	if k+1 >= len(t.Tokens) || t.Tokens[k].Shape != Lower || !t.Tokens[k].Class.Has(Preposition) || t.Tokens[k].Sentence != t.Tokens[i-1].Sentence || t.Tokens[k].Quote != t.Tokens[i-1].Quote {
		return end
	}
	last := k + 1
	if end == i && t.Tokens[k].Class.Has(Joint) && t.Tokens[last].Shape == Number {
		last++
	} else if end > i && !t.Tokens[k].Class.Has(To|As|By) {
		for f.joins(k+1, last) && f.capital(last) && t.Tokens[last].Class.Has(Place|OrgName) {
			last++
		}
	}
	if last == k+1 || last < len(t.Tokens) && t.Tokens[last].Sentence == t.Tokens[k].Sentence && t.Tokens[last].Shape != Mark && !t.Tokens[last].Class.Has(Core) {
		return end
	}
	return last
}
