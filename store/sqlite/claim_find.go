package sqlite

import (
	"context"
	"errors"
	"iter"
	"slices"
	"strings"

	"onrecord/quotes"
)

// FindClaims goes through the chosen claims.
func (s *Store) FindClaims(ctx context.Context, f quotes.ClaimFilter) iter.Seq2[*quotes.Claim, error] {
	return s.claimsOf(ctx, func(r *reader) ([]int64, error) {
		c, err := r.claimConditions(f)
		if err != nil {
			return nil, err
		}
		order, err := claimOrder(f.Sort)
		if err != nil {
			return nil, err
		}
		return r.integers("SELECT c.id FROM claims c WHERE "+c.sql()+" ORDER BY "+order+limit(f.Limit), c.args...)
	})
}

// CountClaims counts the chosen claims.
func (s *Store) CountClaims(ctx context.Context, f quotes.ClaimFilter, most int) (n int, err error) {
	err = s.read(ctx, func(r *reader) error {
		c, err := r.claimConditions(f)
		if err != nil {
			return err
		}
		return r.QueryRowContext(ctx, "SELECT count(*) FROM (SELECT 1 FROM claims c WHERE "+c.sql()+limit(most)+")", c.args...).Scan(&n)
	})
	return n, err
}

// Queue goes through the claims that are still to be checked. Each of the three
// parts is in the order of an index.
func (s *Store) Queue(ctx context.Context, who string, f quotes.ClaimFilter) iter.Seq2[*quotes.Claim, error] {
	return s.claimsOf(ctx, func(r *reader) ([]int64, error) {
		var out []int64
		for _, part := range []struct {
			condition string
			args      []any
		}{
			{"c.assignee COLLATE NOCASE = ?", []any{who}},
			{"c.assignee COLLATE NOCASE = ''", nil},
			{"c.assignee COLLATE NOCASE NOT IN ('', ?)", []any{who}},
		} {
			if who == "" && len(part.args) > 0 && len(out) == 0 {
				continue // nobody's are the next part
			}
			c, err := r.claimConditions(f)
			if err != nil {
				return nil, err
			}
			c.add("c.urgency IS NOT NULL")
			c.add(part.condition, part.args...)
			most := 0
			if f.Limit > 0 {
				if most = f.Limit - len(out); most == 0 {
					break
				}
			}
			some, err := r.integers("SELECT c.id FROM claims c WHERE "+c.sql()+" ORDER BY c.urgency, c.worth DESC, c.id"+limit(most), c.args...)
			if err != nil {
				return nil, err
			}
			out = append(out, some...)
		}
		return out, nil
	})
}

func limit(n int) string {
	if n <= 0 {
		return ""
	}
	return " LIMIT " + itoa(n)
}

// claimsOf goes through the claims whose ids choose finds, in order.
func (s *Store) claimsOf(ctx context.Context, choose func(r *reader) ([]int64, error)) iter.Seq2[*quotes.Claim, error] {
	return func(yield func(*quotes.Claim, error) bool) {
		err := s.read(ctx, func(r *reader) error {
			found, err := choose(r)
			if err != nil {
				return err
			}
			for some := range slices.Chunk(found, quotesAtOnce) {
				ids := make([]quotes.ClaimID, len(some))
				for i, id := range some {
					ids[i] = quotes.ClaimID(id)
				}
				all, err := r.claims(ids)
				if err != nil {
					return err
				}
				for i := range all {
					if !yield(&all[i], nil) {
						return errStop
					}
				}
			}
			return nil
		})
		if err != nil && !errors.Is(err, errStop) {
			yield(nil, err)
		}
	}
}

// claimConditions translates a filter, over claims c.
func (r *reader) claimConditions(f quotes.ClaimFilter) (*conditions, error) {
	c := &conditions{}
	c.add("c.withdrawn = 0")
	if len(f.IDs) > 0 {
		c.add("c.id IN (SELECT value FROM json_each(?))", list(f.IDs))
	}
	if len(f.Workflows) > 0 {
		c.add("c.workflow IN ("+marks(len(f.Workflows))+")", anys(f.Workflows)...)
	}
	if len(f.Priorities) > 0 {
		c.add("c.priority IN ("+marks(len(f.Priorities))+")", anys(f.Priorities)...)
	}
	if len(f.Assignees) > 0 {
		c.add("c.assignee COLLATE NOCASE IN ("+marks(len(f.Assignees))+")", anys(f.Assignees)...)
	}
	if err := r.addClaimVerdicts(c, f.Verdicts); err != nil {
		return nil, err
	}
	if f.Due != "" {
		if err := checkDay("the day it is due", f.Due); err != nil {
			return nil, err
		}
		c.add("c.due <> '' AND c.due <= ?", f.Due)
	}
	if f.Overdue != "" {
		c.add("c.urgency IS NOT NULL AND c.due <> '' AND c.due < ?", f.Overdue)
	}
	if len(f.Text) > 0 {
		match, err := matchAny(f.Text)
		if err != nil {
			return nil, err
		}
		c.add("c.id IN (SELECT rowid FROM claims_fts WHERE claims_fts MATCH ?)", match)
	}
	return c, r.addClaimSpeakers(c, f.Speakers)
}

// addClaimVerdicts narrows to verdicts, whatever scale they are of.
func (r *reader) addClaimVerdicts(c *conditions, verdicts []quotes.Verdict) error {
	if len(verdicts) == 0 {
		return nil
	}
	if err := r.needVerdicts(verdicts); err != nil {
		return err
	}
	verdicts, err := r.withRulings(verdicts)
	if err != nil {
		return err
	}
	if !slices.Contains(verdicts, "") {
		c.add("c.verdict <> ''") // says that the partial index will do
	}
	c.add("c.verdict IN ("+marks(len(verdicts))+")", anys(verdicts)...)
	return nil
}

// needVerdicts is CodeInvalid for a word of none of the record's scales.
func (r *reader) needVerdicts(verdicts []quotes.Verdict) error {
	scales, err := r.scales()
	if err != nil {
		return err
	}
	known := append(scales.Verdicts(), quotes.VerdictMixed)
	abroad, err := r.rulingWords()
	if err != nil {
		return err
	}
	for _, w := range abroad {
		known = append(known, quotes.FoldWord[quotes.Verdict](string(w)))
	}
	for _, v := range verdicts {
		if v != "" && !slices.Contains(known, v) {
			return quotes.UnknownWord("verdict", string(v), append(quotes.Strings(scales.Current.Verdicts()), string(quotes.VerdictMixed), "none"))
		}
	}
	return nil
}

// addClaimSpeakers narrows to claims in quotes of the speakers named.
func (r *reader) addClaimSpeakers(c *conditions, names []string) error {
	if len(names) == 0 {
		return nil
	}
	of := &conditions{}
	if err := r.addSpeakers(of, quotes.Filter{Speakers: names}); err != nil {
		return err
	}
	said := of.sql()
	c.add("(c.id IN (SELECT p.claim FROM quotes q JOIN appearances p ON p.quote = q.id AND p.withdrawn = 0 WHERE q.status <> '' AND "+
		said+") OR "+strings.ReplaceAll(said, "q.speaker", "c.speaker")+")", slices.Concat(of.args, of.args)...)
	return nil
}

// claimOrder is the ORDER BY of a filter: newest first where it asks for none.
func claimOrder(keys []quotes.ClaimSortKey) (string, error) {
	if len(keys) == 0 {
		keys = []quotes.ClaimSortKey{{Field: quotes.ClaimSortID, Descending: true}}
	}
	var out []string
	for _, k := range keys {
		column, ok := claimSortColumns[k.Field]
		if !ok {
			return "", quotes.UnknownWord("sort key", string(k.Field), quotes.Strings(quotes.ClaimSortFields))
		}
		if k.Field == quotes.ClaimSortDue {
			out = append(out, "c.due = ''") // without a day last, either way
		}
		if k.Descending {
			column += " DESC"
		}
		out = append(out, column)
	}
	return strings.Join(append(out, "c.id"), ", "), nil
}

var claimSortColumns = map[quotes.ClaimSortField]string{
	quotes.ClaimSortID:         "c.id",
	quotes.ClaimSortDue:        "c.due",
	quotes.ClaimSortPriority:   rank("c.priority", quotes.Priorities),
	quotes.ClaimSortWorkflow:   rank("c.workflow", quotes.Workflows),
	quotes.ClaimSortVerdict:    "c.verdict",
	quotes.ClaimSortAssignee:   "c.assignee COLLATE NOCASE",
	quotes.ClaimSortWorthiness: "c.worth",
}

// rank is the place of a column's word in its vocabulary.
func rank[W quotes.Word](column string, vocabulary []W) string {
	var b strings.Builder
	b.WriteString("CASE " + column)
	for i, w := range vocabulary {
		b.WriteString(" WHEN '" + string(w) + "' THEN " + itoa(i))
	}
	return b.String() + " END"
}
