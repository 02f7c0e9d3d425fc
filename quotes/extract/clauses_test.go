package extract

import (
	"fmt"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"onrecord/quotes"
)

// clauseParts reads testdata/clauses.txt: the lines of each section.
func clauseParts(t *testing.T) map[string][]string {
	t.Helper()
	parts, section := map[string][]string{}, ""
	for line := range strings.Lines(testdata(t, "clauses.txt")) {
		switch line = strings.TrimRight(line, "\n"); {
		case line == "" || line[0] == '#':
		case line[0] == '[':
			section = strings.Trim(line, "[]")
		default:
			parts[section] = append(parts[section], line)
		}
	}
	return parts
}

// clause is a sentence, and the byte where whoever speaks in it stands.
type clause struct {
	text string
	at   int
}

// newClause puts a speaker and what stands between into a sentence, behind another.
func newClause(speaker, between, said string) clause {
	if between != "" && between[0] != ',' {
		between = " " + between
	}
	const before = "It rained in the north on Sunday, and the river rose.\n\n"
	at := strings.IndexByte(said, '@')
	s := strings.Replace(said, "@", speaker+between, 1)
	first, size := utf8.DecodeRuneInString(s)
	s = strings.NewReplacer(",.", ".", ",,", ",").Replace(string(unicode.ToUpper(first)) + s[size:])
	return clause{before + s, len(before) + at}
}

// names reports whether the words that the first quotation of the clause is ascribed to begin
// where its speaker does, but for a title or the who behind it.
func (c clause) names(speaker string) (ok bool, got string) {
	found := Extract(&quotes.Article{Text: c.text}).Quotes
	if len(found) == 0 || found[0].Kind == quotes.KindScare || found[0].Mention == nil {
		return false, "nobody"
	}
	mention := found[0].Mention
	at := len(string([]rune(c.text)[:mention.Start]))
	return at >= c.at && at < c.at+len(speaker)+len(" who"), mention.Text
}

// TestClauses keeps in a golden file how often whoever speaks is found over all that may stand
// between them and the verb, and where not.
func TestClauses(t *testing.T) {
	parts := clauseParts(t)
	var out strings.Builder
	right, all := 0, 0
	for _, between := range parts["between"] {
		kinds, between, _ := strings.Cut(between, " |")
		ways := parts["said"]
		if between == "" {
			ways = append(ways, parts["alone"]...)
		}
		for _, said := range ways {
			for _, speaker := range parts["speaker"] {
				kind, speaker, _ := strings.Cut(speaker, " | ")
				if !strings.Contains(kinds, kind) {
					continue
				}
				all++
				ok, got := newClause(speaker, strings.TrimPrefix(between, " "), said).names(speaker)
				if ok {
					right++
					continue
				}
				fmt.Fprintf(&out, "%s | %s |%s | %s\n", got, speaker, between, said)
			}
		}
	}
	golden(t, "clauses.golden", fmt.Sprintf("right %d of %d; else: ascribed to | speaker | between | sentence\n", right, all)+out.String())
}
