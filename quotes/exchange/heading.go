package exchange

import (
	"iter"
	"slices"
	"strings"

	"onrecord/quotes"
)

// headingWithin is in how many first rows a sheet has its headings: people put
// a title and a date above them.
const headingWithin = 10

// synonyms are headings that people give to columns, folded, by the column.
var synonyms = map[string][]string{
	"id":         {"quote_id", "quoteid", "no", "nr", "number", "#", "quote_no", "onrecord_id"},
	"text":       {"quote", "quotation", "words", "quote_text", "statement", "exact_words"},
	"speaker":    {"name", "who", "said_by", "source_name", "person", "speaker_name"},
	"context":    {"surrounding_text", "paragraph"},
	"status":     {"workflow", "progress", "state_of_check", "check_status", "stage"},
	"verdict":    {"rating", "ruling", "finding", "conclusion", "truth", "result"},
	"fidelity":   {"accuracy", "accuracy_of_the_words", "wording"},
	"tags":       {"tag", "keywords", "labels", "label", "topics", "topic"},
	"note":       {"notes", "comment", "comments", "remark", "remarks", "editor_s_note", "editors_note"},
	"said_on":    {"said", "date_said", "said_at", "day_said", "spoken_on"},
	"outlet":     {"publication", "newspaper", "medium", "publisher"},
	"url":        {"link", "address", "web_address"},
	"published":  {"published_on", "publication_date", "date_published"},
	"row_hash":   {"rowhash", "hash", "row_id", "checksum", "row_check"},
	"title":      {"headline"},
	"state":      {"review_state", "confirmed", "decision"},
	"article_id": {"article"},
}

// byHeading is the column of each known heading, folded.
var byHeading = func() map[string]string {
	all := map[string]string{}
	for column, names := range synonyms {
		for _, name := range names {
			all[name] = column
		}
	}
	for _, name := range Quotes.Names() {
		all[name] = name
	}
	return all
}()

// foldHeading is a heading without case, accents of typing and signs: “Row
// Hash:” is row_hash.
func foldHeading(s string) string {
	fields := strings.FieldsFunc(strings.ToLower(neutral(s, true)), func(r rune) bool {
		return strings.ContainsRune(" _-–.:*()[]'’“”\"/\n\u00a0", r)
	})
	return strings.Join(fields, "_")
}

// columnNamed is the column that a heading stands for, "" for none.
func columnNamed(heading string) string { return byHeading[foldHeading(heading)] }

// Heading tells in which cell of a row each column stands.
type Heading struct {
	// Row is the number of the row that held it.
	Row int
	// Unknown are the headings that stand for no column.
	Unknown []string
	cells   map[string]int
}

// Has reports whether the sheet has the column.
func (h *Heading) Has(column string) bool { _, ok := h.cells[column]; return ok }

// Columns are the columns that the sheet has, in the record's order.
func (h *Heading) Columns() []string {
	return slices.DeleteFunc(Quotes.Names(), func(name string) bool { return !h.Has(name) })
}

// Cell is what stands in a column of a row; ok is false where the sheet lacks
// the column.
func (h *Heading) Cell(row SheetRow, column string) (cell SheetCell, ok bool) {
	i, ok := h.cells[column]
	if ok && i < len(row.Cells) {
		cell = row.Cells[i]
	}
	return cell, ok
}

// ParseMap reads "theirs=ours" pairs into columns by folded heading. An
// unknown column is CodeInvalid.
func ParseMap(pairs []string) (map[string]string, error) {
	mapped := map[string]string{}
	for _, pair := range pairs {
		theirs, ours, ok := strings.Cut(pair, "=")
		if !ok || foldHeading(theirs) == "" {
			return nil, quotes.Errorf(quotes.CodeInvalid, "%q maps nothing", pair).Do(`write the sheet's heading, then the column, as in --map "Our ruling=verdict"`)
		}
		columns, err := Quotes.Pick([]string{ours})
		if err != nil {
			return nil, err
		}
		mapped[foldHeading(theirs)] = columns[0].Name
	}
	return mapped, nil
}

// isHeading reports whether a row holds headings of a review sheet: an id and
// something to read.
func isHeading(cells []string, mapped map[string]string) bool {
	id, other := false, false
	for _, cell := range cells {
		name := mapped[foldHeading(cell)]
		if name == "" {
			name = columnNamed(cell)
		}
		id = id || name == "id"
		other = other || name == "row_hash" || IsReviewed(name) || name == "text"
	}
	return id && other
}

// ReadHeading makes a Heading of a row; ok tells that it is one. Where two
// headings stand for one column the one with the column's own name counts, and
// two others are CodeInvalid. A heading that was mapped and is not there is,
// too.
func ReadHeading(row SheetRow, mapped map[string]string) (h *Heading, ok bool, err error) {
	cells := texts(row.Cells)
	if !isHeading(cells, mapped) {
		return nil, false, nil
	}
	h = &Heading{Row: row.Number, cells: map[string]int{}}
	rank := map[string]int{} // 2: mapped by the user, 1: the column's own name, 0: another word for it
	seen := map[string]bool{}
	for i, cell := range cells {
		folded := foldHeading(cell)
		seen[folded] = true
		name, r := mapped[folded], 2
		if name == "" {
			name, r = columnNamed(cell), 0
			if name == folded {
				r = 1
			}
		}
		if name == "" {
			if folded != "" {
				h.Unknown = append(h.Unknown, strings.TrimSpace(cell))
			}
			continue
		}
		if before, twice := h.cells[name]; twice && rank[name] >= r {
			if rank[name] == r {
				return nil, true, quotes.Errorf(quotes.CodeInvalid, "two columns, %q and %q, stand for %s", cells[before], cell, name).
					Do("rename one of them, or say which it is with --map %q", cells[before]+"="+name)
			}
			h.Unknown = append(h.Unknown, strings.TrimSpace(cell))
			continue
		} else if twice {
			h.Unknown = append(h.Unknown, strings.TrimSpace(cells[before]))
		}
		h.cells[name], rank[name] = i, r
	}
	for theirs, ours := range mapped {
		if !seen[theirs] {
			return nil, true, quotes.UnknownWord("heading to map to "+ours, theirs, cells)
		}
	}
	return h, true, nil
}

// HeadedRows are the rows below a sheet's heading.
type HeadedRows struct {
	Heading *Heading
	next    func() (SheetRow, error, bool)
	stop    func()
}

// FindHeading reads a sheet on to its heading; nil if there is none among the
// first rows.
func FindHeading(s *Sheet, mapped map[string]string) (*HeadedRows, error) {
	var found *Heading
	rows, err := headedRows(s, func(row SheetRow) (ok bool, err error) {
		found, ok, err = ReadHeading(row, mapped)
		return ok, err
	})
	if rows != nil {
		rows.Heading = found
	}
	return rows, err
}

// headedRows reads a sheet on to the row that is its heading; nil if none of
// the first rows is.
func headedRows(s *Sheet, isHeading func(SheetRow) (bool, error)) (*HeadedRows, error) {
	next, stop := iter.Pull2(s.Rows())
	for {
		row, err, more := next()
		if !more || err == nil && row.Number > headingWithin {
			break
		}
		if err != nil {
			if quotes.CodeOf(err) == quotes.CodeInvalid {
				continue // a broken row above the heading
			}
			stop()
			return nil, err
		}
		ok, err := isHeading(row)
		if err != nil {
			stop()
			return nil, err
		}
		if ok {
			return &HeadedRows{next: next, stop: stop}, nil
		}
	}
	stop()
	return nil, nil
}

// All goes through the rows, once.
func (h *HeadedRows) All() iter.Seq2[SheetRow, error] {
	return func(yield func(SheetRow, error) bool) {
		defer h.stop()
		for {
			row, err, more := h.next()
			if !more || !yield(row, err) {
				return
			}
		}
	}
}

// IsBlank reports whether nothing stands in any known column of a row.
func (h *HeadedRows) IsBlank(row SheetRow) bool {
	for _, i := range h.Heading.cells {
		if i < len(row.Cells) && strings.TrimSpace(row.Cells[i].Text) != "" {
			return false
		}
	}
	return true
}
