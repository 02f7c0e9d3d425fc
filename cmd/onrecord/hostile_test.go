package main

import (
	"encoding/csv"
	"encoding/json"
	"fmt"
	"strings"
	"testing"
	"unicode"
)

// What an article, or a careless colleague, can hold to harm whoever reads it:
// terminal escapes (colour, a link, a title, C1), bidi controls, HTML, markdown
// and formulas.
const (
	hostileEscapes = "\x1b[31mred\x1b[0m \x1b]8;;https://evil.example\x07link\x1b]8;;\x07 \x1b]0;title\x07 \u009b31m bell\x07 del\x7f back\x08"
	hostileBidi    = "abc\u202egnp.exe\u202c \u2066isolated\u2069 \u200fmark"
	hostileMarkup  = "<script>alert(1)</script><img src=x onerror=alert(1)> & <b>bold</b> | pipe `code` [a](javascript:alert(1))"
)

var hostileFormulas = []string{"=cmd|' /C calc'!A0", "+1+1", "@SUM(A1:A9)", "-2+3", "\t=1+1", "\r=1+1"}

// hostileDesk has everything harmful in every field that can hold it, and tells
// the quotes' words by their ids.
func hostileDesk(t *testing.T) (*desk, []string) {
	d := newDesk(t)
	article, err := json.Marshal(map[string]string{
		"doc": "evil\x1b[31m.txt", "title": hostileEscapes + hostileMarkup, "outlet": "=outlet|" + hostileBidi, "author": hostileEscapes,
		"url": "https://evil.example/?a=<b>&c=\"", "published": "2026-11-20",
		"text": "Evil news\n\n“We are " + hostileEscapes + hostileBidi + hostileMarkup + " here,” said Ann Lee.\n\n“=cmd|' /C calc'!A0 is what we say,” said Bo \x1b[5mLee.",
	})
	if err != nil {
		t.Fatal(err)
	}
	d.must(string(article), "ingest", "--quiet", "--type", "jsonl", "-")
	words := []string{hostileEscapes, hostileBidi, hostileMarkup, "two\nlines\r\nand | a pipe"}
	words = append(words, hostileFormulas...)
	var said []string
	for i, w := range words {
		w = "x " + w // the command line trims the words
		if w[2] != '\t' && w[2] != '\r' {
			w = w[2:]
		}
		said = append(said, w)
		d.must("", "add", "--speaker", w+fmt.Sprint(" ", i), "--text", w, "--context", "before "+w, "--title", w, "--outlet", w, "--note", w)
	}
	all := []string{"mark", "--since", "2026-01-01", "--yes", "false", "--note", hostileEscapes + hostileBidi + hostileMarkup}
	d.must("", append(all, "--claim", "=1+1"+hostileEscapes)...)
	d.must("", "tag", "1-99", "=tag<b>|x", "@sum", "--yes", "--as", hostileEscapes)
	d.must("", "speakers", "alias", "1", "=alias"+hostileEscapes, "alias "+hostileBidi)
	d.must("", "config", "publisher.name", hostileMarkup+hostileEscapes)
	return d, said
}

// whoLooks are commands that show what is on record.
var whoLooks = []string{
	"list", "search red", "search gnp", "search alert", "show 1-99", "show c1,c2,c3", "show 1 --history", "export",
	"articles", "articles show 1", "speakers", "speakers show 1", "log", "stats", "config", "check",
	"verify 1-99 --article 1", "match red", "match 1",
}

// Nothing that is on record can act on a terminal, on either stream.
func TestHostileTextOnTerminal(t *testing.T) {
	d, _ := hostileDesk(t)
	for _, width := range []string{"", "20", "60", "120"} {
		d.variables["ONRECORD_FORCE_TTY"] = width
		for _, command := range whoLooks {
			for _, format := range []string{"", "tsv", "csv", "markdown", "html"} {
				words := append(strings.Fields(command), "--color", "never")
				if format != "" {
					if command == "check" {
						continue
					}
					words = append(words, "-f", format)
				}
				stdout, stderr, code := d.run("", words...)
				if code != exitOK {
					t.Errorf("%s: %s", words, stderr)
				}
				harmlessText(t, strings.Join(words, " "), stdout+stderr)
			}
		}
	}
}

// Nor can what is typed or read act through an error message.
func TestHostileErrors(t *testing.T) {
	d, _ := hostileDesk(t)
	evil := hostileEscapes + hostileBidi
	for _, words := range [][]string{
		{evil},
		{"list", "--" + evil},
		{"list", "--status", evil},
		{"list", "--columns", evil},
		{"list", "--speaker", evil + "nobody"},
		{"list", "-f", evil},
		{"list", evil},
		{"show", evil},
		{"ingest", evil},
		{"ingest", "--type", evil, "x"},
		{"extract", evil},
		{"tag", "1", evil},
		{"mark", "1", evil},
		{"mark", "1", "true", "--part", evil},
		{"mark", "1", "true", "--evidence", evil},
		{"export", "-o", evil + ".csv/x.csv"},
		{"--db", evil, "list"},
		{"speakers", "show", evil + "nobody"},
		{"speakers", "rename", evil + "nobody", "x"},
		{"config", evil},
		{"config", "publisher.url", evil},
		{"completion", evil},
		{"list", "--since", evil},
		{"add", "--speaker", "x", "--text", "y", "--said-on", evil},
		{"check", "--head", evil},
		{"backup", evil + "/x/y"},
		{"flag", "1", "--part", evil + "!"},
		{"undo", "--op", evil},
		{"mark", "1", "opinion", "--part", "We"},
		{"mark", "1", "opinion"},
	} {
		stdout, stderr, code := d.run("", words...)
		if code == exitOK && words[0] != "mark" {
			t.Errorf("%q: no failure", words)
		}
		harmlessText(t, strings.Join(words, " "), stdout+stderr)
	}
	_, stderr, _ := d.run(`{"doc":"evil\u001b[31m","text":5}`+"\n"+`{"doc":"\u001b]0;x\u0007"}`, "ingest", "--type", "jsonl", "-")
	harmlessText(t, "ingest", stderr)
	_, stderr, _ = d.run("", "undo")
	harmlessText(t, "undo", stderr)
}

// harmlessText fails for what a terminal or a reader's eye falls for.
func harmlessText(t *testing.T, what, output string) {
	t.Helper()
	for i, r := range output {
		if r != '\n' && r != '\t' && unicode.IsControl(r) || unicode.Is(unicode.Bidi_Control, r) {
			t.Errorf("%q: %U after %q", what, r, output[max(0, i-40):i])
			return
		}
	}
}

// JSON gives back the very words; as bytes it is harmless, too.
func TestHostileTextInJSON(t *testing.T) {
	d, said := hostileDesk(t)
	for _, format := range []string{"json", "jsonl"} {
		output := d.must("", "list", "-f", format, "--sort", "id")
		harmlessText(t, format, output)
		list := records(t, output)
		for i, want := range said {
			record := list[len(list)-len(said)+i]
			for field, want := range map[string]string{"text": want, "note": want, "speaker": want + fmt.Sprint(" ", i)} {
				if got := record[field]; got != want {
					t.Errorf("%s %s: %q; want %q", format, field, got, want)
				}
			}
		}
		if text := list[0]["text"].(string); !strings.Contains(text, hostileEscapes) || !strings.Contains(text, hostileBidi+hostileMarkup) {
			t.Errorf("the article's words changed: %q", text)
		}
	}
}

// No cell is a formula, and every record is one row.
func TestHostileTextInSheets(t *testing.T) {
	d, said := hostileDesk(t)
	for format, comma := range map[string]rune{"csv": ',', "tsv": '\t'} {
		output := d.must("", "export", "-f", format)
		reader := csv.NewReader(strings.NewReader(output))
		reader.Comma, reader.LazyQuotes = comma, format == "tsv"
		rows, err := reader.ReadAll()
		if err != nil {
			t.Fatalf("%s: %v", format, err)
		}
		if want := len(said) + 3; len(rows) != want {
			t.Errorf("%s: %d rows, want %d", format, len(rows), want)
		}
		for _, row := range rows {
			for _, cell := range row {
				if strings.HasPrefix(cell, "=") || strings.ContainsAny(cell[:min(1, len(cell))], "+@-\t\r") {
					t.Errorf("%s: a formula: %q", format, cell)
				}
			}
		}
	}
	markdown := strings.Split(strings.TrimSpace(d.must("", "export", "-f", "markdown")), "\n")
	cells := strings.Count(markdown[0], "|")
	for _, line := range markdown {
		if got := strings.Count(line, "|") - strings.Count(line, `\|`); got != cells {
			t.Errorf("markdown: %d bars, want %d: %s", got, cells, line)
		}
		if strings.Contains(line, "<script") || strings.Contains(line, "<img") || strings.Contains(line, "[a](") {
			t.Errorf("markdown: %s", line)
		}
	}
	page := d.must("", "export", "-f", "html")
	for _, tag := range []string{"<script>alert", "<img src", "<b>bold", "javascript:alert(1)\""} {
		if strings.Contains(page, tag) {
			t.Errorf("html: %s", tag)
		}
	}
}
