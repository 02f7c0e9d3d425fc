package resolve

import (
	"slices"

	"onrecord/quotes"
	"onrecord/quotes/mention"
	"onrecord/quotes/text"
)

// inOrder resolves what needs the text before it: short names, role phrases
// and pronouns.
func (r *resolver) inOrder() {
	for i := range r.entities {
		x := &r.entities[i]
		x.first, x.last, x.count = -1, -1, 0
	}
	heeded := r.heeded()
	for i := range r.mentions {
		m := &r.mentions[i]
		if e := r.out[i].Entity; e >= 0 {
			r.seen(i, e)
			if m.Kind == mention.Name {
				r.relate(i)
			}
			r.notesKin(i)
			continue
		}
		if e := r.initials(m); e >= 0 {
			r.name(i, e)
			continue
		}
		switch m.Kind {
		case mention.Name:
			r.shortName(i)
			r.notesKin(i)
		case mention.Nominal:
			if r.speaks(i) || m.Definite && m.Quote < 0 {
				r.nominal(i)
			} else if m.Quote < 0 {
				r.besideName(i)
			}
			if m.Quote < 0 && (m.Owned || !m.Definite && r.t.Tokens[m.First].Class.Has(mention.Determiner) || r.described(i) || r.out[i].Entity < 0 && r.fromOthers(i)) {
				r.phrases[r.head(m)] = i
			}
		case mention.Document:
			r.document(i)
		case mention.Several, mention.Body:
			if e := r.theBody(i); e >= 0 {
				r.out[i] = Resolution{Entity: e, Confidence: sureBody, Second: -1}
			} else if r.speaks(i) {
				r.asWritten(i)
			}
			r.introduces(i)
		case mention.Pro:
			if heeded[i] {
				r.pronoun(i)
			}
		case mention.Label:
			r.interviewed(i)
		}
		if r.chooses(i) {
			r.choose(i)
		}
		if e := r.out[i].Entity; e >= 0 && (m.Quote < 0 || m.Kind != mention.Pro) {
			r.entities[e].last = i
		}
	}
}

// heeded tells, by mention, whether it matters whom a pronoun there means: because it is asked for, or because a mention
// within reach behind it looks back over it, which is asked for and no name, or has a title that tells a gender, as "Mrs. Lee".
// That leaves out a third of the pronouns, which take the longest to resolve.
func (r *resolver) heeded() []bool {
	out := make([]bool, len(r.mentions))
	for _, i := range r.seconds {
		out[i] = true
	}
	nearest := len(r.mentions) + reach
	for i := len(r.mentions) - 1; i >= 0; i-- {
		m := &r.mentions[i]
		if asked := out[i] || r.speaks(i); m.Kind == mention.Name && m.First < m.NameFirst && m.Gender != mention.Unknown || m.Kind != mention.Name && asked {
			nearest = i
		}
		out[i] = nearest-i < reach || r.observe != nil
	}
	return out
}

// borne is whom the text has named before with a last word that could be of a
// place, a people or a body as well, where it speaks: Israel of Steve Israel, the
// Post of the Harbour Post, Ms. Bay of Chesapeake Bay. -1: nobody, or several.
func (r *resolver) borne(i int, key string) int {
	m := &r.mentions[i]
	list := r.byLast[key]
	switch {
	case m.Being == mention.Organisation, m.Being == mention.Location, m.Being == mention.People:
		if !r.speaks(i) && !r.reports(m) {
			return -1
		}
	case len(list) > 0 || len(r.byFirst[key]) > 0:
		return -1 // an ordinary surname
	}
	if len(list) == 0 {
		list = r.bodies[key]
	}
	found := -1
	for _, e := range list[max(0, len(list)-maxNamesakes):] {
		if x := &r.entities[e]; len(x.parts) < 2 || x.first < 0 || clash(x.Gender, m.Gender) {
			continue
		}
		if found >= 0 {
			return -1
		}
		found = e
	}
	return found
}

// seen notes that mention i, which is read now, is of entity e.
func (r *resolver) seen(i, e int) {
	x := &r.entities[e]
	x.last = i
	if r.mentions[i].Kind == mention.Name {
		x.count++
		if x.first < 0 && !r.t.Heading(r.mentions[i].Paragraph) {
			x.first = i
		}
	}
}

// shortName resolves a name of one word, perhaps behind a title.
func (r *resolver) shortName(i int) {
	m := &r.mentions[i]
	word, key := r.print(m.NameFirst, m.NameLast), r.key(m)
	if e := r.borne(i, key); e >= 0 {
		r.named(i, e, key, word)
		r.out[i].Confidence = sureBorne
		return
	}
	if e := r.abbreviated(i); e >= 0 {
		r.name(i, e)
		r.out[i].Confidence = sureBorne
		return
	}
	if m.Being == mention.Organisation || m.Being == mention.Location || m.Being == mention.People {
		e := r.halfOf(m, key)
		if e < 0 {
			e = r.single(i, key, r.print(m.NameFirst, r.nameEnd(m)))
		}
		r.name(i, e)
		return
	}
	if e := max(r.ownThing(i, key), r.familyFirst(i, key)); e >= 0 {
		r.name(i, e)
		r.out[i].Confidence = sureBorne
		return
	}
	gender := m.Gender
	if m.First == m.NameFirst {
		gender = mention.Unknown // Warren may be a surname
	}
	list := r.byLast[key]
	if fathers := r.fathers(key); len(fathers) > 0 {
		list = fathers
	}
	if gender == mention.Unknown && len(list) > 1 {
		gender = r.asTheySay(i)
	}
	if gender == mention.Unknown && len(list) > 1 {
		gender, _ = r.ownKin(i)
	}
	if r.unlikeNamed(i, list, r.side(i)) {
		return
	}
	best, second, tie := r.pick(i, key, list, gender)
	conf := sureShort
	if e := r.ofGeneration(i, list); e >= 0 {
		best, second, tie = e, best, false
	}
	if g := r.laterGender(i); tie && gender == mention.Unknown && g != mention.Unknown {
		best, second, tie = r.pick(i, key, list, g)
		conf = sureGender
	}
	if tie {
		if e := r.foremost(i, list); e >= 0 {
			best, second, tie, conf = e, best, false, sureGender
		}
	}
	if e := r.relativeByFirst(gender); best < 0 && len(list) > 0 && e >= 0 {
		r.entities[e].family = key
		best, second, tie, conf = e, -1, false, sureGender
	}
	if best < 0 && len(list) == 1 && !r.entities[list[0]].titled && r.entities[list[0]].first >= 0 && !r.calledBefore(i, list[0], gender) {
		best, conf = list[0], sureGender // the first name misled about the gender
		r.entities[best].Gender = gender
	}
	if best < 0 || r.entities[best].first < 0 && r.seenPart(key) {
		best, second, tie, conf = r.byPart(i, key)
	}
	switch {
	case best < 0:
		if e := r.shortBody(m, key); e >= 0 {
			r.name(i, e)
			r.out[i].Confidence = sureBorne
			return
		}
		r.name(i, r.single(i, key, r.print(m.NameFirst, r.nameEnd(m))))
		r.relate(i)
		return
	case tie:
		r.out[i] = Resolution{Entity: -1, Second: best, Reason: "several people are called " + word}
		return
	}
	if second >= 0 {
		conf -= namesakeCost
	}
	r.twoSurnames = r.twoSurnames || !r.given(key) && !r.t.Heading(m.Paragraph) && r.fatherOf(best) == key
	r.named(i, best, key, word)
	r.out[i].Confidence, r.out[i].Second = conf, second
}

// calledBefore reports whether a pronoun of another gender than g shortly before mention i means entity e.
func (r *resolver) calledBefore(i, e int, g mention.Gender) bool {
	for j := i - 1; j >= 0 && j > i-reach; j-- {
		if c := &r.mentions[j]; c.Kind == mention.Pro && r.out[j].Entity == e && clash(c.Gender, g) {
			return true
		}
	}
	return false
}

// relativeByFirst is the only relative of somebody, of the gender that a title tells, whom the text names by
// a first name: the Ann of "Mrs. Lee", where the text knows Bo Lee and "his wife, Ann". -1: none, or several.
func (r *resolver) relativeByFirst(gender mention.Gender) int {
	found := -1
	for _, k := range r.kinships {
		x := &r.entities[k.relative]
		if gender == mention.Unknown || x.Gender != gender || len(x.parts) != 1 || x.first < 0 || x.titled {
			continue
		}
		if found >= 0 && found != k.relative {
			return -1
		}
		found = k.relative
	}
	return found
}

// seenPart reports whether the text has named somebody before by a name with key before
// its last word, so that a bare key need not wait for whoever bears it as a surname.
func (r *resolver) seenPart(key string) bool {
	list := r.byFirst[key]
	for _, e := range list[max(0, len(list)-maxNamesakes):] {
		if r.entities[e].first >= 0 && r.entities[e].Kind == quotes.SpeakerPerson {
			return true
		}
	}
	return false
}

// fathers are those of whose two surnames, Ruiz Vega, the first is key, in a text that
// calls somebody by the first of two.
func (r *resolver) fathers(key string) []int {
	if !r.twoSurnames {
		return nil
	}
	var out []int
	list := r.byFirst[key]
	for _, e := range list[max(0, len(list)-maxNamesakes):] {
		if r.fatherOf(e) == key {
			out = append(out, e)
		}
	}
	return out
}

// fatherOf is the first of the two surnames that entity e has where it has two, the
// word before the last and its particles. "": none.
func (r *resolver) fatherOf(e int) string {
	x := &r.entities[e]
	k := len(x.parts) - 2
	for k > 0 && r.t.Words.Lookup(x.parts[k], false).Has(mention.Particle) {
		k--
	}
	if k < 1 || x.Kind != quotes.SpeakerPerson || len(x.parts[k]) < 3 {
		return ""
	}
	return x.parts[k]
}

// byPart is whom name i means by a word of theirs that is no surname, or by a
// misspelt one, as pick gives it, and how sure that is.
func (r *resolver) byPart(i int, key string) (best, second int, tie bool, conf float64) {
	m := &r.mentions[i]
	best, second, tie = r.pick(i, "", r.byFirst[key], m.Gender)
	if list := r.byFirst[key]; best < 0 && len(list) == 1 && m.First < m.NameFirst {
		if x := &r.entities[list[0]]; x.parts[0] == key && len(x.parts) == 2 && !x.titled && !x.vouched && x.first >= 0 && x.Kind == quotes.SpeakerPerson {
			x.Gender = m.Gender
			return list[0], -1, false, sureGender // Mr. Wen, of Wen Liqiang: the family's name misled about the gender
		}
	}
	if best < 0 {
		return r.misspelling(key), -1, false, sureMisspelt
	}
	if e := r.nameIn(best, key); e >= 0 {
		return e, -1, false, sureShort
	}
	if x := &r.entities[best]; len(x.parts) > 1 && slices.Contains(r.halves(x.parts[len(x.parts)-1]), key) {
		if x.first < 0 || len(r.byLast[key]) > 0 {
			return -1, -1, false, 0 // a namesake whose kin bears another name, too
		}
		return best, second, tie, sureBorne
	}
	return best, second, tie, sureGiven
}

// initials is the one person whose initials are the label of a speech, "AL:" of
// Ann Lee; -1: none.
func (r *resolver) initials(m *mention.Mention) int {
	word := r.t.Word(int(m.NameFirst))
	if !r.labels(m) || r.t.Tokens[m.NameFirst].Shape != mention.AllCaps || len(word) > maxInitials {
		return -1
	}
	found := -1
	for e := max(0, len(r.entities)-maxLabelled); e < len(r.entities); e++ {
		x := &r.entities[e]
		if x.Kind != quotes.SpeakerPerson || len(x.parts) != len(word) || len(x.parts) < 2 {
			continue
		}
		same := true
		for k, part := range x.parts {
			same = same && part != "" && part[0] == word[k]|0x20
		}
		if same && found >= 0 {
			return -1
		}
		if same {
			found = e
		}
	}
	return found
}

const (
	maxInitials = 4  // letters
	maxLabelled = 64 // people that a label is compared with
)

// single is the entity of a name of one word that no longer name explains.
func (r *resolver) single(i int, key, word string) int {
	if e, ok := r.full[key]; ok {
		return e
	}
	m := &r.mentions[i]
	e := r.add(Entity{Name: word, Kind: kindOf(m), Gender: m.Gender, parts: []string{key}})
	r.full[key] = e
	return e
}

// asWritten makes a speaker of a phrase that names nobody: analysts, the
// ministry, the report.
func (r *resolver) asWritten(i int) {
	m := &r.mentions[i]
	phrase := r.phrase(i)
	key := text.Key(phrase)
	e, ok := r.unnamed[key]
	if !ok {
		e = r.add(Entity{Name: phrase, Kind: phraseKind(m), Gender: m.Gender})
		r.unnamed[key] = e
	}
	r.out[i] = Resolution{Entity: e, Confidence: sureAsWritten, Second: -1}
}

func phraseKind(m *mention.Mention) quotes.SpeakerKind {
	switch m.Kind {
	case mention.Several:
		return quotes.SpeakerGroup
	case mention.Body, mention.Document:
		return quotes.SpeakerOrganisation
	}
	return quotes.SpeakerUnnamed
}

// phrase is the noun phrase of mention i as written with its complement, its
// article in lower case.
func (r *resolver) phrase(i int) string {
	m := &r.mentions[i]
	if first, last := r.whoOneIs(m); first < last {
		return r.print(first, last)
	}
	first := r.partOf(m, r.withOwner(i))
	s := r.print(first, m.PrintLast)
	if t := &r.t.Tokens[first]; !r.ownsName(first) && (t.Class.Has(mention.Determiner|mention.Possessive) || t.Class.Has(mention.Noun) && (t.Shape != mention.Capital || r.opensAt(first))) && !t.Class.Has(mention.Demonym) && (t.Shape != mention.AllCaps || r.opening[first] != "") && r.t.Tokens[m.PrintLast-1].Shape != mention.Number && s[0] >= 'A' && s[0] <= 'Z' {
		s = string(s[0]+'a'-'A') + s[1:]
	}
	return s
}

// ownsName reports whether the word at k is the name of who has what stands behind it, though it
// may be a noun: the Page of "Page's mother asked".
func (r *resolver) ownsName(k int32) bool {
	t := r.t.Tokens
	return int(k)+1 < len(t) && t[k+1].Class.Has(mention.Genitive) && t[k].Shape == mention.Capital && len(r.byLast[r.word(int(k))])+len(r.byFirst[r.word(int(k))]) > 0
}

// ownerOf is the role or body right before phrase m that has what m names, nil for
// none.
func (r *resolver) ownerOf(m *mention.Mention) *mention.Mention {
	i := r.indexOf(m)
	if i == 0 || !m.Owned {
		return nil
	}
	p := &r.mentions[i-1]
	if !p.Owner || p.Last+1 != m.First || p.Sentence != m.Sentence || p.Kind != mention.Nominal && p.Kind != mention.Body {
		return nil
	}
	return p
}

// withOwner is the first token of the phrase of mention i with its possessor:
// "Kim's envoy".
func (r *resolver) withOwner(i int) int32 {
	m := &r.mentions[i]
	first := m.First
	if p := r.ownerOf(m); p != nil {
		first = p.First // "the county prosecutor's office"
	} else if m.Owned && first >= 2 && r.t.Tokens[first-1].Class.Has(mention.Genitive) {
		if owner := r.fullOwner(i); owner != nil {
			return owner.NameFirst
		}
		first -= 2
		for first > 0 && r.t.Tokens[first-1].Shape == mention.Capital && r.t.Tokens[first-1].Sentence == m.Sentence && !r.t.Tokens[first-1].Class.Has(mention.Closed|mention.Date|mention.Adverb) {
			first-- // not the day of "On Monday Lee's envoy"
		}
		if i > 0 && r.mentions[i-1].Last == m.First-1 {
			first = min(first, r.mentions[i-1].First) // "the dockers' union", "Trinidad and Tobago's union"
		}
	}
	return first
}

// fullOwner is the possessor of phrase i where that is somebody's full name, which needs no title
// before it: Ann Lee of "state Sen. Ann Lee's campaign". nil: it is not.
func (r *resolver) fullOwner(i int) *mention.Mention {
	if i == 0 {
		return nil
	}
	owner := &r.mentions[i-1]
	if owner.Last != r.mentions[i].First-1 || owner.Kind != mention.Name || owner.Being != mention.Person || owner.NameLast-owner.NameFirst < 2 {
		return nil
	}
	return owner
}

// oneOf reports whether mention i is of one out of several: "one of the drivers".
func (r *resolver) oneOf(i int) bool {
	m := &r.mentions[i]
	first := r.withOwner(i)
	one := r.partOf(m, first)
	return one < first && r.t.Tokens[one].Trait&mention.Single != 0
}

// partOf is the token with which "one of" before a phrase that begins at first
// begins, or first.
func (r *resolver) partOf(m *mention.Mention, first int32) int32 {
	if first < 2 || r.t.Tokens[first-2].Sentence != m.Sentence {
		return first
	}
	of, one := r.t.Tokens[first-1].Class, r.t.Tokens[first-2].Class
	if of.Has(mention.Preposition) && of.Has(mention.Joint) && one.Has(mention.Determiner) {
		return first - 2
	}
	return first
}

// interviewed resolves the label of an answer to the person named most before it, and first of those.
func (r *resolver) interviewed(i int) {
	if r.interviewee == unsought {
		r.interviewee = r.mostNamed(i)
	}
	if r.interviewee < 0 {
		r.out[i].Reason = "the interview names nobody before it"
		return
	}
	r.out[i] = Resolution{Entity: r.interviewee, Confidence: sureInterview, Second: -1}
}

// mostNamed is the person whom most mentions before mention i name, the first of several; -1: none.
func (r *resolver) mostNamed(i int) int {
	best, counts := -1, map[int]int{}
	for j := range r.mentions[:i] {
		m, e := &r.mentions[j], r.out[j].Entity
		// "Q&A: …" as a heading is no name.
		if e >= 0 && m.Kind == mention.Name && m.Quote < 0 && r.entities[e].Kind == quotes.SpeakerPerson && !r.labels(m) && !r.byline(m) {
			if counts[e]++; best < 0 || counts[e] > counts[best] {
				best = e
			}
		}
	}
	return best
}

// unsought is the interviewee of an article whose first answer is still to come.
const unsought = -2
