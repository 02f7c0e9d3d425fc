package resolve

// How often each way of resolving names the right one, given the right mention.
// One reader judged samples of the training articles: 32 short names and 44 role
// phrases. What has no count below is an estimate. How sure he and she are is
// learned: see claims.
const (
	sureFull        = 0.98 // a name in full
	sureShort       = 0.97 // a surname that one person of the article has
	namesakeCost    = 0.04 // another has it too, but seldom: 15 of 16
	sureGiven       = 0.75 // another part of a name alone: 9 of 16, the others brands with a person's name
	sureBorne       = 0.9  // a last name that is a word for a place, a people or a body, too
	sureMisspelt    = 0.9  // a surname with a slip of the hand: 8 of 8
	sureGender      = 0.85 // a surname whose bearer's first name tells the other gender
	sureBeside      = 0.93 // a role beside its name: 4 of 5
	sureAge         = 0.93 // the 34-year-old, of whom the text gives that age
	sureRole        = 0.78 // a role that the text ties to a name: 8 of 12, then 17 of 20
	sureAgain       = 0.75 // the same noun again
	sureSalient     = 0.72 // a role that no name is tied to, one person standing out: 5 of 6
	sureBody        = 0.85 // the ministry, of which one is named
	sureAuthor      = 0.85 // the letter, of which the text tells who wrote it
	sureAsWritten   = 0.95 // a phrase that stays as written
	sureInterview   = 0.8  // I in an interview
	sureReporter    = 0.9  // I of who tells the article
	surePronounName = 0.85 // who, behind its antecedent
	sureFronted     = 0.9  // she, before the main clause whose subject she is
	sureAhead       = 0.7  // he, whom only the next sentence names
	sureLed         = 0.75 // they and it, of whoever the sentence is about
	surePlural      = 0.6  // of others
	sureTold        = 0.8  // he, of whom somebody tells
	sureToldOf      = 0.65 // and whom the text tells of longer before
)
