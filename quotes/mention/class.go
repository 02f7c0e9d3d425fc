// Package mention finds the phrases of a text that can name who speaks: names of
// people, bodies and places, role phrases, groups, texts, pronouns and labels.
//
// The package itself knows no language. What a word can be is read from tables,
// one folder a language; a lexicon gives every token its word classes, and the
// finder reads phrases off the classes and the shapes of the tokens.
package mention

// Class is a set of word classes. A word may be of several: "leads", "May".
type Class uint64

// The word classes of a language. The language's tables list their words under
// the names of classNames.
const (
	Core Class = 1 << iota // verbs that freely stand before or after a quotation
	Speech
	Report     // verbs that govern a piece of speech: called, accused
	Participle // forms by mood: saying
	Infinitive // say
	Present    // says
	CueNoun    // statement, remark
	Role       // one person: spokesman
	Group      // several: officials
	Org        // a body: ministry
	Medium     // a text that says something: report
	RoleMale
	RoleFemale
	Title // before names: Dr.
	TitleMale
	TitleFemale
	Suffix   // after names: Jr.
	Particle // inside names: van
	Male     // first names
	Female
	Common // no name although it opens the sentence
	Demonym
	Place
	Date
	OrgName // ends the name of a body: Ministry
	He
	She
	They
	I
	We
	It
	You
	Who
	Subject // pronouns in the form of a subject
	Possessive
	Determiner
	Definite
	Preposition
	Conjunction
	Subordinate
	Auxiliary
	Negative
	Adverb
	ScareCue // announces a title or a term: titled, so-called
	According
	Genitive // the ending of Kim's
	Question // labels of an interview: Q
	Answer
	Age   // 43-year-old
	Joint // inside names of bodies: of, for, and
	Be
	To
	That
	Phrasal // speech with its tail only: went on, shot back
	Tail
	Clause // joins clauses: while
	As
	By
	PastBase // read
	Past     // opened
	Generic  // the man: seldom one who has a name
	Thing    // does not speak: conference
	Office   // what a title is of: Secretary of State
	National // one of a people or a party: the Croat
)

// classNames are the section headings of the tables.
var classNames = map[string]Class{
	"core": Core, "speech": Speech, "report": Report, "participle": Participle, "infinitive": Infinitive,
	"present": Present, "cuenoun": CueNoun, "role": Role, "group": Group, "org": Org, "medium": Medium,
	"rolemale": RoleMale, "rolefemale": RoleFemale, "title": Title, "titlemale": TitleMale,
	"titlefemale": TitleFemale, "suffix": Suffix, "particle": Particle, "male": Male, "female": Female,
	"common": Common, "demonym": Demonym, "place": Place, "date": Date, "orgname": OrgName, "he": He,
	"she": She, "they": They, "i": I, "we": We, "it": It, "you": You, "who": Who, "subject": Subject,
	"possessive": Possessive, "determiner": Determiner, "definite": Definite, "preposition": Preposition,
	"conjunction": Conjunction, "subordinate": Subordinate, "auxiliary": Auxiliary, "negative": Negative,
	"adverb": Adverb, "scarecue": ScareCue, "according": According,
	"genitive": Genitive, "question": Question, "answer": Answer, "age": Age, "joint": Joint,
	"be": Be, "to": To, "that": That, "phrasal": Phrasal, "tail": Tail, "clause": Clause, "as": As, "by": By, "office": Office, "thing": Thing, "past": Past, "pastbase": PastBase, "generic": Generic, "national": National,
}

// Has reports whether c has any class of which.
func (c Class) Has(which Class) bool { return c&which != 0 }

// Frequent unions.
const (
	Verb    = Core | Speech | Report
	Pronoun = He | She | They | I | We | It | You | Who
	Noun    = Role | Group | Org | Medium
	// Closed words end a noun phrase to their left.
	Closed = Preposition | Conjunction | Subordinate | Auxiliary | Subject | Who
)
