package resolve

// roleScore weighs how well a role phrase fits an entity's roles.
func (r *resolver) roleScore(x *Entity, noun string, words []string) float64 {
	best := 0.0
	for _, held := range x.roles {
		best = max(best, r.fit(&held, noun, words))
	}
	for _, done := range x.does {
		best = max(best, r.fit(&done, noun, words))
	}
	return best
}

// fit weighs how well a role phrase fits one role.
func (r *resolver) fit(held *role, noun string, words []string) float64 {
	s := r.kindred(held.noun, noun)
	if s == 0 {
		return 0
	}
	for k := range words {
		for n := range held.words {
			if r.relatedAt(words, k, held.words, n) {
				s += 0.5
			}
		}
	}
	return s
}

// kindredStep is how much less kindred a role is with each step to what it also is.
const kindredStep = 0.1

// kindred is 1 for the same role, less for one that a role also is, else 0.
func (r *resolver) kindred(role, noun string) float64 {
	for n, s := 0, 1.0; role != "" && n < maxBroader; n, s = n+1, s-kindredStep {
		if role == noun {
			return s
		}
		role = r.t.Words.Broader(role)
	}
	return 0
}
