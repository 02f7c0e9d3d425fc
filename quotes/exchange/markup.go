package exchange

import (
	"html"
	"strings"
	"unicode/utf8"
)

// markdownEscapes are the signs that begin markup anywhere in a line, by
// CommonMark and GitHub's tables, strikethrough and formulas. HTML goes as
// entities, because readers of Markdown differ on a backslash before "<".
var markdownEscapes = strings.NewReplacer(
	`\`, `\\`, "`", "\\`", "*", `\*`, "_", `\_`, "[", `\[`, "]", `\]`, "|", `\|`, "~", `\~`, "$", `\$`,
	"#", `\#`, "!", `\!`, "&", "&amp;", "<", "&lt;", ">", "&gt;", "\r\n", "<br>", "\n", "<br>", "\r", "<br>")

// Markdown makes a value safe in one cell of a Markdown table: as Terminal,
// with markup and HTML shown as signs and line breaks as <br>. A web address
// becomes a link.
func Markdown(s string) string {
	s = neutral(s, true)
	if isWebAddress(s) {
		return "<" + markdownAddress.Replace(s) + ">"
	}
	return strings.TrimSpace(markdownEscapes.Replace(s))
}

// markdownAddress holds the signs that would end a link or a cell.
var markdownAddress = strings.NewReplacer("|", "%7C", "<", "%3C", ">", "%3E", `\`, "%5C", "`", "%60")

// HTML makes a value safe as text or as a quoted attribute of a page: as
// Terminal, escaped.
func HTML(s string) string { return html.EscapeString(neutral(s, false)) }

// isWebAddress reports whether the whole value is an http or https address.
// Any other scheme (javascript:, data:) stays text.
func isWebAddress(s string) bool {
	rest, ok := strings.CutPrefix(s, "https://")
	if !ok {
		if rest, ok = strings.CutPrefix(s, "http://"); !ok {
			return false
		}
	}
	return rest != "" && !strings.ContainsAny(s, " \t\n\r\"'") && !strings.ContainsRune(s, utf8.RuneError)
}
