package exchange

import (
	"io"
	"path/filepath"
	"slices"
	"strings"

	"onrecord/quotes"
)

// Format is a form in which records leave the program.
type Format string

// The formats. FormatTable is for a terminal: the command line draws it.
const (
	FormatTable    Format = "table"
	FormatTSV      Format = "tsv"
	FormatCSV      Format = "csv"
	FormatJSON     Format = "json"
	FormatJSONL    Format = "jsonl"
	FormatMarkdown Format = "markdown"
	FormatHTML     Format = "html"
	FormatXLSX     Format = "xlsx"
	// FormatClaimReview is of claims, not of quotes: WriteClaimReviews.
	FormatClaimReview Format = "claimreview"
	// FormatAnnotation is the W3C's Web Annotation as JSON-LD.
	FormatAnnotation Format = "annotation"
)

// Formats is the vocabulary of Format in listings.
var Formats = []Format{FormatTable, FormatTSV, FormatCSV, FormatJSON, FormatJSONL, FormatMarkdown, FormatHTML}

// ExportFormats is the vocabulary of Format in exports.
var ExportFormats = append(slices.Clone(Formats), FormatXLSX, FormatClaimReview, FormatAnnotation)

// endings are the file endings of each format.
var endings = map[string]Format{
	".tsv": FormatTSV, ".tab": FormatTSV, ".csv": FormatCSV, ".json": FormatJSON,
	".jsonl": FormatJSONL, ".ndjson": FormatJSONL,
	".md": FormatMarkdown, ".markdown": FormatMarkdown, ".html": FormatHTML, ".htm": FormatHTML,
	".txt": FormatTable, ".xlsx": FormatXLSX, ".jsonld": FormatClaimReview,
}

// FormatOf is the format that a file's ending stands for; the error for an
// unknown one is CodeInvalid and lists the endings.
func FormatOf(path string) (Format, error) {
	if f, ok := endings[strings.ToLower(filepath.Ext(path))]; ok {
		return f, nil
	}
	return "", quotes.Errorf(quotes.CodeInvalid, "%s: its ending tells no format", path).
		Do("end it in .csv, .tsv, .xlsx, .json, .jsonl, .md or .html, or give --format")
}

// Writer writes records one after another. Nothing is complete before Close,
// which also flushes; it does not close what it writes to.
type Writer[T any] interface {
	Write(record *T) error
	Close() error
}

// Options vary what NewWriter makes.
type Options struct {
	// Chosen says that the user chose the columns: JSON objects then hold only
	// those. Without it JSON has the whole record.
	Chosen bool
	// BOM begins a CSV file with a byte order mark, without which Excel takes
	// it for the system's old encoding.
	BOM bool
	// Delimiter stands between the cells of a CSV file; 0 is a comma.
	Delimiter rune
	// Words makes a workbook one to fill in: with drop-downs of these words, and
	// all that is not the reviewer's locked.
	Words Vocabulary
	// Warn is told of every cell that a format cannot hold whole.
	Warn func(message string)
	// Title heads an HTML page and a Markdown file's table; "" is the table's
	// name, which Markdown leaves out.
	Title string
}

// NewWriter makes a writer of t's records with these columns; nil stands for
// the defaults. FormatTable and unknown formats are CodeInvalid.
func NewWriter[T any](w io.Writer, f Format, t *Table[T], columns []Column[T], o Options) (Writer[T], error) {
	if columns == nil {
		columns = t.Defaults()
	}
	switch f {
	case FormatCSV:
		return newCSVWriter(w, columns, o), nil
	case FormatTSV:
		return newTSVWriter(w, columns), nil
	case FormatJSON, FormatJSONL:
		encode := t.JSON
		if o.Chosen {
			encode = chosen(columns)
		}
		return newJSONWriter(w, encode, f == FormatJSON), nil
	case FormatAnnotation:
		if t.Annotation != nil {
			return newJSONWriter(w, t.Annotation, true), nil
		}
	case FormatMarkdown:
		return newMarkdownWriter(w, columns, o), nil
	case FormatHTML:
		return newHTMLWriter(w, t, columns, o), nil
	case FormatXLSX:
		return newXLSXWriter(w, t, columns, o)
	case FormatTable:
		return nil, quotes.Errorf(quotes.CodeInvalid, "a file cannot hold the terminal's table").Do("choose tsv, csv, xlsx, markdown or html")
	}
	return nil, quotes.UnknownWord("format", string(f), quotes.Strings(ExportFormats))
}
