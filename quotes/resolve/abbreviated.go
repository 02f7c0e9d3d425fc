package resolve

import (
	"strings"

	"onrecord/quotes"
	"onrecord/quotes/mention"
	"onrecord/quotes/text"
)

// The letters that an abbreviated office may have: the VC, the ADGP.
const (
	leastOffice   = 2
	longestOffice = 6
)

// abbreviates notes the first letters of the role [first, last) of entity e, by which papers
// go on: the DRM for a divisional railway manager, the IG and the IGP for an inspector general
// of police. A capital before the role, which may only open the sentence, can be of it.
func (r *resolver) abbreviates(e int, first, last int32) {
	if first > 0 && r.t.Tokens[first-1].Shape == mention.Capital && r.t.Tokens[first-1].Sentence == r.t.Tokens[first].Sentence {
		r.abbreviate(e, first-1, last)
	}
	r.abbreviate(e, first, last)
}

func (r *resolver) abbreviate(e int, first, last int32) {
	var letters [longestOffice]byte
	n := 0
	for k := first; k < last && n < len(letters); k++ {
		t := &r.t.Tokens[k]
		switch {
		case t.Shape == mention.Mark || t.Class.Has(mention.Genitive):
			return
		case t.Class.Has(mention.TitleMale | mention.TitleFemale):
			last = k // the Smt. of "Deputy Commissioner Smt. Ann Lee"
			continue
		case t.Class.Has(mention.Preposition|mention.Conjunction|mention.Definite) && t.Shape == mention.Lower:
			r.shortens(e, letters[:n])
			continue
		}
		for part := range strings.SplitSeq(r.t.Word(int(k)), "-") { // Officer-in-Charge
			if part != "" && n < len(letters) && !r.t.Words.Lookup(part, false).Has(mention.Preposition) {
				letters[n] = part[0] | 0x20
				n++
			}
		}
	}
	r.shortens(e, letters[:n])
}

// shortens notes that letters stand for the office of entity e.
func (r *resolver) shortens(e int, letters []byte) {
	if len(letters) >= leastOffice {
		if r.offices == nil {
			r.offices = map[string]int{}
		}
		r.offices[string(letters)] = e
	}
}

// abbreviated is whose office the capitals of mention i are short for, "the DRM". -1: nobody's,
// or a body bears them.
func (r *resolver) abbreviated(i int) int {
	m := &r.mentions[i]
	if m.Head == 0 || r.t.Tokens[m.Head].Shape != mention.AllCaps || !r.t.Tokens[m.Head-1].Class.Has(mention.Definite) || m.NameLast-m.NameFirst > 2 {
		return -1
	}
	key := r.word(int(m.Head))
	if _, named := r.full[key]; named {
		return -1
	}
	e, ok := r.offices[key]
	if !ok || r.entities[e].Kind != quotes.SpeakerPerson || r.entities[e].last < 0 {
		return -1
	}
	return e
}

// bodyLetters is the body named before whose first letters the capitals of phrase m are, though a title is
// written so, too: "the ATO" of an Alpine Tourist Office. -1: none.
func (r *resolver) bodyLetters(m *mention.Mention) int {
	if m.Head != m.First+1 || r.t.Tokens[m.Head].Shape != mention.AllCaps {
		return -1
	}
	e, ok := r.full[r.word(int(m.Head))]
	if !ok || r.entities[e].Kind != quotes.SpeakerOrganisation || r.entities[e].last < 0 || len(r.entities[e].parts) < 2 {
		return -1
	}
	return e
}

// lettered notes that the capitals in brackets behind the name of body e, mention m, are short for it: "the
// Department of Tides (DOT)".
func (r *resolver) lettered(m *mention.Mention, e int) {
	k := int(m.Last)
	if r.entities[e].Kind != quotes.SpeakerOrganisation || k+2 >= len(r.t.Tokens) || r.t.Tokens[k].Punct != '(' || r.t.Tokens[k+2].Punct != ')' || r.t.Tokens[k+1].Shape != mention.AllCaps || r.t.Tokens[k+1].Class.Has(mention.Place) {
		return
	}
	key := r.word(k + 1)
	if _, known := r.full[key]; !known && len(key) >= leastOffice && len(key) <= longestOffice {
		r.full[key] = e
	}
}

// acronyms notes what papers shorten the name of mention m, of entity e, to: its first letters, and those of
// its small words with them, as in DfE of a Department for Education.
func (r *resolver) acronyms(m *mention.Mention, e int) {
	var capitals, all [longestAcronym]byte
	short, long := capitals[:0], all[:0]
	for j := m.NameFirst; j < m.NameLast && len(long) < longestAcronym; j++ {
		t, word := &r.t.Tokens[j], r.t.Word(int(j))
		switch {
		case t.Shape == mention.Capital:
			short, long = append(short, word[0]), append(long, word[0])
		case t.Shape == mention.Lower && !t.Class.Has(mention.Definite|mention.Genitive):
			long = append(long, word[0])
		}
	}
	for _, letters := range [][]byte{short, long} {
		key := text.Key(string(letters))
		if _, known := r.full[key]; !known && len(letters) >= leastOffice {
			r.full[key] = e
		}
	}
}

// longestAcronym bounds the letters of a name's acronym.
const longestAcronym = 8
