package read

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"
	"strings"
	"unicode/utf8"

	"onrecord/quotes"
)

// stream is one reading of a source.
type stream struct {
	source Source
	limit  int
}

// sniffed is how much of the beginning tells what the bytes are.
const sniffed = 4096

// read finds the type and yields the articles.
func (s *stream) read(r io.Reader, yield func(*quotes.Article, error) bool) {
	in := bufio.NewReaderSize(r, 64<<10)
	head, err := in.Peek(sniffed)
	if err != nil && !errors.Is(err, io.EOF) {
		// What came before the failure is still read; lines of it count.
		in = bufio.NewReader(io.MultiReader(bytes.NewReader(head), failing{err}))
	}
	if kind := binaryKind(head); kind != "" {
		yield(nil, s.unreadable(kind))
		return
	}
	if s.detect(head) == TypeJSONL && charsetOfBOM(head) == "" {
		s.jsonl(in, yield)
		return
	}
	data, err := io.ReadAll(io.LimitReader(in, int64(s.limit)+1))
	switch {
	case err != nil:
		yield(nil, s.failed(err))
	case len(data) > s.limit:
		yield(nil, s.errorf("longer than %d MB", s.limit>>20).Do("split it, or put many articles into one JSONL file"))
	default:
		s.whole(data, yield)
	}
}

// whole reads bytes that are all there.
func (s *stream) whole(data []byte, yield func(*quotes.Article, error) bool) {
	_, declared := s.source.media()
	kind := s.detect(data[:min(len(data), sniffed)])
	if kind == TypeHTML && declared == "" {
		declared = metaCharset(data)
	}
	text, err := decode(data, declared)
	if err != nil {
		yield(nil, s.errorf("%s", err).Do("open it in the program that made it and save it as plain text in UTF-8"))
		return
	}
	if strings.TrimSpace(text) == "" {
		yield(nil, s.errorf("empty").Do("name a file that holds an article"))
		return
	}
	// UTF-16 hides the signs of a type until it is decoded.
	if kind = s.detect([]byte(text[:min(len(text), sniffed)])); kind == TypeJSONL {
		s.jsonl(bufio.NewReader(strings.NewReader(text)), yield)
		return
	}
	a := &quotes.Article{URL: s.source.BaseURL, Doc: s.source.doc()}
	if kind == TypeHTML {
		err = s.page(text, a)
	} else {
		err = s.plain(text, a)
	}
	if err != nil {
		yield(nil, err)
		return
	}
	seal(a)
	yield(a, nil)
}

// plain makes an article of plain text.
func (s *stream) plain(text string, a *quotes.Article) error {
	if feed := feedKind(text); feed != "" && s.source.Type != TypeText {
		return s.errorf("this is %s, not an article", feed).Do("give the address of one of its articles")
	}
	a.Text = clean(text)
	a.Title = headline(a.Text)
	return nil
}

// detect finds the type: what was asked for, then what content shows beyond
// doubt, then the media type and the name, then content again.
func (s *stream) detect(head []byte) Type {
	if s.source.Type != "" && s.source.Type != TypeAuto {
		return s.source.Type
	}
	start := bytes.TrimLeft(bytes.TrimPrefix(head, []byte("\xef\xbb\xbf")), " \t\r\n")
	if looksHTML(start) {
		return TypeHTML
	}
	media, _ := s.source.media()
	known, ok := mediaTypes[media]
	if !ok {
		known, ok = endings[s.source.ending()]
	}
	switch {
	case ok && known == TypeHTML && bytes.IndexByte(head, '<') < 0 && len(head) < sniffed:
		return TypeText // a page without one tag: its lines are all the structure it has
	case ok:
		return known
	case looksJSONL(start):
		return TypeJSONL
	}
	return TypeText
}

// looksHTML reports whether the beginning is that of a page. Comments and an
// XML declaration may come first.
func looksHTML(start []byte) bool {
	lower := bytes.ToLower(start[:min(len(start), 1024)])
	for {
		lower = bytes.TrimLeft(lower, " \t\r\n")
		var closing string
		switch {
		case bytes.HasPrefix(lower, []byte("<!--")):
			closing = "-->"
		case bytes.HasPrefix(lower, []byte("<?xml")):
			closing = "?>"
		default:
			for _, tag := range []string{"<!doctype html", "<html", "<head", "<body", "<meta", "<title", "<article", "<div", "<p>", "<p ", "<h1"} {
				if bytes.HasPrefix(lower, []byte(tag)) {
					return true
				}
			}
			return false
		}
		end := bytes.Index(lower, []byte(closing))
		if end < 0 {
			return false
		}
		lower = lower[end+len(closing):]
	}
}

// looksJSONL reports whether the beginning is an object with a text or html,
// or an array of objects.
func looksJSONL(start []byte) bool {
	if bytes.HasPrefix(start, []byte("[")) {
		return bytes.HasPrefix(bytes.TrimLeft(start[1:], " \t\r\n"), []byte(`{"`))
	}
	if !bytes.HasPrefix(start, []byte("{")) {
		return false
	}
	inner := bytes.TrimLeft(start[1:], " \t\r\n")
	return bytes.HasPrefix(inner, []byte(`"`)) && bytes.Contains(inner, []byte(`":`))
}

// feedKind names a feed or other XML, "" for anything else.
func feedKind(text string) string {
	start := strings.TrimLeft(text[:min(len(text), 1024)], " \t\r\n\ufeff")
	if !strings.HasPrefix(start, "<") {
		return ""
	}
	switch lower := strings.ToLower(start); {
	case strings.Contains(lower, "<rss"), strings.Contains(lower, "<feed"), strings.Contains(lower, "<rdf:rdf"):
		return "a feed"
	case strings.HasPrefix(lower, "<?xml"):
		return "XML"
	}
	return ""
}

func (s *stream) errorf(format string, args ...any) *quotes.Error {
	return quotes.Errorf(quotes.CodeInvalid, "%s: %s", s.source.shown(), fmt.Sprintf(format, args...))
}

func (s *stream) unreadable(kind string) *quotes.Error {
	return s.errorf("%s, not text", kind).Do("open it in the program that made it and save it as plain text or HTML")
}

// failing is a reader of nothing but an error.
type failing struct{ err error }

func (f failing) Read([]byte) (int, error) { return 0, f.err }

// failed wraps an error of the reader itself.
func (s *stream) failed(err error) error {
	var known *quotes.Error
	if errors.As(err, &known) {
		return err
	}
	return &quotes.Error{
		Code: quotes.CodeUnusable, Message: s.source.shown() + ": cannot be read", Err: err,
		Remedy: "check that it is a file which you may read",
	}
}

// validUTF8 makes text valid, a "�" for each broken run.
func validUTF8(text string) string {
	if utf8.ValidString(text) {
		return text
	}
	return strings.ToValidUTF8(text, "\ufffd")
}
