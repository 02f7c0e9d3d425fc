package exchange

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"onrecord/quotes"
)

// Outcome is what becomes of a cell of a sheet that came back.
type Outcome string

// The outcomes.
const (
	OutcomeChange   Outcome = "change"   // the reviewer changed it: taken over
	OutcomeConflict Outcome = "conflict" // so did the record since: left as the record has it
	OutcomeIgnored  Outcome = "ignored"  // in a column that is not read back
	OutcomeProblem  Outcome = "problem"  // cannot be read, or cannot be done
)

// ReviewLine is one cell of a sheet that came back, or a whole row (Column ""),
// that is not as the record has it.
type ReviewLine struct {
	Outcome  Outcome        `json:"outcome"`
	Row      int            `json:"row"`
	ID       quotes.QuoteID `json:"id"`
	Column   string         `json:"column"`
	Exported string         `json:"exported"` // when the sheet went out
	Record   string         `json:"record"`   // now
	Sheet    string         `json:"sheet"`
	Why      string         `json:"why"`
}

// ReviewLines is how what a returned sheet changes is shown.
var ReviewLines = &Table[ReviewLine]{
	Name: "changes",
	Columns: []Column[ReviewLine]{
		text("outcome", "change, conflict, ignored or problem", func(l *ReviewLine) string { return string(l.Outcome) }),
		{"row", "the row of the sheet", func(l *ReviewLine) string { return number(l.Row) }, func(l *ReviewLine) any { return l.Row }},
		{"id", "the quote", func(l *ReviewLine) string { return number(l.ID) }, func(l *ReviewLine) any { return l.ID }},
		text("column", "the column; empty for the whole row", func(l *ReviewLine) string { return l.Column }),
		text("exported", "what went out", func(l *ReviewLine) string { return l.Exported }),
		text("record", "what the record says now", func(l *ReviewLine) string { return l.Record }),
		text("sheet", "what came back", func(l *ReviewLine) string { return l.Sheet }),
		text("why", "what is wrong, and what to do", func(l *ReviewLine) string { return l.Why }),
	},
	Default: []string{"outcome", "row", "id", "column", "record", "sheet", "why"},
}

// ReviewPlan gathers what a sheet changes, row by row.
type ReviewPlan struct {
	Words Vocabulary
	// PreferSheet takes the sheet's side where both changed a cell.
	PreferSheet bool
	Lines       []ReviewLine
	// Rows counts the rows read, Same those that agree with what went out.
	Rows, Same int

	quotes map[quotes.QuoteID]*quoteEdits
	order  []quotes.QuoteID
}

// quoteEdits is what the rows of one quote change.
type quoteEdits struct {
	row   int // of the first
	now   *quotes.Quote
	edits map[string]edit
}

// edit is a changed cell.
type edit struct {
	row              int
	base, now, sheet string
	settled          bool // a conflict, or otherwise not to be done
}

// valueOf is the value of a quote's column.
func valueOf(column string, q *quotes.Quote) string {
	i := slices.IndexFunc(Quotes.Columns, func(c Column[quote]) bool { return c.Name == column })
	return Quotes.Columns[i].Value(q)
}

// Agrees reports whether a row says what the record does, in every column; then
// there is nothing to be done about it.
func Agrees(h *Heading, row SheetRow, q *quotes.Quote) bool {
	for column := range h.cells {
		if column == "id" || column == "row_hash" {
			continue
		}
		if cell, _ := h.Cell(row, column); !sameCell(column, cell, valueOf(column, q)) {
			return false
		}
	}
	return true
}

// Problem notes that a row, or a cell of it, cannot be taken over.
func (p *ReviewPlan) Problem(row int, id quotes.QuoteID, column, sheet string, err error) {
	p.Lines = append(p.Lines, ReviewLine{Outcome: OutcomeProblem, Row: row, ID: id, Column: column, Sheet: sheet, Why: err.Error()})
}

// BadRow is Problem for a row of which nothing is taken over.
func (p *ReviewPlan) BadRow(row int, id quotes.QuoteID, column, sheet string, err error) {
	p.Rows++
	p.Problem(row, id, column, sheet, err)
}

// Unchanged notes a row that agrees with the record.
func (p *ReviewPlan) Unchanged(row SheetRow, q *quotes.Quote) {
	p.Rows++
	p.Same++
	p.of(q, row.Number)
}

func (p *ReviewPlan) of(q *quotes.Quote, row int) *quoteEdits {
	if p.quotes == nil {
		p.quotes = map[quotes.QuoteID]*quoteEdits{}
	}
	r := p.quotes[q.ID]
	if r == nil {
		r = &quoteEdits{row: row}
		p.quotes[q.ID] = r
	}
	return r
}

// Row takes in a row: base is its quote when the sheet went out, nil where
// nothing tells, and now as it stands.
func (p *ReviewPlan) Row(h *Heading, row SheetRow, base, now *quotes.Quote) {
	p.Rows++
	r := p.of(now, row.Number)
	if base != nil && p.otherWords(h, row, base) {
		return
	}
	changed := false
	for _, column := range h.Columns() {
		if column == "id" || column == "row_hash" {
			continue
		}
		cell, _ := h.Cell(row, column)
		if base != nil && sameCell(column, cell, valueOf(column, base)) {
			continue
		}
		if sameCell(column, cell, valueOf(column, now)) {
			continue // the same change was made in the record
		}
		changed = true
		if !IsReviewed(column) {
			p.ignore(row, column, cell, base, now)
			continue
		}
		p.cell(r, row, column, cell, base, now)
	}
	p.needReason(r, now)
	if !changed {
		p.Same++
	}
	if len(r.edits) > 0 && r.now == nil {
		r.now = now
		p.order = append(p.order, now.ID)
	}
}

// needReason refuses to leave a claim alone without a word why.
func (p *ReviewPlan) needReason(r *quoteEdits, now *quotes.Quote) {
	e, ok := r.edits["status"]
	if word := quotes.Workflow(e.sheet); !ok || e.settled || word != quotes.WorkflowBlocked && word != quotes.WorkflowWontCheck {
		return
	}
	note := now.Note
	if n, ok := r.edits["note"]; ok {
		note = n.sheet
	}
	if strings.TrimSpace(note) != "" {
		return
	}
	for i := range p.Lines {
		if l := &p.Lines[i]; l.Row == e.row && l.Column == "status" {
			l.Outcome, l.Why = OutcomeProblem, e.sheet+" needs a reason: write it in the column note"
		}
	}
	e.settled = true
	r.edits["status"] = e
}

// otherWords refuses a row whose words are quite other ones than its quote's:
// of a sheet in which one column was sorted by itself, every cell is somebody
// else's.
func (p *ReviewPlan) otherWords(h *Heading, row SheetRow, base *quotes.Quote) bool {
	cell, ok := h.Cell(row, "text")
	if !ok || strings.TrimSpace(cell.Text) == "" || sameCell("text", cell, base.Text) || shareWords(cell.Text, base.Text) {
		return false
	}
	p.Lines = append(p.Lines, ReviewLine{
		Outcome: OutcomeProblem, Row: row.Number, ID: base.ID, Column: "text", Exported: base.Text, Record: base.Text, Sheet: cell.Text,
		Why: fmt.Sprintf("these are not the words of quote %d, so that nothing of the row is taken over; was one column sorted by itself?", base.ID),
	})
	return true
}

// shareWords reports whether two texts have half of their words in common, by the
// shorter one.
func shareWords(a, b string) bool {
	words := map[string]bool{}
	first, second := strings.Fields(strings.ToLower(a)), strings.Fields(strings.ToLower(b))
	for _, w := range first {
		words[w] = true
	}
	common := 0
	for _, w := range second {
		if words[w] {
			common++
		}
	}
	return 2*common >= min(len(first), len(second))
}

func (p *ReviewPlan) ignore(row SheetRow, column string, cell SheetCell, base, now *quotes.Quote) {
	why := column + " is not read from sheets"
	switch column {
	case "text":
		why += fmt.Sprintf("; correct the words with `onrecord edit %d --text`", now.ID)
	case "outlet", "title", "url", "published":
		why += fmt.Sprintf("; correct the article with `onrecord articles edit %d`", now.Article.ID)
	}
	line := ReviewLine{Outcome: OutcomeIgnored, Row: row.Number, ID: now.ID, Column: column, Record: valueOf(column, now), Sheet: cell.Text, Why: why}
	if base != nil {
		line.Exported = valueOf(column, base)
	}
	p.Lines = append(p.Lines, line)
}

// cell takes in a cell that is neither what went out nor what stands now.
func (p *ReviewPlan) cell(r *quoteEdits, row SheetRow, column string, cell SheetCell, base, now *quotes.Quote) {
	value, err := readCell(column, cell, p.Words)
	if err == nil {
		err = possible(column, value)
	}
	if err != nil {
		p.Problem(row.Number, now.ID, column, cell.Text, err)
		p.Lines[len(p.Lines)-1].Record = valueOf(column, now)
		return
	}
	e := edit{row: row.Number, now: valueOf(column, now), sheet: value}
	line := ReviewLine{Outcome: OutcomeChange, Row: row.Number, ID: now.ID, Column: column, Record: e.now, Sheet: value}
	conflict := ""
	if base == nil {
		conflict = "the row has no row_hash, which would tell whether the sheet or the record changed it; --prefer sheet takes the sheet's"
		e.base = e.now
	} else {
		e.base = valueOf(column, base)
		// Tags are put on and taken off one by one, and cannot be in the way.
		if e.base != e.now && column != "tags" {
			conflict = "the record changed it since the sheet went out; --prefer sheet takes the sheet's"
		}
		line.Exported = e.base
	}
	if conflict != "" && !p.PreferSheet {
		e.settled, line.Outcome, line.Why = true, OutcomeConflict, conflict
	}
	if earlier, twice := r.edits[column]; twice {
		if earlier.sheet != value {
			p.disagree(earlier, line)
			earlier.settled = true
			r.edits[column] = earlier
		}
		return // the same twice is once
	}
	if r.edits == nil {
		r.edits = map[string]edit{}
	}
	r.edits[column] = e
	p.Lines = append(p.Lines, line)
}

// disagree turns the change of an earlier row into a conflict with this one.
func (p *ReviewPlan) disagree(earlier edit, line ReviewLine) {
	line.Outcome, line.Why = OutcomeConflict, fmt.Sprintf("%s is about the same quote and says %q", rowName(earlier.row), earlier.sheet)
	for i := range p.Lines {
		l := &p.Lines[i]
		if l.Row == earlier.row && l.ID == line.ID && l.Column == line.Column && l.Outcome == OutcomeChange {
			l.Outcome, l.Why = OutcomeConflict, fmt.Sprintf("%s is about the same quote and says %q", rowName(line.Row), line.Sheet)
		}
	}
	p.Lines = append(p.Lines, line)
}

// possible is CodeInvalid for a change that no sheet can make.
func possible(column, value string) error {
	switch {
	case column == "verdict" && value == "":
		return quotes.Errorf(quotes.CodeInvalid, "a verdict is not erased").Do("give another, or take it back with `onrecord undo`")
	case column == "status" && value == string(quotes.StatusUnchecked):
		return quotes.Errorf(quotes.CodeInvalid, "a claim once made does not go back to unchecked").Do("take it back with `onrecord undo`, or set it to wont-check")
	case column == "state" && value == "":
		return quotes.Errorf(quotes.CodeInvalid, "a quote has a state").Do("one of %s", strings.Join(quotes.Strings(quotes.States), ", "))
	case column == "tags":
		for _, tag := range tagSet(value) {
			if strings.Trim(tag, "0123456789-") == "" {
				return quotes.Errorf(quotes.CodeInvalid, "%q cannot be a tag", tag).Do("a tag holds a letter")
			}
		}
	}
	return nil
}

// Refuse turns the changes of a quote into problems: the record said no.
func (p *ReviewPlan) Refuse(id quotes.QuoteID, err error) {
	first := true
	for i := range p.Lines {
		l := &p.Lines[i]
		if l.ID != id || l.Outcome != OutcomeChange {
			continue
		}
		l.Outcome, l.Why = OutcomeProblem, err.Error()
		if !first {
			l.Why = "not done, as the row could not be"
		}
		first = false
	}
}

// Reviews are the changes to make.
func (p *ReviewPlan) Reviews() []quotes.Review {
	var out []quotes.Review
	for _, id := range p.order {
		r := p.quotes[id]
		if review, changes := r.review(id); changes {
			out = append(out, review)
		}
	}
	return out
}

// value is the changed value of a column, nil where it is to stay.
func (r *quoteEdits) value(column string) *string {
	e, ok := r.edits[column]
	if !ok || e.settled {
		return nil
	}
	return &e.sheet
}

func (r *quoteEdits) review(id quotes.QuoteID) (out quotes.Review, changes bool) {
	out = quotes.Review{Quote: id, Seen: r.now.Hash()}
	u := &out.Update
	u.Speaker, u.Note, u.SaidOn = r.value("speaker"), r.value("note"), r.value("said_on")
	if v := r.value("fidelity"); v != nil {
		f := quotes.Fidelity(*v)
		u.Fidelity = &f
	}
	if v := r.value("state"); v != nil {
		s := quotes.State(*v)
		u.State = &s
	}
	if v := r.value("tags"); v != nil {
		base, sheet := tagSet(r.edits["tags"].base), tagSet(*v)
		out.AddTags, out.RemoveTags = without(sheet, base), without(base, sheet)
	}
	// The note of the row gives the grounds: of a verdict if it came with it, of
	// a claim blocked or left alone in any case.
	grounds := ""
	if u.Note != nil {
		grounds = *u.Note
	}
	if v := r.value("verdict"); v != nil {
		out.Marks = append(out.Marks, quotes.Mark{Axis: quotes.AxisVerdict, Verdict: quotes.Verdict(*v), Note: grounds})
	}
	if v := r.value("status"); v != nil {
		m := quotes.Mark{Axis: quotes.AxisWorkflow, Workflow: quotes.Workflow(*v)}
		if m.Workflow == quotes.WorkflowBlocked || m.Workflow == quotes.WorkflowWontCheck {
			if m.Note = grounds; u.Note == nil {
				m.Note = r.now.Note
			}
		}
		out.Marks = append(out.Marks, m)
	}
	changes = u.Speaker != nil || u.Note != nil || u.SaidOn != nil || u.Fidelity != nil || u.State != nil ||
		len(out.AddTags)+len(out.RemoveTags)+len(out.Marks) > 0
	return out, changes
}

func without(tags, drop []string) []string {
	return slices.DeleteFunc(slices.Clone(tags), func(t string) bool { return slices.Contains(drop, t) })
}

// RowID reads the id of a row, which spreadsheets and programs write as 12,
// 12.0 or #12; 0 and no error for none.
func RowID(c SheetCell) (quotes.QuoteID, error) {
	s := strings.TrimPrefix(fold(Uncell(c.Text)), "#")
	if s == "" {
		return 0, nil
	}
	n, err := strconv.ParseFloat(strings.ReplaceAll(s, ",", ""), 64)
	if err != nil || n != float64(int64(n)) || n < 1 || n > 1<<53 {
		return 0, quotes.Errorf(quotes.CodeInvalid, "%q is no id", c.Text).Do("ids are whole numbers, as the sheet had them when it went out")
	}
	return quotes.QuoteID(n), nil
}
