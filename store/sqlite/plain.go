package sqlite

import (
	"strings"
	"unicode"
)

// plain gives text with simple quote marks and hyphens, small letters and
// single spaces, as editors type what they copy, and for each rune of it the
// index of the rune in text that it stands for.
func plain(s string) (out []rune, at []int) {
	i := -1
	for _, r := range s {
		i++
		switch {
		case unicode.IsSpace(r):
			if n := len(out); n > 0 && out[n-1] == ' ' {
				continue
			}
			r = ' '
		case strings.ContainsRune("‘’‚‛′`´", r):
			r = '\''
		case strings.ContainsRune("“”„‟″«»", r):
			r = '"'
		case strings.ContainsRune("‐‑‒–—−", r):
			r = '-'
		default:
			r = unicode.ToLower(r)
		}
		out, at = append(out, r), append(at, i)
	}
	return out, at
}
