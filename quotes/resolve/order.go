package resolve

import (
	"onrecord/quotes"
	"onrecord/quotes/mention"
	"onrecord/quotes/text"
)

// inOrder resolves what needs the text before it: short names, role phrases
// and pronouns.
func (r *resolver) inOrder() {
	for i := range r.entities {
		r.entities[i].last = -1
	}
	for i := range r.mentions {
		m := &r.mentions[i]
		if e := r.out[i].Entity; e >= 0 {
			r.entities[e].last = i
			continue
		}
		switch m.Kind {
		case mention.Name:
			r.shortName(i)
		case mention.Nominal:
			if r.speaks[i] || m.Definite && m.Quote < 0 {
				r.nominal(i)
			}
		case mention.Several, mention.Body, mention.Document:
			if r.speaks[i] {
				r.asWritten(i)
			}
		case mention.Pro:
			r.pronoun(i)
		case mention.Label:
			r.interviewed(i)
		}
		if e := r.out[i].Entity; e >= 0 {
			r.entities[e].last = i
		}
	}
}

// shortName resolves a name of one word, perhaps behind a title.
func (r *resolver) shortName(i int) {
	m := &r.mentions[i]
	word := r.print(m.NameFirst, m.Last)
	key := text.Key(word)
	if m.Being == mention.Organisation || m.Being == mention.Location || m.Being == mention.People {
		r.name(i, r.single(i, key, word))
		return
	}
	gender := m.Gender
	if m.First == m.NameFirst {
		gender = mention.Unknown // Warren may be a surname
	}
	best, second, tie := r.pick(r.byLast[key], gender, m)
	conf := sureShort
	if list := r.byLast[key]; best < 0 && len(list) == 1 && !r.entities[list[0]].titled {
		best, conf = list[0], sureGender // the first name misled about the gender
		r.entities[best].Gender = gender
	}
	if best < 0 {
		best, second, tie = r.pick(r.byFirst[key], m.Gender, m)
		conf = sureGiven
	}
	if best < 0 {
		r.name(i, r.single(i, key, word))
		return
	}
	if tie {
		r.out[i] = Resolution{Entity: -1, Second: best, Reason: "several people are called " + word}
		return
	}
	if second >= 0 {
		conf -= namesakeCost
	}
	r.name(i, best)
	r.out[i].Confidence, r.out[i].Second = conf, second
	r.entities[best].Aliases = appendNew(r.entities[best].Aliases, r.t.Slice(int(m.First), int(m.Last)))
}

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

// pick chooses among entities that share a name: by gender, then the one named
// last nearby, then the one most often named. tie: nothing tells them apart.
func (r *resolver) pick(list []int, gender mention.Gender, m *mention.Mention) (best, second int, tie bool) {
	best, second = -1, -1
	var bestScore, secondScore float64
	for n, e := range list {
		if n > 16 {
			break
		}
		x := &r.entities[e]
		if clash(x.Gender, gender) {
			continue
		}
		s := min(float64(x.count), 6) * 0.5
		if x.last >= 0 {
			last := &r.mentions[x.last]
			switch {
			case last.Sentence == m.Sentence:
				s += 2.5
			case last.Paragraph == m.Paragraph:
				s += 2
			case m.Paragraph-last.Paragraph <= 2:
				s++
			}
			s += 0.5
		}
		if x.Gender != mention.Unknown && x.Gender == gender {
			s++
		}
		switch {
		case best < 0 || s > bestScore:
			second, secondScore = best, bestScore
			best, bestScore = e, s
		case second < 0 || s > secondScore:
			second, secondScore = e, s
		}
	}
	return best, second, second >= 0 && bestScore-secondScore < 0.5
}

// asWritten makes a speaker of a phrase that names nobody: analysts, the
// ministry, the report.
func (r *resolver) asWritten(i int) {
	m := &r.mentions[i]
	phrase := r.phrase(m)
	key := text.Key(phrase)
	e, ok := r.unnamed[key]
	if !ok {
		e = r.add(Entity{Name: phrase, Kind: phraseKind(m), Gender: m.Gender})
		r.unnamed[key] = e
		if m.Kind == mention.Nominal && !m.Definite {
			r.unnamed["\x00"+text.Key(r.t.Word(int(m.Head)))] = e
		}
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

// phrase is a noun phrase as written with its complement, its article in lower
// case.
func (r *resolver) phrase(m *mention.Mention) string {
	first := m.First
	// The possessor belongs to the phrase: "Kim's envoy".
	if m.Owned && first >= 2 && r.t.Tokens[first-1].Class.Has(mention.Genitive) {
		first -= 2
		for first > 0 && r.t.Tokens[first-1].Shape == mention.Capital && r.t.Tokens[first-1].Sentence == m.Sentence {
			first--
		}
	}
	s := r.print(first, m.PrintLast)
	if t := &r.t.Tokens[first]; t.Class.Has(mention.Determiner|mention.Possessive|mention.Noun) && !t.Class.Has(mention.Demonym) && t.Shape != mention.AllCaps && s[0] >= 'A' && s[0] <= 'Z' {
		s = string(s[0]+'a'-'A') + s[1:]
	}
	return s
}

// interviewed resolves the label of an answer to the first person named in the
// article.
func (r *resolver) interviewed(i int) {
	if r.interviewee == unsought {
		r.interviewee = -1
		for j := range r.mentions[:i] {
			m := &r.mentions[j]
			if e := r.out[j].Entity; e >= 0 && m.Kind == mention.Name && m.Quote < 0 && r.entities[e].Kind == quotes.SpeakerPerson {
				r.interviewee = e
				break
			}
		}
	}
	if r.interviewee < 0 {
		r.out[i].Reason = "the interview names nobody before it"
		return
	}
	r.out[i] = Resolution{Entity: r.interviewee, Confidence: sureInterview, Second: -1}
}

// unsought is the interviewee of an article whose first answer is still to come.
const unsought = -2
