package marks

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"onrecord/quotes/text"

	"golang.org/x/tools/txtar"
)

var update = flag.Bool("update", false, "write what the scanner finds into testdata as what is wanted")

// TestScan runs the cases of testdata/*.txtar: NAME/text is an article,
// NAME/want has a line for each stretch, in order: its depth, style and
// ending, "continues" if it goes on from the one before, and its words, with ¶
// for a line break. testdata/known-failures.txt lists the cases which fail as
// yet (FILE/NAME); one which passes has to come off it.
func TestScan(t *testing.T) {
	list, err := os.ReadFile("testdata/known-failures.txt")
	if err != nil {
		t.Fatal(err)
	}
	known := strings.Fields(string(list))
	files, err := filepath.Glob("testdata/*.txtar")
	if err != nil || len(files) == 0 {
		t.Fatalf("no cases: %v", err)
	}
	for _, file := range files {
		archive, err := txtar.ParseFile(file)
		if err != nil {
			t.Fatal(err)
		}
		for i := 0; i+1 < len(archive.Files); i += 2 {
			article, want := archive.Files[i], &archive.Files[i+1]
			name := strings.TrimSuffix(article.Name, "/text")
			if want.Name != name+"/want" {
				t.Fatalf("%s: %s is followed by %s", file, article.Name, want.Name)
			}
			t.Run(strings.TrimSuffix(filepath.Base(file), ".txtar")+"/"+name, func(t *testing.T) {
				got := describe(t, string(article.Data))
				passes := got == string(want.Data)
				if slices.Contains(known, strings.TrimPrefix(t.Name(), "TestScan/")) {
					if passes {
						t.Error("passes: take it off known-failures.txt")
					}
					return
				}
				if !passes && !*update {
					t.Errorf("got\n%swant\n%s", got, want.Data)
				}
				want.Data = []byte(got)
			})
		}
		if *update {
			if err := os.WriteFile(file, txtar.Format(archive), 0o644); err != nil {
				t.Fatal(err)
			}
		}
	}
}

// describe scans an article, checks the invariants and writes the stretches
// as TestScan wants them.
func describe(t *testing.T, s string) string {
	t.Helper()
	paragraphs := text.Paragraphs(s)
	found := Scan(s, paragraphs)
	if err := sound(s, paragraphs, found); err != nil {
		t.Error(err)
	}
	var b strings.Builder
	for _, q := range found {
		continues := ""
		if q.Continues >= 0 {
			continues = "continues "
		}
		words := strings.ReplaceAll(s[q.Span.Start:q.Span.End], "\n", "¶")
		fmt.Fprintf(&b, "%d %s %s %s|%s|\n", q.Depth, q.Style, q.Ending, continues, words)
	}
	return b.String()
}
