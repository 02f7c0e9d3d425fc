package exchange

import (
	"strings"
	"unicode/utf8"
)

// harm tells what a code point that readers do not see as a sign of its own
// can do at an exit.
type harm int

const (
	harmless  harm = iota
	invisible      // shows nothing: hides words from a search or from the eye
	reorders       // turns the order in which what follows is shown
	control        // C0, DEL and C1: terminals act on them
)

// harmOf classifies a code point. Tab and line feed count as controls; the
// exits deal with them first. U+200C and U+200D (joiners) and the variation
// selectors are harmless: Persian, Indic scripts and emoji need them.
//
// Bidi controls: Unicode UAX #9, table of explicit directional formatting
// characters. Invisible ones: Default_Ignorable_Code_Point (DerivedCoreProperties),
// less the joiners and selectors.
func harmOf(r rune) harm {
	switch {
	case r < 0x20 || r >= 0x7f && r <= 0x9f:
		return control
	case r < 0xad:
		return harmless
	case r >= 0x202a && r <= 0x202e, r >= 0x2066 && r <= 0x2069:
		return reorders
	case r == 0x2028, r == 0x2029:
		return control // line and paragraph separators
	case r == 0xad, r == 0x034f, r == 0x061c, r == 0x180e, r == 0xfeff,
		r == 0x200b, r == 0x200e, r == 0x200f,
		r >= 0x2060 && r <= 0x2065, r >= 0x206a && r <= 0x206f,
		r == 0x115f, r == 0x1160, r == 0x17b4, r == 0x17b5, r == 0x3164, r == 0xffa0,
		r >= 0xfff0 && r <= 0xfffb,
		r >= 0x1bca0 && r <= 0x1bca3, r >= 0x1d173 && r <= 0x1d17a,
		r >= 0xe0000 && r <= 0xe0fff:
		return invisible
	}
	return harmless
}

// Terminal makes text safe to show: escapes and other controls appear as
// their pictures (␛), what turns the order of the words as "�", and what
// shows nothing is left out. Line feeds stay (CRLF becomes one), a tab becomes
// a space, and broken UTF-8 "�".
func Terminal(s string) string { return neutral(s, true) }

// Line is Terminal on one line: runs of line breaks become a space.
func Line(s string) string {
	if !strings.ContainsAny(s, "\n\r\u2028\u2029\u0085") {
		return Terminal(s)
	}
	parts := strings.FieldsFunc(s, func(r rune) bool {
		return r == '\n' || r == '\r' || r == 0x2028 || r == 0x2029 || r == 0x85
	})
	for i, p := range parts {
		parts[i] = strings.TrimSpace(p)
	}
	return Terminal(strings.Join(parts, " "))
}

// neutral is Terminal; tabs become spaces only if asked.
func neutral(s string, spaces bool) string {
	at := firstHarm(s, spaces)
	if at < 0 {
		return s
	}
	s = s[:at] + strings.ReplaceAll(s[at:], "\r\n", "\n") // a line's end, where a CR alone would overwrite the line
	var b strings.Builder
	b.Grow(len(s) + 8)
	b.WriteString(s[:at])
	for _, r := range s[at:] { // broken UTF-8 comes as U+FFFD
		switch {
		case r == '\n' || r == '\t' && !spaces:
			b.WriteRune(r)
		case r == '\t':
			b.WriteByte(' ')
		default:
			writeNeutral(&b, r)
		}
	}
	return b.String()
}

func writeNeutral(b *strings.Builder, r rune) {
	switch harmOf(r) {
	case harmless:
		b.WriteRune(r)
	case invisible:
	case control:
		switch {
		case r < 0x20:
			b.WriteRune(0x2400 + r) // the control pictures
		case r == 0x7f:
			b.WriteRune(0x2421)
		case r == 0x85, r == 0x2028, r == 0x2029:
			b.WriteByte('\n')
		default:
			b.WriteRune(utf8.RuneError)
		}
	case reorders:
		b.WriteRune(utf8.RuneError)
	}
}

// firstHarm is the offset of the first byte that neutral has to look at, or
// -1: the usual text is returned as it is.
func firstHarm(s string, tabs bool) int {
	for i := 0; i < len(s); {
		c := s[i]
		if c < utf8.RuneSelf {
			if c < 0x20 && c != '\n' && (c != '\t' || tabs) || c == 0x7f {
				return i
			}
			i++
			continue
		}
		r, n := utf8.DecodeRuneInString(s[i:])
		if r == utf8.RuneError && n == 1 || harmOf(r) != harmless {
			return i
		}
		i += n
	}
	return -1
}
