package compare

import "unicode/utf8"

// Shingles are the runs of three words of a text, hashed: near copies share
// most of them (A. Broder, On the resemblance and containment of documents,
// 1997). Runs of function words alone, such as "one of the", are left out.
// Repeats of a run are, too; a text of fewer than fingerprintWords words has
// none.

// shingleWords is how many words are a shingle.
const shingleWords = 3

// fingerprintWords is from how many words on a text says enough to be told
// again: "we will see" is no repeat of anything.
const fingerprintWords = 5

// Shingles are the hashes of a text's shingles, each once, in order.
func Shingles(s string) []uint32 {
	var room [64]Word
	words := appendWords(room[:0], s)
	if len(words) < fingerprintWords {
		return nil
	}
	var out []uint32
	seen := map[uint32]bool{}
	eachShingle(words, func(_ int, hash uint32) {
		if !seen[hash] {
			seen[hash] = true
			out = append(out, hash)
		}
	})
	return out
}

// Fingerprint is the least hash of a text's shingles, never 0; 0 if it has
// none. Two texts have the same one with a probability of the share of their
// shingles that both have; and the fingerprint of one is among the Shingles of
// the other with that of its own shingles that the other has, which is 1 for a
// text that was only shortened at its ends.
func Fingerprint(s string) uint32 {
	l := english()
	var a, b uint64
	least, n, said := uint32(0), 0, 0
	eachHash(s, func(c uint64) {
		n++
		if !l.functions[c] {
			said = n
		}
		if n >= shingleWords && said > n-shingleWords {
			if h := mix((a*prime+b)*prime + c); least == 0 || h < least {
				least = h
			}
		}
		a, b = b, c
	})
	if n < fingerprintWords {
		return 0
	}
	return least
}

// eachHash calls with the hash of each word's key. It is Words without a word
// kept, since every quote on its way into a record goes through it: a word of
// plain letters is hashed as it is read, only others are cut the long way.
func eachHash(s string, with func(hash uint64)) {
	var room [2]Word
	cut := cutter{s: s, lexicon: english()}
	for at := 0; at < len(s); {
		start, h := at, uint64(offset)
		for at < len(s) && 'a' <= s[at]|0x20 && s[at]|0x20 <= 'z' {
			h = (h ^ uint64(s[at]|0x20)) * prime
			at++
		}
		if at > start && plainEnd(s, at) && h != hashCannot && h != hashPercent {
			with(h)
			continue
		}
		at = start
		r, n := rune(s[at]), 1
		if r >= utf8.RuneSelf {
			r, n = utf8.DecodeRuneInString(s[at:])
		}
		cut.out = room[:0]
		if isWordRune(r) {
			n = wordEnd(s, at) - at
			cut.word(at, at+n)
		} else {
			cut.sign(r, at, at+n)
		}
		for i := range cut.out {
			with(hashWord(cut.out[i].Key))
		}
		at += n
	}
}

// plainEnd reports whether a word of plain letters ends at.
func plainEnd(s string, at int) bool {
	if at == len(s) {
		return true
	}
	c := s[at]
	switch {
	case c == '\'' || isDigit(rune(c)):
		return false
	case c < utf8.RuneSelf:
		return true
	}
	r, n := utf8.DecodeRuneInString(s[at:])
	if r != '’' {
		return !isWordRune(r)
	}
	next, _ := utf8.DecodeRuneInString(s[at+n:])
	return !isWordRune(next)
}

// eachShingle calls with the index of the first word of each shingle, and its
// hash.
func eachShingle(words []Word, with func(at int, hash uint32)) {
	var a, b uint64
	said := 0 // the last word that is no function word, counted from 1
	for i := range words {
		c := hashWord(words[i].Key)
		if words[i].class&function == 0 {
			said = i + 1
		}
		if i >= shingleWords-1 && said > i-shingleWords+1 {
			with(i-shingleWords+1, mix((a*prime+b)*prime+c))
		}
		a, b = b, c
	}
}

// Of FNV-1a.
const (
	prime  = 0x100000001b3
	offset = 0xcbf29ce484222325
)

var hashCannot, hashPercent = hashWord("cannot"), hashWord("percent")

func hashWord(s string) uint64 {
	h := uint64(offset)
	for i := range len(s) {
		h = (h ^ uint64(s[i])) * prime
	}
	return h
}

// mix spreads what differs over all bits (splitmix64); never 0.
func mix(h uint64) uint32 {
	h = (h ^ h>>30) * 0xbf58476d1ce4e5b9
	h = (h ^ h>>27) * 0x94d049bb133111eb
	return max(uint32(h^h>>31), 1)
}

// Of the shingles of the shorter of two texts, copies share so much, and so
// many: a name and its title make one or two by themselves.
const (
	copiedShare = 0.6
	copiedLeast = 3
)

// Copies reports whether one of two texts, given by their Shingles, is near a
// copy of the other or of a part of it.
func Copies(a, b []uint32) bool {
	in := make(map[uint32]bool, len(a))
	for _, h := range a {
		in[h] = true
	}
	both := 0
	for _, h := range b {
		if in[h] {
			both++
		}
	}
	least := min(len(a), len(b))
	return both >= min(copiedLeast, least) && both > 0 && float64(both) >= copiedShare*float64(least)
}
