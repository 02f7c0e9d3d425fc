package resolve

import "onrecord/quotes/mention"

// namedAs is the role before mention i whose bearer the text calls so: "a man
// named X", "the chief known as X", "a user calling himself X". -1: none.
func (r *resolver) namedAs(i int) int {
	m := &r.mentions[i]
	if i == 0 || m.First < 2 {
		return -1
	}
	k, reflexive := m.First-1, false
	if r.t.Tokens[k].Class.Has(mention.As) {
		k--
	}
	if r.t.Tokens[k].Trait&(mention.OfHim|mention.OfHer) != 0 {
		k, reflexive = k-1, true
	}
	verb := r.t.Tokens[max(k, 0)].Class
	if calls := k >= 0 && r.t.Tokens[k].Trait&mention.Calls != 0; k < 1 || !calls && (!verb.Has(mention.Verb) || !reflexive && !verb.Has(mention.ScareCue)) {
		return -1
	}
	p := &r.mentions[i-1]
	if r.t.Tokens[k-1].Class.Has(mention.Who) && i > 1 && p.Last == k {
		k, p = k-1, &r.mentions[i-2] // "a man who called himself X"
		i--
	}
	if p.Kind != mention.Nominal || p.Sentence != m.Sentence || p.Quote != m.Quote || p.Last != k && p.PrintLast != k {
		return -1
	}
	return i - 1
}

// joinedRole is the role that "and" joins to the one before the name of mention
// i, "former judge and State Governor X", "her rival and friend X". With an article,
// "the senator and Governor X", they are two. -1: none.
func (r *resolver) joinedRole(i int) int {
	m := &r.mentions[i]
	if i == 0 || m.RoleFirst >= m.RoleLast {
		return -1
	}
	and := min(m.First, m.RoleFirst) - 1
	if and < 1 || !r.t.Tokens[and].Class.Has(mention.Conjunction) || !r.t.Tokens[and].Class.Has(mention.Joint) ||
		r.t.Tokens[and+1].Class.Has(mention.Determiner|mention.Possessive) {
		return -1
	}
	p := &r.mentions[i-1]
	if p.Kind != mention.Nominal || p.Plural || p.Owned && !r.possessed(p) || p.Sentence != m.Sentence || p.Quote != m.Quote || p.Last != and && p.PrintLast != and ||
		r.t.Tokens[p.First].Class.Has(mention.Determiner|mention.Possessive) && !r.possessed(p) {
		return -1
	}
	return i - 1
}

// possessed reports whether phrase p is somebody's, and no relative: "her rival and
// close friend X" is one, "his wife and daughter X" are two.
func (r *resolver) possessed(p *mention.Mention) bool {
	return r.t.Tokens[p.First].Class.Has(mention.Possessive) && r.traits(p)&mention.Kin == 0
}

// severalBefore is the group right before mention i that is named by it, or by
// it and others: "the analysts X and Y". -1: none.
func (r *resolver) severalBefore(i int) int {
	m := &r.mentions[i]
	if i == 0 || m.Owner || m.NameLast-m.NameFirst < 2 {
		return -1
	}
	p := &r.mentions[i-1]
	k := m.Last
	if p.Kind != mention.Several || p.Sentence != m.Sentence || p.Quote != m.Quote || int(k) >= len(r.t.Tokens) || !r.t.Tokens[k].Class.Has(mention.Conjunction) {
		return -1
	}
	if p.Last == m.First || p.Last == m.First-1 && r.t.Tokens[p.Last].Punct == ',' {
		return i - 1
	}
	return -1
}

// equated is the role phrase of which a sentence says who it is, mention i: "The
// registered agent is X", "Her lawyer was Dr. X". -1: none.
func (r *resolver) equated(i int) int {
	m := &r.mentions[i]
	if i == 0 || m.Owner || m.Being != mention.Person && m.NameLast-m.NameFirst < 2 {
		return -1
	}
	be := r.printed(m) - 1
	p := &r.mentions[i-1]
	if p.Kind != mention.Nominal || !p.Definite && !p.Owned || p.Plural || p.Sentence != m.Sentence || p.Quote != m.Quote || p.PrintLast != be ||
		!r.t.Tokens[be].Class.Has(mention.Be) || r.t.Tokens[be].Class.Has(mention.Negative) || !r.endsApposition(m) {
		return -1
	}
	return i - 1
}

// appointed is the role that a verb gives mention i, its object: "named X as its next mayor".
// -1: none.
func (r *resolver) appointed(i int) int {
	m := &r.mentions[i]
	k, first := int(m.Last), r.printed(m)
	if i+1 >= len(r.mentions) || first < 1 || k+1 >= len(r.t.Tokens) || !r.t.Tokens[k].Class.Has(mention.As) || !r.t.Tokens[first-1].Class.Has(mention.Past|mention.Verb) || r.t.Tokens[first-1].Class.Has(mention.Core) {
		return -1
	}
	n := &r.mentions[i+1]
	if n.Kind != mention.Nominal || n.Being != mention.Person || n.Plural || !n.Definite && !n.Owned || int(n.First) != k+1 || n.Sentence != m.Sentence || n.Quote != m.Quote {
		return -1
	}
	return i + 1
}

// equatedTo is the role phrase of which a sentence says that it is phrase p, of whoever stands
// behind p: "The first witness was the school's caretaker, X". -1: none.
func (r *resolver) equatedTo(p int) int {
	c := &r.mentions[p]
	be := r.withOwner(p) - 1
	if be > 0 && r.t.Tokens[be].Class.Has(mention.Determiner) {
		be--
	}
	if c.Kind != mention.Nominal || be < 1 || !r.t.Tokens[be].Class.Has(mention.Be) || r.t.Tokens[be].Class.Has(mention.Negative) {
		return -1
	}
	for j := p - 1; j >= 0 && j > p-3; j-- {
		q := &r.mentions[j]
		if q.Kind == mention.Nominal && q.PrintLast == be && q.Sentence == c.Sentence && q.Quote == c.Quote && (q.Definite || q.Owned) && !q.Plural && r.out[j].Entity < 0 {
			return j
		}
	}
	return -1
}

// oneNamed ties the phrase of one out of several to mention i, its name: "one of the
// museum's curators, X,", "one of the aides who stayed, former judge X,".
func (r *resolver) oneNamed(i int) {
	m := &r.mentions[i]
	comma := r.commaBefore(m)
	if comma < 0 || !r.isPerson(i) {
		return
	}
	for j := i - 1; j >= 0 && j > i-5 && r.mentions[j].Sentence == m.Sentence; j-- {
		p := &r.mentions[j]
		if p.Kind != mention.Several && !(p.Kind == mention.Nominal && p.Plural) || p.Quote != m.Quote || r.out[j].Entity >= 0 || !r.oneOf(j) ||
			p.Last != comma && p.PrintLast != comma && !r.complemented(p, comma) {
			continue
		}
		r.out[j] = Resolution{Entity: r.out[i].Entity, Confidence: sureBeside, Second: -1}
		if noun := r.t.Words.Singular(r.t.Word(int(p.Head))); noun != "" {
			r.hold(r.out[i].Entity, role{noun: noun, words: r.fold(p.First, p.Head)})
		}
		return
	}
}

// joinedTo is the phrase to which "and" joins phrase p, another role of the same person:
// "his daughter and co-manager, X,". -1: none.
func (r *resolver) joinedTo(p int) int {
	if p == 0 {
		return -1
	}
	c, q := &r.mentions[p], &r.mentions[p-1]
	and := c.First - 1
	end := and
	if and > 0 && r.t.Tokens[and-1].Punct == ',' {
		end-- // "his daughter, and co-manager, X,"
	}
	if c.Kind != mention.Nominal || q.Kind != mention.Nominal || q.Plural || !q.Definite || q.Sentence != c.Sentence || q.Quote != c.Quote || q.PrintLast != end || r.out[p-1].Entity >= 0 ||
		!r.t.Tokens[and].Class.Has(mention.Conjunction) || !r.t.Tokens[and].Class.Has(mention.Joint) || r.t.Tokens[c.First].Class.Has(mention.Determiner|mention.Possessive) {
		return -1
	}
	return p - 1
}
