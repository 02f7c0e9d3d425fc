package sqlite

import (
	"database/sql"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"onrecord/quotes"
	"onrecord/quotes/text"
	"onrecord/store/storetest/generate"
)

// fts is a full-text table of one document with the schema's tokenizer.
func fts(t testing.TB) *sql.DB {
	t.Helper()
	db, err := sql.Open("sqlite", dsn(filepath.Join(t.TempDir(), "fts.db"), false))
	if err != nil {
		t.Fatal(err)
	}
	db.SetMaxOpenConns(1)
	t.Cleanup(func() { _ = db.Close() })
	_, err = db.Exec(`CREATE VIRTUAL TABLE f USING fts5 (x, tokenize = 'porter unicode61 remove_diacritics 2');
		CREATE VIRTUAL TABLE v USING fts5vocab (f, instance);`)
	if err != nil {
		t.Fatal(err)
	}
	return db
}

// ftsTokens is what FTS5 makes of a text.
func ftsTokens(t testing.TB, db *sql.DB, s string) []string {
	t.Helper()
	if _, err := db.Exec("DELETE FROM f; INSERT INTO f VALUES (?)", s); err != nil {
		t.Fatal(err)
	}
	rows, err := db.Query("SELECT term FROM v ORDER BY offset")
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = rows.Close() }()
	var out []string
	for rows.Next() {
		var term string
		if err := rows.Scan(&term); err != nil {
			t.Fatal(err)
		}
		out = append(out, term)
	}
	if err := rows.Err(); err != nil {
		t.Fatal(err)
	}
	return out
}

func ourTokens(s string) []string {
	var out []string
	for _, tok := range text.Tokens(s) {
		out = append(out, text.Stem(tok.Folded))
	}
	return out
}

// Words for every rule of the stemmer, and for folding.
const rules = `caresses ponies ties caress cats feed agreed plastered bled motoring sing conflated troubled sized
	hopping tanned falling hissing fizzed failing filing happy sky relational conditional rational valenci hesitanci
	digitizer conformabli radicalli differentli vileli analogousli vietnamization predication operator feudalism
	decisiveness hopefulness callousness formaliti sensitiviti sensibiliti triplicate formative electriciti
	electrical hopeful goodness revival allowance inference airliner gyroscopic adjustable defensible irritant
	replacement adjustment dependent adoption homologou communism activate angulariti homologous effective
	probate rate cease roll saying says said geology ologies ion ions es ed ing s ss sses aing yes y by
	Être naïve Øre Łódź STRASSE straße ÅNGSTRÖM Kim Jong-un O'Brien 12,5 3rd x² Ⅷ ﬁne 日本語 русский Ёлка ΑΘΗΝΑ Αθήνα ệ ǻ ự İstanbul e` + "\u0301t\u00e9" + ` don’t
	` + "\u00ad" + `so` + "\u200d" + `ft`

func TestTokensAreFTS5s(t *testing.T) {
	db := fts(t)
	g := generate.New(generate.Shape{Quotes: 1})
	var all strings.Builder
	for i := range 3000 {
		all.WriteString(g.Word(i) + []string{"s ", "ed ", "ing ", "ation ", "ly ", "ful ", "ness ", "ives "}[i%8])
	}
	for _, s := range append(strings.Fields(rules), all.String()) {
		if got, want := ourTokens(s), ftsTokens(t, db, s); !slices.Equal(got, want) {
			if len(s) > 100 {
				t.Errorf("long text: %d tokens, FTS5 %d", len(got), len(want))
				continue
			}
			t.Errorf("%q: %q, FTS5 %q", s, got, want)
		}
	}
}

// sameWord lets words go early only where their stems differ.
func TestSameWord(t *testing.T) {
	g := generate.New(generate.Shape{Quotes: 1})
	words := strings.Fields(strings.ToLower(rules))
	for i := range 400 {
		words = append(words, g.Word(i), g.Word(i)+"s", g.Word(i)+"ing")
	}
	for _, a := range words {
		for _, b := range words {
			if sameWord(a, b, false) != (text.Stem(a) == text.Stem(b)) {
				t.Errorf("%q and %q", a, b)
			}
		}
	}
}

// FuzzTokens holds the stemmer against FTS5 on any ASCII word.
func FuzzTokens(f *testing.F) {
	for _, w := range strings.Fields(rules) {
		f.Add(w)
	}
	db := fts(f)
	f.Fuzz(func(t *testing.T, s string) {
		for i := range len(s) {
			if s[i] >= 0x80 || s[i] == 0 {
				t.Skip("folding beyond ASCII differs between versions of Unicode")
			}
		}
		if got, want := ourTokens(s), ftsTokens(t, db, s); !slices.Equal(got, want) {
			t.Errorf("%q: %q, FTS5 %q", s, got, want)
		}
	})
}

// FuzzSearch: whatever is typed, a search is answered or refused as CodeInvalid,
// and each highlight lies in the text.
func FuzzSearch(f *testing.F) {
	for _, w := range []string{"o'brien", "foo-bar", `x"`, "NEAR(a b)", "*", ":", "text:x", "\x00", "a\x00b", "^a", "{a}", "日本", "\xff", `""`, "a OR b", "-a"} {
		f.Add(w, false)
		f.Add(w, true)
	}
	s := openTest(f, filepath.Join(f.TempDir(), "record.db"))
	saveSome(f, s, 50)
	f.Fuzz(func(t *testing.T, words string, exact bool) {
		for _, list := range [][]string{{words}, strings.Fields(words)} {
			found, err := s.Search(ctx, quotes.Search{Words: list, Exact: exact})
			if err != nil {
				if quotes.CodeOf(err) != quotes.CodeInvalid {
					t.Fatalf("%q: %v", list, err)
				}
				continue
			}
			for _, h := range found.Hits {
				end := 0
				for _, span := range h.Highlights {
					if span.Start < end || span.Empty() || span.End > len([]rune(h.Text)) {
						t.Fatalf("%q: highlights %v of %q", list, h.Highlights, h.Text)
					}
					end = span.End
				}
			}
		}
		_, err := s.CountQuotes(ctx, quotes.Filter{Text: []string{words}}, 0)
		if err != nil && quotes.CodeOf(err) != quotes.CodeInvalid {
			t.Fatalf("%q: %v", words, err)
		}
	})
}
