package sqlite

import (
	"context"
	"fmt"
	"slices"
	"strconv"
	"testing"
	"time"

	"onrecord/quotes"
	"onrecord/store"
)

// claimedRecord is a record in which every fifth quote has a claim of its own,
// half of them judged, the others waiting with priorities, due days and
// assignees.
func claimedRecord(b *testing.B, n int) *Store {
	b.Helper()
	s, _ := recordOf(b, n)
	if there, err := s.CountClaims(ctx, quotes.ClaimFilter{}, 1); err != nil || there > 0 {
		return s
	}
	op := &store.Op{Who: "bench", Command: "flag"}
	verdicts := quotes.Presets[0].Verdicts()
	for k := 0; k < 20; k++ {
		var ids []quotes.QuoteID
		for id := 1 + 5*k; id <= n; id += 100 {
			ids = append(ids, quotes.QuoteID(id))
		}
		flag := quotes.Flag{Priority: quotes.Priorities[k%4], Assignee: []string{"", "eve", "bob"}[k%3]}
		if k%2 == 1 {
			flag.Due = fmt.Sprintf("2026-12-%02d", 1+k)
		}
		_, err := s.FlagQuotes(ctx, op, ids, flag)
		if err == nil && k < 10 {
			_, err = s.Mark(ctx, op, ids, nil, quotes.Mark{Axis: quotes.AxisVerdict, Verdict: verdicts[k]})
		}
		if err != nil {
			b.Fatal(err)
		}
	}
	return s
}

// spread runs do and reports the median and the 95th percentile of how long it
// took.
func spread(b *testing.B, do func(i int) error) {
	var took []time.Duration
	for i := 0; b.Loop(); i++ {
		began := time.Now()
		if err := do(i); err != nil {
			b.Fatal(err)
		}
		took = append(took, time.Since(began))
	}
	slices.Sort(took)
	at := func(share float64) float64 {
		return float64(took[int(share*float64(len(took)-1))].Microseconds()) / 1000
	}
	b.ReportMetric(at(0.5), "p50-ms")
	b.ReportMetric(at(0.95), "p95-ms")
	b.ReportMetric(0, "ns/op")
}

// BenchmarkDesk is what a fact-checker waits for: lists of 50.
func BenchmarkDesk(b *testing.B) {
	list := func(f quotes.Filter) func(*Store) error {
		f.Limit = 50
		return func(s *Store) error {
			for _, err := range s.Quotes(ctx, f) {
				if err != nil {
					return err
				}
			}
			return nil
		}
	}
	claims := func(f quotes.ClaimFilter) func(*Store) error {
		f.Limit = 50
		return func(s *Store) error {
			for _, err := range s.FindClaims(ctx, f) {
				if err != nil {
					return err
				}
			}
			return nil
		}
	}
	queue := func(f quotes.ClaimFilter) func(*Store) error {
		f.Limit = 50
		return func(s *Store) error {
			for _, err := range s.Queue(ctx, "eve", f) {
				if err != nil {
					return err
				}
			}
			return nil
		}
	}
	for _, n := range sizes(b) {
		s := claimedRecord(b, n)
		for _, c := range []struct {
			name string
			do   func(*Store) error
		}{
			{"list-status", list(quotes.Filter{Statuses: []quotes.Status{"flagged"}})},
			{"list-two-statuses", list(quotes.Filter{Statuses: []quotes.Status{"flagged", "checked"}})},
			{"list-verdict", list(quotes.Filter{Verdicts: []quotes.Verdict{quotes.VerdictFalse}})},
			{"claims", claims(quotes.ClaimFilter{})},
			{"claims-verdict", claims(quotes.ClaimFilter{Verdicts: []quotes.Verdict{quotes.VerdictFalse}})},
			{"claims-workflow", claims(quotes.ClaimFilter{Workflows: []quotes.Workflow{quotes.WorkflowChecked}})},
			{"claims-by-due", claims(quotes.ClaimFilter{Sort: []quotes.ClaimSortKey{{Field: quotes.ClaimSortDue}}})},
			{"queue", queue(quotes.ClaimFilter{})},
			{"queue-mine", queue(quotes.ClaimFilter{Assignees: []string{"eve"}})},
		} {
			b.Run(c.name+"/"+strconv.Itoa(n), func(b *testing.B) {
				spread(b, func(int) error { return c.do(s) })
			})
		}
	}
}

// BenchmarkMarkGrowth is what one verdict costs, each an op of its own on a
// claim that has none.
func BenchmarkMarkGrowth(b *testing.B) {
	for _, n := range sizes(b) {
		b.Run(strconv.Itoa(n), func(b *testing.B) {
			s := claimedRecord(b, n)
			size := func() (bytes float64) {
				if err := s.db.QueryRow("SELECT page_count * page_size FROM pragma_page_count, pragma_page_size").Scan(&bytes); err != nil {
					b.Fatal(err)
				}
				return bytes
			}
			before := size()
			m := quotes.Mark{Axis: quotes.AxisVerdict, Verdict: quotes.VerdictTrue, Note: "by the ministry's own figures"}
			marks := 0
			spread(b, func(i int) error {
				marks++
				op := &store.Op{Who: "bench", Command: "mark"}
				_, err := s.Mark(context.Background(), op, []quotes.QuoteID{quotes.QuoteID(i%(n/5)*5 + 3)}, nil, m)
				return err
			})
			b.ReportMetric((size()-before)/float64(marks), "B/mark")
		})
	}
}
