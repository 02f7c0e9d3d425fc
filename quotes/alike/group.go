package alike

import (
	_ "embed"
	"strings"
	"sync"

	"onrecord/quotes/text"
)

//go:embed english.txt
var englishTable string

// group is words that stand for one another.
type group struct {
	key   string
	words []string
}

// groups are the groups of English by the stems of their words. A word of
// several groups is of the first.
var groups = sync.OnceValue(func() map[string]*group {
	out := map[string]*group{}
	for line := range strings.Lines(englishTable) {
		words := strings.Fields(line)
		if len(words) < 2 || words[0] == "#" {
			continue
		}
		g := &group{"=" + words[0], words}
		for _, w := range words {
			if stem := text.Stem(w); out[stem] == nil {
				out[stem] = g
			}
		}
	}
	return out
})
