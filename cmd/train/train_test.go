package main

import (
	"bytes"
	"flag"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"onrecord/quotes"
	"onrecord/quotes/attribute"
	"onrecord/quotes/attribute/model"
	"onrecord/quotes/mention"
	"onrecord/quotes/resolve"
)

var update = flag.Bool("update", false, "rewrite the golden files")

// TestTraining learns from the few invented articles in testdata: the weights
// must be the golden file's, byte for byte, on every machine and each time.
func TestTraining(t *testing.T) {
	golden := filepath.Join("testdata", "weights.golden")
	var first []byte
	for range 2 {
		out := filepath.Join(t.TempDir(), "weights.bin")
		var figures strings.Builder
		if code := run([]string{"-o", out, "-articles", filepath.Join("testdata", "articles"), "-unread", "", "testdata"}, &figures, io.Discard); code != 0 {
			t.Fatalf("exit code %d", code)
		}
		data, err := os.ReadFile(out)
		if err != nil {
			t.Fatal(err)
		}
		if first != nil && !bytes.Equal(data, first) {
			t.Fatal("the second run learned other weights")
		}
		first = data
		for _, want := range []string{"without gazette", "patterns", "ranker", "antecedents", "names of"} {
			if !strings.Contains(figures.String(), want) {
				t.Errorf("the figures do not speak of %q", want)
			}
		}
	}
	if *update {
		if err := os.WriteFile(golden, first, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(golden)
	if err != nil {
		t.Fatalf("%v; run go test -update", err)
	}
	if !bytes.Equal(first, want) {
		t.Error("other weights than the golden file's; if facts changed, run go test -update and train anew")
	}
	m, err := model.Read(first)
	if err != nil || m.Source.Len() == 0 || m.Speech.Len() == 0 || m.Name.Len() == 0 {
		t.Errorf("learned nothing: %v", err)
	}
}

// TestNamed copies the corpus with the speakers' names, and all else as it was.
func TestNamed(t *testing.T) {
	dir := t.TempDir()
	corpus := `{"doc":"a","text":"“Yes,” Lee said.","quotes":[{"start":1,"end":5,"kind":"full"},{"start":9,"end":9}],"more":1.50}` + "\n\n"
	if err := os.WriteFile(filepath.Join(dir, "train.jsonl"), []byte(corpus), 0o644); err != nil {
		t.Fatal(err)
	}
	docs, err := readCorpus(dir)
	if err != nil {
		t.Fatal(err)
	}
	if err := nameQuotes(docs, "a\n\tAnn Lee|Lee\t1\n"); err != nil {
		t.Fatal(err)
	}
	to := filepath.Join(dir, "named.jsonl")
	if err := (&trainer{docs: docs}).writeNamed(dir, to); err != nil {
		t.Fatal(err)
	}
	got, _ := os.ReadFile(to)
	want := `{"doc":"a","more":1.50,"quotes":[{"aliases":["Lee"],"end":5,"kind":"full","speaker":"Ann Lee","start":1},{"end":9,"start":9}],"text":"“Yes,” Lee said."}` + "\n"
	if string(got) != want {
		t.Errorf("got %s want %s", got, want)
	}
}

func TestBadArguments(t *testing.T) {
	for _, args := range [][]string{nil, {"a", "b"}, {"nowhere"}, {"-x"}} {
		if code := run(args, io.Discard, io.Discard); code == 0 {
			t.Errorf("%v passes", args)
		}
	}
}

// TestRules checks the rules of the corpus's scorer on cases of its kind.
func TestRules(t *testing.T) {
	const text = "Ann Lee, a dean at the old school, spoke for the owners. They left."
	d := &document{Text: text, runes: []rune(text)}
	at := func(s string) quotes.Span {
		i := strings.Index(text, s)
		return quotes.Span{Start: i, End: i + len(s)}
	}
	src := func(s string) *source { return &source{Text: s, Start: at(s).Start, End: at(s).End} }
	for _, c := range []struct {
		mention, source string
		want            bool
	}{
		{"Lee", "Ann Lee, a dean at the old school", true},
		{"dean", "Ann Lee, a dean at the old school", false}, // not the head
		{"the owners", "the owners", true},
		{"the", "the owners", false}, // a determiner only
		{"They", "They", true},
	} {
		if got := d.hits(at(c.mention), d.head(src(c.source))); got != c.want {
			t.Errorf("mention %q of source %q: %v", c.mention, c.source, got)
		}
	}
	if got := d.trim(at(", a dean at the old school, ")); text[got.Start:got.End] != "a dean at the old school" {
		t.Errorf("trimmed to %q", text[got.Start:got.End])
	}
	if got := iou(quotes.Span{Start: 0, End: 8}, quotes.Span{Start: 0, End: 10}); got != 0.8 {
		t.Errorf("iou %v", got)
	}
}

// TestLearn leaves possessors and complements out where something better hits.
func TestLearn(t *testing.T) {
	scene := &attribute.Scene{Mentions: []mention.Mention{{Owner: true}, {}, {Governed: true}, {}}}
	for _, c := range []struct{ hits, want []bool }{
		{[]bool{true, true, true, false, false}, []bool{false, true, false, false, false}},
		{[]bool{true, false, false, false, false}, []bool{true, false, false, false, false}},
		{[]bool{false, false, false, false, false}, []bool{false, false, false, false, false}},
	} {
		if got := learn(scene, []int{0, 1, 2, 3, -1}, c.hits); !slices.Equal(got, c.want) {
			t.Errorf("of hits %v: %v, want %v", c.hits, got, c.want)
		}
	}
}

// TestOuter: where the corpus keeps who tells of somebody's words, the names that are
// known say who speaks, and that is learned.
func TestOuter(t *testing.T) {
	const text = `Ann Lee told reporters that Omar Diaz called it "a scandal that has to end".`
	span := func(s string) (int, int) { i := strings.Index(text, s); return i, i + len(s) }
	for _, c := range []struct {
		speaker                string
		outer, ranked, pattern bool // the pattern is of "called"
	}{
		{"Omar Diaz", true, true, true},
		{"Ann Lee", false, true, false},
		{"Lee", false, true, false},
		{"the council", true, false, false}, // nobody to learn from
	} {
		d := &document{Doc: "x_1", Text: text, runes: []rune(text)}
		g := goldSpan{Kind: "partial", Source: &source{Text: "Ann Lee"}, Speaker: &c.speaker}
		g.Start, g.End = span("a scandal that has to end")
		g.Source.Start, g.Source.End = span("Ann Lee")
		d.Quotes = []goldSpan{g}
		lessons, _ := d.observe(attribute.NewRanker(model.New()))
		if len(lessons) != 1 {
			t.Fatalf("%s: %d lessons", c.speaker, len(lessons))
		}
		if l := lessons[0]; d.Quotes[0].Outer != c.outer || l.ranked != c.ranked || l.pattern != c.pattern {
			t.Errorf("%s: outer %v, ranked %v, pattern right %v", c.speaker, d.Quotes[0].Outer, l.ranked, l.pattern)
		}
	}
}

// TestNames reads a file of names and grades names by it, as the scorer does.
func TestNames(t *testing.T) {
	docs := []*document{{Doc: "a", Quotes: []goldSpan{{Start: 3}, {Start: 9}, {Start: 12}, {Start: 20}}}}
	if err := nameQuotes(docs, "# head\na\n\tAna María Lee|Ann Lee\t3 9?\n\t-\t12\n"); err != nil {
		t.Fatal(err)
	}
	q := docs[0].Quotes
	if q[0].Open || !q[1].Open || *q[2].Speaker != "" || q[3].Speaker != nil {
		t.Errorf("read %+v", q)
	}
	for name, want := range map[string]bool{
		"Ana Maria Lee": true, "Mr. Lee": true, "Ana Lee": true, "Ann B. Lee Jr.": true, "ANN LEE (D)": true,
		"Bob Lee": false, "": false, "Lee Ann": false, "Ann": false,
	} {
		if got := q[0].names(name); got != want {
			t.Errorf("%q: %v", name, got)
		}
	}
	if q[2].names("Lee") || q[3].names("Lee") {
		t.Error("a name for nobody's quote")
	}
	for _, bad := range []string{"\tAnn\t3\n", "a\n\tAnn 3\n", "a\n\tAnn\tx\n"} {
		if _, err := readNames(bad); err == nil {
			t.Errorf("%q passes", bad)
		}
	}
	if all, err := readNames(namesFile); err != nil || len(all) < 500 {
		t.Errorf("the embedded names: %d articles, %v", len(all), err)
	}
}

// TestMute takes whom a pronoun means that does not speak from the file of pronouns,
// for learning only.
func TestMute(t *testing.T) {
	const text = "Bo Ek met Ulf Dahl. He wept. “It rained,” Ek said."
	start := strings.Index(text, "He")
	d := &document{Doc: "a", Text: text, runes: []rune(text)}
	for file, want := range map[string]bool{
		"a\n\tUlf Dahl|Dahl\t20\n": true,
		"a\n\tBo Ek\t20\n":         true,
		"a\n\tBo Ek\t20?\n":        false, // open
		"b\n\tBo Ek\t20\n":         false,
	} {
		if err := markPronouns([]*document{d}, file); err != nil {
			t.Fatal(err)
		}
		list, _ := d.references(attribute.NewRanker(model.Default()))
		if (len(list) == 1) != want {
			t.Fatalf("%q teaches %d times, at code point %d", file, len(list), start)
		}
		if !want {
			continue
		}
		if a := list[0]; !a.mute || len(a.Right) != 3 || a.Right[0] == a.Right[1] || a.Right[2] {
			t.Errorf("%q teaches %+v", file, a)
		}
	}
	for _, bad := range []string{"a\n\tBo Ek\t3\n", "a\n\tBo Ek\t19\n", "a\n\tBo Ek\t999\n", "a\n\tBo Ek\tx\n"} {
		if err := markPronouns([]*document{d}, bad); err == nil {
			t.Errorf("%q passes", bad)
		}
	}
	own, err := readArticles("articles")
	if err != nil {
		t.Fatal(err)
	}
	if err := markPronouns(own, pronounsFile); err != nil {
		t.Errorf("an article has changed: %v", err)
	}
	marked := 0
	for _, d := range own {
		marked += len(d.pronouns)
	}
	if marked < 200 {
		t.Errorf("only %d pronouns of the articles", marked)
	}
}

// TestArticle reads a marked article: the text without its marks, and the gold.
func TestArticle(t *testing.T) {
	d, err := readArticle("asia_1", "A “café” of ⟦- “Moby”⟧\n\n⟦2 “No,”⟧ ⟪2,1 Ann Lee⟫ said. ⟦1 “Yes.”⟧ ⟦3 “Oh.”⟧\n-- gold --\n1 2 | Ann Lee | Lee\n3 | -\n")
	if err != nil {
		t.Fatal(err)
	}
	const text = "A “café” of “Moby”\n\n“No,” Ann Lee said. “Yes.” “Oh.”"
	if d.Text != text || d.publisher() != "asia" || len(d.Unattributed) != 1 || len(d.Quotes) != 3 {
		t.Fatalf("read %+v", d)
	}
	for i, want := range []string{"“No,”", "“Yes.”", "“Oh.”"} {
		g := &d.Quotes[i]
		if got := string(d.runes[g.Start:g.End]); got != want {
			t.Errorf("quote %d is %q, want %q", i, got, want)
		}
		if i < 2 && (*g.Speaker != "Ann Lee" || !slices.Equal(g.Aliases, []string{"Lee"}) || g.Source.Text != "Ann Lee") || i == 2 && (*g.Speaker != "" || g.Source != nil) {
			t.Errorf("quote %d is said by %+v", i, g)
		}
	}
	const answers = "\n-- gold --\n"
	for _, bad := range []string{
		"no answers", "⟦1 “a”⟧" + answers, "⟦1 “a”" + answers + "1 | -", "⟦1 “a⟦2 b⟧”⟧" + answers, "⟦1 “a”⟫" + answers,
		"⟦1 “a”⟧" + answers + "1 | Lee", "⟦1 “a”⟧" + answers + "1 |", "⟦1 “a”⟧" + answers + "1 | -\n1 | -",
	} {
		if _, err := readArticle("x", bad); err == nil {
			t.Errorf("%q passes", bad)
		}
	}
}

// TestTeach takes whom the name is of in full for right, else one who has part of
// it, else nobody. A phrase is right only where no name is, unless either will do.
func TestTeach(t *testing.T) {
	speaker := "Ann Lee"
	for _, c := range []struct {
		alias  string
		names  []string
		either bool
		want   []bool
	}{
		{"", []string{"Bo Ek", "Ann Lee", "Lee Roe"}, false, []bool{false, true, false, false}},
		{"", []string{"Bo Ek", "Council Hears Ann Lee"}, false, []bool{false, true, false}},
		{"", []string{"Bo Ek", "a baker"}, false, []bool{false, false, true}},
		{"a baker", []string{"Bo Ek", "a baker"}, false, []bool{false, true, false}},
		{"a baker", []string{"Ann Lee", "a baker"}, false, []bool{true, false, false}},
		{"a baker", []string{"Ann Lee", "a baker"}, true, []bool{true, true, false}},
	} {
		g := &goldSpan{Speaker: &speaker, Aliases: []string{c.alias}}
		var o resolve.Observation
		var entities []resolve.Entity
		for i, name := range c.names {
			x := resolve.Claimant{Entity: i, Odds: model.Probability(i)}
			if name == "a baker" {
				x.Entity, x.Phrase = -1, name
			}
			o.Claimants, entities = append(o.Claimants, x), append(entities, resolve.Entity{Name: name})
		}
		got := g.teach(o, entities, c.either)
		if last := len(c.names) - 1; !slices.Equal(got.Right, c.want) || got.right != c.want[last] || len(got.Candidates) != len(c.want) {
			t.Errorf("%v: %v, want %v", c.names, got.Right, c.want)
		}
	}
}
