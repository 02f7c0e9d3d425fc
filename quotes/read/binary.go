package read

import "bytes"

// magics begin files that are no text. The first that fits counts.
var magics = []struct{ magic, kind string }{
	{"%PDF-", "a PDF"},
	{"{\\rtf", "an RTF document"},
	{"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old Office document (DOC or XLS)"},
	{"\x1f\x8b", "a gzip archive"},
	{"BZh", "a bzip2 archive"},
	{"7z\xbc\xaf\x27\x1c", "a 7-Zip archive"},
	{"\xfd7zXZ\x00", "an xz archive"},
	{"\x28\xb5\x2f\xfd", "a Zstandard archive"},
	{"Rar!\x1a\x07", "a RAR archive"},
	{"SQLite format 3\x00", "an SQLite database"},
	{"\x7fELF", "a program"},
	{"MZ\x90\x00", "a program"},
	{"bplist00", "a binary property list"},
	{"\x89PNG\r\n\x1a\n", "an image"},
	{"\xff\xd8\xff", "an image"},
	{"GIF87a", "an image"},
	{"GIF89a", "an image"},
	{"II*\x00", "an image"},
	{"MM\x00*", "an image"},
	{"ID3", "a sound recording"},
	{"OggS\x00", "a sound recording"},
	{"fLaC\x00", "a sound recording"},
	{"\x1aE\xdf\xa3", "a video"},
	{"wOFF", "a font"},
	{"wOF2", "a font"},
}

// containers hold one of several kinds, named some bytes from the start.
var containers = []struct {
	magic      string
	at         int
	name, kind string
}{
	{"RIFF", 8, "WEBP", "an image"},
	{"RIFF", 8, "WAVE", "a sound recording"},
	{"RIFF", 8, "AVI ", "a video"},
	{"\x00\x00", 4, "ftyphei", "an image"},
	{"\x00\x00", 4, "ftypavif", "an image"},
	{"\x00\x00", 4, "ftypM4A", "a sound recording"},
	{"\x00\x00", 4, "ftyp", "a video"},
}

// zips tell what a ZIP archive is by the name or content of its first entries.
var zips = []struct{ entry, kind string }{
	{"word/", "a Word document (DOCX)"},
	{"xl/", "an Excel workbook (XLSX)"},
	{"ppt/", "a PowerPoint file (PPTX)"},
	{"mimetypeapplication/vnd.oasis.opendocument.text", "an OpenDocument text (ODT)"},
	{"mimetypeapplication/vnd.oasis.opendocument", "an OpenDocument file"},
	{"mimetypeapplication/epub+zip", "an EPUB book"},
}

// binaryKind names what bytes are if they are certainly no text, by their
// beginning; "" for anything that may be text.
func binaryKind(head []byte) string {
	for _, m := range magics {
		if bytes.HasPrefix(head, []byte(m.magic)) {
			return m.kind
		}
	}
	if bytes.HasPrefix(head, []byte("PK\x03\x04")) {
		for _, z := range zips {
			if bytes.Contains(head, []byte(z.entry)) {
				return z.kind
			}
		}
		return "a ZIP archive"
	}
	for _, c := range containers {
		if bytes.HasPrefix(head, []byte(c.magic)) && len(head) > c.at && bytes.HasPrefix(head[c.at:], []byte(c.name)) {
			return c.kind
		}
	}
	if bytes.IndexByte(head, 0) >= 0 && charsetOfBOM(head) == "" && bytes.Count(head, []byte{0})*50 > len(head) {
		return "a binary file"
	}
	return ""
}
