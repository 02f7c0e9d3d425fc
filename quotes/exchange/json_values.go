package exchange

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"iter"
	"unicode/utf8"

	"onrecord/quotes"
	"onrecord/quotes/read"
)

// mostJSONValue bounds one value of a JSON file, in bytes.
const mostJSONValue = 16 << 20

// jsonValue is one of a file's values: a line of JSONL, or an element of an
// array. Err (CodeInvalid) is for one that cannot be read, behind which the
// next can.
type jsonValue struct {
	number int // of the line or the element, from 1
	data   json.RawMessage
	err    error
}

// looksJSON reports whether a file begins as one of JSON does.
func looksJSON(file io.ReadSeeker) (bool, error) {
	head := make([]byte, 4096)
	n, err := io.ReadFull(file, head)
	if err != nil && !errors.Is(err, io.ErrUnexpectedEOF) && !errors.Is(err, io.EOF) {
		return false, err
	}
	_, err = file.Seek(0, io.SeekStart)
	start := bytes.TrimLeft(bytes.TrimPrefix(head[:n], utf8BOM), " \t\r\n")
	return len(start) > 0 && (start[0] == '{' || start[0] == '['), err
}

var utf8BOM = []byte("\xef\xbb\xbf")

// jsonValues goes through JSONL, an array, or objects one after another; one
// value at a time is held.
func jsonValues(r io.Reader) iter.Seq2[jsonValue, error] {
	return func(yield func(jsonValue, error) bool) {
		in := bufio.NewReaderSize(r, 64<<10)
		if head, _ := in.Peek(3); bytes.Equal(head, utf8BOM) {
			_, _ = in.Discard(3) // peeked: cannot fail
		}
		if head, _ := in.Peek(4096); read.SpreadsOverLines(head) {
			jsonElements(in, yield)
			return
		}
		jsonLines(in, yield)
	}
}

func jsonLines(in *bufio.Reader, yield func(jsonValue, error) bool) {
	for number := 1; ; number++ {
		line, err := read.Line(in, mostJSONValue)
		tooLong := errors.Is(err, read.ErrLineTooLong)
		if err != nil && !errors.Is(err, io.EOF) && !tooLong {
			yield(jsonValue{}, err)
			return
		}
		v := jsonValue{number: number, data: bytes.TrimSpace(line)}
		switch {
		case tooLong:
			v.err = quotes.Errorf(quotes.CodeInvalid, "longer than %d MB", mostJSONValue>>20).Do("leave it out")
		case len(v.data) == 0:
		case !utf8.Valid(v.data):
			v.err = quotes.Errorf(quotes.CodeInvalid, "not UTF-8").Do("save the file as UTF-8")
		case !json.Valid(v.data):
			v.err = quotes.Errorf(quotes.CodeInvalid, "not JSON").Do("write one object a line")
		}
		if (len(v.data) > 0 || v.err != nil) && !yield(v, nil) {
			return
		}
		if errors.Is(err, io.EOF) {
			return
		}
	}
}

// jsonElements reads one element after another. Broken syntax ends it: nothing
// tells where the next one starts.
func jsonElements(in io.Reader, yield func(jsonValue, error) bool) {
	capped := read.NewCappedReader(in, mostJSONValue)
	decoder := json.NewDecoder(capped)
	first, err := decoder.Token()
	array := err == nil && first == json.Delim('[')
	if !array {
		// An object over several lines: its first token is put back.
		decoder = json.NewDecoder(io.MultiReader(bytes.NewReader([]byte("{")), decoder.Buffered(), capped))
	}
	for number := 1; ; number++ {
		capped.Restart()
		v := jsonValue{number: number}
		if !decoder.More() {
			if array {
				if _, err := decoder.Token(); err != nil {
					v.err = quotes.Errorf(quotes.CodeInvalid, "the array ends without a ]").Do("check that the file is whole")
					yield(v, nil)
				}
			}
			return
		}
		err := decoder.Decode(&v.data)
		switch {
		case errors.Is(err, read.ErrLineTooLong):
			v.err = quotes.Errorf(quotes.CodeInvalid, "longer than %d MB", mostJSONValue>>20).Do("leave it out")
		case err != nil:
			v.err = quotes.Errorf(quotes.CodeInvalid, "not JSON: %v", err).Do("mend it there; as JSONL, one object a line, the rest would still be read")
		case !utf8.Valid(v.data):
			v.err = quotes.Errorf(quotes.CodeInvalid, "not UTF-8").Do("save the file as UTF-8")
		}
		if !yield(v, nil) || err != nil {
			return
		}
	}
}
