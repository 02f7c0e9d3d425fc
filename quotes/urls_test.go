package quotes

import (
	"net/url"
	"slices"
	"strings"
	"testing"
)

func TestSplitURLs(t *testing.T) {
	for text, want := range map[string][]string{
		"https://a.example/x":                                        {"https://a.example/x"},
		" https://a.example/x\n\thttp://b.example/y ":                {"https://a.example/x", "http://b.example/y"},
		"https://a.example/x,https://b.example/y; https://c.example": {"https://a.example/x", "https://b.example/y", "https://c.example"},
		"https://a.example/x and https://b.example/y.":               {"https://a.example/x", "https://b.example/y"},
		"https://a.example/xhttps://b.example/y":                     {"https://a.example/x", "https://b.example/y"},
		"https://archive.example/web/2026/https://a.example/x":       {"https://archive.example/web/2026/https://a.example/x"},
		"https://archive.example/?url=https://a.example/x":           {"https://archive.example/?url=https://a.example/x"},
		"https://a.example/list?ids=1,2,3":                           {"https://a.example/list?ids=1,2,3"},
		"<https://a.example/x> (https://b.example/y_(z))":            {"https://a.example/x", "https://b.example/y_(z)"},
		"HTTPS://a.example/X|https://b.example":                      {"HTTPS://a.example/X", "https://b.example"},
		"":                                                           nil, " , and ": nil,
	} {
		got, err := SplitURLs(text)
		if err != nil || !slices.Equal(got, want) {
			t.Errorf("%q: %q, %v, want %q", text, got, err, want)
		}
	}
	for _, text := range []string{"see the report", "https://", "ftp://a.example", "https://a.example/x see", "javascript:alert(1)", "https://a b"} {
		if got, err := SplitURLs(text); CodeOf(err) != CodeInvalid {
			t.Errorf("%q: %q, %v", text, got, err)
		}
	}
}

// Linear in the length, however often an address seems to begin.
func TestSplitURLsSize(t *testing.T) {
	got, err := SplitURLs(strings.Repeat("https://a.example/x", 20000))
	if err != nil || len(got) != 20000 {
		t.Errorf("%d, %v", len(got), err)
	}
	if _, err := SplitURLs(strings.Repeat(".", 10) + strings.Repeat(")", 500000)); err != nil {
		t.Error(err)
	}
}

// What comes out are web addresses, in order, and pieces of the text.
func FuzzSplitURLs(f *testing.F) {
	f.Add("https://a.example/x, http://b.example/y and (https://c.example)")
	f.Add("https://archive.example/web/https://a.example")
	f.Fuzz(func(t *testing.T, text string) {
		got, err := SplitURLs(text)
		if err != nil {
			return
		}
		rest := text
		for _, u := range got {
			parsed, err := url.Parse(u)
			if err != nil || parsed.Host == "" {
				t.Fatalf("%q is none", u)
			}
			i := strings.Index(rest, u)
			if i < 0 {
				t.Fatalf("%q is not in %q", u, rest)
			}
			rest = rest[i+len(u):]
		}
	})
}
