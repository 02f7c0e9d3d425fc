package mention

// beside is the token behind what stands between marks in a name at i, a nickname
// or an aside of its title; i if nothing does.
func (f *finder) beside(i int) int { return max(f.nickname(i), f.aside(i)) }

// nickname is the token behind a nickname between marks, "Hawk" or (Bill), which
// the mark at i opens; i if none does.
func (f *finder) nickname(i int) int {
	t := f.t
	if i+3 >= len(t.Tokens) || t.Tokens[i].Shape != Mark {
		return i
	}
	open := t.Tokens[i].Punct
	if open != '"' && open != '\'' && open != '(' {
		return i
	}
	for k := i + 1; k < i+4 && k < len(t.Tokens); k++ {
		tok := &t.Tokens[k]
		if tok.Shape == Mark {
			if k == i+1 || tok.Punct != open && (open != '(' || tok.Punct != ')') || k+1 < len(t.Tokens) && t.Tokens[k+1].Class.Has(Determiner|Definite) {
				return i // "Source: Ann Lee (Linkbook) The Warden"
			}
			return k + 1
		}
		if tok.Shape != Capital && (tok.Shape != Initial || open == '(') || t.Word(k)[0] == '@' || open == '(' && tok.Class&^(Male|Female) != 0 {
			return i
		}
	}
	return i
}

// lettered is the token behind the letters in brackets at i that stand for the words before them: of
// "a Ministry of Health (MOH) official". i: there are none.
func (f *finder) lettered(i int) int {
	t := f.t.Tokens
	if i == 0 || i+2 >= len(t) || t[i].Punct != '(' || t[i+1].Shape != AllCaps || t[i+2].Punct != ')' || t[i].Sentence != t[i-1].Sentence || t[i+2].Sentence != t[i].Sentence || t[i].Quote != t[i-1].Quote {
		return i
	}
	return i + 3
}

// inner reports whether token i, no capital, stands inside a name: van der, of
// the, and a comma before Jr.
func (f *finder) inner(start, first, i int) bool {
	t := f.t
	tok := &t.Tokens[i]
	if tok.Paragraph != t.Tokens[start].Paragraph || tok.Sentence != t.Tokens[start].Sentence || tok.Quote != t.Tokens[start].Quote {
		return false
	}
	if tok.Shape == Mark && tok.Punct == '&' {
		return f.joins(start, i+1)
	}
	if f.ofBody(first, i) || f.cause(first, i) || f.purpose(first, i) {
		return f.joins(start, i+1)
	}
	if tok.Shape == Mark {
		return tok.Punct == ',' && i+1 < len(t.Tokens) && t.Tokens[i+1].Class.Has(Suffix) && f.capital(i+1) && !f.memberOf(i+1)
	}
	next := i + 1
	switch {
	case f.ordinal(i), f.inCharge(i):
		return true
	case tok.Shape == Lower && tok.Class.Has(Preposition) && f.article(next):
		return f.joins(start, next+1) // in 't Veld
	case tok.Class.Has(Particle) && tok.Shape == Lower && !tok.Class.Has(Joint):
		for next < len(t.Tokens) && next < i+3 && t.Tokens[next].Class.Has(Particle) && t.Tokens[next].Shape == Lower {
			next++
		}
		return f.joins(start, next)
	case tok.Class.Has(Joint) && (t.Tokens[i-1].Class.Has(OrgName|Title) && !f.ends(first, i-1) && !f.ranked(first, i) || f.chamber(first, i)):
		// Ministry of Defence, Secretary of State, Joint Chiefs of Staff.
		if tok.Class.Has(Conjunction|Definite) && !t.Tokens[i-1].Class.Has(Joint) {
			return false
		}
		if next < len(t.Tokens) && t.Tokens[next].Class.Has(Definite) && t.Tokens[next].Shape == Lower {
			next++
		}
		return tok.Class.Has(Preposition) && f.joins(start, next) && (!t.Tokens[next].Class.Has(Male|Female) || f.memberOf(i-1))
	case i == first+1 && tok.Shape == Lower && tok.Class.Has(Preposition) && tok.Class.Has(Joint) && t.Tokens[first].Shape == AllCaps && !t.Tokens[first].Class.Has(Title|Role|Noun) && !t.Heading(tok.Paragraph):
		return f.joins(start, next) && t.Tokens[next].Class.Has(Place) && !t.Tokens[next].Class.Has(Male|Female) // the PGA of America
	case tok.Shape == Lower && t.Tokens[i].Trait&Topic != 0 && t.Tokens[i-1].Trait&Topical != 0:
		return f.joins(start, next) && !t.Tokens[next].Class.Has(Date|Place|Male|Female) // Committee on Foreign Affairs
	case tok.Class.Has(Definite) && t.Tokens[i-1].Class.Has(Joint) && i > first+1:
		return f.joins(start, next)
	}
	return false
}
