package storetest

import (
	"testing"

	"onrecord/quotes"
	"onrecord/store"
)

var undoTests = []test{
	{"log", logChanges},
	{"undo/last of one's own", undoOwn},
	{"undo/every kind of op", undoEvery},
	{"undo/redo", undoRedo},
	{"undo/refused", undoRefused},
	{"undo/ids are not given again", undoIDs},
	{"undo/names", changeNames},
	{"corrections", corrections},
	{"redo/as an editor expects", redoChain},
	{"redo/by number and by others", redoNumbers},
	{"redo/refused", redoRefused},
	{"redo/mergers", redoMergers},
	{"redo/anything", undoAnything},
}

func logChanges(t *testing.T, s store.Store) {
	q := three(t, s)
	op := by("bob", "edit")
	op.Note = "as heard"
	must[int](t)(s.UpdateQuotes(ctx, op, q[:1], quotes.QuoteUpdate{Note: ptr("x")}))
	must[*store.Marked](t)(s.Mark(ctx, by("eve", "mark"), q[1:2], nil, verdict(quotes.VerdictTrue)))
	log := func(f quotes.ChangeFilter) []quotes.Change { return must[[]quotes.Change](t)(s.Changes(ctx, f)) }
	all := log(quotes.ChangeFilter{})
	for i, c := range all[1:] {
		equal(t, "newest first", c.Seq, all[i].Seq-1)
		equal(t, "chained", all[i].PrevHash, c.Hash)
	}
	equal(t, "limit", len(log(quotes.ChangeFilter{Limit: 2})), 2)
	mine := log(quotes.ChangeFilter{Who: "bob"})
	equal(t, "mine", len(mine), 1)
	c := mine[0]
	equal(t, "change", c.Command+" "+c.Note+" "+string(c.Entity), "edit as heard quote")
	equal(t, "entity", c.EntityID, int64(q[0]))
	equal(t, "op", c.Op, op.ID)
	if !contains(string(c.Before), `"note":""`) || !contains(string(c.After), `"note":"x"`) {
		t.Errorf("before %s, after %s", c.Before, c.After)
	}
	equal(t, "entity", len(log(quotes.ChangeFilter{Entity: quotes.EntityArticle})), 3)
	equal(t, "of a quote", len(log(quotes.ChangeFilter{Quote: q[1]})), 5) // ingest, claim twice, appearance, assessment
	marked := quote(t, s, q[1])
	claims := must[[]quotes.Claim](t)(s.ClaimsOf(ctx, marked.ID))
	equal(t, "of a claim", len(log(quotes.ChangeFilter{Claim: claims[0].ID})), 4)
	equal(t, "of a speaker", len(log(quotes.ChangeFilter{Speaker: speakerOf(t, s, q[0])})), 1)
	equal(t, "of an article", len(log(quotes.ChangeFilter{Article: marked.Article.ID})), 1)
	equal(t, "of a command", len(log(quotes.ChangeFilter{Command: "mark"})), 4)
	equal(t, "of no command", len(log(quotes.ChangeFilter{Command: "mar"})), 0)
	equal(t, "of an op", len(log(quotes.ChangeFilter{Op: op.ID})), 1)
	equal(t, "since", len(log(quotes.ChangeFilter{Since: "2000-01-01"})), len(all))
	equal(t, "until", len(log(quotes.ChangeFilter{Until: "2000-01-01"})), 0)
	equal(t, "until the day itself", len(log(quotes.ChangeFilter{Until: all[0].At[:10]})), len(all))
	last := all[len(all)-1]
	equal(t, "made", string(last.Before), "null")
}

func undoOwn(t *testing.T, s store.Store) {
	q := three(t, s)
	must[int](t)(s.UpdateQuotes(ctx, by("bob", "edit"), q[:1], quotes.QuoteUpdate{Note: ptr("one")}))
	must[int](t)(s.UpdateQuotes(ctx, by("bob", "edit"), q[1:2], quotes.QuoteUpdate{Note: ptr("two")}))
	must[int](t)(s.UpdateQuotes(ctx, by("eve", "edit"), q[2:], quotes.QuoteUpdate{Note: ptr("three")}))
	undone := must[*store.Undone](t)(s.Undo(ctx, by("bob", "undo"), 0))
	equal(t, "command", undone.Command, "edit")
	equal(t, "changes", len(undone.Changes), 1)
	equal(t, "undoes", undone.Changes[0].Undoes, undone.Op)
	equal(t, "two", quote(t, s, q[1]).Note, "")
	must[*store.Undone](t)(s.Undo(ctx, by("bob", "undo"), 0))
	equal(t, "one", quote(t, s, q[0]).Note, "")
	equal(t, "another's", quote(t, s, q[2]).Note, "three")
	_, err := s.Undo(ctx, by("bob", "undo"), 0)
	wantCode(t, err, quotes.CodeNotFound)
	_, err = s.Undo(ctx, by("bob", "undo"), 99)
	wantCode(t, err, quotes.CodeNotFound)
	_, err = s.Undo(ctx, by("bob", "undo"), undone.Op)
	wantCode(t, err, quotes.CodeConflict)
	dry := by("eve", "undo")
	dry.DryRun = true
	must[*store.Undone](t)(s.Undo(ctx, dry, 0))
	equal(t, "after a dry run", quote(t, s, q[2]).Note, "three")
	sound(t, s)
}

// undoEvery takes back one op of every kind and finds the record as it was.
func undoEvery(t *testing.T, s store.Store) {
	q := three(t, s)
	claims := must[[]quotes.ClaimID](t)(s.FlagQuotes(ctx, by("ida", "flag"), q[:1], quotes.Flag{}))
	m := verdict(quotes.VerdictTrue)
	m.Evidence = []quotes.Evidence{{URL: "https://e.example"}}
	judgedOnce := must[*store.Marked](t)(s.Mark(ctx, by("ida", "mark"), q[1:2], nil, m)).Claims
	who := speakerOf(t, s, q[0])
	for name, do := range map[string]func(op *store.Op) error{
		"edit": func(op *store.Op) error {
			_, err := s.UpdateQuotes(ctx, op, q, quotes.QuoteUpdate{Text: ptr("Z"), Speaker: ptr("Zed Zulu")})
			return err
		},
		"reject": func(op *store.Op) error {
			_, err := s.UpdateQuotes(ctx, op, q, quotes.QuoteUpdate{State: ptr(quotes.StateRejected)})
			return err
		},
		"tag": func(op *store.Op) error { _, err := s.TagQuotes(ctx, op, q, []string{"a", "b"}, nil); return err },
		"add": func(op *store.Op) error {
			_, err := s.AddQuote(ctx, op, quotes.Quote{Text: "New", Speaker: "New One", Tags: []string{"n"}})
			return err
		},
		"flag":   func(op *store.Op) error { _, err := s.FlagQuotes(ctx, op, q, quotes.Flag{}); return err },
		"reflag": func(op *store.Op) error { return s.FlagClaims(ctx, op, claims, quotes.Flag{Note: "n"}) },
		"mark": func(op *store.Op) error {
			m := verdict(quotes.VerdictTrue)
			m.Evidence = []quotes.Evidence{{URL: "https://e.example"}}
			_, err := s.Mark(ctx, op, q, nil, m)
			return err
		},
		"correct": func(op *store.Op) error {
			m := verdict(quotes.VerdictFalse)
			m.Correction = "misread"
			_, err := s.Mark(ctx, op, nil, judgedOnce, m)
			return err
		},
		"link": func(op *store.Op) error {
			_, err := s.LinkClaim(ctx, op, claims[0], q[1:], quotes.ClaimLink{Stance: quotes.StanceDenies})
			return err
		},
		"unlink": func(op *store.Op) error { _, err := s.UnlinkClaim(ctx, op, claims[0], q[:1]); return err },
		"split": func(op *store.Op) error {
			_, err := s.SplitClaim(ctx, op, claims[0], quotes.ClaimSplit{Part: "The harbour", Rest: "froze"})
			return err
		},
		"merge claims": func(op *store.Op) error { return s.MergeClaims(ctx, op, claims[0], judgedOnce, 0) },
		"edit claim": func(op *store.Op) error {
			_, err := s.UpdateClaims(ctx, op, claims, quotes.ClaimUpdate{Text: ptr("T"), Due: ptr("2026-01-01"), Priority: ptr(quotes.PriorityLow)})
			return err
		},
		"evidence": func(op *store.Op) error {
			_, _, err := s.SetEvidence(ctx, op, judgedOnce[0], []quotes.EvidenceUpdate{{URL: "https://n.example"}}, []string{"https://e.example"})
			return err
		},
		"scale":     func(op *store.Op) error { _, err := s.ChooseScale(ctx, op, "four-step"); return err },
		"own scale": func(op *store.Op) error { _, err := s.DefineScale(ctx, op, "right=2 wrong=1"); return err },
		"rename":    func(op *store.Op) error { return s.RenameSpeaker(ctx, op, who, "Ada Other") },
		"merge": func(op *store.Op) error {
			return s.MergeSpeakers(ctx, op, who, []quotes.SpeakerID{speakerOf(t, s, q[1])})
		},
		"alias": func(op *store.Op) error { return s.AliasSpeaker(ctx, op, who, []string{"Nickname"}, []string{"Moor"}) },
		"article": func(op *store.Op) error {
			_, err := s.UpdateArticles(ctx, op, []quotes.ArticleID{quote(t, s, q[0]).Article.ID}, quotes.ArticleUpdate{Title: ptr("T"), Published: ptr("2020-01-01")})
			return err
		},
		"setting": func(op *store.Op) error { return s.SetSetting(ctx, op, "publisher.name", "P") },
		"ingest": func(op *store.Op) error {
			_, err := s.SaveExtractions(ctx, op, []quotes.Extraction{article("https://a.example/1", "Harbour Post", "2026-09-09", said{words: "Fresh", speaker: "Ada Moor"})})
			return err
		},
	} {
		t.Run(name, func(t *testing.T) {
			before := picture(t, s)
			ok(t, do(by("bob", name)))
			changed := picture(t, s)
			if changed == before {
				t.Fatal("the op changed nothing that shows")
			}
			must[*store.Undone](t)(s.Undo(ctx, by("bob", "undo"), 0))
			if after := picture(t, s); after != before {
				t.Errorf("after undo:\n%s\nbefore the op:\n%s", after, before)
			}
			sound(t, s)
		})
	}
}

func undoRedo(t *testing.T, s store.Store) {
	x := article("https://a.example/1", "Post", "2026-09-09", said{words: "Fresh", speaker: "Ada Moor"})
	q := save(t, s, x)[0].Quotes
	must[*store.Marked](t)(s.Mark(ctx, by("bob", "mark"), q, nil, verdict(quotes.VerdictTrue)))
	mark := must[[]quotes.Change](t)(s.Changes(ctx, quotes.ChangeFilter{Limit: 1}))[0].Op
	before := picture(t, s)
	undo := by("bob", "undo")
	must[*store.Undone](t)(s.Undo(ctx, undo, mark))
	equal(t, "undone", quote(t, s, q[0]).Status, quotes.StatusUnchecked)
	must[*store.Undone](t)(s.Undo(ctx, by("bob", "redo"), undo.ID))
	equal(t, "redone", picture(t, s), before)
	sound(t, s)
	// And once more, the mark being in force again.
	must[*store.Undone](t)(s.Undo(ctx, by("bob", "undo"), mark))
	equal(t, "undone again", quote(t, s, q[0]).Status, quotes.StatusUnchecked)
	// An ingest comes back whole.
	undo = by("ida", "undo")
	must[*store.Undone](t)(s.Undo(ctx, undo, 1))
	equal(t, "gone", len(listed(t, s, quotes.Filter{})), 0)
	equal(t, "the same text is new", save(t, s, x)[0].Outcome, store.OutcomeAdded)
	_, err := s.Redo(ctx, by("ida", "redo"), 1) // it would be there twice
	wantCode(t, err, quotes.CodeConflict)
	must[*store.Undone](t)(s.Undo(ctx, by("ida", "undo"), 0))
	must[*store.Undone](t)(s.Undo(ctx, by("ida", "redo"), undo.ID))
	same(t, "back", ids(t, s, quotes.Filter{}), q)
	sound(t, s)
}

func undoRefused(t *testing.T, s store.Store) {
	x := article("https://a.example/1", "Post", "2026-09-09", said{words: "Fresh", speaker: "Ada Moor"})
	q := save(t, s, x)[0].Quotes
	op := func() quotes.OpID {
		return must[[]quotes.Change](t)(s.Changes(ctx, quotes.ChangeFilter{Limit: 1}))[0].Op
	}
	refused := func(target quotes.OpID, why string) {
		t.Helper()
		before := picture(t, s)
		_, err := s.Undo(ctx, by("ida", "undo"), target)
		wantCode(t, err, quotes.CodeConflict)
		if !contains(err.Error(), why) {
			t.Errorf("%q is not in %q", why, err)
		}
		equal(t, "nothing changed", picture(t, s), before)
	}
	must[int](t)(s.TagQuotes(ctx, by("bob", "tag"), q, []string{"a"}, nil))
	tag := op()
	refused(1, "tag by bob")
	must[int](t)(s.UpdateQuotes(ctx, by("bob", "edit"), q, quotes.QuoteUpdate{Note: ptr("1")}))
	edit := op()
	must[int](t)(s.UpdateQuotes(ctx, by("eve", "accept"), q, quotes.QuoteUpdate{State: ptr(quotes.StateAccepted)}))
	refused(edit, "accept by eve")
	must[*store.Undone](t)(s.Undo(ctx, by("eve", "undo"), 0))
	must[*store.Undone](t)(s.Undo(ctx, by("bob", "undo"), edit)) // the pair in between does not count
	must[[]quotes.ClaimID](t)(s.FlagQuotes(ctx, by("bob", "flag"), q, quotes.Flag{}))
	flag := op()
	must[*store.Marked](t)(s.Mark(ctx, by("eve", "mark"), q, nil, verdict(quotes.VerdictTrue)))
	refused(flag, "mark by eve")
	must[*store.Undone](t)(s.Undo(ctx, by("eve", "undo"), 0))
	must[*store.Undone](t)(s.Undo(ctx, by("bob", "undo"), flag))
	undoTag := by("bob", "undo")
	must[*store.Undone](t)(s.Undo(ctx, undoTag, tag))
	newer := save(t, s, article("https://a.example/1", "Post", "2026-09-10", said{words: "Fresher", speaker: "Ada Moor"}))
	refused(1, "ingest by ida")
	must[*store.Undone](t)(s.Undo(ctx, by("ida", "undo"), 0))
	must[*store.Undone](t)(s.Undo(ctx, by("ida", "undo"), 1))
	refused(undoTag.ID, "") // a tag on a quote which is gone

	// An ingest whose first article was worked on while it went on.
	long := by("ida", "ingest")
	slow := must[[]store.Saved](t)(s.SaveExtractions(ctx, long, []quotes.Extraction{article("", "", "2026-09-11", said{words: "Slow", speaker: "Ada Moor"})}))
	must[int](t)(s.TagQuotes(ctx, by("bob", "tag"), slow[0].Quotes, []string{"early"}, nil))
	must[[]store.Saved](t)(s.SaveExtractions(ctx, long, []quotes.Extraction{article("", "", "2026-09-12", said{words: "Slower", speaker: "Ada Moor"})}))
	refused(long.ID, "tag by bob: quote")
	must[*store.Undone](t)(s.Undo(ctx, by("bob", "undo"), 0))
	must[*store.Undone](t)(s.Undo(ctx, by("ida", "undo"), long.ID))
	_, err := s.Quote(ctx, newer[0].Quotes[0])
	wantCode(t, err, quotes.CodeNotFound)
	sound(t, s)
}

func undoIDs(t *testing.T, s store.Store) {
	x := article("", "", "2026-09-09", said{words: "Fresh", speaker: "Ada Moor"})
	first := save(t, s, x)[0]
	must[*store.Undone](t)(s.Undo(ctx, by("ida", "undo"), 0))
	second := save(t, s, x)[0]
	if second.Article == first.Article || second.Quotes[0] == first.Quotes[0] {
		t.Errorf("ids given again: %+v after %+v", second, first)
	}
	sound(t, s)
}
