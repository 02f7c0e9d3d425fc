package text

import "unicode/utf8"

// ASCII reports whether s is of ASCII alone.
func ASCII(s string) bool {
	// Eight bytes at a time, as every word of an article is asked: the compiler makes one load of each eight.
	for ; len(s) >= 8; s = s[8:] {
		if (s[0]|s[1]|s[2]|s[3]|s[4]|s[5]|s[6]|s[7])&utf8.RuneSelf != 0 {
			return false
		}
	}
	for i := range len(s) {
		if s[i] >= utf8.RuneSelf {
			return false
		}
	}
	return true
}
