package resolve

import (
	"slices"
	"strings"

	"onrecord/quotes"
	"onrecord/quotes/attribute/model"
	"onrecord/quotes/mention"
	"onrecord/quotes/text"
)

// resolver holds the article's indexes while its mentions are resolved.
type resolver struct {
	t *mention.Text
	// said is, by mention, the stretches that are attributed to it.
	said [][]int
	// seconds are the mentions that come next to those.
	seconds  []int
	entities []Entity
	out      []Resolution
	// interviewee is the entity whose answers an interview prints.
	interviewee int
	// questions are, by paragraph, those of an interview; nil: not sought yet.
	questions []bool
	// kinships are those told so far.
	kinships []kinship
	tied     []bodyPhrase // phrases beside the names of bodies
	// rivalPhrases are the nouns of phrases of bodies where two are not the same; nil before the first.
	rivalPhrases map[string]bool
	// offices are the entities who hold them by the first letters of the office; nil before the first.
	offices map[string]int
	// articled are the last words of the names behind an article; nil: not sought yet.
	articled map[string]bool
	// toCome are the first names of entities; nil: not sought yet.
	toCome map[int]int
	// twoSurnames: the text calls somebody by the first of two surnames.
	twoSurnames bool
	// strangers are those in the sentence and the paragraph of the pronoun in hand who may be meant, and answerer
	// who says its paragraph, see sentenceNames.
	strangers [2]int
	answerer  string

	model   *model.Model
	observe func(Observation)
	*memory
}

// Scene is an article as resolution sees it.
type Scene struct {
	Text     *mention.Text
	Mentions []mention.Mention
	// Said is, by mention, the stretches that are attributed to it.
	Said [][]int
	// Seconds are the mentions that come next to those. Pronouns that help neither are not resolved, unless Observe is set.
	Seconds []int
	// Model is what decides; nil for the one in the binary.
	Model *model.Model
	// Observe, unless nil, is handed what is weighed for each pronoun outside quotes.
	Observe func(Observation)
}

// Resolve resolves every mention; the entities of those that do not speak are
// found as far as they help.
func Resolve(s *Scene) Result {
	mem := borrow(s.Text, s.Mentions)
	r := &resolver{
		t: s.Text, said: s.Said, seconds: s.Seconds,
		out: make([]Resolution, len(s.Mentions)), entities: make([]Entity, 0, len(s.Mentions)/4), interviewee: unsought,
		model: s.Model, observe: s.Observe, memory: mem,
	}
	defer r.giveBack()
	if r.model == nil {
		r.model = model.Default()
	}
	for i := range r.out {
		r.out[i] = Resolution{Entity: -1, Second: -1}
	}
	r.survey()
	r.openings()
	r.sites()
	r.towns()
	r.actors()
	r.namedThings()
	r.animals()
	r.fullNames()
	r.appositions()
	r.ages()
	r.genders()
	r.inThings()
	r.titles()
	r.inOrder()
	r.told()
	return Result{Entities: r.entities, Mentions: r.out}
}

// survey notes what the mentions' places tell: those inside the attributed
// stretches, and how far the sentences are apart.
func (r *resolver) survey() {
	attributed := map[int]bool{}
	for _, stretches := range r.said {
		for _, q := range stretches {
			attributed[q] = true
		}
	}
	for i := range r.mentions {
		if m := &r.mentions[i]; m.Kind == mention.Name && !r.t.Heading(m.Paragraph) {
			r.totals[r.head(m)]++
		}
		if q := int(r.mentions[i].Quote); q >= 0 && attributed[q] {
			r.inside[q] = append(r.inside[q], i)
		}
	}
	count, last := int32(0), int32(-1)
	for i := range r.t.Tokens {
		t := &r.t.Tokens[i]
		for int(t.Sentence) >= len(r.prose) {
			r.prose = append(r.prose, count)
		}
		if t.Quote < 0 && t.Shape != mention.Mark && t.Sentence != last {
			count++
			last = t.Sentence
			r.prose[t.Sentence] = count
		}
	}
}

// speaks reports whether a quote is attributed to mention i.
func (r *resolver) speaks(i int) bool { return len(r.said[i]) > 0 }

// print is the text of tokens [first, last) with plain spaces, and without capitals that are
// only for show.
func (r *resolver) print(first, last int32) string {
	if len(r.opening) > 0 {
		if s, ok := r.printPlainly(first, last); ok {
			return s
		}
	}
	s := r.t.Slice(int(first), int(last))
	for i := range len(s) {
		if c := s[i]; c == '\n' || c == '\r' || c == '\t' || c >= 0x80 {
			return strings.Join(strings.Fields(s), " ")
		}
	}
	return s
}

// key is a name of one word, folded, without what politeness joins to it: mori of Mori-san.
func (r *resolver) key(m *mention.Mention) string {
	key := text.Key(r.print(m.NameFirst, m.NameLast))
	if name, tail, ok := strings.Cut(key, " "); ok && m.NameLast-m.NameFirst == 1 && r.t.Words.Polite(tail) {
		return name
	}
	return key
}

// word is token k, folded; each is folded once.
func (r *resolver) word(k int) string {
	if r.words[k] == 0 {
		r.words[k] = int32(len(r.folded))
		r.folded = append(r.folded, text.Key(r.t.Word(k)))
	}
	return r.folded[r.words[k]]
}

// fold is the folded words of tokens [first, last).
func (r *resolver) fold(first, last int32) []string {
	out := make([]string, 0, last-first)
	for i := first; i < last; i++ {
		if r.t.Tokens[i].Shape != mention.Mark {
			out = append(out, strings.TrimSuffix(r.word(int(i)), "."))
		}
	}
	return out
}

// How plain the beginning of a name is.
const (
	plain = iota
	doubtful
	heading
)

func (r *resolver) add(e Entity) int {
	e.first, e.last = -1, -1
	r.entities = append(r.entities, e)
	return len(r.entities) - 1
}

// name notes that mention i names entity e.
func (r *resolver) name(i, e int) {
	m := &r.mentions[i]
	x := &r.entities[e]
	r.out[i] = Resolution{Entity: e, Confidence: sureFull, Second: -1}
	if x.Gender == mention.Unknown {
		x.Gender = m.Gender
	}
	if m.First < m.NameFirst && m.Gender != mention.Unknown {
		x.titled = true
	}
	if m.Being == mention.Person {
		x.person = true
		if m.Kind == mention.Name && x.Kind == quotes.SpeakerOrganisation && m.First < m.NameFirst {
			x.Kind = quotes.SpeakerPerson
		}
	}
	if m.Kind == mention.Name && m.Being == mention.Organisation && x.count == 0 {
		if noun := r.t.KnownBody(m); noun != "" {
			r.ties(e, noun, nil)
		}
	}
	r.seen(i, e)
	r.notesSeat(i, e)
	switch {
	case m.Kind == mention.Name && m.Being == mention.Organisation && m.Last > m.NameLast && r.t.Tokens[m.Last-1].Class.Has(mention.Org):
		r.called[r.word(int(m.Last)-1)] = e // the Haaretz newspaper
	case r.withNoun[i] && r.t.Tokens[m.First-1].Trait&mention.AnyBody != 0:
		r.called[r.word(int(m.First)-1)] = e // the newspaper Haaretz
		r.beside(e, r.nounPhraseBefore(m.First-1), m.First-1)
	}
	if m.Kind == mention.Name && m.RoleFirst < m.RoleLast {
		printed := x.Role
		r.role(e, r.formerly(m), m.RoleLast)
		if printed == "" {
			r.entities[e].Role = r.t.Slice(int(m.RoleFirst), int(m.RoleLast))
		}
	}
}

// formerly is the first token of the role of name m, with a "former" or "deputy" before it.
func (r *resolver) formerly(m *mention.Mention) int32 {
	k := m.RoleFirst - 1
	if k >= 0 && r.t.Tokens[k].Sentence == m.Sentence && (r.t.Tokens[k].Trait&mention.Former != 0 || r.t.Words.Deputy(r.word(int(k)))) {
		return k
	}
	return m.RoleFirst
}

// role ties a role phrase to an entity.
func (r *resolver) role(e int, first, last int32) {
	x := &r.entities[e]
	r.abbreviates(e, first, last)
	if x.Role == "" {
		x.Role = r.t.Slice(int(first), int(last))
	}
	if first >= last || len(x.roles) > 8 {
		return
	}
	head := last - 1
	for i := first + 1; i < last; i++ {
		if r.t.Tokens[i].Class.Has(mention.Preposition) && r.t.Tokens[i].Shape == mention.Lower {
			head = i - 1 // the secretary of "secretary of state"
			break
		}
	}
	held := role{noun: r.titleHeld(head), words: slices.Concat(r.ownerNoun(first), r.fold(first, head), r.fold(head+1, last)), realm: r.realmOf(first, last)}
	r.hold(e, held)
	if head > first {
		pair := r.t.Word(int(head-1)) + "-" + r.t.Word(int(head))
		if noun := r.t.Words.TitleNoun(pair); noun != strings.ToLower(pair) {
			r.hold(e, role{noun: noun, words: append(r.fold(first, head-1), r.fold(head+1, last)...), realm: held.realm}) // the PM
		}
	}
	for k := first; k < head; k++ {
		if chief := r.t.Words.TitleNoun(r.t.Word(int(k))); r.t.Words.Trait(chief)&mention.Loose != 0 && chief != held.noun {
			r.hold(e, role{noun: chief, words: append(r.fold(k+1, last), held.noun), realm: held.realm}) // the finance chief, of a chief financial officer
			return
		}
	}
}

// indexOf is the number of mention m.
func (r *resolver) indexOf(m *mention.Mention) int {
	i, _ := slices.BinarySearchFunc(r.mentions, m.First, func(c mention.Mention, first int32) int { return int(c.First - first) })
	return i
}

// printed is the first token of mention c, with the role before its name.
func (r *resolver) printed(c *mention.Mention) int32 {
	if c.RoleFirst < c.RoleLast {
		return min(c.First, c.RoleFirst)
	}
	return c.First
}

// ownerNoun is the folded noun, no name, of what has the role of the phrase at token first: of "the
// visitors' coach" the visitors. nil: there is none.
func (r *resolver) ownerNoun(first int32) []string {
	k := first - 1
	if k < 1 || !r.t.Tokens[k].Class.Has(mention.Genitive) || r.t.Tokens[k-1].Shape != mention.Lower || r.t.Tokens[k-1].Sentence != r.t.Tokens[k].Sentence {
		return nil
	}
	return r.fold(k-1, k)
}

// titleHeld is the noun of the role that ends with token k: priest of the title that a father
// is, too, so that nobody's father is Father Lee.
func (r *resolver) titleHeld(k int32) string {
	noun, t := r.t.Words.TitleNoun(r.t.Word(int(k))), &r.t.Tokens[k]
	if t.Shape == mention.Capital && t.Class.Has(mention.Title) && r.t.Words.Trait(noun)&mention.Parent != 0 {
		return r.t.Words.Broader(noun)
	}
	return noun
}

// hold gives entity e a role.
func (r *resolver) hold(e int, held role) {
	x, noun := &r.entities[e], held.noun
	if noun == "" {
		return
	}
	x.roles = append(x.roles, held)
	r.list(e, noun)
}

// list notes that entity e is what the noun says, and what whoever is that also is.
func (r *resolver) list(e int, noun string) {
	for n := 0; noun != "" && n < maxBroader; n++ {
		if list := r.byRole[noun]; len(list) == 0 || list[len(list)-1] != e {
			r.byRole[noun] = append(list, e)
		}
		noun = r.t.Words.Broader(noun)
	}
}

// maxBroader bounds the way from a role to what it also is: senator, lawmaker,
// politician.
const maxBroader = 4

func kindOf(m *mention.Mention) quotes.SpeakerKind {
	switch m.Being {
	case mention.Organisation, mention.Location:
		return quotes.SpeakerOrganisation
	case mention.People:
		return quotes.SpeakerGroup
	}
	return quotes.SpeakerPerson
}

// maxNamesakes bounds how many people of one surname are compared.
const maxNamesakes = 24

func clash(a, b mention.Gender) bool { return a.Clashes(b) }

func appendNew(list []string, s string) []string {
	for _, x := range list {
		if x == s {
			return list
		}
	}
	return append(list, s)
}
