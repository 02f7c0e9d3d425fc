package resolve

import "onrecord/quotes/mention"

// prominence weighs mention j of entity e (-1: none) as what role phrase m may
// mean, by how near and how prominent it stands.
func (r *resolver) prominence(j int, m *mention.Mention, e int, g mention.Gender) float64 {
	c := &r.mentions[j]
	sentences := float64(r.prose[m.Sentence] - r.prose[c.Sentence])
	s := 1 - 0.22*min(sentences, 6) - 0.03*max(0, sentences-6)
	s -= 0.16 * float64(min(m.Paragraph-c.Paragraph, 5))
	switch {
	case r.leads(j):
		s += 0.3
	case r.subject(j):
		s += 0.2
	case r.governed(j):
		s -= 0.15
	case c.Owner:
		s -= 0.1
	}
	if r.reports(c) {
		s += 0.1
	}
	if r.asked(c) && (r.replies(m) || c.Sentence == m.Sentence) {
		s += 0.6
	}
	if c.Kind == mention.Pro {
		s += 0.05
	}
	if c.Quote >= 0 {
		s -= 0.5
	}
	gender, person := c.Gender, true
	if e >= 0 {
		gender, person = r.entities[e].Gender, r.entities[e].person
	}
	switch {
	case gender == g && g != mention.Unknown:
		s += 0.2
	case !person:
		s -= 0.4
	default:
		s -= 0.05
	}
	return s
}
