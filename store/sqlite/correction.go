package sqlite

import (
	"cmp"
	"context"
	"database/sql"
	"slices"
	"strings"

	"onrecord/quotes"
)

// Corrections lists what the record said and no longer says, newest first.
func (s *Store) Corrections(ctx context.Context, f quotes.CorrectionFilter) ([]quotes.Correction, error) {
	var out []quotes.Correction
	err := s.read(ctx, func(r *reader) error {
		c := &corrections{reader: r, filter: f}
		for _, step := range []func() error{c.verdicts, c.edits, c.describe} {
			if err := step(); err != nil {
				return err
			}
		}
		out = c.found()
		return nil
	})
	return out, err
}

// corrections is one list under way.
type corrections struct {
	*reader
	filter quotes.CorrectionFilter
	all    []correction
}

// correction is one with the ids that are still to become names.
type correction struct {
	quotes.Correction
	speakers []int64 // whose it was, and is
	merger   bool    // of claims: a verdict on those quotes only that came to the claim by it
}

// within is what the filter says of changes.
func (c *corrections) within() (string, []any) {
	return changeConditions(quotes.ChangeFilter{Since: c.filter.Since, Until: c.filter.Until, Who: c.filter.Who})
}

func (c *corrections) add(one correction) {
	one.Date = one.At[:min(len(one.At), len("2006-01-02"))]
	c.all = append(c.all, one)
}

// verdicts finds those that supersede another one on the same claim.
func (c *corrections) verdicts() error {
	where, args := c.within()
	return c.each(`SELECT c.op, c.at, c.who, a.claim, l.text, p.verdict, a.verdict, coalesce(a.correction, a.rationale),
			c.command = 'claims merge'
		FROM (SELECT * FROM changes WHERE entity = 'assessment' AND before IS NULL AND `+where+`) c
		JOIN assessments a ON a.created = c.seq AND a.id = c.entity_id
		JOIN assessments p ON p.id = a.supersedes JOIN claims l ON l.id = a.claim
		WHERE a.withdrawn = 0 AND p.withdrawn = 0 AND l.withdrawn = 0 AND p.verdict <> a.verdict AND p.publisher IS NULL`, args, func(rows *sql.Rows) error {
		one := correction{Correction: quotes.Correction{Kind: quotes.CorrectedVerdict}}
		err := rows.Scan(&one.Op, &one.At, &one.By, &one.Claim, &one.Claimed, &one.Before, &one.After, &one.Note, &one.merger)
		c.add(one)
		return err
	})
}

// edits finds the corrections of quotes that an editor made and that are in
// force: what a newer extractor found is none.
func (c *corrections) edits() error {
	force, err := readForce(c.ctx, c.Tx)
	if err != nil {
		return err
	}
	where, args := c.within()
	return c.each("SELECT "+changeColumns+` FROM changes WHERE entity = 'quote' AND before IS NOT NULL AND after IS NOT NULL
		AND undoes IS NULL AND command <> 'reextract' AND `+where, args, func(rows *sql.Rows) error {
		ch, err := scanChange(rows)
		if err != nil || !force.stands(ch.Op) {
			return err
		}
		return c.edit(ch)
	})
}

func (c *corrections) edit(ch *change) error {
	t := tableOf(quotes.EntityQuote)
	before, err := t.decode(ch.before)
	if err != nil {
		return err
	}
	after, err := t.decode(ch.after)
	if err != nil {
		return err
	}
	word := func(s state, column string) string {
		value, _ := t.column(s, column).(string)
		return value
	}
	base := quotes.Correction{Op: ch.Op, At: ch.At, By: ch.Who, Note: ch.Note, Quotes: []quotes.QuoteID{quotes.QuoteID(ch.EntityID)}}
	if note := word(after, "note"); note != "" && note != word(before, "note") {
		base.Note = note
	}
	for column, kind := range map[string]quotes.CorrectionKind{"text": quotes.CorrectedText, "said_on": quotes.CorrectedDate} {
		was, is := word(before, column), word(after, column)
		if was == is || was == "" {
			continue // a day that was not known is no correction
		}
		one := correction{Correction: base}
		one.Kind, one.Before, one.After = kind, was, is
		c.add(one)
	}
	// Nor is a speaker who was not known.
	if was, is := t.integer(before, "speaker"), t.integer(after, "speaker"); was != is && was != 0 {
		one := correction{Correction: base, speakers: []int64{was, is}}
		one.Kind = quotes.CorrectedSpeaker
		c.add(one)
	}
	return nil
}

// unknownSpeaker stands for nobody in what a correction says.
const unknownSpeaker = "unknown"

// describe fills in names and quotes, and drops what is on no listing, or no
// correction any more since the two speakers were found to be one.
func (c *corrections) describe() error {
	names, roots, err := c.speakerNames()
	if err != nil {
		return err
	}
	kept := c.all[:0]
	for _, one := range c.all {
		if err := c.listedQuotes(&one); err != nil {
			return err
		}
		if len(one.Quotes) == 0 {
			continue
		}
		owner, err := c.firstQuote(&one)
		if err != nil {
			return err
		}
		concerned := []int64{roots[owner]}
		if one.Kind == quotes.CorrectedSpeaker {
			was, is := roots[one.speakers[0]], roots[one.speakers[1]]
			if was == is {
				continue
			}
			one.Before, one.After = names[was], cmp.Or(names[is], unknownSpeaker)
			concerned = append(concerned, was, is)
		}
		if only := int64(c.filter.Speaker); only != 0 && !slices.Contains(concerned, roots[only]) {
			continue
		}
		kept = append(kept, one)
	}
	c.all = kept
	return nil
}

// speakerNames are the names of all speakers, and whom each is merged into.
func (c *corrections) speakerNames() (names map[int64]string, roots map[int64]int64, err error) {
	names, roots = map[int64]string{}, map[int64]int64{}
	err = c.each("SELECT id, coalesce(merged_into, id), name FROM speakers", nil, func(rows *sql.Rows) error {
		var id, root int64
		var name string
		err := rows.Scan(&id, &root, &name)
		names[id], roots[id] = name, root
		return err
	})
	return names, roots, err
}

// listedQuotes leaves those that listings show; of a verdict, those that hold
// its claim.
func (c *corrections) listedQuotes(one *correction) error {
	query, arg := "SELECT id FROM quotes WHERE listed = 1 AND id IN (SELECT value FROM json_each(?))", any(list(one.Quotes))
	if one.Claim != 0 {
		query = `SELECT DISTINCT q.id FROM appearances p JOIN quotes q ON q.id = p.quote
			WHERE p.withdrawn = 0 AND q.listed = 1 AND p.claim = ? ORDER BY q.id`
		arg = int64(one.Claim)
	}
	args := []any{arg}
	if one.merger {
		query = strings.Replace(query, "ORDER BY", `AND p.id IN (SELECT entity_id FROM changes
			WHERE entity = 'appearance' AND op = ?) ORDER BY`, 1)
		args = append(args, int64(one.Op))
	}
	ids, err := c.integers(query, args...)
	one.Quotes = nil
	for _, id := range ids {
		one.Quotes = append(one.Quotes, quotes.QuoteID(id))
	}
	return err
}

// firstQuote fills in what the first quote is, and gives its speaker.
func (c *corrections) firstQuote(one *correction) (speaker int64, err error) {
	a := &one.Article
	err = c.QueryRowContext(c.ctx, `SELECT q.text, coalesce(q.speaker, 0), coalesce(r.name, s.name, ''), a.id, a.title, a.outlet, a.url, a.published, a.sha256
		FROM quotes q JOIN articles a ON a.id = q.article LEFT JOIN speakers s ON s.id = q.speaker
		LEFT JOIN speakers r ON r.id = s.merged_into WHERE q.id = ?`, int64(one.Quotes[0])).
		Scan(&one.Text, &speaker, &one.Speaker, &a.ID, &a.Title, &a.Outlet, &a.URL, &a.Published, &a.SHA256)
	return speaker, err
}

// found is the list in its order, cut to the limit.
func (c *corrections) found() []quotes.Correction {
	slices.SortStableFunc(c.all, func(a, b correction) int {
		return cmp.Or(cmp.Compare(b.At, a.At), cmp.Compare(b.Op, a.Op), cmp.Compare(a.Kind, b.Kind))
	})
	out := make([]quotes.Correction, 0, len(c.all))
	for _, one := range c.all {
		if c.filter.Limit > 0 && len(out) == c.filter.Limit {
			break
		}
		out = append(out, one.Correction)
	}
	return out
}
