package quotes

import (
	"net/url"
	"strings"
	"unicode"
)

// SplitURLs tells apart the web addresses of a text that somebody pasted: they
// stand behind white space, commas, semicolons, "and", or with nothing between
// them at all. An address inside another one, as archives write it, is part of
// that. Anything else than addresses is CodeInvalid.
func SplitURLs(text string) ([]string, error) {
	var out []string
	for _, field := range strings.FieldsFunc(text, func(r rune) bool { return unicode.IsSpace(r) || strings.ContainsRune("<>\"“”", r) }) {
		for _, part := range splitGlued(field) {
			part = trimURL(part)
			if part == "" || part == "and" || part == "&" {
				continue
			}
			u, err := url.Parse(part)
			if err != nil || (u.Scheme != "http" && u.Scheme != "https") || u.Host == "" {
				return nil, Errorf(CodeInvalid, "evidence %q is no web address", part).
					Do("write it whole, as in https://example.org/page; words go into --note")
			}
			out = append(out, part)
		}
	}
	return out, nil
}

// splitGlued parts a field before every address that does not stand inside
// another: one inside follows a slash, an equals sign or another sign that
// leads into a value.
func splitGlued(field string) []string {
	var out []string
	start := 0
	for i := 1; i < len(field); i++ {
		if !beginsURL(field[i:]) || strings.IndexByte("/=:?&#%*+-_.~", field[i-1]) >= 0 {
			continue
		}
		out = append(out, field[start:i])
		start = i
	}
	return append(out, field[start:])
}

// beginsURL reports whether a text begins as a web address does, in any case.
func beginsURL(s string) bool {
	for _, scheme := range []string{"http://", "https://"} {
		if len(s) >= len(scheme) && strings.EqualFold(s[:len(scheme)], scheme) {
			return true
		}
	}
	return false
}

// trimURL takes off the punctuation of the sentence around an address; a
// closing bracket belongs to it only if it opens one.
func trimURL(s string) string {
	s = strings.TrimLeft(s, ",;|'’(")
	unopened := strings.Count(s, ")") - strings.Count(s, "(")
	for {
		s = strings.TrimRight(s, ",;.|'’!")
		if unopened <= 0 || !strings.HasSuffix(s, ")") {
			return s
		}
		s = s[:len(s)-1]
		unopened--
	}
}
