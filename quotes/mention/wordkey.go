package mention

// wordKey is a word's first and last eight bytes, A-Z folded, which of a shorter word overlap or repeat:
// with its length they tell a word of up to 16 bytes, so that looking one up needs no loop over it.
type wordKey struct{ first, last uint64 }

// ones has a 1 in every byte, highs the highest bit.
const ones, highs = 0x0101010101010101, 0x8080808080808080

// wholeKey is the length, in bytes, of the longest words that their keys and lengths tell.
const wholeKey = 16

func keyOf(s string) wordKey {
	n := len(s)
	switch {
	case n >= 8:
		return wordKey{foldEight(eightOf(s)), foldEight(eightOf(s[n-8:]))}
	case n >= 4:
		k := foldEight(fourOf(s)<<32 | fourOf(s[n-4:]))
		return wordKey{k, k}
	case n > 0:
		k := foldEight(uint64(s[0])<<16 | uint64(s[n/2])<<8 | uint64(s[n-1]))
		return wordKey{k, k}
	}
	return wordKey{}
}

// hash mixes a key and the word's length n: the multipliers are the golden ratio's and one of
// MurmurHash3's finalizer.
func (k wordKey) hash(n int) uint32 {
	const golden, murmur = 0x9E3779B97F4A7C15, 0xFF51AFD7ED558CCD
	h := (k.first+uint64(n))*golden ^ k.last*murmur
	return uint32((h ^ h>>29) * golden >> 32)
}

// eightOf is the first eight bytes of s, fourOf the first four. The compiler makes one load of each.
func eightOf(s string) uint64 {
	_ = s[7]
	return uint64(s[0]) | uint64(s[1])<<8 | uint64(s[2])<<16 | uint64(s[3])<<24 |
		uint64(s[4])<<32 | uint64(s[5])<<40 | uint64(s[6])<<48 | uint64(s[7])<<56
}

func fourOf(s string) uint64 {
	_ = s[3]
	return uint64(uint32(s[0]) | uint32(s[1])<<8 | uint32(s[2])<<16 | uint32(s[3])<<24)
}

// foldEight makes small letters of the capitals A-Z among eight bytes.
func foldEight(x uint64) uint64 {
	low := x &^ highs
	fromA, beyondZ := low+(0x80-'A')*ones, low+(0x80-'Z'-1)*ones
	return x | (fromA&^beyondZ&^x&highs)>>2
}
