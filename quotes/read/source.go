package read

import (
	"io"
	"iter"
	"mime"
	"net/url"
	"path"
	"path/filepath"
	"strings"

	"onrecord/quotes"
)

// Type is a kind of input.
type Type string

// The types; TypeAuto is found by name and content.
const (
	TypeAuto  Type = "auto"
	TypeText  Type = "text"
	TypeHTML  Type = "html"
	TypeJSONL Type = "jsonl"
)

// Types is the vocabulary of Type.
var Types = []Type{TypeAuto, TypeText, TypeHTML, TypeJSONL}

// MaxArticle is how many bytes an article may have, and a line of JSONL; a
// JSONL file itself may be of any length.
const MaxArticle = 32 << 20

// Source says where bytes come from and what is known of them.
type Source struct {
	Name        string // a file's path, an address, or "-": for errors and Article.Doc
	ContentType string // of an HTTP answer; "" unknown
	Type        Type   // TypeAuto or "" finds it
	// BaseURL is the address that the bytes came from, for relative links and
	// as the article's address when a page names none. "" for a file.
	BaseURL string
	// MaxArticle is another limit than MaxArticle; 0 is that one.
	MaxArticle int
}

// Articles reads the articles of a source, one after another, in bounded
// memory. Doc, Text, SHA256 and what the source tells of the article are set;
// Finish does the rest.
//
// An error is a *quotes.Error which names the source, the line where there are
// lines, and the remedy. After that of a broken JSONL line the good ones go
// on; an error of r itself comes wrapped, and last.
func Articles(r io.Reader, source Source) iter.Seq2[*quotes.Article, error] {
	return func(yield func(*quotes.Article, error) bool) {
		s := &stream{source: source, limit: source.MaxArticle}
		if s.limit <= 0 {
			s.limit = MaxArticle
		}
		s.read(r, yield)
	}
}

// doc is the name under which the source's article goes: a file's base name,
// or the whole of an address.
func (s Source) doc() string {
	switch {
	case s.Name == "" || s.Name == "-":
		return "stdin"
	case strings.Contains(s.Name, "://"):
		return s.Name
	}
	return filepath.Base(s.Name)
}

// shown is the source's name in errors.
func (s Source) shown() string {
	if s.Name == "" || s.Name == "-" {
		return "standard input"
	}
	return s.Name
}

// media is the media type and charset of ContentType, "" where unknown.
func (s Source) media() (kind, charset string) {
	kind, params, err := mime.ParseMediaType(s.ContentType)
	if err != nil {
		kind, _, _ = strings.Cut(s.ContentType, ";")
		return strings.ToLower(strings.TrimSpace(kind)), ""
	}
	return kind, params["charset"]
}

// ending is the name's file ending in lower case, without an address's query.
func (s Source) ending() string {
	if u, err := url.Parse(s.Name); err == nil && u.Host != "" {
		return strings.ToLower(path.Ext(u.Path))
	}
	return strings.ToLower(filepath.Ext(s.Name))
}

// HasReadableEnding reports whether a file of this name is one that a walk
// through a folder should read.
func HasReadableEnding(name string) bool {
	_, ok := endings[strings.ToLower(filepath.Ext(name))]
	return ok
}

// endings are the file endings that tell a type.
var endings = map[string]Type{
	".txt": TypeText, ".text": TypeText, ".md": TypeText,
	".html": TypeHTML, ".htm": TypeHTML, ".xhtml": TypeHTML,
	".jsonl": TypeJSONL, ".ndjson": TypeJSONL, ".json": TypeJSONL,
}

// mediaTypes are the media types that tell a type.
var mediaTypes = map[string]Type{
	"text/html": TypeHTML, "application/xhtml+xml": TypeHTML,
	"application/json": TypeJSONL, "application/x-ndjson": TypeJSONL,
	"application/jsonl": TypeJSONL, "application/x-jsonlines": TypeJSONL,
}
