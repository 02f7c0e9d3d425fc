package sqlite

import (
	"encoding/json"
	"fmt"
	"path/filepath"
	"testing"
	"time"

	"onrecord/quotes"
	"onrecord/store"
)

// pastFilters are readings of every kind that a past record has to answer as
// the present one did.
func pastFilters() map[string]quotes.Filter {
	byID := []quotes.SortKey{{Field: quotes.SortID}}
	return map[string]quotes.Filter{
		"all":      {Kinds: quotes.Kinds},
		"rejected": {Kinds: quotes.Kinds, Rejected: true},
		"newest":   {Limit: 2},
		"checked":  {Statuses: []quotes.Status{"checked", "mixed"}, Sort: byID},
		"false":    {Verdicts: []quotes.Verdict{quotes.VerdictFalse}},
		"tagged":   {Tags: []string{"harbour"}},
		"untagged": {NotTags: []string{"harbour"}, Sort: byID},
		"speaker":  {Speakers: []string{"moor"}},
		"text":     {Text: []string{"froze"}},
		"outlet":   {Outlets: []string{"Post"}},
		"since":    {Since: "2026-02-01"},
	}
}

// seen is what the record shows to all of them, by a moment or now.
func seen(t *testing.T, s *Store, moment string) map[string]string {
	t.Helper()
	out := map[string]string{}
	for name, f := range pastFilters() {
		f.RecordedBy = moment
		all := []*quotes.Quote{}
		for q, err := range s.Quotes(ctx, f) {
			if quotes.CodeOf(err) == quotes.CodeNotFound { // nobody of that name yet
				break
			}
			if err != nil {
				t.Fatalf("%s by %s: %v", name, moment, err)
			}
			all = append(all, q)
		}
		n, err := s.CountQuotes(ctx, f, 0)
		if err != nil && quotes.CodeOf(err) != quotes.CodeNotFound {
			t.Fatal(err)
		}
		data, err := json.Marshal(all)
		if err != nil {
			t.Fatal(err)
		}
		out[name] = fmt.Sprintf("%d %s", n, data)
	}
	counts, err := s.Stats(ctx, store.ByStatus, quotes.Filter{RecordedBy: moment})
	out["stats"] = fmt.Sprint(counts, err)
	return out
}

// The record as it stood after each op is what it showed right after that op,
// to every kind of reading.
func TestRecordedBy(t *testing.T) {
	s := openTest(t, filepath.Join(t.TempDir(), "record.db"))
	now := time.Date(2026, 3, 1, 8, 0, 0, 0, time.UTC)
	s.now = func() time.Time { return now }
	op := func() *store.Op { return &store.Op{Who: "ida", Command: "step"} }
	do := func(err error) {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
	}
	mark := func(ids []quotes.QuoteID, claims []quotes.ClaimID, v quotes.Verdict) {
		t.Helper()
		_, err := s.Mark(ctx, op(), ids, claims, quotes.Mark{Axis: quotes.AxisVerdict, Verdict: v})
		do(err)
	}
	update := func(id quotes.QuoteID, u quotes.QuoteUpdate) {
		t.Helper()
		_, err := s.UpdateQuotes(ctx, op(), []quotes.QuoteID{id}, u)
		do(err)
	}
	add := func(words, speaker, outlet, day string) {
		t.Helper()
		_, err := s.AddQuote(ctx, op(), quotes.Quote{Text: words, Speaker: speaker, Kind: quotes.KindFull, SaidOn: day, Article: quotes.ArticleRef{Outlet: outlet, Title: "T"}})
		do(err)
	}
	text := func(s string) *string { return &s }
	rejected, fresh := quotes.StateRejected, quotes.StateNew
	articleRejected := quotes.ArticleRejected
	var first []store.Saved
	steps := []func(){
		func() { add("The harbour froze", "Ada Moor", "Post", "2026-01-10") },
		func() { add("Nobody raised it", "Bo Lund", "Courier", "2026-02-10") },
		func() { first = saveSome(t, s, 3) },
		func() { _, err := s.FlagQuotes(ctx, op(), []quotes.QuoteID{1}, quotes.Flag{}); do(err) },
		func() { mark([]quotes.QuoteID{1}, nil, quotes.VerdictFalse) },
		func() { mark([]quotes.QuoteID{2}, nil, quotes.VerdictTrue) },
		func() { _, err := s.LinkClaim(ctx, op(), 1, []quotes.QuoteID{3, 4}, quotes.ClaimLink{}); do(err) },
		func() { mark(nil, []quotes.ClaimID{1}, quotes.VerdictMisleading) },
		func() { _, err := s.TagQuotes(ctx, op(), []quotes.QuoteID{1, 3}, []string{"harbour"}, nil); do(err) },
		func() { update(2, quotes.QuoteUpdate{Text: text("The canal froze")}) },
		func() { update(1, quotes.QuoteUpdate{Text: text("The harbour thawed"), SaidOn: text("2026-02-20")}) },
		func() { do(s.RenameSpeaker(ctx, op(), 1, "Ada Moorland")) },
		func() { update(2, quotes.QuoteUpdate{Speaker: text("Cato Moor")}) },
		func() { do(s.MergeSpeakers(ctx, op(), 1, []quotes.SpeakerID{2})) },
		func() { do(s.MergeClaims(ctx, op(), 1, []quotes.ClaimID{2}, 2)) },
		func() { _, err := s.SplitClaim(ctx, op(), 1, quotes.ClaimSplit{Quotes: []quotes.QuoteID{3}}); do(err) },
		func() { update(1, quotes.QuoteUpdate{State: &rejected}) },
		func() { _, err := s.TagQuotes(ctx, op(), []quotes.QuoteID{3}, nil, []string{"harbour"}); do(err) },
		func() { _, err := s.UnlinkClaim(ctx, op(), 1, []quotes.QuoteID{4}); do(err) },
		func() { update(1, quotes.QuoteUpdate{State: &fresh}) },
		func() {
			_, err := s.UpdateArticles(ctx, op(), []quotes.ArticleID{2}, quotes.ArticleUpdate{Outlet: text("Post"), State: &articleRejected})
			do(err)
		},
		func() { // a later version of an article, which takes the earlier one off the listings
			newer := some(1)
			a, err := s.Article(ctx, first[0].Article)
			do(err)
			newer[0].Article.URL, newer[0].Article.Outlet = a.URL, a.Outlet
			newer[0].Article.Text += "\n\nCorrected since."
			_, err = s.SaveExtractions(ctx, op(), newer)
			do(err)
		},
		func() { _, err := s.Undo(ctx, op(), 0); do(err) },
	}
	type moment struct {
		at     string
		showed map[string]string
	}
	var moments []moment
	for _, step := range steps {
		now = now.Add(time.Hour)
		step()
		at := now.Format(time.RFC3339)
		moments = append(moments, moment{at, seen(t, s, "")})
	}
	for i, m := range moments {
		for name, got := range seen(t, s, m.at) {
			if got != m.showed[name] {
				t.Errorf("step %d, %s:\n got %s\nwant %s", i, name, got, m.showed[name])
			}
		}
	}
	// Between two changes it is as after the one before; before all, empty; and
	// the past leaves nothing behind in the present.
	half := now.Add(-90 * time.Minute).Format(time.RFC3339)
	if got := seen(t, s, half)["all"]; got != moments[len(moments)-3].showed["all"] {
		t.Errorf("between two changes: %s", got)
	}
	if got := seen(t, s, "2026-01-01T00:00:00Z")["all"]; got != "0 []" {
		t.Errorf("before all: %s", got)
	}
	if got := seen(t, s, "")["all"]; got != moments[len(moments)-1].showed["all"] {
		t.Errorf("now: %s", got)
	}
}
