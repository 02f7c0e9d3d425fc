package read

import (
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"

	"onrecord/quotes"
)

// archive is the files of a txtar file by name.
func archive(t *testing.T, path string) map[string]string {
	t.Helper()
	parsed, err := txtar.ParseFile(path)
	if err != nil {
		t.Fatal(err)
	}
	files := make(map[string]string)
	for _, f := range parsed.Files {
		files[f.Name] = string(f.Data)
	}
	return files
}

// TestPages reads each page of testdata/pages and compares what the archive
// names; a part that is not there is not compared.
func TestPages(t *testing.T) {
	paths, err := filepath.Glob("testdata/pages/*.txtar")
	if err != nil || len(paths) == 0 {
		t.Fatalf("no pages: %v", err)
	}
	for _, path := range paths {
		t.Run(strings.TrimSuffix(filepath.Base(path), ".txtar"), func(t *testing.T) {
			files := archive(t, path)
			a, err := one(files["page.html"], Source{Name: "https://courier.example/page", BaseURL: "https://courier.example/page"})
			if want, ok := files["error"]; ok {
				if err == nil || !strings.Contains(err.Error(), strings.TrimSpace(want)) {
					t.Fatalf("error %v, want %q", err, want)
				}
				return
			}
			if err != nil {
				t.Fatal(err)
			}
			compared := 0
			for part, got := range map[string]string{
				"title": a.Title, "outlet": a.Outlet, "author": a.Byline, "published": a.Published,
				"url": a.URL, "language": a.Language, "text": a.Text,
			} {
				want, ok := files[part]
				if !ok {
					continue
				}
				compared++
				if want = strings.TrimSuffix(want, "\n"); got != want {
					t.Errorf("%s:\n%s\nwant:\n%s", part, got, want)
				}
			}
			if compared == 0 {
				t.Error("the archive names nothing to compare")
			}
		})
	}
}

// one reads the only article of a text.
func one(text string, source Source) (*quotes.Article, error) {
	var found *quotes.Article
	for a, err := range Articles(strings.NewReader(text), source) {
		if err != nil {
			return nil, err
		}
		if found != nil {
			return nil, quotes.Errorf(quotes.CodeInvalid, "more than one article")
		}
		found = a
	}
	return found, nil
}
