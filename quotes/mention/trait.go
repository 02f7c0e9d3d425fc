package mention

// Trait is a set of what a word tells beside its classes, of people, bodies and
// texts. Mostly the resolution of names asks for it.
type Trait uint64

// The traits.
const (
	OfHim      Trait = 1 << iota // his, himself
	OfHer                        // her, herself
	Kin                          // wife, brother: often of the same surname
	Elder                        // the elder Lee
	Younger                      // the younger Lee
	Parent                       // father, aunt
	Child                        // daughter, nephew
	Lineage                      // bin, a/l: between a name and the father's
	OfThem                       // their
	Whoever                      // nobody, someone: no one in particular
	Asks                         // asked: whoever is asked answers
	Replies                      // replied, a reply
	Writes                       // wrote, signed: whoever does made the text
	Issues                       // released: whoever does may have made it
	Ascribes                     // attributed to whoever made the text
	Via                          // in, through: between speech and the text that has it
	Source                       // from, before who made a text
	Reads                        // read, as a letter does
	AnyText                      // the passage, the document: whatever text was spoken of
	Mail                         // letters, memos: whoever releases them seldom made them
	Press                        // kinds of bodies, in names and as nouns: newspaper, Herald
	State                        // agency, Bureau
	Business                     // company, Inc.
	Civic                        // non-profit, Foundation
	AnyBody                      // the company, the group: whatever body was spoken of
	Calls                        // called, named: between a noun and a name
	OfThing                      // which: not of a person
	OfIt                         // its, itself
	Venue                        // on, at: before a thing
	Bound                        // familiar, close: an adjective behind its noun, before a preposition
	Hyphened                     // born, based: ends an adjective like Oslo-born
	Loose                        // leader, chief: said of holders of many offices
	Former                       // former: no longer what the role says
	AnyPerson                    // the person, the source: whoever was spoken of without a name
	Nameless                     // the moderator, the heckler: speaks without being introduced
	Credit                       // via: in the line that tells who took a picture
	Identifies                   // identified, named: before "as" and a name
	Generation                   // Jr., III: tells a name from a namesake's
	Topical                      // Committee, Council: "on" and a topic go on its name
	Topic                        // on: between the two
	HonourLead                   // Datuk, Tan: with a word of HonourTail a title
	HonourTail                   // Seri, Sri
	Courtesy                     // SP, Nana: a title only before two names or a known one
	Single                       // one, another, third: out of several
	Worn                         // a hat, a biography: not by its possessor
	Where                        // at, outside: before a place, whose noun then does nothing
	Titles                       // titled, nicknamed: before what something is called
	Alias                        // known, referred to: the same with "as"
	AnyWord                      // the word, the nickname: before a word spoken of
	Christens                    // call, term: what people who do so in general use for a name
	Wording                      // words, view: "in the words of X", "in X's view"
	Points                       // this, that, so: points to the speech above
	SeldomBody                   // city: a body only as the subject of a verb of speech
	SeldomText                   // order: a text, likewise
	Unseen                       // voice: of somebody unseen
	Saint                        // St: before the name of whom a body is dedicated to
	Sans                         // Without: stands with a capital inside the names of bodies
	Aged                         // aged, turned: before the age of whoever stands before
	Tells                        // told: before who hears it, never before who speaks
	Arrives                      // came: as an answer does
	Deed                         // Protection: what a body does to whatever follows
	Wherein                      // in, near: before a place, seldom before a person
	PlaceLead                    // New, North: begins the names of places
	Adjectival                   // general, private: somebody only where no noun follows
)

// traitNames are the section headings of the tables.
var traitNames = map[string]Trait{
	"ofhim": OfHim, "ofher": OfHer, "kin": Kin, "lineage": Lineage, "elder": Elder, "younger": Younger, "parent": Parent, "child": Child, "whoever": Whoever, "ofthem": OfThem, "asks": Asks, "replies": Replies,
	"writes": Writes, "issues": Issues, "via": Via, "ascribes": Ascribes, "source": Source, "reads": Reads, "anytext": AnyText, "mail": Mail, "press": Press, "state": State, "business": Business, "civic": Civic, "anybody": AnyBody, "calls": Calls, "ofthing": OfThing, "ofit": OfIt, "venue": Venue,
	"bound": Bound, "hyphened": Hyphened, "loose": Loose, "former": Former, "anyperson": AnyPerson, "nameless": Nameless, "credit": Credit, "worn": Worn, "identifies": Identifies, "generation": Generation, "topical": Topical, "topic": Topic, "honourlead": HonourLead, "honourtail": HonourTail, "courtesy": Courtesy, "where": Where, "points": Points, "titles": Titles, "alias": Alias, "anyword": AnyWord, "christens": Christens, "single": Single,
	"wording": Wording, "saint": Saint, "deed": Deed, "arrives": Arrives, "tells": Tells, "sans": Sans, "seldombody": SeldomBody, "seldomtext": SeldomText, "unseen": Unseen, "aged": Aged, "adjectival": Adjectival, "wherein": Wherein, "placelead": PlaceLead,
}

// BodyKinds are the kinds of bodies that a noun or a name can tell.
const BodyKinds = Press | State | Business | Civic
