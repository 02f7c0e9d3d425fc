// Package history tells what was done to a record as a person would: "marked
// c2 half-true (was: unchecked): only the eastern half".
package history

import (
	"cmp"
	"encoding/json"
	"fmt"
	"slices"
	"strings"

	"onrecord/quotes"
)

// Event is what one command did to one thing: a quote with its tags, a claim
// with its verdicts and evidence, a speaker with all names, an article.
type Event struct {
	Op      quotes.OpID
	At      string // RFC 3339 in UTC
	Who     string
	Command string
	// Text goes on from Who: "accepted quote 3".
	Text string
	// Undone tells by whom, when and by which op it was taken back; "" while
	// it is in force.
	Undone string
}

// When is the event's time to the minute, as people write it.
func (e *Event) When() string {
	if len(e.At) < len("2006-01-02T15:04") {
		return e.At
	}
	return e.At[:len("2006-01-02")] + " " + e.At[len("2006-01-02T"):len("2006-01-02T15:04")]
}

// String is the whole sentence without the time.
func (e *Event) String() string {
	if e.Undone != "" {
		return e.Who + " " + e.Text + " [" + e.Undone + "]"
	}
	return e.Who + " " + e.Text
}

// Tell makes events of changes, newest first, whichever way they come. names
// has those of Things; what it lacks is told by number.
func Tell(changes []quotes.Change, names map[quotes.Thing]string) []Event {
	t := &teller{names: names, ops: map[quotes.OpID]*quotes.Change{}}
	groups := t.groups(changes)
	var events []Event
	for _, g := range slices.Backward(groups) {
		text := t.sentence(g)
		if text == "" {
			continue
		}
		c := g.changes[0]
		if c.Note != "" && !strings.Contains(text, c.Note) {
			text += ": " + c.Note
		}
		events = append(events, Event{Op: c.Op, At: c.At, Who: c.Who, Command: c.Command, Text: text, Undone: t.undone(c.UndoneBy)})
	}
	return events
}

// Diff is what changes did, field by field: a line for each thing, in the
// order in which they were made.
func Diff(changes []quotes.Change, names map[quotes.Thing]string) []string {
	t := &teller{names: names, ops: map[quotes.OpID]*quotes.Change{}}
	var lines []string
	for _, g := range t.groups(changes) {
		if line := t.difference(g); line != "" {
			lines = append(lines, line)
		}
	}
	return lines
}

// Things are the rows whose names Tell and Diff want for these changes.
func Things(changes []quotes.Change) []quotes.Thing {
	seen := map[quotes.Thing]bool{}
	var things []quotes.Thing
	want := func(e quotes.Entity, id int64) {
		at := quotes.Thing{Entity: e, ID: id}
		if id != 0 && !seen[at] {
			seen[at] = true
			things = append(things, at)
		}
	}
	for i := range changes {
		for _, fields := range []row{rowOf(changes[i].Before), rowOf(changes[i].After)} {
			switch changes[i].Entity {
			case quotes.EntityQuote, quotes.EntityAlias:
				want(quotes.EntitySpeaker, fields.id("speaker"))
			case quotes.EntitySpeaker:
				want(quotes.EntitySpeaker, fields.id("merged_into"))
			case quotes.EntityAssessment:
				want(quotes.EntityAssessment, fields.id("supersedes"))
			}
		}
	}
	return things
}

// teller knows the names, and of each op told one change.
type teller struct {
	names map[quotes.Thing]string
	ops   map[quotes.OpID]*quotes.Change
}

// change is a change with its states read.
type change struct {
	*quotes.Change
	before, after row // nil: made, withdrawn
}

// state is the one that stands, else the last one.
func (c *change) state() row {
	if c.after != nil {
		return c.after
	}
	return c.before
}

// group is the changes of one op to one thing, in order.
type group struct {
	subject quotes.Thing
	changes []change
}

// groups sorts changes by op and thing, oldest first, and leaves out what
// comes along with the rest of its op.
func (t *teller) groups(changes []quotes.Change) []*group {
	sorted := make([]*quotes.Change, len(changes))
	for i := range changes {
		sorted[i] = &changes[i]
	}
	slices.SortFunc(sorted, func(a, b *quotes.Change) int { return cmp.Compare(a.Seq, b.Seq) })
	type key struct {
		op      quotes.OpID
		subject quotes.Thing
	}
	byKey := map[key]*group{}
	inOp := map[quotes.OpID][]*group{}
	var all []*group
	for _, c := range sorted {
		t.ops[c.Op] = c
		read := change{c, rowOf(c.Before), rowOf(c.After)}
		at := key{c.Op, read.subject()}
		g := byKey[at]
		if g == nil {
			g = &group{subject: at.subject}
			byKey[at] = g
			all = append(all, g)
			inOp[c.Op] = append(inOp[c.Op], g)
		}
		g.changes = append(g.changes, read)
	}
	return slices.DeleteFunc(all, func(g *group) bool { return g.comesAlong(inOp[g.changes[0].Op]) })
}

// subject is the thing that an editor thinks of when a row changes.
func (c *change) subject() quotes.Thing {
	owner, column := c.Entity, ""
	switch c.Entity {
	case quotes.EntityTag:
		owner, column = quotes.EntityQuote, "quote"
	case quotes.EntityAlias:
		owner, column = quotes.EntitySpeaker, "speaker"
	case quotes.EntityAppearance, quotes.EntityAssessment, quotes.EntityEvidence:
		owner, column = quotes.EntityClaim, "claim"
	}
	if column == "" {
		return quotes.Thing{Entity: c.Entity, ID: c.EntityID}
	}
	return quotes.Thing{Entity: owner, ID: c.state().id(column)}
}

// comesAlong reports whether a group goes without saying: a speaker made for
// the quote that names it, the source of a quote added by hand, the links of
// the names of merged speakers.
func (g *group) comesAlong(op []*group) bool {
	if len(op) < 2 {
		return false
	}
	switch g.subject.Entity {
	case quotes.EntitySpeaker:
		return !slices.ContainsFunc(g.changes, func(c change) bool {
			return c.Entity == quotes.EntitySpeaker && c.before != nil || c.Entity == quotes.EntityAlias && c.after == nil
		})
	case quotes.EntityArticle:
		c := g.changes[0]
		return c.before == nil && c.after["made"] == nil && c.after.text("sha256") == "" || c.after == nil && c.before.text("sha256") == ""
	}
	return false
}

// row is a state as JSON has it.
type row map[string]json.RawMessage

func rowOf(raw json.RawMessage) row {
	var r row
	if json.Unmarshal(raw, &r) != nil {
		return nil // null, or nothing that has fields
	}
	return r
}

// id is a number, 0 for null.
func (r row) id(name string) int64 {
	var n int64
	if json.Unmarshal(r[name], &n) != nil {
		return 0
	}
	return n
}

// text is a string, "" for null; a number as it is written.
func (r row) text(name string) string {
	var s string
	if raw := r[name]; json.Unmarshal(raw, &s) != nil && string(raw) != "null" {
		return string(raw)
	}
	return s
}

// undone tells of the op that took another back, as far as it is known.
func (t *teller) undone(by quotes.OpID) string {
	if by == 0 {
		return ""
	}
	c := t.ops[by]
	if c == nil {
		return fmt.Sprintf("undone by op %d", by)
	}
	e := Event{At: c.At}
	return fmt.Sprintf("undone %s by %s, op %d", e.When(), c.Who, by)
}
