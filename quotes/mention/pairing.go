package mention

import (
	"strconv"
	"strings"
)

// pairing is what a section of WORD=WORD tells of the first word.
type pairing int

const (
	titleNouns   pairing = iota // what a title before a name stands for as a noun
	broader                     // what a role also is
	singulars                   // of the ending of a plural, what one has instead
	parties                     // the party that a word names
	shortNames                  // what a first name is short for
	implied                     // the role that a word behind a name tells
	excludes                    // the role that whoever has this one cannot have, too
	appellations                // that it is a noun for a name
	kinships                    // the kind of relative that a word means, and that of the reverse
	ageSpans                    // the ages of whoever the word means
	states                      // the name of a state, its words joined by hyphens, of an abbreviation
	thingLeads                  // what a word that begins the names of things is
	kinds                       // what a word beside quotation marks tells them to be there for
	endings                     // what words that end so do
	causes                      // that it stands before what somebody is praised or blamed for
	leftovers                   // what stands behind a phrase that pages print between paragraphs
	credits                     // what a word of a picture's credit is
	bodyNouns                   // the noun for a body whose name has the word
	anyKinds                    // that the noun tells no more of a body than its kind
	issued                      // that bodies issue what the word means
	fixedNames                  // what a name as a whole is of
	opposed                     // the kind of role and the side there that a word tells
	presiding                   // that it is a role of one who presides
	deputies                    // that it makes a role that of the holder's deputy
	countries                   // the country whose people the word is of, where the two differ in their stems
	turns                       // former or next, of who held an office before or will
	ofSpeakers                  // that it tells what is the speaker's own
	joinedTo                    // that, behind another, it is a preposition
	besides                     // that it stands before whoever does something at the same time
	observed                    // that whoever does what the verb tells has heard or seen its object do something
	habits                      // that whoever does what the verb tells does what the infinitive behind it tells, too
	minded                      // that the verb tells what somebody has in mind
	conditions                  // that what the clause behind it tells has not happened
	deeds                       // that the noun may be for what somebody does, not says
	compelled                   // that the object of the verb really does what the infinitive behind it tells
	makings                     // that the participle tells what whoever made words has done
	targets                     // that the preposition stands between what somebody does and whom they do it to
	knownBodies                 // what a body is called that texts name without a word of that
	politeTails                 // that a word is joined to a name out of politeness
	answering                   // that an answer to a question opens with the word
	contacts                    // that the subject of the verb does what the infinitive behind its object tells
	handovers                   // that the verb tells what somebody does with a text of theirs
	fallings                    // that whoever "to" leads to behind it does what the infinitive behind that tells
	examples                    // that it stands before the one named of several
	utterances                  // that the noun is for what somebody says
	paperTexts                  // that what the noun is for is the paper's own
	paperNouns                  // that it stands behind the name of a paper
	paperRoles                  // that with a capital it is the name of a paper
	smallWords                  // itself: a word that texts print in small letters
	narrators                   // the word before the noun by which a writer speaks of themselves
	anonymities                 // what a word has to do with being named
	attending                   // that what stands behind the preposition goes with what is done, and tells nothing of who does it
	participial                 // that, behind "the", the participle is a noun for a person
	ofParty                     // that whoever has the role is mostly of a party
	fronts                      // how it leads to a pronoun before the main clause whose subject that means
	settlements                 // the preposition between it and a place's name: the village of
	townLeads                   // that it begins the names of towns, before a first name too
	appended                    // that, behind the name of a body, the noun only says what it is
	agents                      // what whoever does what the verb tells is, or ends on where the verb ends so
	animals                     // that it is an animal, which may have a name but says nothing
	views                       // that, opening a sentence, it stands before whose view that tells
	articles                    // that it brings in what the text has not told of
	haves                       // that only things are what the verb is done to
	reacting                    // that whoever was spoken to does what the verb tells
	pairings
)

// pairingNames are the section headings of the tables.
var pairingNames = map[string]pairing{
	"titlenoun":   titleNouns,
	"broader":     broader,
	"singular":    singulars,
	"party":       parties,
	"shortname":   shortNames,
	"implied":     implied,
	"excludes":    excludes,
	"appellation": appellations,
	"kinship":     kinships,
	"stateof":     states,
	"thinglead":   thingLeads,
	"agespan":     ageSpans,
	"tellskind":   kinds,
	"credit":      credits,
	"wordending":  endings,
	"leftover":    leftovers,
	"cause":       causes,
	"bodynoun":    bodyNouns,
	"anykind":     anyKinds,
	"issued":      issued,
	"fixedname":   fixedNames,
	"papertext":   paperTexts,
	"papernoun":   paperNouns,
	"paperrole":   paperRoles,
	"ofspeaker":   ofSpeakers,
	"opposed":     opposed,
	"presides":    presiding,
	"deputy":      deputies, "country": countries, "turn": turns,
	"joined":     joinedTo,
	"beside":     besides,
	"observes":   observed,
	"minds":      minded,
	"habit":      habits,
	"condition":  conditions,
	"example":    examples,
	"falls":      fallings,
	"handover":   handovers,
	"known":      knownBodies,
	"polite":     politeTails,
	"answering":  answering,
	"contact":    contacts,
	"target":     targets,
	"making":     makings,
	"compels":    compelled,
	"deednoun":   deeds,
	"utterance":  utterances,
	"anonymity":  anonymities,
	"narrator":   narrators,
	"small":      smallWords,
	"agent":      agents,
	"attends":    attending,
	"appended":   appended,
	"fronts":     fronts,
	"settlement": settlements,
	"townlead":   townLeads,
	"ofparty":    ofParty,
	"theperson":  participial,
	"animal":     animals,
	"view":       views,
	"reacts":     reacting,
	"has":        haves,
	"article":    articles,
}

// paired is what a word stands for in a pairing whose words are in small letters.
func (l *Lexicon) paired(kind pairing, word string) string {
	var short [24]byte // so that few words need memory
	return l.pairs[kind][string(appendLower(short[:0], word))]
}

// appendLower appends a word in small letters to dst.
func appendLower(dst []byte, word string) []byte {
	if lowered(word) != word {
		return append(dst, strings.ToLower(word)...)
	}
	for i := range len(word) {
		c := word[i]
		if 'A' <= c && c <= 'Z' {
			c += 'a' - 'A'
		}
		dst = append(dst, c)
	}
	return dst
}

// TitleNoun is the noun that a word of a role stands for, in lower case:
// "Sen." gives senator, another word itself.
func (l *Lexicon) TitleNoun(word string) string {
	lower := strings.TrimSuffix(strings.ToLower(word), ".")
	for _, written := range []string{lower, lower + "."} {
		if noun, ok := l.pairs[titleNouns][written]; ok {
			return noun
		}
	}
	return lower
}

// Broader is what a role also is: a senator is a lawmaker, an ex-minister was a
// minister. "": nothing else.
func (l *Lexicon) Broader(role string) string {
	if also, ok := l.pairs[broader][role]; ok {
		return also
	}
	return l.held(role)
}

// held is the role that a word with a hyphen says is over: minister of ex-minister;
// "" for any other word.
func (l *Lexicon) held(word string) string {
	before, role, ok := strings.Cut(word, "-")
	if !ok || l.Trait(before)&Former == 0 {
		return ""
	}
	return role
}

// ShortName is the first name, folded, that another is short for: kenneth for
// ken. "": none.
func (l *Lexicon) ShortName(name string) string { return l.pairs[shortNames][name] }

// BodyNoun is the noun for a body whose name has a word, force of police. "": none.
func (l *Lexicon) BodyNoun(word string) string { return l.pairs[bodyNouns][word] }

// Attends reports whether what stands behind a preposition goes with what is done, and tells
// nothing of who does it: "said one person during the hearing".
func (l *Lexicon) Attends(preposition string) bool {
	of := l.pairs[attending][preposition]
	return of != "" && of != "bodies"
}

// AttendsBodies reports whether that is so behind the noun for a body: "returned by the ministry with a
// remark".
func (l *Lexicon) AttendsBodies(preposition string) bool {
	return l.pairs[attending][preposition] != ""
}

// Appended reports whether a noun behind the name of a body only says what it is: "the United Mill
// Workers union".
func (l *Lexicon) Appended(noun string) bool { return l.pairs[appended][noun] != "" }

// Person reports whether a participle is a noun for a person behind "the": the accused.
func (l *Lexicon) Person(participle string) bool { return l.pairs[participial][participle] != "" }

// OfParty reports whether whoever has a role, or what it also is, is mostly of a party: a senator.
func (l *Lexicon) OfParty(role string) bool {
	for n := 0; role != "" && n < longestRoles; n, role = n+1, l.Broader(role) {
		if l.pairs[ofParty][role] != "" {
			return true
		}
	}
	return false
}

// Runs reports whether a role is that of whoever runs for a party: a nominee.
func (l *Lexicon) Runs(role string) bool { return l.pairs[ofParty][role] == "runs" }

// longestRoles bounds the roles that one also is.
const longestRoles = 8

// Fronts is how a word stands before a pronoun that means the subject of the main clause behind its own: free,
// right before it, as what does ("in what she called '…', Lee"), or conceding, where it opens the sentence, as
// although does. "": it does not.
func (l *Lexicon) Fronts(word string) string { return l.paired(fronts, word) }

// Settlement is the preposition that stands between a noun for a place and the place's name: of, for the
// village of Sandy Brook. "": the word is no such noun.
func (l *Lexicon) Settlement(noun string) string { return l.paired(settlements, noun) }

// LeadsTown reports whether a word begins the names of towns, which may go on with a first name: the San of
// San Francisco, the Port of Port Arthur.
func (l *Lexicon) LeadsTown(word string) bool { return l.paired(townLeads, word) != "" }

// Joined is the word behind which a noun makes a preposition with it, on of board. "": none.
func (l *Lexicon) Joined(noun string) string { return l.pairs[joinedTo][noun] }

// Beside reports whether a word stands before whoever does something at the same time: "with Lee
// calling it".
func (l *Lexicon) Beside(word string) bool { return l.pairs[besides][word] == "doing" }

// Place reports whether a word stands before whoever does something at the place just told: "the gate,
// where Lee waited".
func (l *Lexicon) Place(word string) bool { return l.pairs[besides][word] == "place" }

// Observes reports whether whoever does what a verb tells has heard or seen its object do something:
// "recalled Lee saying".
func (l *Lexicon) Observes(verb string) bool { return l.pairs[observed][verb] != "" }

// Hears reports whether whoever does what a verb tells has heard or repeats the words of its object: recalled.
func (l *Lexicon) Hears(verb string) bool {
	sense := l.pairs[observed][verb]
	return sense == "heard" || sense == "quoted"
}

// Quotes reports whether whoever does what a verb tells repeats the words of its object: cited.
func (l *Lexicon) Quotes(verb string) bool { return l.pairs[observed][verb] == "quoted" }

// Habit reports whether whoever does what a verb tells does what the infinitive behind it tells, too:
// "used to say".
func (l *Lexicon) Habit(verb string) bool { return l.pairs[habits][verb] != "" }

// Condition reports whether what the clause behind a word tells has not happened, or not yet: unless.
func (l *Lexicon) Condition(word string) bool { return l.pairs[conditions][word] != "" }

// Deed reports whether what a noun for words is for may be no words: response.
func (l *Lexicon) Deed(noun string) bool { return l.pairs[deeds][noun] != "" }

// Compels reports whether the object of a verb really does what the infinitive behind it tells: "led Lee to say".
func (l *Lexicon) Compels(verb string) bool { return l.pairs[compelled][verb] != "" }

// Made reports whether a participle tells what whoever made words has done: "a claim made by Lee".
func (l *Lexicon) Made(word string) bool { return l.pairs[makings][word] != "" }

// Targets reports whether a preposition stands between what somebody does and whom they do it to: "laughed at Lee".
func (l *Lexicon) Targets(word string) bool { return l.pairs[targets][word] != "" }

// Polite reports whether a word is joined to a name out of politeness: the san of Mori-san.
func (l *Lexicon) Polite(word string) bool { return l.pairs[politeTails][word] != "" }

// Answering reports whether an answer to a question opens with the word: yes.
func (l *Lexicon) Answering(word string) bool { return l.pairs[answering][word] != "" }

// Contacts reports whether the subject of a verb, and not its object, does what the infinitive behind that tells: "rang
// Lee to say".
func (l *Lexicon) Contacts(verb string) bool { return l.pairs[contacts][verb] != "" }

// Hands reports whether a verb tells what somebody does with a text of theirs: "gave Lee a note saying".
func (l *Lexicon) Hands(verb string) bool { return l.pairs[handovers][verb] != "" }

// Falls reports whether whoever "to" leads to behind a word does what the infinitive behind that tells: "it fell to Lee
// to say".
func (l *Lexicon) Falls(word string) bool { return l.pairs[fallings][word] != "" }

// Exemplifies reports whether a word stands before the one named of several, behind a comma or not: "critics such as
// Lee", but not "critics, like Lee, said".
func (l *Lexicon) Exemplifies(word string, comma bool) bool {
	sense := l.pairs[examples][word]
	return sense != "" && !(comma && sense == "close")
}

// Minds reports whether a verb tells what somebody has in mind, which they need not have said: wants.
func (l *Lexicon) Minds(verb string) bool { return l.pairs[minded][verb] != "" }

// Utterance is the word that stands between a noun for what somebody says, beside those that lead to a
// quotation, and what that is: as of description, that of view. "": the noun is none.
func (l *Lexicon) Utterance(noun string) string { return l.pairs[utterances][noun] }

// OfPaper reports whether what a noun is for is the own text of the paper that has it: editorial.
func (l *Lexicon) OfPaper(noun string) bool { return l.pairs[paperTexts][noun] != "" }

// AnyKind reports whether a noun tells no more of a body than its kind: company, agency.
func (l *Lexicon) AnyKind(word string) bool { return l.pairs[anyKinds][word] != "" }

// PaperRole reports whether a paper has a noun for people as its name: economist.
func (l *Lexicon) PaperRole(word string) bool { return l.pairs[paperRoles][word] != "" }

// PaperNoun reports whether a noun stands behind the name of a paper: newspaper, tabloid.
func (l *Lexicon) PaperNoun(word string) bool { return l.pairs[paperNouns][word] != "" }

// Party is the party, by one of its words, that a folded word names: republican for
// gop. "": none.
func (l *Lexicon) Party(word string) string { return l.pairs[parties][word] }

// Implied is the role of whoever has the word behind the name, lawyer of KC and prosecuting.
// "": it tells none.
func (l *Lexicon) Implied(word string) string { return l.paired(implied, word) }

// Agent is the role of whoever does what the form of a verb tells, driver of drove and teacher of
// teaches. "": no noun for a person is made of it.
func (l *Lexicon) Agent(verb string) string {
	verb = strings.ToLower(verb)
	if noun := l.pairs[agents][verb]; noun != "" {
		return strings.TrimSuffix(noun, "-") // "-" alone: none is
	}
	for n := max(1, len(verb)-longestEnding); n < len(verb); n++ { // the longest ending first
		for end := range strings.SplitSeq(l.pairs[agents]["-"+verb[n:]], "/") {
			if end == "" {
				continue
			}
			for _, noun := range []string{verb[:n] + end, verb[:n] + verb[n-1:n] + end} { // owns, runs
				if l.Lookup(noun, false).Has(Role) {
					return noun
				}
			}
		}
	}
	return ""
}

// Excludes is the role that whoever has this one has not: no witness is a lawyer there. "":
// none.
func (l *Lexicon) Excludes(noun string) string { return l.pairs[excludes][noun] }

// Appellation reports whether a word is a noun for a name: surname, handle.
func (l *Lexicon) Appellation(word string) bool { return l.pairs[appellations][word] != "" }

// ThingLead reports whether a word begins the names of things, though a first name may
// follow: "Storm Babet", "El Faro".
func (l *Lexicon) ThingLead(word string) bool {
	return l.paired(thingLeads, word) != ""
}

// Cause reports whether a word stands before what somebody is praised or blamed for: "thanked
// Lee for calling".
func (l *Lexicon) Cause(word string) bool { return l.pairs[causes][word] != "" }

// OfSpeaker reports whether a word tells what is the speaker's own: my.
func (l *Lexicon) OfSpeaker(word string) bool {
	return l.paired(ofSpeakers, word) != ""
}

// Opposed is the kind of role and the side there that a folded word tells, court and defence of
// defence: nobody is on two sides of one kind. "": the word tells none.
func (l *Lexicon) Opposed(word string) (kind, side string) {
	kind, side, _ = strings.Cut(l.pairs[opposed][word], "-")
	return kind, side
}

// Presides reports whether who has the role of a folded noun presides where something goes on, mostly
// without a name: the judge.
func (l *Lexicon) Presides(noun string) bool { return l.pairs[presiding][noun] != "" }

// Deputy reports whether a folded word before a role makes it that of its holder's deputy.
func (l *Lexicon) Deputy(word string) bool { return l.pairs[deputies][word] != "" }

// Rival reports whether a folded word before a role makes it that of who stands against its holder.
func (l *Lexicon) Rival(word string) bool { return l.pairs[deputies][word] == "rival" }

// Country is the country whose people a folded word is of, denmark of dane. "": the word is of
// none, or begins as the country does.
func (l *Lexicon) Country(word string) string { return l.pairs[countries][word] }

// Turn is when the holder of a role, by a word for them alone, holds the office: former of
// predecessor, next of successor. "": the word tells none.
func (l *Lexicon) Turn(noun string) string { return l.pairs[turns][noun] }

// Issued reports whether a noun is for a text that bodies issue: statement.
func (l *Lexicon) Issued(noun string) bool { return l.pairs[issued][noun] != "" }

// Anonymity is what a word tells of whether somebody is named: that it is a "name", a "denial" of one
// or "anonymity". "": nothing.
func (l *Lexicon) Anonymity(word string) string { return l.pairs[anonymities][word] }

// Tells is the kind of thing that a word beside quotation marks tells them to be there for, surface
// of sign. "": it tells none.
func (l *Lexicon) Tells(word string) string { return l.paired(kinds, word) }

// Ending is what words with the ending of this one do, judges of useful. "": no ending of the
// tables.
func (l *Lexicon) Ending(word string) string {
	word = strings.ToLower(word)
	for n := max(1, len(word)-longestEnding); n < len(word); n++ { // the longest ending first
		if does := l.pairs[endings]["-"+word[n:]]; does != "" {
			return does
		}
	}
	return ""
}

// Kinship is what kind of relative a word means and what somebody is to them, child/parent
// of son. "": the word means no relative.
func (l *Lexicon) Kinship(noun string) string { return l.pairs[kinships][noun] }

// Small reports whether texts print a word in small letters: the accident of "Accidents happen".
func (l *Lexicon) Small(word string) bool { return l.pairs[smallWords][word] != "" }

// Narrates reports whether noun, behind lead, is how a writer speaks of themselves: "your correspondent".
func (l *Lexicon) Narrates(noun, lead string) bool {
	return lead != "" && l.pairs[narrators][noun] == lead
}

// AgeSpan is the least and the greatest age of whom a word means, 13 and 19 of teenager, and
// whether it tells any.
func (l *Lexicon) AgeSpan(word string) (least, most int, ok bool) {
	from, to, ok := strings.Cut(l.paired(ageSpans, word), "-")
	if !ok {
		return 0, 0, false
	}
	least, err := strconv.Atoi(from)
	most, over := strconv.Atoi(to)
	return least, most, err == nil && over == nil
}

// State is the name of the state that an abbreviation means, its words in small letters
// and joined by hyphens: north-carolina of N.C. It is "" for none.
func (l *Lexicon) State(short string) string { return l.paired(states, short) }

// Singular is the role of one of several, senator of senators and chairman of
// chairmen. "": none.
func (l *Lexicon) Singular(word string) string {
	word = strings.ToLower(word)
	for n := max(1, len(word)-longestPlural); n < len(word); n++ { // the longest ending first
		one, ok := l.pairs[singulars]["-"+word[n:]]
		if ok && l.Lookup(word[:n]+one, false).Has(Role) {
			return word[:n] + one
		}
	}
	return ""
}

// Plural reports whether a noun that the tables need not have ends as one of
// several does: tea-pickers, but not hostess.
func (l *Lexicon) Plural(word string) bool {
	word = strings.ToLower(word)
	for n := max(1, len(word)-longestPlural); n < len(word); n++ {
		if one, ok := l.pairs[singulars]["-"+word[n:]]; ok {
			return one != word[n:]
		}
	}
	return false
}

// Animal reports whether a word is for an animal that people give a name to: labrador, gelding.
func (l *Lexicon) Animal(word string) bool { return l.paired(animals, word) != "" }

// View reports whether a word that opens a sentence stands before whose view it tells: "To Lee, the
// plan was silly".
func (l *Lexicon) View(word string) bool { return l.paired(views, word) != "" }

// Article reports whether a word before a noun brings in what the text has not told of: a, an.
func (l *Lexicon) Article(word string) bool { return l.paired(articles, word) != "" }

// Has reports whether only things are what a verb is done to: founded Fernwick.
func (l *Lexicon) Has(verb string) bool { return l.paired(haves, verb) != "" }

// Reacts reports whether whoever was spoken to does what a verb tells: refused, denied.
func (l *Lexicon) Reacts(verb string) bool { return l.paired(reacting, verb) != "" }
