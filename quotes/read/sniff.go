package read

import (
	"bytes"
	"errors"
	"io"
	"unicode/utf8"

	"golang.org/x/text/encoding"
	uni "golang.org/x/text/encoding/unicode"
	"golang.org/x/text/transform"

	"onrecord/quotes"
)

// SniffText goes through a whole text for its encoding, in bounded memory, and
// back to its start. decoder makes UTF-8 of it, without a byte order mark;
// what cannot be decoded becomes "�". A binary file is CodeUnusable.
func SniffText(file io.ReadSeeker) (decoder transform.Transformer, name string, err error) {
	head := make([]byte, 64<<10)
	n, err := io.ReadFull(file, head)
	if err != nil && !errors.Is(err, io.ErrUnexpectedEOF) && !errors.Is(err, io.EOF) {
		return nil, "", err
	}
	head = head[:n]
	switch charsetOfBOM(head) {
	case "utf-16le":
		decoder, name = uni.UTF16(uni.LittleEndian, uni.UseBOM).NewDecoder(), "utf-16"
	case "utf-16be":
		decoder, name = uni.UTF16(uni.BigEndian, uni.UseBOM).NewDecoder(), "utf-16"
	default:
		if kind := binaryKind(head); kind != "" || bytes.IndexByte(head, 0) >= 0 {
			return nil, "", quotes.Errorf(quotes.CodeUnusable, "no text and no workbook").Do("save it as .xlsx or .csv in the spreadsheet")
		}
		if decoder, name, err = sniffBytes(file, head); err != nil {
			return nil, "", err
		}
	}
	_, err = file.Seek(0, io.SeekStart)
	return decoder, name, err
}

// sniffBytes tells UTF-8 from the encodings of a byte a letter, which are
// guessed from around the first byte that is none.
func sniffBytes(file io.Reader, head []byte) (transform.Transformer, string, error) {
	utf := uni.UTF8BOM.NewDecoder()
	window := bytes.Clone(head)
	for first := true; ; first = false {
		at := firstInvalid(window, first)
		if at >= 0 {
			sample := window[max(0, at-(32<<10)):]
			e := guess(sample)
			if e == encoding.Nop {
				return utf, "utf-8", nil
			}
			return e.NewDecoder(), charsetName(e), nil
		}
		// A letter may be cut at the end.
		rest := window[len(window)-min(len(window), utf8.UTFMax-1):]
		next := make([]byte, len(rest)+len(head))
		n, err := io.ReadFull(file, next[copy(next, rest):])
		if err != nil && !errors.Is(err, io.ErrUnexpectedEOF) && !errors.Is(err, io.EOF) {
			return nil, "", err
		}
		if n == 0 {
			return utf, "utf-8", nil
		}
		window = next[:len(rest)+n]
	}
}

// firstInvalid is the place of the first byte that is no UTF-8, -1 for none.
// The beginning of a letter cut at the end passes, and so does the end of one
// at the start, unless that is the first of the file.
func firstInvalid(data []byte, first bool) int {
	i := 0
	for !first && i < min(len(data), utf8.UTFMax-1) && !utf8.RuneStart(data[i]) {
		i++
	}
	for i < len(data) {
		if data[i] < utf8.RuneSelf {
			i++
			continue
		}
		r, n := utf8.DecodeRune(data[i:])
		if r == utf8.RuneError && n == 1 {
			if !utf8.FullRune(data[i:]) {
				return -1
			}
			return i
		}
		i += n
	}
	return -1
}

func charsetName(e encoding.Encoding) string {
	if named, ok := e.(interface{ String() string }); ok {
		return named.String()
	}
	return "a guessed encoding"
}
