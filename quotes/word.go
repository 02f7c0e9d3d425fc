package quotes

import (
	"slices"
	"strings"
)

// Word is a value from one of the record's closed vocabularies: a kind, a
// state, a word of an axis. Each vocabulary is one table, from which parsing,
// help, completion and the schema's tests are all fed.
type Word interface{ ~string }

// ParseWord finds s, in any case and with spaces or underscores for hyphens,
// in the vocabulary. The error is CodeInvalid, names what the word was to be
// and the nearest word, and lists the vocabulary.
func ParseWord[W Word](what string, vocabulary []W, s string) (W, error) {
	folded := FoldWord[W](s)
	if slices.Contains(vocabulary, folded) {
		return folded, nil
	}
	return "", UnknownWord(what, s, Strings(vocabulary))
}

// FoldWord gives a word as vocabularies have it: small letters, and hyphens for
// spaces and underscores.
func FoldWord[W Word](s string) W {
	return W(strings.NewReplacer(" ", "-", "_", "-").Replace(strings.ToLower(strings.TrimSpace(s))))
}

// UnknownWord is the CodeInvalid error for a word which is none of the known
// ones: with the nearest as a suggestion, and all of them as the remedy.
func UnknownWord(what, word string, known []string) *Error {
	err := Errorf(CodeInvalid, "unknown %s %q", what, word)
	if near := Nearest(word, known); near != "" {
		return err.Do("did you mean %q? known: %s", near, strings.Join(known, ", "))
	}
	return err.Do("known: %s", strings.Join(known, ", "))
}

// Strings is the vocabulary as plain strings.
func Strings[W Word](vocabulary []W) []string {
	out := make([]string, len(vocabulary))
	for i, w := range vocabulary {
		out[i] = string(w)
	}
	return out
}

// leastBegun is how many letters of a word make a beginning of it.
const leastBegun = 3

// Nearest is the known word that word begins, if it is leastBegun letters or
// more; else the closest by edit distance, or "" if none is within a third of
// the longer one's length, rounded up. Ties go to the earlier one.
func Nearest(word string, known []string) string {
	word = strings.ToLower(word)
	if len(word) >= leastBegun {
		for _, k := range known {
			if strings.HasPrefix(strings.ToLower(k), word) {
				return k
			}
		}
	}
	best, bestDistance := "", 1<<30
	for _, k := range known {
		lower := strings.ToLower(k)
		limit := (max(len(word), len(lower)) + 2) / 3
		if d := editDistance(word, lower); d <= limit && d < bestDistance && d < max(len(word), len(lower)) {
			best, bestDistance = k, d
		}
	}
	return best
}

// editDistance counts the insertions, deletions, substitutions and swaps of
// neighbours between two short strings (optimal string alignment), by byte.
func editDistance(a, b string) int {
	before, last, row := make([]int, len(b)+1), make([]int, len(b)+1), make([]int, len(b)+1)
	for j := range last {
		last[j] = j
	}
	for i := 1; i <= len(a); i++ {
		row[0] = i
		for j := 1; j <= len(b); j++ {
			cost := 1
			if a[i-1] == b[j-1] {
				cost = 0
			}
			row[j] = min(last[j]+1, row[j-1]+1, last[j-1]+cost)
			if i > 1 && j > 1 && a[i-1] == b[j-2] && a[i-2] == b[j-1] {
				row[j] = min(row[j], before[j-2]+1)
			}
		}
		before, last, row = last, row, before
	}
	return last[len(b)]
}
