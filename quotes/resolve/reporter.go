package resolve

import (
	"onrecord/quotes"
	"onrecord/quotes/mention"
)

// reporter resolves the I that tells the article, "I asked", to the one person whom
// the byline names.
func (r *resolver) reporter(i int) {
	r.out[i].Reason = "the pronoun names no third person"
	if r.mentions[i].Quote >= 0 {
		return
	}
	found := -1
	for j := range r.mentions[:i] {
		m, e := &r.mentions[j], r.out[j].Entity
		if m.Kind != mention.Name || e < 0 || !r.byline(m) || r.entities[e].Kind != quotes.SpeakerPerson || len(r.entities[e].parts) < 2 {
			continue
		}
		if found >= 0 && found != e {
			return // two of them: which?
		}
		found = e
	}
	if found >= 0 {
		r.out[i] = Resolution{Entity: found, Confidence: sureReporter, Second: -1}
	}
}

// narrates reports whether mention c is the I that tells the article, or speaks of
// itself.
func (r *resolver) narrates(c *mention.Mention) bool {
	return c.Kind == mention.Pro && r.t.Tokens[c.First].Class.Has(mention.I)
}
