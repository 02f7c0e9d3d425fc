package resolve

import (
	"slices"

	"onrecord/quotes"
	"onrecord/quotes/mention"
)

// Firms and clubs that the text goes on to call by the first words of their names.

// shortBody is the one firm named before whose name begins with the word of name m, and
// goes on with what kind of firm it is: Northgate of Northgate Midstream Corp. A body that
// serves others may bear a firm's name, as a foundation does. -1: none, or several.
func (r *resolver) shortBody(m *mention.Mention, key string) int {
	if m.First < m.NameFirst || r.t.Words.Lookup(key, true)&^mention.Common != 0 || r.t.Heading(m.Paragraph) {
		return -1
	}
	return r.onlyEntity(func(_ int, x *Entity) bool {
		n := len(x.parts)
		return x.Kind == quotes.SpeakerOrganisation && x.first >= 0 && n >= 2 && x.parts[0] == key && r.firmly(x.parts[n-1])
	})
}

// firmly reports whether a word ends the names of firms and clubs, which go by the words before it: Corp,
// Group, FC.
func (r *resolver) firmly(last string) bool {
	kind := r.t.Words.Trait(last)
	return kind&mention.Business != 0 && kind&(mention.State|mention.Press) == 0 && (kind&mention.Civic == 0 || r.t.Words.AnyKind(last))
}

// longBody is the one firm whose name goes on from the parts with a word that ends the names of firms:
// Harbour Energy Corp, of Harbour Energy. -1: none, or several.
func (r *resolver) longBody(parts []string) int {
	return r.onlyEntity(func(_ int, x *Entity) bool {
		n := len(parts)
		return x.Kind == quotes.SpeakerOrganisation && len(x.parts) == n+1 && slices.Equal(x.parts[:n], parts) && r.firmly(x.parts[n])
	})
}

// turnedBody is the one body whose name has the last of the parts before a preposition and the others
// behind it: Department of Energy, of Energy Department. -1: none, or several.
func (r *resolver) turnedBody(parts []string) int {
	n := len(parts) - 1
	if !r.t.Words.Lookup(parts[n], true).Has(mention.OrgName) {
		return -1
	}
	return r.onlyEntity(func(_ int, x *Entity) bool {
		return x.Kind == quotes.SpeakerOrganisation && len(x.parts) >= n+2 && x.parts[0] == parts[n] && r.t.Words.Lookup(x.parts[1], false).Has(mention.Preposition) && slices.Equal(x.parts[2:n+2], parts[:n])
	})
}
