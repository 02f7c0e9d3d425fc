package resolve

import (
	"sync"

	"onrecord/quotes/attribute/model"
	"onrecord/quotes/mention"
)

// memory is what resolving an article fills and the next one uses again: to make it anew for each took a twentieth of
// the time.
type memory struct {
	index
	mentions []mention.Mention // as the scene has them, until the text tells more
	// prose counts the sentences up to each that have words outside quotes: the
	// distance of two mentions is not that of a long quote between them.
	prose  []int32
	places []place  // by mention, unseen where not looked up
	words  []int32  // by token, where its folded word stands in folded; 0 where not looked up
	folded []string // the first is none's

	// Of the pronoun in hand: who may be meant, and what is weighed.
	traces   []trace
	observed []model.Facts
	others   []int // the names in its sentence that are of others, see sentenceNames
	batch    model.Batch
	scores   []int32
	odds     []model.Probability
}

var memories = sync.Pool{New: func() any { return &memory{index: newIndex(), folded: make([]string, 1)} }}

// borrow is memory for an article as if nobody had used it.
func borrow(t *mention.Text, mentions []mention.Mention) *memory {
	x := memories.Get().(*memory)
	x.mentions = append(x.mentions[:0], mentions...)
	x.places, x.words = zeros(x.places, len(mentions)), zeros(x.words, len(t.Tokens))
	return x
}

// zeros is n zeros, in the list's memory where it suffices.
func zeros[T any](list []T, n int) []T { return append(list[:0], make([]T, n)...) }

// mostKept is how many tokens an article has at most whose memory is kept: to empty that of longer ones takes
// longer than to make it for a short one.
const mostKept = 1 << 15

// giveBack empties the memory for the next article.
func (x *memory) giveBack() {
	if len(x.words) > mostKept {
		return
	}
	x.clear()
	clear(x.folded)
	x.folded, x.prose, x.traces, x.others = x.folded[:1], x.prose[:0], x.traces[:0], x.others[:0]
	memories.Put(x)
}
