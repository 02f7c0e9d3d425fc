package exchange

import (
	"encoding/json"
	"html"
	"strings"
	"testing"
	"unicode/utf8"
)

func TestTerminal(t *testing.T) {
	for _, c := range []struct{ name, in, want string }{
		{"plain", "“Plain – text”, naïve 東京 👍🏽", "“Plain – text”, naïve 東京 👍🏽"},
		{"colour", "\x1b[31mred\x1b[0m", "␛[31mred␛[0m"},
		{"title of the window", "\x1b]0;owned\a", "␛]0;owned␇"},
		{"C1 control sequence", "a\u009b31mb", "a�31mb"},
		{"backspaces over a word", "false\b\b\b\b\btrue", "false␈␈␈␈␈true"},
		{"carriage return over a line", "guilty\rinnocent", "guilty␍innocent"},
		{"line ends of Windows", "a\r\nb\r\r\n", "a\nb␍\n"},
		{"delete", "a\x7fb", "a␡b"},
		{"NUL", "a\x00b", "a␀b"},
		{"override", "paid \u202e000,01\u202c euros", "paid �000,01� euros"},
		{"isolate", "a\u2066b\u2069", "a�b�"},
		{"marks of direction", "a\u200eb\u200fc\u061cd", "abcd"},
		{"invisible", "pa\u200bid\u00ad\ufeff\u2060", "paid"},
		{"tags", "ok\U000e0041\U000e007f", "ok"},
		{"joiners stay", "👨\u200d👩\u200d👧 می\u200cخواهم", "👨\u200d👩\u200d👧 می\u200cخواهم"},
		{"variation selectors stay", "❤\ufe0f", "❤\ufe0f"},
		{"tab and lines", "a\tb\nc", "a b\nc"},
		{"separators", "a\u2028b\u2029c\u0085d", "a\nb\nc\nd"},
		{"broken UTF-8", "a\xffb\xe2\x80", "a�b��"},
	} {
		if got := Terminal(c.in); got != c.want {
			t.Errorf("%s: Terminal(%q) = %q, want %q", c.name, c.in, got, c.want)
		}
	}
}

func TestLine(t *testing.T) {
	for in, want := range map[string]string{
		"one":                        "one",
		"one\n\ntwo":                 "one two",
		"one \r\n two\u2029three\n":  "one two three",
		"\u0085a":                    "a",
		"a\x1b[2J\nb":                "a␛[2J b",
		"\xff\n\x1b":                 "� ␛",
		"nothing to do\u202e, I say": "nothing to do�, I say",
	} {
		if got := Line(in); got != want {
			t.Errorf("Line(%q) = %q, want %q", in, got, want)
		}
	}
}

func TestCells(t *testing.T) {
	for _, c := range []struct{ name, in, csv, tsv string }{
		{"plain", "We agree", "We agree", "We agree"},
		{"formula", "=HYPERLINK(\"http://x\")", "'=HYPERLINK(\"http://x\")", "'=HYPERLINK(\"http://x\")"},
		{"plus", "+1 for that", "'+1 for that", "'+1 for that"},
		{"dash of a dialogue", "-No.", "'-No.", "'-No."},
		{"at", "@SUM(A1)", "'@SUM(A1)", "'@SUM(A1)"},
		{"full-width", "＝1+1", "'＝1+1", "'＝1+1"},
		{"tab", "\t=1", "'\t=1", `'\t=1`},
		{"line feed", "\n=1", "'\n=1", `'\n=1`},
		{"hidden behind something invisible", "\u200b=1", "'=1", "'=1"},
		{"an apostrophe of its own", "'=1", "''=1", "''=1"},
		{"an apostrophe of a word", "'tis", "'tis", "'tis"},
		{"lines", "a\nb\tc", "a\nb\tc", `a\nb\tc`},
		{"backslash", `a\nb`, `a\nb`, `a\\nb`},
		{"escape", "\x1b[1m", "␛[1m", "␛[1m"},
		{"minus inside", "5-3", "5-3", "5-3"},
	} {
		if got := CSVCell(c.in); got != c.csv {
			t.Errorf("%s: CSVCell(%q) = %q, want %q", c.name, c.in, got, c.csv)
		}
		if got := TSVCell(c.in); got != c.tsv {
			t.Errorf("%s: TSVCell(%q) = %q, want %q", c.name, c.in, got, c.tsv)
		}
	}
}

func TestMarkdown(t *testing.T) {
	for in, want := range map[string]string{
		"a | b":                         `a \| b`,
		"first\nsecond":                 "first<br>second",
		"<script>alert(1)</script>":     "&lt;script&gt;alert(1)&lt;/script&gt;",
		"[click](javascript:x)":         `\[click\](javascript:x)`,
		"![x](http://tracker)":          `\!\[x\](http://tracker)`,
		"*bold* _it_ `code` ~~no~~ $x$": "\\*bold\\* \\_it\\_ \\`code\\` \\~\\~no\\~\\~ \\$x\\$",
		`back\slash`:                    `back\\slash`,
		"AT&T &lt;":                     "AT&amp;T &amp;lt;",
		"https://a.example/x_y|z":       "<https://a.example/x_y%7Cz>",
		"https://a.example/ and more":   "https://a.example/ and more",
		"https://a.example/\x1b[31m<b>": "<https://a.example/␛[31m%3Cb%3E>",
		"javascript:alert(1)":           "javascript:alert(1)",
		"\u202egnirts":                  "�gnirts",
		"tab\there":                     "tab here",
	} {
		if got := Markdown(in); got != want {
			t.Errorf("Markdown(%q) = %q, want %q", in, got, want)
		}
	}
}

func TestHTML(t *testing.T) {
	for in, want := range map[string]string{
		`<img src=x onerror="x">`: "&lt;img src=x onerror=&#34;x&#34;&gt;",
		"a & 'b'":                 "a &amp; &#39;b&#39;",
		"\u202ex\x1b":             "�x␛",
		"a\nb":                    "a\nb",
	} {
		if got := HTML(in); got != want {
			t.Errorf("HTML(%q) = %q, want %q", in, got, want)
		}
	}
	for in, want := range map[string]string{
		"https://a.example/?a=1&b=2": `<a href="https://a.example/?a=1&amp;b=2" rel="noopener noreferrer">https://a.example/?a=1&amp;b=2</a>`,
		"javascript:alert(1)":        "javascript:alert(1)",
		"https://x\" onclick=\"y":    "https://x&#34; onclick=&#34;y",
		"two\nlines":                 "two<br>lines",
	} {
		if got := htmlCell(in); got != want {
			t.Errorf("htmlCell(%q) = %q, want %q", in, got, want)
		}
	}
}

func TestJSON(t *testing.T) {
	for in, want := range map[string]string{
		"\x1b[31m":            `"\u001b[31m"`,
		"\u202e\u2066\u200f":  `"\u202e\u2066\u200f"`,
		"\u2028\u0085\x7f":    `"\u2028\u0085\u007f"`,
		"\U000e0041":          `"\udb40\udc41"`,
		"<b> & “x” 👍":         `"<b> & “x” 👍"`,
		"a\nb\\":              `"a\nb\\"`,
		"soft\u00adhyphen é…": `"soft\u00adhyphen é…"`,
	} {
		got, err := JSON(in)
		if err != nil || string(got) != want {
			t.Errorf("JSON(%q) = %s, %v, want %s", in, got, err, want)
		}
	}
}

var nasty = []string{
	"", "plain", "\x1b[31mred\x1b]0;x\a", "=1+1", "'=1", "''", "＠x", "\u200b-x", "\u202e\u2066x", "a\tb\nc\r\nd\\n", "|<b>&amp;`*_[]",
	"https://x.example/|a", "javascript:x", "\xff\xfe", "\u0085\u2028\u2029", "\U000e0041\U0010ffff", "\x00\x7f\u009b", "'\t=", `\'`, `\\t`,
}

func seed(f *testing.F) {
	for _, s := range nasty {
		f.Add(s)
	}
}

// harmIn is the first code point of s that may not leave the program as it
// is, tab and line feed left out.
func harmIn(s string) string {
	if !utf8.ValidString(s) {
		return "broken UTF-8"
	}
	for _, r := range s {
		if r != '\n' && r != '\t' && harmOf(r) != harmless {
			return string(r)
		}
	}
	return ""
}

func FuzzTerminal(f *testing.F) {
	seed(f)
	f.Fuzz(func(t *testing.T, s string) {
		out := Terminal(s)
		if h := harmIn(out); h != "" || strings.Contains(out, "\t") {
			t.Fatalf("Terminal(%q) = %q holds %q", s, out, h)
		}
		if again := Terminal(out); again != out {
			t.Fatalf("Terminal twice: %q, then %q", out, again)
		}
		if line := Line(s); harmIn(line) != "" || strings.ContainsAny(line, "\n\t") {
			t.Fatalf("Line(%q) = %q", s, line)
		}
	})
}

func FuzzCell(f *testing.F) {
	seed(f)
	f.Fuzz(func(t *testing.T, s string) {
		csvCell, tsvCell := CSVCell(s), TSVCell(s)
		for _, cell := range []string{csvCell, tsvCell} {
			if h := harmIn(cell); h != "" {
				t.Fatalf("%q gives %q, which holds %q", s, cell, h)
			}
			r, _ := utf8.DecodeRuneInString(cell)
			if cell != "" && r != utf8.RuneError && strings.ContainsRune(formulaStarts, r) {
				t.Fatalf("%q gives the formula %q", s, cell)
			}
		}
		if strings.ContainsAny(tsvCell, "\t\n\r") {
			t.Fatalf("TSVCell(%q) = %q breaks its row", s, tsvCell)
		}
		// What was harmless comes back exactly; the rest as it was shown.
		if shown := neutral(s, false); Uncell(csvCell) != shown || UnTSVCell(tsvCell) != shown {
			t.Fatalf("%q comes back as %q and %q, want %q", s, Uncell(csvCell), UnTSVCell(tsvCell), shown)
		}
	})
}

func FuzzMarkdown(f *testing.F) {
	seed(f)
	f.Fuzz(func(t *testing.T, s string) {
		out := Markdown(s)
		if h := harmIn(out); h != "" || strings.ContainsAny(out, "\n\t") {
			t.Fatalf("Markdown(%q) = %q holds %q", s, out, h)
		}
		rest := out
		if isWebAddress(neutral(s, true)) {
			rest = strings.TrimSuffix(strings.TrimPrefix(rest, "<"), ">")
		}
		rest = strings.ReplaceAll(rest, "<br>", "")
		if strings.ContainsAny(rest, "<>") {
			t.Fatalf("Markdown(%q) = %q holds HTML", s, out)
		}
		for i := 0; i < len(rest); i++ {
			switch rest[i] {
			case '\\':
				i++ // what it escapes
			case '|', '`', '[', ']', '*':
				if !isWebAddress(neutral(s, true)) || rest[i] == '|' || rest[i] == '`' {
					t.Fatalf("Markdown(%q) = %q leaves %q bare", s, out, rest[i])
				}
			}
		}
	})
}

func FuzzHTML(f *testing.F) {
	seed(f)
	f.Fuzz(func(t *testing.T, s string) {
		out := HTML(s)
		if strings.ContainsAny(out, "<>\"'") {
			t.Fatalf("HTML(%q) = %q holds markup", s, out)
		}
		if got, want := html.UnescapeString(out), neutral(s, false); got != want {
			t.Fatalf("HTML(%q) shows %q, want %q", s, got, want)
		}
		if h := harmIn(html.UnescapeString(out)); h != "" {
			t.Fatalf("HTML(%q) = %q holds %q", s, out, h)
		}
	})
}

func FuzzJSON(f *testing.F) {
	seed(f)
	f.Fuzz(func(t *testing.T, s string) {
		out, err := JSON(map[string]string{"text": s, s: "key"})
		if err != nil {
			t.Fatal(err)
		}
		if h := harmIn(string(out)); h != "" || strings.ContainsAny(string(out), "\n\t") {
			t.Fatalf("JSON(%q) = %s holds %q", s, out, h)
		}
		var back map[string]string
		if err := json.Unmarshal(out, &back); err != nil {
			t.Fatalf("JSON(%q) = %s: %v", s, out, err)
		}
		if want := strings.ToValidUTF8(s, "�"); utf8.ValidString(s) && s != "text" && back["text"] != want {
			t.Fatalf("JSON(%q) comes back as %q", s, back["text"])
		}
	})
}

// A text of a thousand different harms takes no longer than one of letters.
func TestHarmAtLength(t *testing.T) {
	text := strings.Repeat("\x1b[31m\u202e\u200b|<=\n\t\\", 100_000)
	for name, exit := range map[string]func(string) string{
		"Terminal": Terminal, "Line": Line, "CSVCell": CSVCell, "TSVCell": TSVCell, "Markdown": Markdown, "HTML": HTML,
	} {
		if out := exit(text); out == "" || harmIn(out) != "" {
			t.Errorf("%s leaves %q in a long text", name, harmIn(out))
		}
	}
}
