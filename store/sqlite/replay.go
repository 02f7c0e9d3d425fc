package sqlite

import (
	"bytes"
	"crypto/sha256"
	"database/sql"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"hash"

	"onrecord/quotes"
	"onrecord/store"
)

// replayed is what the changes say of one row.
type replayed struct {
	sum     [sha256.Size]byte // of its state as last seen
	stands  bool
	created int64
	rev     int64
	seen    bool // in its table
	// atIngest is the state of a quote before its first change, if an ingest
	// made it.
	atIngest []byte
}

// ingested is what an ingest's change says of its quotes.
type ingested struct {
	Quotes   []int64 `json:"quotes"` // first and last id
	Digest   string  `json:"digest"`
	Speakers []madeRow
	Aliases  []madeRow
	seq      int64
	digest   hash.Hash // of those met so far
}

type madeRow struct {
	ID  int64           `json:"id"`
	Row json.RawMessage `json:"row"`
}

// history proves the chain, replays the changes and holds the result against
// every row.
func (c *check) history(head string) error {
	rows := map[thing]*replayed{}
	ingests := map[int64]*ingested{}
	if err := c.chain(head, rows, ingests); err != nil {
		return err
	}
	for _, t := range tables {
		if t.entity == quotes.EntityQuote {
			continue
		}
		if err := c.table(t, rows); err != nil {
			return err
		}
	}
	if err := c.quotes(rows, ingests); err != nil {
		return err
	}
	for _, at := range sortedKeys(rows) {
		if !rows[at].seen {
			c.problem("%s %d is in the changes but not in its table", at.entity, at.id)
		}
	}
	return nil
}

// chain recomputes every hash and follows every row from change to change.
func (c *check) chain(head string, rows map[thing]*replayed, ingests map[int64]*ingested) error {
	previous := &change{hash: make([]byte, sha256.Size)}
	err := c.each("SELECT "+changeColumns+" FROM changes ORDER BY seq", nil, func(r *sql.Rows) error {
		ch, err := scanChange(r)
		if err != nil {
			return err
		}
		c.link(previous, ch)
		previous = ch
		if hex.EncodeToString(ch.hash) == head {
			c.report.Known = ch.Seq
		}
		return c.replay(ch, rows, ingests)
	})
	if err != nil {
		return err
	}
	if previous.Seq > 0 {
		c.report.Head = hex.EncodeToString(previous.hash)
	}
	if head != "" && c.report.Known == 0 {
		c.problem("no change has the hash %s: the history was rewritten or cut off since", head)
	}
	return nil
}

// link proves that a change is whole and follows from the one before it.
func (c *check) link(previous, ch *change) {
	if ch.Seq != previous.Seq+1 {
		c.broken(ch, "change %d is missing: %d follows %d", previous.Seq+1, ch.Seq, previous.Seq)
	}
	if !bytes.Equal(ch.previous, previous.hash) {
		c.broken(ch, "change %d does not follow from the one before it: one of the two was altered", ch.Seq)
	}
	if !bytes.Equal(ch.sum(), ch.hash) {
		c.broken(ch, "change %d was altered: its hash differs", ch.Seq)
	}
}

// broken reports a link that does not hold, with all that the record says of
// the change.
func (c *check) broken(ch *change, format string, args ...any) {
	what := fmt.Sprintf(format, args...)
	if c.report.Broken == nil {
		c.report.Broken = &store.Broken{
			Seq: ch.Seq, Op: ch.Op, At: ch.At, Who: ch.Who, Command: ch.Command,
			Entity: ch.Entity, EntityID: ch.EntityID, What: what,
		}
	}
	c.problem("%s (op %d, %s by %s at %s, %s)", what, ch.Op, ch.Command, ch.Who, ch.At, nameOf(ch.Entity, ch.EntityID))
}

// replay applies one change.
func (c *check) replay(ch *change, rows map[thing]*replayed, ingests map[int64]*ingested) error {
	t := tableOf(ch.Entity)
	if t == nil {
		c.problem("change %d is about a %q, which there is not", ch.Seq, ch.Entity)
		return nil
	}
	at := thing{ch.Entity, ch.EntityID}
	before, readable := normal(t, ch.before)
	after, also := normal(t, ch.after)
	if !readable || !also {
		c.problem("change %d holds no readable state", ch.Seq)
		return nil
	}
	row := rows[at]
	switch {
	case row == nil && before != nil && ch.Entity == quotes.EntityQuote:
		row = &replayed{sum: sha256.Sum256(before), stands: true, atIngest: before, rev: 1}
		rows[at] = row
	case row == nil && before == nil:
		row = &replayed{created: ch.Seq}
		rows[at] = row
	case row == nil:
		c.problem("change %d alters %s %d, which nothing made", ch.Seq, ch.Entity, ch.EntityID)
		row = &replayed{}
		rows[at] = row
	}
	if row.rev > 0 && (row.stands != (before != nil) || before != nil && sha256.Sum256(before) != row.sum) {
		c.problem("change %d starts from a %s %d that the changes before it do not lead to", ch.Seq, ch.Entity, ch.EntityID)
	}
	row.rev++
	row.stands = after != nil
	if after != nil {
		row.sum = sha256.Sum256(after)
	} else if before != nil {
		row.sum = sha256.Sum256(before)
	}
	if ch.Entity == quotes.EntityArticle && ch.before == nil {
		c.replayIngest(ch, rows, ingests)
	}
	return nil
}

// replayIngest takes in what an article's first change says of its quotes and
// of the speakers made along.
func (c *check) replayIngest(ch *change, rows map[thing]*replayed, ingests map[int64]*ingested) {
	var with struct{ Made *ingested }
	if json.Unmarshal(ch.after, &with) != nil {
		c.problem("change %d holds no readable state", ch.Seq)
	}
	if with.Made == nil {
		return
	}
	with.Made.seq, with.Made.digest = ch.Seq, sha256.New()
	ingests[ch.EntityID] = with.Made
	for entity, made := range map[quotes.Entity][]madeRow{
		quotes.EntitySpeaker: with.Made.Speakers, quotes.EntityAlias: with.Made.Aliases,
	} {
		for _, m := range made {
			rows[thing{entity, m.ID}] = &replayed{sum: sha256.Sum256(m.Row), stands: true, created: ch.Seq, rev: 1}
		}
	}
}

// normal is a state without what is not of its row; nil stays nil.
func normal(t *table, data []byte) (state []byte, readable bool) {
	if data == nil {
		return nil, true
	}
	s, err := t.decode(data)
	if err != nil {
		return nil, false
	}
	return t.encode(nil, s), true
}

// tableRow is a row of any table.
type tableRow struct {
	id, rev, created int64
	withdrawn        bool
	state            state
}

func (c *check) eachRow(t *table, order string, with func(*tableRow) error) error {
	row := &tableRow{state: make(state, len(t.columns))}
	into := []any{&row.id, &row.rev, &row.created, &row.withdrawn}
	query := "SELECT id, rev, created, withdrawn"
	for i, column := range t.columns {
		into = append(into, &row.state[i])
		query += ", " + column
	}
	return c.each(query+" FROM "+t.name+" ORDER BY "+order, nil, func(r *sql.Rows) error {
		if err := r.Scan(into...); err != nil {
			return err
		}
		return with(row)
	})
}

// table holds the rows of a table against the replay.
func (c *check) table(t *table, rows map[thing]*replayed) error {
	return c.eachRow(t, "id", func(row *tableRow) error {
		c.compare(t, row, rows[thing{t.entity, row.id}], t.encode(nil, row.state))
		return nil
	})
}

// compare holds one row against what the changes say of it.
func (c *check) compare(t *table, row *tableRow, want *replayed, encoded []byte) {
	if want == nil {
		c.problem("%s %d is in no change", t.entity, row.id)
		return
	}
	want.seen = true
	switch {
	case sha256.Sum256(encoded) != want.sum:
		c.problem("%s %d differs from what the changes lead to", t.entity, row.id)
	case row.withdrawn == want.stands:
		c.problem("%s %d is withdrawn, or not, unlike what the changes say", t.entity, row.id)
	case row.rev != want.rev:
		c.problem("%s %d has rev %d but the changes make it %d", t.entity, row.id, row.rev, want.rev)
	case want.created != 0 && row.created != want.created:
		c.problem("%s %d says that change %d made it, but it was %d", t.entity, row.id, row.created, want.created)
	}
}

// quotes holds the quotes against the replay, and those that an ingest made
// against the digest it left.
func (c *check) quotes(rows map[thing]*replayed, ingests map[int64]*ingested) error {
	t := tableOf(quotes.EntityQuote)
	var encoded []byte
	err := c.eachRow(t, "id", func(row *tableRow) error {
		encoded = t.encode(encoded[:0], row.state)
		article, _ := row.state[0].(int64)
		atIngest := encoded
		want := rows[thing{t.entity, row.id}]
		if want != nil {
			c.compare(t, row, want, encoded)
			if atIngest = want.atIngest; atIngest == nil {
				return nil // made by a change of its own
			}
			article = t.integer(must(t.decode(atIngest)), "article")
		} else if row.withdrawn || row.rev != 1 {
			c.problem("quote %d was changed, but no change says so", row.id)
		}
		in := ingests[article]
		if in == nil || len(in.Quotes) != 2 || row.id < in.Quotes[0] || row.id > in.Quotes[1] || row.created != in.seq {
			c.problem("quote %d is in no change", row.id)
			return nil
		}
		number(in.digest, row.id)
		field(in.digest, atIngest, false)
		return nil
	})
	if err != nil {
		return err
	}
	for _, at := range sortedKeys(rows) {
		in := ingests[at.id]
		if at.entity != quotes.EntityArticle || in == nil {
			continue
		}
		if hex.EncodeToString(in.digest.Sum(nil)) != in.Digest {
			c.problem("the quotes of article %d are not those that its ingest stored", at.id)
		}
	}
	return nil
}

// must is for states that were decoded once before.
func must(s state, err error) state {
	if err != nil {
		panic(err)
	}
	return s
}
