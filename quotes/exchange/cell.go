package exchange

import (
	"strings"
	"unicode/utf8"
)

// formulaStarts begin a formula in a spreadsheet, or are skipped before one:
// OWASP, "CSV Injection". The last four are the full-width forms, which
// Japanese Excel reads alike.
const formulaStarts = "=+-@\t\r\n＝＋－＠"

// CSVCell makes a value safe in a spreadsheet: as Terminal, but with tabs, and
// a value that would be a formula gets an apostrophe in front. So does one
// which begins with apostrophes before such a sign, so that Uncell tells the
// two apart.
func CSVCell(s string) string { return guard(neutral(s, false)) }

// TSVCell is CSVCell with tab, line feed, carriage return and backslash
// written as \t, \n, \r and \\.
func TSVCell(s string) string {
	s = CSVCell(s)
	if !strings.ContainsAny(s, "\t\n\r\\") {
		return s
	}
	return tsvEscapes.Replace(s)
}

var (
	tsvEscapes   = strings.NewReplacer("\\", `\\`, "\t", `\t`, "\n", `\n`, "\r", `\r`)
	tsvUnescapes = strings.NewReplacer(`\\`, "\\", `\t`, "\t", `\n`, "\n", `\r`, "\r")
)

// Uncell takes back the apostrophe that CSVCell put before a value. What was
// neutralised besides is lost, so a sheet that comes back is compared with
// CSVCell of the stored value, not with the stored value itself.
func Uncell(s string) string {
	if strings.HasPrefix(s, "'") && startsFormula(s[1:]) {
		return s[1:]
	}
	return s
}

// UnTSVCell takes back what TSVCell wrote, as Uncell does.
func UnTSVCell(s string) string {
	if strings.Contains(s, `\`) {
		s = tsvUnescapes.Replace(s)
	}
	return Uncell(s)
}

func guard(s string) string {
	if startsFormula(s) {
		return "'" + s
	}
	return s
}

// startsFormula reports whether s, apostrophes in front left out, begins with
// a sign of formulaStarts.
func startsFormula(s string) bool {
	r, _ := utf8.DecodeRuneInString(strings.TrimLeft(s, "'"))
	return r != utf8.RuneError && strings.ContainsRune(formulaStarts, r)
}
