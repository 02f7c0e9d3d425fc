package read

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strconv"
	"strings"
	"unicode/utf8"

	"onrecord/quotes"
)

// wireArticle is an article as a line of JSONL has it. Unknown fields are
// ignored.
type wireArticle struct {
	Doc       words  `json:"doc"`
	ID        words  `json:"id"`
	Text      string `json:"text"`
	HTML      string `json:"html"`
	URL       words  `json:"url"`
	Title     words  `json:"title"`
	Outlet    words  `json:"outlet"`
	Author    words  `json:"author"`
	Published words  `json:"published"`
	Language  words  `json:"language"`
}

// words is a string field that some programs write as a number, a list or an
// object with a name; anything else counts as missing.
type words string

// UnmarshalJSON never fails on well-formed JSON. A number keeps its digits.
func (w *words) UnmarshalJSON(data []byte) error {
	if data[0] == '-' || data[0] >= '0' && data[0] <= '9' {
		*w = words(data)
		return nil
	}
	var value any
	if err := json.Unmarshal(data, &value); err != nil {
		return err
	}
	*w = words(wordsOf(value))
	return nil
}

// wordsOf is a string, the name of an object, or those of a list.
func wordsOf(value any) string {
	switch v := value.(type) {
	case string:
		return v
	case []any:
		var names []string
		for _, element := range v {
			if name := wordsOf(element); name != "" {
				names = append(names, name)
			}
		}
		return strings.Join(names, ", ")
	case map[string]any:
		name, _ := v["name"].(string)
		return name
	}
	return ""
}

// jsonl yields the article of each line; blank lines are passed over. A file
// that is one array, or objects over several lines, is read too.
func (s *stream) jsonl(in *bufio.Reader, yield func(*quotes.Article, error) bool) {
	if head, _ := in.Peek(3); bytes.Equal(head, []byte("\xef\xbb\xbf")) {
		_, _ = in.Discard(3) // peeked: cannot fail
	}
	if head, _ := in.Peek(sniffed); SpreadsOverLines(head) {
		s.values(in, yield)
		return
	}
	found := false
	for number := 1; ; number++ {
		line, err := Line(in, s.limit)
		if err != nil && !errors.Is(err, io.EOF) && !errors.Is(err, ErrLineTooLong) {
			yield(nil, s.failed(err))
			return
		}
		last := errors.Is(err, io.EOF)
		if errors.Is(err, ErrLineTooLong) {
			found = true
			if !yield(nil, s.at(number, fmt.Sprintf("longer than %d MB", s.limit>>20), "split the article")) {
				return
			}
		} else if line = bytes.TrimSpace(line); len(line) > 0 {
			found = true
			if !yield(s.line(line, number)) {
				return
			}
		}
		if last {
			break
		}
	}
	if !found {
		yield(nil, s.errorf("empty").Do("name a file that holds articles"))
	}
}

// at is an error at a line.
func (s *stream) at(line int, what, remedy string) *quotes.Error {
	return quotes.Errorf(quotes.CodeInvalid, "%s:%d: %s", s.source.shown(), line, what).Do("%s", remedy)
}

// line makes an article of one line.
func (s *stream) line(line []byte, number int) (*quotes.Article, error) {
	if !utf8.Valid(line) {
		return nil, s.at(number, "not UTF-8", "save the file as UTF-8")
	}
	var wire wireArticle
	if err := json.Unmarshal(line, &wire); err != nil {
		return nil, s.at(number, "not an article as JSON: "+jsonProblem(err), `write one object a line with a "text" or "html"`)
	}
	a, err := s.article(&wire, number)
	if err != nil {
		return nil, s.at(number, err.Error(), `give the object a "text" or "html"`)
	}
	if a.Doubt != "" {
		a.Doubt = fmt.Sprintf("%s:%d: %s", s.source.shown(), number, a.Doubt)
	}
	return a, nil
}

// jsonProblem says what is wrong without the names of Go types.
func jsonProblem(err error) string {
	var kind *json.UnmarshalTypeError
	if errors.As(err, &kind) {
		if kind.Field == "" {
			return "found " + kind.Value + " where an object was due"
		}
		return fmt.Sprintf("%q is %s, not a string", kind.Field, kind.Value)
	}
	return err.Error()
}

// article adapts a wire article to the domain.
func (s *stream) article(wire *wireArticle, number int) (*quotes.Article, error) {
	a := &quotes.Article{URL: strings.TrimSpace(string(wire.URL))}
	switch {
	case strings.TrimSpace(wire.Text) != "":
		a.Text = clean(validUTF8(wire.Text))
		a.Title = headline(a.Text)
	case strings.TrimSpace(wire.HTML) != "":
		if err := readPage(validUTF8(wire.HTML), a.URL, a); err != nil {
			return nil, err
		}
	default:
		return nil, errors.New("no text")
	}
	Overrides{
		Title: string(wire.Title), Outlet: string(wire.Outlet), Author: string(wire.Author),
		URL: string(wire.URL), Language: string(wire.Language),
	}.apply(a)
	published := oneLine(string(wire.Published))
	if day := pageDate(published); day != "" {
		a.Published = day
	} else if published != "" {
		a.Doubt = fmt.Sprintf("published %q is no date that is known here; the article was read without it", published)
	}
	switch {
	case wire.Doc != "":
		a.Doc = string(wire.Doc)
	case wire.ID != "":
		a.Doc = string(wire.ID)
	default:
		a.Doc = s.source.doc() + ":" + strconv.Itoa(number)
	}
	seal(a)
	return a, nil
}

// SpreadsOverLines reports whether JSON begins with an array, or with an
// object that its first line does not close.
func SpreadsOverLines(head []byte) bool {
	start := bytes.TrimLeft(head, " \t\r\n")
	if bytes.HasPrefix(start, []byte("[")) {
		return true
	}
	first, _, more := bytes.Cut(start, []byte("\n"))
	return more && bytes.Equal(bytes.TrimSpace(first), []byte("{"))
}

// values reads an array of articles, or articles that spread over lines, one
// at a time. Broken syntax ends it: there is no next line to go on with.
func (s *stream) values(in io.Reader, yield func(*quotes.Article, error) bool) {
	capped := NewCappedReader(in, s.limit)
	decoder := json.NewDecoder(capped)
	first, err := bufferedByte(decoder)
	array := err == nil && first == '['
	if array {
		_, _ = decoder.Token() // the bracket just seen
	}
	for number := 1; ; number++ {
		capped.Restart()
		if !decoder.More() {
			s.valuesEnd(decoder, array, number, yield)
			return
		}
		var wire wireArticle
		err := decoder.Decode(&wire)
		var kind *json.UnmarshalTypeError
		switch {
		case errors.Is(err, ErrLineTooLong):
			yield(nil, s.nth(number, fmt.Sprintf("longer than %d MB", s.limit>>20), "split the article"))
			return
		case errors.As(err, &kind):
			if !yield(nil, s.nth(number, "not an article as JSON: "+jsonProblem(err), `make it an object with a "text" or "html"`)) {
				return
			}
			continue
		case err != nil:
			yield(nil, s.nth(number, "not JSON: "+err.Error(), "mend it there; as JSONL, one object a line, the rest would still be read"))
			return
		}
		a, err := s.article(&wire, number)
		if err != nil {
			err = s.nth(number, err.Error(), `give the object a "text" or "html"`)
		} else if a.Doubt != "" {
			a.Doubt = fmt.Sprintf("%s: article %d: %s", s.source.shown(), number, a.Doubt)
		}
		if !yield(a, err) {
			return
		}
	}
}

// valuesEnd reports an array that nothing closes, and a file without articles.
func (s *stream) valuesEnd(decoder *json.Decoder, array bool, number int, yield func(*quotes.Article, error) bool) {
	if array {
		if _, err := decoder.Token(); err != nil {
			yield(nil, s.nth(number, "the array ends without a ]", "check that the file is whole"))
			return
		}
	}
	if number == 1 {
		yield(nil, s.errorf("empty").Do("name a file that holds articles"))
	}
}

// nth is an error at an element of an array.
func (s *stream) nth(number int, what, remedy string) *quotes.Error {
	return s.errorf("article %d: %s", number, what).Do("%s", remedy)
}

// bufferedByte is the first byte of a decoder's next value.
func bufferedByte(decoder *json.Decoder) (byte, error) {
	decoder.More() // fills the buffer and passes over white space
	b := make([]byte, 1)
	buffered := decoder.Buffered()
	for {
		if _, err := io.ReadFull(buffered, b); err != nil {
			return 0, err
		}
		if !bytes.ContainsAny(b, " \t\r\n") {
			return b[0], nil
		}
	}
}

// CappedReader fails with ErrLineTooLong once more than its limit of bytes, and
// one buffer, were read without a Restart.
type CappedReader struct {
	in          io.Reader
	read, limit int
}

// NewCappedReader caps what is read between two restarts at limit bytes.
func NewCappedReader(in io.Reader, limit int) *CappedReader {
	return &CappedReader{in: in, limit: limit}
}

// Restart allows limit more bytes.
func (c *CappedReader) Restart() { c.read = 0 }

func (c *CappedReader) Read(p []byte) (int, error) {
	if c.read > c.limit {
		return 0, ErrLineTooLong
	}
	n, err := c.in.Read(p)
	c.read += n
	return n, err
}

// ErrLineTooLong is for a line or value of more bytes than the limit.
var ErrLineTooLong = errors.New("line too long")

// Line reads up to and with the next line feed, however long, but keeps no
// more than limit bytes: a longer line is passed over with ErrLineTooLong.
func Line(in *bufio.Reader, limit int) ([]byte, error) {
	var line []byte
	tooLong := false
	for {
		part, err := in.ReadSlice('\n')
		if !tooLong {
			if len(line)+len(part) > limit {
				tooLong, line = true, nil
			} else {
				line = append(line, part...)
			}
		}
		switch {
		case errors.Is(err, bufio.ErrBufferFull):
			continue
		case err != nil && (!errors.Is(err, io.EOF) || !tooLong):
			return line, err
		case tooLong:
			return nil, ErrLineTooLong
		}
		return line, nil
	}
}
