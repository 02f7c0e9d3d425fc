package read

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"strings"
	"testing"
	"testing/iotest"
	"time"
	"unicode/utf16"

	"onrecord/quotes"
)

const story = "Café owners “won’t pay”, says guild\r\n\r\nThe guild’s head, Zoë Färber, said: “Nous l’avons dit – jamais.”\r\n"

const storyText = "Café owners “won’t pay”, says guild\n\nThe guild’s head, Zoë Färber, said: “Nous l’avons dit – jamais.”\n"

// inUTF16 writes text as UTF-16 without a mark.
func inUTF16(s string, big bool) string {
	var b strings.Builder
	for _, u := range utf16.Encode([]rune(s)) {
		high, low := byte(u>>8), byte(u)
		if big {
			b.WriteByte(high)
		}
		b.WriteByte(low)
		if !big {
			b.WriteByte(high)
		}
	}
	return b.String()
}

// in1252 writes text as Windows-1252, as far as story needs it.
func in1252(s string) string {
	return strings.NewReplacer("é", "\xe9", "“", "\x93", "”", "\x94", "’", "\x92", "ë", "\xeb", "ä", "\xe4", "–", "\x96").Replace(s)
}

func TestEncodings(t *testing.T) {
	for name, c := range map[string]struct {
		bytes  string
		source Source
	}{
		"UTF-8":                             {bytes: story},
		"UTF-8 with a mark":                 {bytes: "\ufeff" + story},
		"UTF-16LE with a mark":              {bytes: "\xff\xfe" + inUTF16(story, false)},
		"UTF-16BE with a mark":              {bytes: "\xfe\xff" + inUTF16(story, true)},
		"UTF-16LE":                          {bytes: inUTF16(story, false)},
		"UTF-16BE":                          {bytes: inUTF16(story, true)},
		"Windows-1252":                      {bytes: in1252(story)},
		"declared Latin-1":                  {bytes: in1252(story), source: Source{ContentType: "text/plain; charset=ISO-8859-1"}},
		"declared Latin-1, but it is UTF-8": {bytes: story, source: Source{ContentType: "text/plain; charset=ISO-8859-1"}},
		"declared UTF-8, but it is not":     {bytes: in1252(story), source: Source{ContentType: "text/plain; charset=utf-8"}},
		"declared nonsense":                 {bytes: in1252(story), source: Source{ContentType: "text/plain; charset=x-klingon"}},
		"old Mac line ends":                 {bytes: strings.ReplaceAll(story, "\r\n", "\r")},
		"line separators":                   {bytes: strings.ReplaceAll(story, "\r\n", "\u2028")},
	} {
		c.source.Name = "story.txt"
		a, err := one(c.bytes, c.source)
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		if a.Text != storyText {
			t.Errorf("%s: %q", name, a.Text)
		}
		if want := "Café owners “won’t pay”, says guild"; a.Title != want || a.Doc != "story.txt" || len(a.SHA256) != 64 {
			t.Errorf("%s: title %q, doc %q, sha256 %q", name, a.Title, a.Doc, a.SHA256)
		}
	}
}

func TestEncodingsOfOtherAlphabets(t *testing.T) {
	russian := strings.Repeat("Глава порта заявил, что соглашение достигнуто ночью. ", 8)
	koi8 := map[rune]byte{}
	for i, r := range "юабцдефгхийклмнопярстужвьызшэщчъЮАБЦДЕФГХИЙКЛМНОПЯРСТУЖВЬЫЗШЭЩЧЪ" {
		koi8[r] = byte(0xc0 + i/2)
	}
	var encoded bytes.Buffer
	for _, r := range russian {
		if b, ok := koi8[r]; ok {
			encoded.WriteByte(b)
		} else {
			encoded.WriteByte(byte(r))
		}
	}
	for name, data := range map[string]string{
		"KOI8-R by guess": encoded.String(), "UTF-16LE": inUTF16(russian, false), "UTF-16BE": inUTF16(russian, true),
	} {
		a, err := one(data, Source{Name: "x.txt"})
		if err != nil || a.Text != russian {
			t.Errorf("%s: %v, %v", name, a, err)
		}
	}
	// The reader's window may cut a character, and a file its last one.
	long := strings.Repeat("Zoë says “no”. ", 1000)
	if a, err := one(long+"\xe2\x80", Source{}); err != nil || a.Text != long+"�" {
		t.Errorf("a cut last character: %v", err)
	}
	page := in1252(`<html><head><meta charset="windows-1252"></head><body><p>Zoë Färber said “jamais” again and again.</p></body></html>`)
	if a, err := one(page, Source{Name: "x.html"}); err != nil || a.Text != "Zoë Färber said “jamais” again and again." {
		t.Errorf("declared by the page: %v, %v", a, err)
	}
}

func TestTextIsKept(t *testing.T) {
	text := "  Odd\ttext \u200f\u202e with\x1b[31m escapes,\u00a0spaces \n\n\n and trailing ones. \n\n"
	a, err := one(text+"\x00\v", Source{})
	if want := text + "\ufffd\n"; err != nil || a.Text != want {
		t.Errorf("%q, %v, want %q", a.Text, err, want)
	}
}

func TestHeadline(t *testing.T) {
	body := "\nThe port will open again on Monday, the authority said.\n"
	for first, want := range map[string]string{
		"Port to open again":                  "Port to open again",
		"## Port to open again":               "Port to open again",
		"Will the port open?":                 "Will the port open?",
		"'It was a long night'":               "'It was a long night'",
		"Ferries back to the U.S.":            "Ferries back to the U.S.",
		"The port opened again.":              "",
		"He said: “The port opened again.”":   "",
		"In a statement the authority wrote:": "",
		"ALDANA: We had no choice.":           "",
		"HROCH: So what":                      "",
		"LIVE: PORT OPENS":                    "LIVE: PORT OPENS",
		"* * *":                               "",
		strings.Repeat("very ", 50) + "long":  "",
	} {
		if got := headline(first + body); got != want {
			t.Errorf("headline(%q) = %q, want %q", first, got, want)
		}
	}
	if got := headline("One line only"); got != "" {
		t.Errorf("one line alone became a headline: %q", got)
	}
}

func TestTypes(t *testing.T) {
	page := "<html><body><p>Words of the article, said she.</p></body></html>"
	line := `{"id": 7, "text": "Words of the article."}`
	for name, c := range map[string]struct {
		text   string
		source Source
		want   string
	}{
		"page by content":             {page, Source{Name: "a.txt"}, "Words of the article, said she."},
		"page after a comment":        {"<?xml version=\"1.0\"?><!-- saved -->\n<!DOCTYPE html>" + page, Source{}, "Words of the article, said she."},
		"page by media type":          {"Just <b>words</b> here", Source{ContentType: "text/html; charset=utf-8"}, "Just words here"},
		"page by name":                {"Just <b>words</b> here", Source{Name: "http://x.example/a.HTML?b=1"}, "Just words here"},
		"no tag in it":                {"One.\n\nTwo.", Source{Name: "a.html"}, "One.\n\nTwo."},
		"text by force":               {page, Source{Name: "a.html", Type: TypeText}, page},
		"page by force":               {"A &amp; B", Source{Name: "a.txt", Type: TypeHTML}, "A & B"},
		"lines by content":            {line, Source{Name: "-"}, "Words of the article."},
		"lines by name":               {" " + line, Source{Name: "a.ndjson"}, "Words of the article."},
		"lines in UTF-16":             {"\xff\xfe" + inUTF16(line, false), Source{Name: "a.jsonl"}, "Words of the article."},
		"array":                       {"[" + line + "]", Source{Name: "a.json"}, "Words of the article."},
		"object over lines":           {"{\n\"text\":\n\"Words of the article.\"\n}\n", Source{Name: "a.json"}, "Words of the article."},
		"a text that begins so":       {"{sic} is what she wrote.", Source{}, "{sic} is what she wrote."},
		"a text that begins with <":   {"<3 is what she wrote.", Source{}, "<3 is what she wrote."},
		"a text that names its marks": {"“[Sic]” is what she wrote.", Source{}, "“[Sic]” is what she wrote."},
	} {
		a, err := one(c.text, c.source)
		if err != nil || a.Text != c.want {
			t.Errorf("%s: %+v, %v, want %q", name, a, err, c.want)
		}
	}
}

func TestRefusals(t *testing.T) {
	for name, c := range map[string]struct{ data, want string }{
		"empty":       {"", "empty"},
		"blank":       {" \r\n\t\n", "empty"},
		"only a mark": {"\ufeff", "empty"},
		"PDF":         {"%PDF-1.7\n%\xe2\xe3", "a PDF"},
		"DOCX":        {"PK\x03\x04\x14\x00[Content_Types].xml....word/document.xml", "a Word document"},
		"ODT":         {"PK\x03\x04\x14\x00\x00mimetypeapplication/vnd.oasis.opendocument.text", "an OpenDocument text"},
		"ZIP":         {"PK\x03\x04\x14\x00a.txt", "a ZIP archive"},
		"DOC":         {"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1\x00", "an old Office document"},
		"RTF":         {`{\rtf1\ansi Hello}`, "an RTF document"},
		"PNG":         {"\x89PNG\r\n\x1a\n\x00\x00\x00", "an image"},
		"WebP":        {"RIFF\x10\x00\x00\x00WEBPVP8 ", "an image"},
		"MP4":         {"\x00\x00\x00\x20ftypisom", "a video"},
		"gzip":        {"\x1f\x8b\x08\x00", "a gzip archive"},
		"database":    {"SQLite format 3\x00\x10\x00", "an SQLite database"},
		"unknown":     {strings.Repeat("ab\x00\x00\x00\x01\x02", 100), "a binary file"},
		"noise":       {strings.Repeat("\x01\x02\x03\x8f\x90\x04 a", 100), "a binary file"},
		"feed":        {"<?xml version=\"1.0\"?>\n<rss version=\"2.0\"><channel></channel></rss>", "a feed"},
		"other XML":   {"<?xml version=\"1.0\"?>\n<tei>words</tei>", "XML"},
		"empty page":  {"<html><head><title>x</title></head><body><script>render()</script></body></html>", "no article text"},
	} {
		_, err := one(c.data, Source{Name: "dir/thing"})
		var e *quotes.Error
		if !errors.As(err, &e) || !strings.Contains(e.Message, c.want) || !strings.HasPrefix(e.Message, "dir/thing: ") || e.Remedy == "" {
			t.Errorf("%s: %v", name, err)
		}
	}
	if _, err := one("", Source{Name: "-"}); err == nil || !strings.HasPrefix(err.Error(), "standard input: empty") {
		t.Errorf("stdin: %v", err)
	}
	if _, err := one(strings.Repeat("word ", 100), Source{Name: "a.txt", MaxArticle: 100}); quotes.CodeOf(err) != quotes.CodeInvalid {
		t.Errorf("too long: %v", err)
	}
	var last error
	for _, err := range Articles(iotest.ErrReader(io.ErrUnexpectedEOF), Source{Name: "a.txt"}) {
		last = err
	}
	if !errors.Is(last, io.ErrUnexpectedEOF) || quotes.CodeOf(last) != quotes.CodeUnusable {
		t.Errorf("broken reader: %v", last)
	}
}

func TestFinish(t *testing.T) {
	now := time.Date(2025, 3, 10, 1, 0, 0, 0, time.FixedZone("", 3600))
	o, err := Overrides{Outlet: " The\tCourier ", Published: "yesterday", Language: "pt_br", Title: "Ours"}.Check(now)
	if err != nil {
		t.Fatal(err)
	}
	a := &quotes.Article{Title: "Theirs", Byline: "Odile Farrant", Published: "2020-01-01", Text: "Words."}
	Finish(a, o, now)
	want := quotes.Article{
		Title: "Ours", Outlet: "The Courier", Byline: "Odile Farrant", Published: "2025-03-09", Language: "pt-BR", Text: "Words.",
		SHA256: "44dcebcdcc564a642123c985ea211a70d843bbb02df908a1a46172c4ca15c11f", Retrieved: "2025-03-10T00:00:00Z",
	}
	if fmt.Sprint(*a) != fmt.Sprint(want) || len(a.SHA256) != 64 {
		t.Errorf("%+v", a)
	}
	b := &quotes.Article{URL: "https://www.Courier.example:8080/a"}
	if Finish(b, Overrides{}, now); b.Outlet != "courier.example" || b.SHA256 != "" {
		t.Errorf("outlet %q, sha256 %q", b.Outlet, b.SHA256)
	}
	for _, bad := range []Overrides{{Published: "soon"}, {Published: "2025-03"}, {Language: "english please"}} {
		if _, err := bad.Check(now); quotes.CodeOf(err) != quotes.CodeInvalid {
			t.Errorf("%+v: %v", bad, err)
		}
	}
}

func TestPageDate(t *testing.T) {
	for in, want := range map[string]string{
		"2025-03-09T23:40:00-05:00":     "2025-03-09",
		"2025-03-09T23:40:00.123Z":      "2025-03-09",
		"2025-03-09T23:40:00+0000":      "2025-03-09",
		"2025-03-09":                    "2025-03-09",
		"March 9, 2025":                 "2025-03-09",
		"9 March 2025":                  "2025-03-09",
		"Sun, 09 Mar 2025 23:40:00 GMT": "2025-03-09",
		"20250309":                      "2025-03-09",
		"Sept. 3, 2025":                 "2025-09-03",
		"Nov. 3, 2025":                  "2025-11-03",
		"03/09/2025":                    "",
		"2025-02-30":                    "",
		"0001-01-01T00:00:00Z":          "",
		"yesterday":                     "",
		"":                              "",
	} {
		if got := pageDate(in); got != want {
			t.Errorf("pageDate(%q) = %q, want %q", in, got, want)
		}
	}
}
