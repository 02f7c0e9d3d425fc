package read

import (
	"strings"
	"testing"
	"unicode/utf8"

	"onrecord/quotes"
)

// checkArticle holds what every article that is read promises.
func checkArticle(t *testing.T, a *quotes.Article) {
	t.Helper()
	for name, s := range map[string]string{
		"text": a.Text, "title": a.Title, "outlet": a.Outlet, "author": a.Byline, "url": a.URL, "language": a.Language, "published": a.Published,
	} {
		if !utf8.ValidString(s) {
			t.Fatalf("%s is no valid UTF-8: %q", name, s)
		}
		if strings.ContainsAny(s, "\r\x00\u2028\u2029") {
			t.Fatalf("%s holds a CR, NUL or separator: %q", name, s)
		}
		if name != "text" && strings.Contains(s, "\n") {
			t.Fatalf("%s has several lines: %q", name, s)
		}
	}
	if strings.TrimSpace(a.Text) == "" || len(a.SHA256) != 64 || a.Doc == "" {
		t.Fatalf("text %q, sha256 %q, doc %q", a.Text, a.SHA256, a.Doc)
	}
	if a.Published != "" && len(a.Published) != len("2006-01-02") {
		t.Fatalf("published %q", a.Published)
	}
}

func FuzzRead(f *testing.F) {
	for _, s := range []string{
		story, in1252(story), "\xff\xfe" + inUTF16(story, false), inUTF16(story, true), "\x00\r\n\r", "%PDF-", "PK\x03\x04",
		"<html><body><p>x</p>", "{\"text\":\"x\"}", "\xff\xfe\x00\xd8", "\xef\xbb\xbf", "\u2028\u2029\u0085", "\xe2\x80", "<?xml?><rss>",
		strings.Repeat("\xa4\xa2", 50), "\x00\x00\xfe\xff\x00\x00\x00a",
	} {
		f.Add(s, "", "")
	}
	f.Add(in1252(story), "text/plain; charset=shift_jis", "a.html")
	f.Add("x", "text/html; charset=\"", "a.jsonl")
	f.Fuzz(func(t *testing.T, s, contentType, name string) {
		yielded := 0
		for a, err := range Articles(strings.NewReader(s), Source{Name: name, ContentType: contentType, MaxArticle: 1 << 16}) {
			if yielded++; (a == nil) == (err == nil) {
				t.Fatalf("article %v with error %v", a, err)
			}
			if err != nil {
				checkError(t, err)
				continue
			}
			checkArticle(t, a)
		}
		// Text by force is kept, but for its line ends and NUL.
		a, err := one(s, Source{Type: TypeText})
		if err == nil && utf8.ValidString(s) && charsetOfBOM([]byte(s)) == "" {
			if want := clean(strings.TrimPrefix(s, "\ufeff")); a.Text != want {
				t.Fatalf("%q became %q", want, a.Text)
			}
		}
	})
}

func FuzzHTML(f *testing.F) {
	for _, s := range []string{
		"<h1>T</h1><p>Said <q>no <q>never</q></q>.<br><br>Two", "<title>a | b</title><body>x", strings.Repeat("<b><p>", 300) + "x",
		strings.Repeat("<div>", 600) + "x", "<script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"headline\":\"x\",\"author\":[[]]}</script>x",
		"<pre>a\n\nb</pre>&#0;&#13;&#x1b;&nbsp;", "<svg><title>x</title><p>y", "<table><tr><td>a<td>b<tr><td>c", "<frameset><frame>", "<template><p>x",
		"<link rel=canonical href='//[::1'>x", "<figure><blockquote>x</blockquote><figcaption>y</figcaption></figure>",
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		a, err := one(s, Source{Name: "https://a.example/b", Type: TypeHTML, BaseURL: "https://a.example/b"})
		if err != nil {
			checkError(t, err)
			return
		}
		checkArticle(t, a)
		if strings.Contains(a.Text, "\n\n\n") {
			t.Fatalf("%q gives an empty paragraph: %q", s, a.Text)
		}
		again, err := one(s, Source{Name: "https://a.example/b", Type: TypeHTML, BaseURL: "https://a.example/b"})
		if err != nil || again.SHA256 != a.SHA256 {
			t.Fatalf("%q reads differently the second time: %v", s, err)
		}
	})
}
