package read

import (
	"bytes"
	"cmp"
	"errors"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/gogs/chardet"
	"golang.org/x/net/html/charset"
	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/htmlindex"
	uni "golang.org/x/text/encoding/unicode"
	"golang.org/x/text/encoding/unicode/utf32"
)

// boms are the byte order marks, the longer before those they begin with.
var boms = []struct{ mark, charset string }{
	{"\xef\xbb\xbf", "utf-8"},
	{"\xff\xfe\x00\x00", "utf-32le"},
	{"\x00\x00\xfe\xff", "utf-32be"},
	{"\xff\xfe", "utf-16le"},
	{"\xfe\xff", "utf-16be"},
}

// charsetOfBOM is the charset that a byte order mark tells, UTF-8's left out.
func charsetOfBOM(data []byte) string {
	for _, b := range boms[1:] {
		if bytes.HasPrefix(data, []byte(b.mark)) {
			return b.charset
		}
	}
	if utf16 := bareUTF16(data[:min(len(data), sniffed)]); utf16 != "" {
		return utf16
	}
	return ""
}

// errBinary says that bytes are no text in any encoding.
var errBinary = errors.New("a binary file, not text")

// decode turns bytes into valid UTF-8, without a byte order mark. The order:
// the mark, all of it valid UTF-8, the declared charset, a guess. What cannot
// be decoded becomes "�".
func decode(data []byte, declared string) (string, error) {
	if bytes.HasPrefix(data, []byte(boms[0].mark)) {
		return text(validUTF8(string(data[3:])))
	}
	switch charsetOfBOM(data) {
	case "utf-16le":
		return decodeBy(uni.UTF16(uni.LittleEndian, uni.UseBOM), data)
	case "utf-16be":
		return decodeBy(uni.UTF16(uni.BigEndian, uni.UseBOM), data)
	case "utf-32le":
		return decodeBy(utf32.UTF32(utf32.LittleEndian, utf32.UseBOM), data)
	case "utf-32be":
		return decodeBy(utf32.UTF32(utf32.BigEndian, utf32.UseBOM), data)
	}
	if utf8.Valid(data) {
		return text(string(data))
	}
	if e, name := charset.Lookup(declared); e != nil && name != "utf-8" && name != "utf-16le" && name != "utf-16be" && name != "replacement" {
		return decodeBy(e, data)
	}
	return decodeBy(guess(data), data)
}

func decodeBy(e encoding.Encoding, data []byte) (string, error) {
	if e == encoding.Nop {
		return text(validUTF8(string(data)))
	}
	decoded, err := e.NewDecoder().Bytes(data)
	if err != nil {
		return "", errBinary
	}
	return text(validUTF8(string(decoded)))
}

// text refuses what decoded to more controls than a text has: one in fifty
// characters of the first sixteen thousand, line ends and tabs left out, and
// the escapes of a terminal's log counted as one each.
func text(s string) (string, error) {
	controls, all := 0, 0
	for _, r := range s {
		if all++; all > 16<<10 {
			break
		}
		if r < 0x20 && !strings.ContainsRune("\t\n\v\f\r\x1b", r) || r == 0x7f || r >= 0x80 && r < 0xa0 && r != 0x85 {
			controls++
		}
	}
	if controls*50 > all {
		return "", errBinary
	}
	return s, nil
}

// bareUTF16 tells UTF-16 without a mark: zero bytes stand in every other place
// only, as the high halves of Latin letters or of the spaces and line breaks
// between others, and no half pair or control comes out.
func bareUTF16(data []byte) string {
	data = data[:len(data)&^1]
	var zeros [2]int
	for i, b := range data {
		if b == 0 {
			zeros[i&1]++
		}
	}
	name, e := "utf-16le", uni.UTF16(uni.LittleEndian, uni.IgnoreBOM)
	if zeros[0] > zeros[1] {
		name, e = "utf-16be", uni.UTF16(uni.BigEndian, uni.IgnoreBOM)
		zeros[0], zeros[1] = zeros[1], zeros[0]
	}
	// A twentieth of the units: text in any alphabet has spaces.
	if zeros[1]*20 < len(data)/2 || zeros[1] == 0 || zeros[0]*50 > zeros[1] {
		return ""
	}
	decoded, err := e.NewDecoder().Bytes(data)
	if err != nil {
		return ""
	}
	// A character cut at the end is the reader's cut, not the text's.
	decoded = bytes.TrimSuffix(decoded, []byte("\ufffd"))
	if bytes.ContainsRune(decoded, utf8.RuneError) || bytes.IndexByte(decoded, 0) >= 0 {
		return ""
	}
	if _, err := text(string(decoded)); err != nil {
		return ""
	}
	return name
}

// guess finds the encoding of bytes that are not valid UTF-8. Mostly valid
// UTF-8 is UTF-8 with a broken place. Where at most a third of the letters lie
// beyond ASCII it is Windows-1252, of which Latin-1 is part: a detector errs
// more on so few. Otherwise the detector decides.
func guess(data []byte) encoding.Encoding {
	sample := data[:min(len(data), 64<<10)]
	broken, multibyte, high, letters := 0, 0, 0, 0
	for rest := sample; len(rest) > 0; {
		r, n := utf8.DecodeRune(rest)
		switch {
		case r == utf8.RuneError && n == 1:
			broken++
			high++
			letters++
		case n > 1:
			multibyte++
			high += n
			letters += n
		case unicode.IsLetter(r):
			letters++
		}
		rest = rest[n:]
	}
	if multibyte > 4*broken {
		return encoding.Nop
	}
	if high*3 > letters {
		if e, err := htmlindex.Get(guessCharset(sample)); err == nil {
			return e
		}
	}
	return charmap.Windows1252
}

// leastConfident is how sure, in percent, a guessed charset has to be.
const leastConfident = 20

// guessCharset is the charset that the bytes look most like, the first by name
// of several, "" for none. The detector's own choice among equals depends on
// which of its goroutines is first.
func guessCharset(sample []byte) string {
	results, err := chardet.NewTextDetector().DetectAll(sample)
	if err != nil {
		return ""
	}
	best := slices.MinFunc(results, func(a, b chardet.Result) int {
		return cmp.Or(cmp.Compare(b.Confidence, a.Confidence), cmp.Compare(a.Charset, b.Charset))
	})
	if best.Confidence < leastConfident {
		return ""
	}
	return best.Charset
}

// metaCharset is the charset that a page declares in its first kilobytes: the
// HTML standard looks at 1024 bytes, pages put it later.
func metaCharset(data []byte) string {
	_, name, certain := charset.DetermineEncoding(data[:min(len(data), 1024)], "")
	if certain || name != "windows-1252" {
		return name
	}
	head := bytes.ToLower(data[:min(len(data), 8<<10)])
	at := bytes.Index(head, []byte("charset="))
	if at < 0 {
		return ""
	}
	value := strings.TrimLeft(string(head[at+len("charset="):]), `"' `)
	if end := strings.IndexAny(value, `"' />;`); end >= 0 {
		value = value[:end]
	}
	return value
}
