package sqlite

import (
	"fmt"
	"slices"
	"strings"

	"onrecord/quotes"
)

// needRev refuses a correction of a thing that has changed since the editor
// saw it at this revision: CodeConflict tells what changed since, and by whom.
// 0 is whichever revision is current.
func (w *write) needRev(e quotes.Entity, id int64, rev int) error {
	if rev == 0 {
		return nil
	}
	var current int
	if err := w.scan("SELECT rev FROM "+tableOf(e).name+" WHERE id = ?", []any{id}, &current); err != nil {
		return err
	}
	if current == rev {
		return nil
	}
	stale := quotes.Errorf(quotes.CodeConflict, "%s is at revision %d, not %d", nameOf(e, id), current, rev)
	if rev > current {
		return stale.Do("look at it again: that revision never was")
	}
	since, err := w.changedSince(e, id, current-rev)
	if err != nil {
		return err
	}
	stale.Message += ": " + since
	return stale.Do("look at what changed, then give --rev %d", current)
}

// correctEach gives things the same values, and reports how many that changed. A
// thing that is not at the revision is refused as needRev does.
func correctEach[ID ~int64](w *write, e quotes.Entity, ids []ID, rev int, values map[string]any) (changed int, err error) {
	for _, id := range ids {
		if err := w.needRev(e, int64(id), rev); err != nil {
			return 0, err
		}
		did, err := w.update(e, int64(id), values)
		if err != nil {
			return 0, err
		}
		if did {
			changed++
		}
	}
	return changed, nil
}

// changedSince tells of the last n changes of a thing, oldest first.
func (w *write) changedSince(e quotes.Entity, id int64, n int) (string, error) {
	rows, err := w.QueryContext(w.ctx, "SELECT "+changeColumns+" FROM changes WHERE entity = ? AND entity_id = ? ORDER BY seq DESC LIMIT ?", string(e), id, n)
	if err != nil {
		return "", err
	}
	changes, err := scanChanges(rows)
	if err != nil {
		return "", err
	}
	var told []string
	for _, c := range slices.Backward(changes) {
		fields, err := w.differingFields(tableOf(e), c)
		if err != nil {
			return "", err
		}
		told = append(told, fmt.Sprintf("%s changed %s (%s, op %d, %s)", c.Who, fields, c.Command, c.Op, c.At))
	}
	return strings.Join(told, "; "), nil
}

// accompanying are the columns that a correction of another one sets as well.
var accompanying = map[string]bool{
	"method": true, "confidence": true, "mention_confidence": true, "runner_up": true, "runner_up_confidence": true,
	"reason": true, "confirmed_by": true,
}

// differingFields names the fields that a change altered, with what they were
// and are.
func (w *write) differingFields(t *table, c *change) (string, error) {
	if c.before == nil || c.after == nil {
		return "whether it is there", nil
	}
	before, err := t.decode(c.before)
	if err != nil {
		return "", err
	}
	after, err := t.decode(c.after)
	if err != nil {
		return "", err
	}
	var set, along []string
	for i, column := range t.columns {
		if before[i] == after[i] {
			continue
		}
		was, err := w.shown(column, before[i])
		if err != nil {
			return "", err
		}
		is, err := w.shown(column, after[i])
		if err != nil {
			return "", err
		}
		field := fmt.Sprintf("%s from %s to %s", strings.ReplaceAll(column, "_", " "), was, is)
		if accompanying[column] {
			along = append(along, field)
		} else {
			set = append(set, field)
		}
	}
	if len(set) == 0 {
		set = along
	}
	return strings.Join(set, " and "), nil
}

// shownLength is how many code points of a value an error shows.
const shownLength = 60

// shown is a column's value as an error quotes it.
func (w *write) shown(column string, value any) (string, error) {
	id, isID := value.(int64)
	if isID && (column == "speaker" || column == "merged_into") {
		if err := w.scan("SELECT name FROM speakers WHERE id = ?", []any{id}, &value); err != nil {
			return "", err
		}
	}
	switch v := value.(type) {
	case int64:
		return itoa(v), nil
	case string:
		runes := []rune(v)
		if len(runes) > shownLength {
			v = string(runes[:shownLength]) + "…"
		}
		return "“" + v + "”", nil
	}
	return "nothing", nil
}
