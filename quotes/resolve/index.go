package resolve

// index finds, in the article in hand, whom words and mentions are of.
type index struct {
	full        map[string]int   // entities by their whole folded names
	byLast      map[string][]int // by last name
	byFirst     map[string][]int // and by any other part
	bodies      map[string][]int // organisations of several words by the last
	called      map[string]int   // the body that a word is tied to: the union
	byRole      map[string][]int // entities by noun of a role
	byAge       map[string]int   // entities by their age
	bare        map[string]int   // whom a surname meant last, by its manner
	unnamed     map[string]int   // entities never named, by folded phrase
	phrases     map[string]int   // the last mention as "a diplomat", by noun
	bodyPhrases map[string]int   // as "a trade group", by noun
	texts       map[string]int   // of a text, by noun, "" for any
	titled      map[string][]int // mentions of only a last name behind a title, by the title as a noun
	authors     map[int]int      // of the mention of a text that of its author, -1 for nobody
	brands      map[int]int      // of the mention of a text the body whose name it bears
	inside      map[int][]int    // the mentions in each stretch that somebody says
	acting      map[string]bool  // last words of names that act somewhere
	things      map[string]bool  // folded names that stand where only those of things do
	nouned      map[string]bool  // the folded names of mentions behind a noun for a body
	withNoun    map[int]bool     // and those mentions
	totals      map[string]int   // how often the article names whom it calls by a last word
	opening     map[int32]string // by token, words in capitals for show as running text has them
}

func newIndex() index {
	return index{
		full: map[string]int{}, byLast: map[string][]int{}, byFirst: map[string][]int{}, bodies: map[string][]int{}, called: map[string]int{},
		byRole: map[string][]int{}, byAge: map[string]int{}, bare: map[string]int{}, unnamed: map[string]int{}, phrases: map[string]int{},
		bodyPhrases: map[string]int{}, texts: map[string]int{}, titled: map[string][]int{}, authors: map[int]int{}, brands: map[int]int{},
		inside: map[int][]int{}, acting: map[string]bool{}, things: map[string]bool{}, nouned: map[string]bool{}, withNoun: map[int]bool{},
		totals: map[string]int{}, opening: map[int32]string{},
	}
}

func (x *index) clear() {
	clear(x.full)
	clear(x.byLast)
	clear(x.byFirst)
	clear(x.bodies)
	clear(x.called)
	clear(x.byRole)
	clear(x.byAge)
	clear(x.bare)
	clear(x.unnamed)
	clear(x.phrases)
	clear(x.bodyPhrases)
	clear(x.texts)
	clear(x.titled)
	clear(x.authors)
	clear(x.brands)
	clear(x.inside)
	clear(x.acting)
	clear(x.things)
	clear(x.nouned)
	clear(x.withNoun)
	clear(x.totals)
	clear(x.opening)
}
