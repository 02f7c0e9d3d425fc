package read

import "strings"

// clean makes the lines of a text end in line feeds and leaves the rest as it
// was: CRLF becomes one, CR, VT, FF, NEL, U+2028 and U+2029 become one each,
// and NUL becomes "�" (as in HTML), since databases end a text there. Other
// controls stay; each exit of the program neutralises them.
func clean(text string) string {
	if !strings.ContainsAny(text, "\r\v\f\x00\u0085\u2028\u2029") {
		return text
	}
	return strings.NewReplacer(
		"\r\n", "\n", "\r", "\n", "\v", "\n", "\f", "\n",
		"\u0085", "\n", "\u2028", "\n", "\u2029", "\n", "\x00", "\ufffd",
	).Replace(text)
}
