package sqlite

import (
	"context"
	"crypto/sha256"
	"database/sql"
	"encoding/binary"
	"encoding/hex"
	"encoding/json"
	"hash"
	"strings"

	"onrecord/quotes"
)

// change is a row of changes as the file holds it.
type change struct {
	quotes.Change
	undoes         quotes.OpID
	before, after  []byte // nil for null
	previous, hash []byte
}

// sum is the hash of a change: SHA-256 over the hash before it and every
// field in the order of the columns, numbers as eight bytes, big end first,
// texts behind their length as such a number, null as the length -1.
func (c *change) sum() []byte {
	h := sha256.New()
	h.Write(c.previous)
	number(h, c.Seq)
	number(h, int64(c.Op))
	for _, s := range []string{c.At, c.Who, c.Command, c.Note} {
		field(h, []byte(s), false)
	}
	number(h, int64(c.undoes))
	field(h, []byte(c.Entity), false)
	number(h, c.EntityID)
	field(h, c.before, c.before == nil)
	field(h, c.after, c.after == nil)
	return h.Sum(nil)
}

func number(h hash.Hash, n int64) {
	var b [8]byte
	binary.BigEndian.PutUint64(b[:], uint64(n))
	h.Write(b[:])
}

func field(h hash.Hash, data []byte, null bool) {
	if null {
		number(h, -1)
		return
	}
	number(h, int64(len(data)))
	h.Write(data)
}

// record adds a change to the chain. before is nil for a row made by it, after
// for one withdrawn by it.
func (w *write) record(e quotes.Entity, id int64, before, after []byte) error {
	if w.id == 0 {
		if err := w.scan("SELECT coalesce(max(op), 0) + 1 FROM changes", nil, &w.id); err != nil {
			return err
		}
	}
	w.seq++
	c := change{
		Change: quotes.Change{
			Seq: w.seq, Op: w.id, At: w.at, Who: w.op.Who, Command: w.op.Command, Note: w.op.Note,
			Entity: e, EntityID: id,
		},
		undoes: w.undoes, before: before, after: after, previous: w.head,
	}
	w.head = c.sum()
	var undoes any
	if w.undoes != 0 {
		undoes = int64(w.undoes)
	}
	return w.exec(`INSERT INTO changes
		(seq, op, at, who, command, note, undoes, entity, entity_id, before, after, prev_hash, hash)
		VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
		c.Seq, int64(c.Op), c.At, c.Who, c.Command, c.Note, undoes, string(e), id,
		nullable(before), nullable(after), c.previous, w.head)
}

func nullable(data []byte) any {
	if data == nil {
		return nil
	}
	return string(data)
}

const changeColumns = `seq, op, at, who, command, note, coalesce(undoes, 0), entity, entity_id, before, after, prev_hash, hash`

func scanChange(rows *sql.Rows) (*change, error) {
	c := &change{}
	var before, after sql.NullString
	err := rows.Scan(&c.Seq, &c.Op, &c.At, &c.Who, &c.Command, &c.Note, &c.undoes, &c.Entity, &c.EntityID,
		&before, &after, &c.previous, &c.hash)
	if before.Valid {
		c.before = []byte(before.String)
	}
	if after.Valid {
		c.after = []byte(after.String)
	}
	return c, err
}

// public gives the change the form of the domain.
func (c *change) public() quotes.Change {
	out := c.Change
	out.Undoes = c.undoes
	out.Before, out.After = raw(c.before), raw(c.after)
	out.PrevHash, out.Hash = hex.EncodeToString(c.previous), hex.EncodeToString(c.hash)
	return out
}

func raw(data []byte) json.RawMessage {
	if data == nil {
		return json.RawMessage("null")
	}
	return data
}

// Changes lists changes, newest first.
func (s *Store) Changes(ctx context.Context, f quotes.ChangeFilter) ([]quotes.Change, error) {
	where, args := changeConditions(f)
	query := "SELECT " + changeColumns + " FROM changes WHERE " + where + " ORDER BY seq DESC"
	if f.Limit > 0 {
		query += " LIMIT " + itoa(f.Limit)
	}
	rows, err := s.db.QueryContext(ctx, query, args...)
	if err != nil {
		return nil, s.fault(err)
	}
	changes, err := scanChanges(rows)
	if err != nil {
		return nil, s.fault(err)
	}
	force, err := readForce(ctx, s.db)
	if err != nil {
		return nil, s.fault(err)
	}
	out := make([]quotes.Change, len(changes))
	for i, c := range changes {
		out[i] = c.public()
		out[i].UndoneBy = force.by[c.Op].op
	}
	return out, nil
}

func scanChanges(rows *sql.Rows) ([]*change, error) {
	defer func() { _ = rows.Close() }()
	var out []*change
	for rows.Next() {
		c, err := scanChange(rows)
		if err != nil {
			return nil, err
		}
		out = append(out, c)
	}
	return out, rows.Err()
}

func changeConditions(f quotes.ChangeFilter) (string, []any) {
	where, args := []string{"1"}, []any(nil)
	add := func(condition string, values ...any) {
		where, args = append(where, condition), append(args, values...)
	}
	if f.Op != 0 {
		add("op = ?", int64(f.Op))
	}
	if f.Who != "" {
		add("who = ?", f.Who)
	}
	if f.Entity != "" {
		add("entity = ?", string(f.Entity))
	}
	if f.Command != "" {
		// "!" is the sign behind the blank.
		add("(command = ? OR command >= ? AND command < ?)", f.Command, f.Command+" ", f.Command+"!")
	}
	if f.Since != "" {
		add("at >= ?", f.Since)
	}
	if f.Until != "" {
		// "~" sorts behind every sign of a time, so that a bare day is whole.
		add("at <= ?", f.Until+"~")
	}
	if condition, id := changesAbout(f); id != 0 {
		add("seq IN (" + strings.ReplaceAll(condition, ":id", itoa(id)) + ")")
	}
	return strings.Join(where, " AND "), args
}

// changesAbout finds the changes of one thing and of what hangs on it; :id
// stands for its id.
func changesAbout(f quotes.ChangeFilter) (condition string, id int64) {
	of := func(e quotes.Entity, ids string) string {
		return "SELECT seq FROM changes WHERE entity = '" + string(e) + "' AND entity_id IN (" + ids + ")"
	}
	union := func(parts ...string) string { return strings.Join(parts, " UNION ") }
	claims := func(ids string) string {
		among := " WHERE claim IN (" + ids + ")"
		return union(of(quotes.EntityClaim, ids),
			of(quotes.EntityAssessment, "SELECT id FROM assessments"+among),
			of(quotes.EntityEvidence, "SELECT id FROM evidence"+among))
	}
	switch {
	case f.Quote != 0:
		return union("SELECT created FROM quotes WHERE id = :id", of(quotes.EntityQuote, ":id"),
			of(quotes.EntityTag, "SELECT id FROM tags WHERE quote = :id"),
			of(quotes.EntityAppearance, "SELECT id FROM appearances WHERE quote = :id"),
			claims("SELECT claim FROM appearances WHERE quote = :id")), int64(f.Quote)
	case f.Claim != 0:
		return union(of(quotes.EntityAppearance, "SELECT id FROM appearances WHERE claim = :id"), claims(":id")), int64(f.Claim)
	case f.Speaker != 0:
		const both = "SELECT :id UNION SELECT id FROM speakers WHERE merged_into = :id"
		return union("SELECT created FROM speakers WHERE id IN ("+both+")", of(quotes.EntitySpeaker, both),
			of(quotes.EntityAlias, "SELECT id FROM aliases WHERE speaker IN ("+both+")")), int64(f.Speaker)
	case f.Article != 0:
		return of(quotes.EntityArticle, ":id"), int64(f.Article)
	}
	return "", 0
}

// nameColumns say what the rows of an entity are called by.
var nameColumns = map[quotes.Entity]string{
	quotes.EntityArticle: "title", quotes.EntityQuote: "text", quotes.EntitySpeaker: "name", quotes.EntityAlias: "alias",
	quotes.EntityTag: "tag", quotes.EntityClaim: "text", quotes.EntityAssessment: "verdict", quotes.EntityEvidence: "url",
	quotes.EntitySetting: "key",
}

// Names is what things are called by.
func (s *Store) Names(ctx context.Context, things []quotes.Thing) (map[quotes.Thing]string, error) {
	byEntity := map[quotes.Entity][]int64{}
	for _, t := range things {
		byEntity[t.Entity] = append(byEntity[t.Entity], t.ID)
	}
	out := map[quotes.Thing]string{}
	err := s.read(ctx, func(r *reader) error {
		for e, ids := range byEntity {
			if nameColumns[e] == "" {
				continue
			}
			query := "SELECT id, " + nameColumns[e] + " FROM " + tableOf(e).name + " WHERE id IN (SELECT value FROM json_each(?))"
			err := r.each(query, []any{list(ids)}, func(rows *sql.Rows) error {
				var id int64
				var name string
				err := rows.Scan(&id, &name)
				out[quotes.Thing{Entity: e, ID: id}] = name
				return err
			})
			if err != nil {
				return err
			}
		}
		return nil
	})
	return out, err
}
