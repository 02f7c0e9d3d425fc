package sqlite

import (
	"database/sql"
	"fmt"
	"maps"
	"slices"
	"strings"

	"onrecord/quotes"
)

// refuse is CodeConflict where later ops, which still count, touched the same
// things or something that hangs on what would go.
func (u *undo) refuse() error {
	ops := map[quotes.OpID]string{}
	err := u.eachLater(func(c *change) error {
		if ops[c.Op] != "" || u.force.netsOut(c, u.target) {
			return nil
		}
		if st := u.byThing[thing{c.Entity, c.EntityID}]; st != nil && c.Seq < st.seq {
			return nil // the op, which took its time, came later to it
		}
		subject, err := subjectOf(c)
		ops[c.Op] = fmt.Sprintf("op %d (%s by %s: %s)", c.Op, c.Command, c.Who, subject)
		return err
	})
	if err != nil {
		return err
	}
	if len(ops) == 0 {
		return u.unchanged()
	}
	var them []string
	for _, op := range slices.Sorted(maps.Keys(ops)) {
		if len(them) == opsNamed {
			them = append(them, fmt.Sprintf("and %d more", len(ops)-opsNamed))
			break
		}
		them = append(them, ops[op])
	}
	return quotes.Errorf(quotes.CodeConflict, "op %d (%s) cannot be %s: later work touched the same: %s",
		u.named, u.command, u.verb, strings.Join(them, ", ")).Do("undo that first, newest first, with `onrecord undo --op`")
}

// opsNamed is how many later ops a refusal names.
const opsNamed = 20

// eachLater calls with the changes that other ops made, since the target began,
// of the things it touched and of those that hang on what would go.
func (u *undo) eachLater(with func(c *change) error) error {
	concerned, err := u.hanging()
	if err != nil {
		return err
	}
	for _, st := range u.steps {
		concerned[st.entity] = append(concerned[st.entity], st.id)
	}
	for _, t := range tables {
		if len(concerned[t.entity]) == 0 {
			continue
		}
		err := u.w.reader().each("SELECT "+changeColumns+` FROM changes
			WHERE entity = ? AND entity_id IN (SELECT value FROM json_each(?)) AND seq > ? AND op <> ? ORDER BY seq`,
			[]any{string(t.entity), list(concerned[t.entity]), u.first, int64(u.target)}, func(rows *sql.Rows) error {
				c, err := scanChange(rows)
				if err != nil {
					return err
				}
				return with(c)
			})
		if err != nil {
			return err
		}
	}
	return nil
}

// hanging finds what stands on the things that would be withdrawn, and on that
// in turn, without what the op touched itself.
func (u *undo) hanging() (map[quotes.Entity][]int64, error) {
	found, level := map[quotes.Entity][]int64{}, map[quotes.Entity][]int64{}
	seen := map[thing]bool{}
	for _, st := range u.steps {
		seen[st.thing] = true
		if st.to == nil {
			level[st.entity] = append(level[st.entity], st.id)
		}
	}
	for len(level) > 0 {
		next := map[quotes.Entity][]int64{}
		for _, t := range tables {
			for _, p := range t.parents {
				if len(level[p.entity]) == 0 {
					continue
				}
				ids, err := u.w.integers("SELECT id FROM "+t.name+" WHERE withdrawn = 0 AND "+p.column+
					" IN (SELECT value FROM json_each(?))", list(level[p.entity]))
				if err != nil {
					return nil, err
				}
				for _, id := range ids {
					if at := (thing{t.entity, id}); !seen[at] {
						seen[at] = true
						next[t.entity] = append(next[t.entity], id)
						found[t.entity] = append(found[t.entity], id)
					}
				}
			}
		}
		level = next
	}
	return found, nil
}

// subjectOf is what an editor knows a changed row by: the quote, claim,
// speaker or article that it belongs to.
func subjectOf(c *change) (string, error) {
	state := c.after
	if state == nil {
		state = c.before
	}
	t := tableOf(c.Entity)
	if t == nil || len(t.parents) == 0 {
		return nameOf(c.Entity, c.EntityID), nil
	}
	switch owner := t.parents[0]; c.Entity {
	case quotes.EntityTag, quotes.EntityAlias, quotes.EntityAppearance, quotes.EntityAssessment, quotes.EntityEvidence:
		s, err := t.decode(state)
		if err != nil {
			return "", err
		}
		return nameOf(owner.entity, t.integer(s, owner.column)), nil
	}
	return nameOf(c.Entity, c.EntityID), nil
}

// nameOf is a thing as commands take it: c3 is a claim.
func nameOf(e quotes.Entity, id int64) string {
	if e == quotes.EntityClaim {
		return "c" + itoa(id)
	}
	return string(e) + " " + itoa(id)
}

// unchanged makes sure of what the changes say: every row is as the op left
// it, and what a row to be brought back stands on is there.
func (u *undo) unchanged() error {
	for _, st := range u.steps {
		t := tableOf(st.entity)
		row, stands, err := u.w.load(t, st.id)
		if err != nil {
			return err
		}
		same := stands == (st.from != nil)
		if same && stands {
			from, err := t.decode(st.from)
			if err != nil {
				return err
			}
			same = slices.Equal(row, from)
		}
		if !same {
			return quotes.Errorf(quotes.CodeConflict, "op %d cannot be %s: %s is not as it was left", u.named, u.verb, nameOf(st.entity, st.id)).
				Do("`onrecord check` says what is wrong")
		}
		if st.to == nil {
			continue
		}
		to, err := t.decode(st.to)
		if err != nil {
			return err
		}
		if gone, err := u.missingParent(t, to); err != nil || gone != "" {
			if err != nil {
				return err
			}
			return quotes.Errorf(quotes.CodeConflict, "op %d cannot be %s: the %s it was about is gone", u.named, u.verb, gone).
				Do("bring that back first")
		}
	}
	return nil
}

// missingParent names what a row stands on and which was withdrawn since, and
// is not brought back along with it.
func (u *undo) missingParent(t *table, s state) (string, error) {
	for _, p := range t.parents {
		id := t.integer(s, p.column)
		st := u.byThing[thing{p.entity, id}]
		if id == 0 || st != nil && st.to != nil {
			continue
		}
		parent := tableOf(p.entity)
		row, stands, err := u.w.load(parent, id)
		if err != nil {
			return "", err
		}
		if !stands {
			return nameOf(p.entity, id), nil
		}
		if gone, err := u.missingParent(parent, row); err != nil || gone != "" {
			return gone, err
		}
	}
	return "", nil
}

// mergers refuses to leave a speaker merged into one who is merged as well,
// by an op which touched the other of the two.
func (u *undo) mergers() error {
	var touched []int64
	for _, st := range u.steps {
		if st.entity == quotes.EntitySpeaker {
			touched = append(touched, st.id)
		}
	}
	if len(touched) == 0 {
		return nil
	}
	var name, into string
	var op int64
	err := u.w.scan(`SELECT s.name, r.name, (SELECT max(op) FROM changes WHERE entity = 'speaker' AND op <> ?2
			AND entity_id IN (s.id, r.id) AND seq <= ?3)
		FROM speakers s JOIN speakers r ON r.id = s.merged_into
		WHERE s.withdrawn = 0 AND (r.merged_into IS NOT NULL OR r.withdrawn = 1)
		AND (s.id IN (SELECT value FROM json_each(?1)) OR r.id IN (SELECT value FROM json_each(?1))) LIMIT 1`,
		[]any{list(touched), int64(u.target), u.w.seq - int64(len(u.steps))}, &name, &into, &op)
	if none(err) {
		return nil
	}
	if err != nil {
		return err
	}
	return quotes.Errorf(quotes.CodeConflict, "op %d (%s) cannot be %s: op %d merged %s or %s otherwise since",
		u.named, u.command, u.verb, op, name, into).Do("undo that first, with `onrecord undo --op %d`", op)
}

// readAgain refuses to bring an article back whose text was read again since:
// it would be on record twice.
func (u *undo) readAgain() error {
	var back []int64
	for _, st := range u.steps {
		if st.entity == quotes.EntityArticle && st.from == nil {
			back = append(back, st.id)
		}
	}
	if len(back) == 0 {
		return nil
	}
	var id, twin, op int64
	err := u.w.scan(`SELECT a.id, b.id, (SELECT op FROM changes WHERE seq = b.created) FROM articles a JOIN articles b
		ON substr(b.sha256, 1, 16) = substr(a.sha256, 1, 16) AND b.sha256 = a.sha256 AND b.sha256 <> ''
		AND b.url = a.url AND b.outlet = a.outlet AND b.id <> a.id AND b.withdrawn = 0
		WHERE a.id IN (SELECT value FROM json_each(?)) LIMIT 1`, []any{list(back)}, &id, &twin, &op)
	if none(err) {
		return nil
	}
	if err != nil {
		return err
	}
	return quotes.Errorf(quotes.CodeConflict, "op %d (%s) cannot be %s: the text of article %d was read again since, as article %d",
		u.named, u.command, u.verb, id, twin).Do("undo that first, with `onrecord undo --op %d`", op)
}
