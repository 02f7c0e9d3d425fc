package text

import (
	"strings"
	"sync"
)

// speechVerbs are the verbs that put a question or an exclamation into
// somebody's mouth right after the marks. The full lexicon of cues is that of
// the mention stage; this one only keeps sentences together.
const speechVerbs = `said says asked asks told tells wrote writes added adds tweeted replied shouted cried yelled
	exclaimed demanded wondered declared answered responded joked quipped continued recalled insisted warned`

var speechVerbSet = sync.OnceValue(func() map[string]bool {
	m := map[string]bool{}
	for _, w := range strings.Fields(speechVerbs) {
		m[w] = true
	}
	return m
})

// IsSpeechVerb reports whether w, in small letters, is one of the verbs that
// most often follow a quote.
func IsSpeechVerb(w string) bool { return speechVerbSet()[w] }
