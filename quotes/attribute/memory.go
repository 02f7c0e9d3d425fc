package attribute

import "sync"

// memory is what attributing an article fills and the next one uses again.
type memory struct {
	ranker
	starts, ends []int32 // see Scene
	items, inner []item  // of the paragraph, and of the stretch, in hand
	above, below []item  // of the paragraph before and of one behind
}

var memories = sync.Pool{New: func() any { return new(memory) }}

// borrow is memory as if nobody had used it.
func borrow() *memory {
	mem := memories.Get().(*memory)
	r := &mem.ranker
	mem.ranker = ranker{
		pool: pool{list: r.pool.list[:0]}, firstMention: r.firstMention, own: r.own, ownAt: r.ownAt, hashes: r.hashes,
		batch: r.batch, scores: r.scores, odds: r.odds,
	}
	return mem
}

// mostKept is how many tokens an article has at most whose memory is kept.
const mostKept = 1 << 16

// giveBack lends the memory to the next article; scene s, which had it, must look at nothing of it any more.
func (mem *memory) giveBack(s *Scene) {
	s.startAt, s.endAt = nil, nil
	if len(mem.starts) <= mostKept {
		memories.Put(mem)
	}
}

// zeros is n zeros, in the list's memory where it suffices.
func zeros[T any](list []T, n int) []T { return append(list[:0], make([]T, n)...) }
