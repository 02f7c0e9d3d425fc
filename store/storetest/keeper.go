package storetest

import (
	"fmt"
	"os"
	"path/filepath"
	"sync"
	"testing"

	"onrecord/quotes"
	"onrecord/store"
)

var keeperTests = []test{
	{"settings", settings},
	{"check/head", checkHead},
	{"backup", backup},
	{"empty record", emptyRecord},
}

var sharedTests = []sharedTest{
	{"shared/several write at once", writeAtOnce},
	{"shared/readings see what was saved", seeSaved},
	{"shared/names that another changed", namesChanged},
}

func settings(t *testing.T, s store.Store) {
	ok(t, s.SetSetting(ctx, by("ida", "config"), "publisher.name", "The Post"))
	ok(t, s.SetSetting(ctx, by("ida", "config"), "publisher.name", "The Harbour Post"))
	equal(t, "value", must[map[string]string](t)(s.Settings(ctx))["publisher.name"], "The Harbour Post")
	ok(t, s.SetSetting(ctx, by("ida", "config"), "publisher.name", ""))
	equal(t, "none", len(must[map[string]string](t)(s.Settings(ctx))), 0)
	must[*store.Undone](t)(s.Undo(ctx, by("ida", "undo"), 0))
	equal(t, "back", must[map[string]string](t)(s.Settings(ctx))["publisher.name"], "The Harbour Post")
	wantCode(t, s.SetSetting(ctx, by("ida", "config"), " ", "x"), quotes.CodeInvalid)
	sound(t, s)
}

func checkHead(t *testing.T, s store.Store) {
	q := three(t, s)
	report := sound(t, s)
	equal(t, "quotes", report.Quotes, 3)
	equal(t, "articles", report.Articles, 3)
	equal(t, "speakers", report.Speakers, 3)
	must[int](t)(s.UpdateQuotes(ctx, by("bob", "edit"), q, quotes.QuoteUpdate{Note: ptr("x")}))
	for head, problems := range map[string]int{report.Head: 0, "feed": 1} {
		got := must[*store.Report](t)(s.Check(ctx, head))
		equal(t, "problems with head "+head, len(got.Problems), problems)
	}
}

func backup(t *testing.T, s store.Store) {
	three(t, s)
	path := filepath.Join(t.TempDir(), "copy #1.db")
	head := must[string](t)(s.Backup(ctx, path, false))
	equal(t, "head", head, sound(t, s).Head)
	before := must[os.FileInfo](t)(os.Stat(path))
	if before.Mode().Perm() != 0o600 {
		t.Errorf("mode %v", before.Mode())
	}
	_, err := s.Backup(ctx, path, false)
	wantCode(t, err, quotes.CodeConflict)
	must[string](t)(s.Backup(ctx, path, true))
	_, err = s.Backup(ctx, filepath.Dir(path), true)
	wantCode(t, err, quotes.CodeInvalid)
	_, err = s.Backup(ctx, filepath.Join(filepath.Dir(path), "none", "copy.db"), true)
	wantCode(t, err, quotes.CodeUnusable)
	left := must[[]os.DirEntry](t)(os.ReadDir(filepath.Dir(path)))
	equal(t, "files left", len(left), 1)
}

func emptyRecord(t *testing.T, s store.Store) {
	equal(t, "quotes", len(listed(t, s, quotes.Filter{})), 0)
	equal(t, "count", must[int](t)(s.CountQuotes(ctx, quotes.Filter{}, 0)), 0)
	equal(t, "hits", len(hits(t, s, words("anything"))), 0)
	equal(t, "articles", len(must[[]quotes.Article](t)(s.Articles(ctx, quotes.ArticleFilter{}))), 0)
	equal(t, "speakers", len(must[[]quotes.Speaker](t)(s.Speakers(ctx, quotes.SpeakerFilter{}))), 0)
	equal(t, "tags", len(must[[]string](t)(s.Tags(ctx))), 0)
	for _, by := range store.Dimensions {
		equal(t, string(by), len(must[[]store.Count](t)(s.Stats(ctx, by, quotes.Filter{}))), 0)
	}
	_, err := s.Undo(ctx, by("ida", "undo"), 0)
	wantCode(t, err, quotes.CodeNotFound)
	equal(t, "head", sound(t, s).Head, "")
}

// writeAtOnce has several handles write to one record at the same time.
// Nothing may be lost, no write refused, no id or op given twice.
func writeAtOnce(t *testing.T, open Opener) {
	const writers, each = 4, 12
	q := three(t, open(t))
	var wait sync.WaitGroup
	ops := make([][]quotes.OpID, writers)
	for n := range writers {
		s := open(t)
		wait.Go(func() {
			who := fmt.Sprintf("editor %d", n)
			for i := range each {
				op := by(who, "add")
				var err error
				switch i % 3 {
				case 0:
					_, err = s.AddQuote(ctx, op, quotes.Quote{Text: fmt.Sprintf("Word %d of %d", i, n), Speaker: "Shared Speaker"})
				case 1:
					_, err = s.TagQuotes(ctx, op, q, []string{fmt.Sprintf("t%d-%d", n, i)}, nil)
				case 2:
					_, err = s.SaveExtractions(ctx, op, []quotes.Extraction{article("", "", "2026-01-01", said{words: fmt.Sprintf("Number %d %d", n, i), speaker: "Ada Moor"})})
				}
				if err != nil {
					t.Errorf("%s: %v", who, err)
					return
				}
				ops[n] = append(ops[n], op.ID)
			}
		})
	}
	wait.Wait()
	s := open(t)
	seen := map[quotes.OpID]bool{}
	for _, some := range ops {
		for _, op := range some {
			if seen[op] {
				t.Errorf("op %d was given twice", op)
			}
			seen[op] = true
		}
	}
	equal(t, "ops", len(seen), writers*each)
	equal(t, "quotes", len(listed(t, s, quotes.Filter{})), 3+writers*each*2/3)
	equal(t, "tags", len(quote(t, s, q[0]).Tags), writers*each/3)
	equal(t, "one speaker", len(must[[]quotes.Speaker](t)(s.MatchSpeakers(ctx, "Shared Speaker"))), 1)
	equal(t, "and another", len(must[[]quotes.Speaker](t)(s.MatchSpeakers(ctx, "Ada Moor"))), 1)
	sound(t, s)
}

func seeSaved(t *testing.T, open Opener) {
	one, two := open(t), open(t)
	q := three(t, one)
	equal(t, "quotes", len(listed(t, two, quotes.Filter{})), 3)
	must[int](t)(two.UpdateQuotes(ctx, by("bob", "edit"), q[:1], quotes.QuoteUpdate{Rev: 1, Note: ptr("x")}))
	_, err := one.UpdateQuotes(ctx, by("ida", "edit"), q[:1], quotes.QuoteUpdate{Rev: 1, Note: ptr("y")})
	wantCode(t, err, quotes.CodeConflict)
	if !contains(err.Error(), "quote 1 is at revision 2, not 1: bob changed note from “” to “x” (edit, op ") {
		t.Errorf("%v", err)
	}
	equal(t, "note", quote(t, one, q[0]).Note, "x")
	_, err = one.UpdateQuotes(ctx, by("ida", "edit"), q[:1], quotes.QuoteUpdate{Rev: 9, Note: ptr("y")})
	wantCode(t, err, quotes.CodeConflict)

	// The same for articles and speakers, and with a speaker by name.
	must[int](t)(two.UpdateQuotes(ctx, by("bob", "edit"), q[:1], quotes.QuoteUpdate{Rev: 2, Speaker: ptr("Zed Zulu")}))
	_, err = one.UpdateQuotes(ctx, by("ida", "edit"), q[:1], quotes.QuoteUpdate{Rev: 2, Note: ptr("y")})
	wantCode(t, err, quotes.CodeConflict)
	if !contains(err.Error(), ": bob changed speaker from “Ada Moor” to “Zed Zulu” (edit") {
		t.Errorf("%v", err)
	}
	a := []quotes.ArticleID{quote(t, one, q[0]).Article.ID}
	must[int](t)(two.UpdateArticles(ctx, by("bob", "articles edit"), a, quotes.ArticleUpdate{Rev: 1, Title: ptr("T")}))
	_, err = one.UpdateArticles(ctx, by("ida", "articles edit"), a, quotes.ArticleUpdate{Rev: 1, Title: ptr("U")})
	wantCode(t, err, quotes.CodeConflict)
	who := speakerOf(t, one, q[1])
	ok(t, two.UpdateSpeaker(ctx, by("bob", "speakers link"), who, quotes.SpeakerUpdate{Rev: 1, Note: ptr("n")}))
	err = one.UpdateSpeaker(ctx, by("ida", "speakers link"), who, quotes.SpeakerUpdate{Rev: 1, Note: ptr("m")})
	wantCode(t, err, quotes.CodeConflict)
	must[int](t)(one.UpdateArticles(ctx, by("ida", "articles edit"), a, quotes.ArticleUpdate{Rev: 2, Title: ptr("U")}))
	sound(t, one)
}
