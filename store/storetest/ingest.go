package storetest

import (
	"crypto/sha256"
	"encoding/hex"
	"strings"
	"testing"

	"onrecord/quotes"
	"onrecord/store"
)

var ingestTests = []test{
	{"ingest/round trip", ingestRoundTrip},
	{"ingest/same text", ingestSameText},
	{"ingest/new version", ingestNewVersion},
	{"ingest/refused whole", ingestRefused},
	{"ingest/dry run", ingestDryRun},
	{"ingest/speakers across articles", ingestSpeakers},
	{"ingest/one op", ingestOneOp},
	{"reextract", reextract},
	{"reextract/local speakers stay", reextractLocal},
}

func ingestRoundTrip(t *testing.T, s store.Store) {
	x := article("https://a.example/1", "Harbour Post", "2026-02-03",
		said{words: "Für die Brücke fehlt uns Geld", speaker: "Zoë Brandt"}, said{words: "not my words"},
		said{words: "the Old Mill", kind: quotes.KindScare})
	x.Quotes[0].Role, x.Quotes[0].RunnerUp = "mayor", &quotes.RunnerUp{Speaker: "Ida", Confidence: 0.25}
	saved := save(t, s, x)[0]
	equal(t, "outcome", saved.Outcome, store.OutcomeAdded)
	equal(t, "ids", len(saved.Quotes), 3)
	q, want := quote(t, s, saved.Quotes[0]), x.Quotes[0]
	equal(t, "text", q.Text, want.Text)
	same(t, "spans", q.Spans, want.Spans)
	equal(t, "mention", *q.Mention, *want.Mention)
	equal(t, "cue", *q.Cue, *want.Cue)
	equal(t, "context", q.Context, want.Context)
	equal(t, "runner-up", *q.RunnerUp, *want.RunnerUp)
	equal(t, "role", q.Role, "mayor")
	equal(t, "confidence", q.Confidence, 0.9)
	equal(t, "mention confidence", q.MentionConfidence, 0.8)
	equal(t, "speaker", q.Speaker, "Zoë Brandt")
	equal(t, "article", q.Article, quotes.ArticleRef{ID: saved.Article, Title: x.Article.Title, Outlet: "Harbour Post", URL: x.Article.URL, Published: "2026-02-03", SHA256: sha256Of(x.Article.Text)})
	equal(t, "status", q.Status, quotes.StatusUnchecked)
	equal(t, "fidelity", q.Fidelity, quotes.FidelityUnchecked)
	equal(t, "state", q.State, quotes.StateNew)
	equal(t, "created by", q.CreatedBy, "ida")
	unknown := quote(t, s, saved.Quotes[1])
	equal(t, "unknown speaker", unknown.Speaker+"|"+unknown.Reason, "|nobody named")
	a := must[*quotes.Article](t)(s.Article(ctx, saved.Article))
	equal(t, "text", a.Text, x.Article.Text)
	equal(t, "byline", a.Byline, x.Article.Byline)
	equal(t, "quotes listed", a.Quotes, 2)
	_, err := s.Article(ctx, 99)
	wantCode(t, err, quotes.CodeNotFound)
	_, err = s.Quote(ctx, 99)
	wantCode(t, err, quotes.CodeNotFound)
	sound(t, s)
}

func ingestSameText(t *testing.T, s store.Store) {
	x := article("https://a.example/1", "Harbour Post", "2026-02-03", said{words: "We sail at dawn", speaker: "Ada Moor"})
	first := save(t, s, x)[0]
	again := save(t, s, x, x)
	for _, a := range again {
		equal(t, "outcome", a.Outcome, store.OutcomeDuplicate)
		equal(t, "article", a.Article, first.Article)
	}
	bare := x
	bare.Article = ptr(*x.Article)
	bare.Article.URL, bare.Article.Outlet = "", ""
	equal(t, "without a url", save(t, s, bare)[0].Outcome, store.OutcomeDuplicate)
	renamed := x
	renamed.Article = ptr(*x.Article)
	renamed.Article.Outlet = "The Post of the Harbour"
	equal(t, "from the same url", save(t, s, renamed)[0].Outcome, store.OutcomeDuplicate)
	wire := x
	wire.Article = ptr(*x.Article)
	wire.Article.URL, wire.Article.Outlet = "https://b.example/9", "Valley Courier"
	equal(t, "from another outlet", save(t, s, wire)[0].Outcome, store.OutcomeAdded)
	equal(t, "quotes", len(listed(t, s, quotes.Filter{})), 2)
	report := sound(t, s)
	equal(t, "changes", report.Changes, 2)
}

func ingestNewVersion(t *testing.T, s store.Store) {
	const url = "https://a.example/1"
	one := save(t, s, article(url, "Harbour Post", "2026-02-03", said{words: "We sail at dawn", speaker: "Ada Moor"}))[0]
	two := save(t, s, article(url, "Harbour Post", "2026-02-03", said{words: "We sail at noon", speaker: "Ada Moor"}))[0]
	equal(t, "outcome", two.Outcome, store.OutcomeVersion)
	same(t, "listed", ids(t, s, quotes.Filter{}), two.Quotes)
	quote(t, s, one.Quotes[0]) // still there by id
	a := must[*quotes.Article](t)(s.Article(ctx, two.Article))
	equal(t, "supersedes", a.Supersedes, one.Article)
	a = must[*quotes.Article](t)(s.Article(ctx, one.Article))
	equal(t, "superseded by", a.SupersededBy, two.Article)
	equal(t, "articles", len(must[[]quotes.Article](t)(s.Articles(ctx, quotes.ArticleFilter{}))), 1)
	equal(t, "with old ones", len(must[[]quotes.Article](t)(s.Articles(ctx, quotes.ArticleFilter{Superseded: true}))), 2)
	sound(t, s)
	must[*store.Undone](t)(s.Undo(ctx, by("ida", "undo"), 0))
	same(t, "after undo", ids(t, s, quotes.Filter{}), one.Quotes)
	sound(t, s)
}

func ingestRefused(t *testing.T, s store.Store) {
	good := article("https://a.example/1", "Harbour Post", "2026-02-03", said{words: "We sail at dawn", speaker: "Ada Moor"})
	for name, spoil := range map[string]func(x *quotes.Extraction){
		"not its text":     func(x *quotes.Extraction) { x.Quotes[0].Text = "We sail never" },
		"outside the text": func(x *quotes.Extraction) { x.Quotes[0].Spans[0].End = 9999 },
		"not UTF-8":        func(x *quotes.Extraction) { x.Article.Text += "\xff" },
		"no date":          func(x *quotes.Extraction) { x.Article.Published = "May 2026" },
		"no text":          func(x *quotes.Extraction) { x.Article.Text, x.Quotes = "", nil },
	} {
		bad := article("https://a.example/2", "Harbour Post", "2026-02-03", said{words: "We sail at noon", speaker: "Bo Lund"})
		spoil(&bad)
		_, err := s.SaveExtractions(ctx, by("ida", "ingest"), []quotes.Extraction{good, bad})
		if quotes.CodeOf(err) != quotes.CodeInvalid {
			t.Errorf("%s: %v", name, err)
		}
	}
	report := sound(t, s)
	equal(t, "articles", report.Articles, 0)
	equal(t, "speakers", report.Speakers, 0)
}

func ingestDryRun(t *testing.T, s store.Store) {
	op := by("ida", "ingest")
	op.DryRun = true
	x := article("", "", "", said{words: "We sail at dawn", speaker: "Ada Moor"})
	saved := must[[]store.Saved](t)(s.SaveExtractions(ctx, op, []quotes.Extraction{x}))
	equal(t, "outcome", saved[0].Outcome, store.OutcomeAdded)
	equal(t, "op", op.ID, 0)
	equal(t, "changes", sound(t, s).Changes, 0)
}

func ingestSpeakers(t *testing.T, s store.Store) {
	one := save(t, s, article("https://a.example/1", "Post", "2026-02-03",
		said{words: "First we dig", speaker: "Ada Moor"}, said{words: "No comment today", speaker: "Lund"}))[0]
	two := save(t, s, article("https://a.example/2", "Post", "2026-02-04",
		said{words: "Then we build", speaker: "ADA MOOR"}, said{words: "Ask the board", speaker: "Lund"}))[0]
	first, second := quote(t, s, one.Quotes[0]), quote(t, s, two.Quotes[0])
	equal(t, "a full name is one speaker", first.SpeakerID, second.SpeakerID)
	a, b := quote(t, s, one.Quotes[1]), quote(t, s, two.Quotes[1])
	if a.SpeakerID == b.SpeakerID {
		t.Error("a bare surname was taken for the same person in two articles")
	}
	// An editor settles who Lund is, once.
	ok(t, s.AliasSpeaker(ctx, by("ida", "speakers alias"), first.SpeakerID, []string{"Moor-Lund", "Lund"}, nil))
	three := save(t, s, article("https://a.example/3", "Post", "2026-02-05", said{words: "We are done", speaker: "Lund"}))[0]
	equal(t, "by the editor's alias", quote(t, s, three.Quotes[0]).SpeakerID, first.SpeakerID)

	// Two who are called the same are not guessed between.
	called := func(name, alias, words string) quotes.Extraction {
		x := article("", "", "2026-05-01", said{words: words, speaker: name})
		x.Speakers[0].Aliases = append(x.Speakers[0].Aliases, alias)
		return x
	}
	both := save(t, s, called("Ola Quist", "J. R. Quist", "One of us"), called("Per Quist", "J. R. Quist", "The other one"),
		article("", "", "2026-05-02", said{words: "Which of us", speaker: "J. R. Quist"}))
	third := speakerOf(t, s, both[2].Quotes[0])
	if third == speakerOf(t, s, both[0].Quotes[0]) || third == speakerOf(t, s, both[1].Quotes[0]) {
		t.Error("a name that fits two speakers was given to one of them")
	}
	other := must[quotes.QuoteID](t)(s.AddQuote(ctx, by("ida", "add"), quotes.Quote{Text: "Hear me", Speaker: "Cato Finch"}))
	ok(t, s.AliasSpeaker(ctx, by("ida", "speakers alias"), quote(t, s, other).SpeakerID, []string{"Finch"}, nil))
	sound(t, s)
}

func ingestOneOp(t *testing.T, s store.Store) {
	op := by("ida", "ingest")
	for i := range 3 {
		x := article("", "", "2026-01-0"+string(rune('1'+i)), said{words: "Number " + strings.Repeat("I", i+1), speaker: "Ada Moor"})
		must[[]store.Saved](t)(s.SaveExtractions(ctx, op, []quotes.Extraction{x}))
	}
	changes := must[[]quotes.Change](t)(s.Changes(ctx, quotes.ChangeFilter{Op: op.ID}))
	equal(t, "changes of the op", len(changes), 3)
	undone := must[*store.Undone](t)(s.Undo(ctx, by("ida", "undo"), 0))
	equal(t, "undone", undone.Op, op.ID)
	equal(t, "listed", len(listed(t, s, quotes.Filter{})), 0)
	sound(t, s)
}

func reextract(t *testing.T, s store.Store) {
	x := article("https://a.example/1", "Post", "2026-02-03",
		said{words: "The gate is open", speaker: "Ada Moor"}, said{words: "The gate is shut", speaker: "Bo Lund"},
		said{words: "the Long Gate", kind: quotes.KindScare}, said{words: "I never said so", speaker: "Bo Lund"})
	saved := save(t, s, x)[0]
	must[int](t)(s.UpdateQuotes(ctx, by("bob", "edit"), list(saved.Quotes[1]), quotes.QuoteUpdate{Speaker: ptr("Ada Moor")}))
	newer := x
	newer.Article = must[*quotes.Article](t)(s.Article(ctx, saved.Article))
	newer.Article.Extractor = "test/2"
	all := append([]quotes.Quote(nil), x.Quotes...)
	all[2].Kind = quotes.KindPartial // changed
	added := all[3]
	added.Text, added.Spans = added.Text[:7], []quotes.Span{{Start: added.Spans[0].Start, End: added.Spans[0].Start + 7}}
	newer.Quotes = []quotes.Quote{all[0], all[1], all[2], added}
	got := must[*store.Reextracted](t)(s.Reextract(ctx, by("ida", "reextract"), newer))
	equal(t, "counts", *got, store.Reextracted{Kept: 2, Changed: 1, Added: 1, Withdrawn: 1})
	equal(t, "the editor's word", quote(t, s, saved.Quotes[1]).Speaker, "Ada Moor")
	_, err := s.Quote(ctx, saved.Quotes[3])
	wantCode(t, err, quotes.CodeNotFound)
	a := must[*quotes.Article](t)(s.Article(ctx, saved.Article))
	equal(t, "extractor", a.Extractor, "test/2")
	sound(t, s)
	got = must[*store.Reextracted](t)(s.Reextract(ctx, by("ida", "reextract"), newer))
	equal(t, "again", *got, store.Reextracted{Kept: 4})
	must[*store.Undone](t)(s.Undo(ctx, by("ida", "undo"), 0))
	equal(t, "back again", quote(t, s, saved.Quotes[3]).Text, "I never said so")
	sound(t, s)
}

func reextractLocal(t *testing.T, s store.Store) {
	x := article("https://a.example/1", "Post", "2026-02-03", said{words: "We saw nothing", speaker: "Lund"})
	saved := save(t, s, x)[0]
	x.Article.ID = saved.Article
	got := must[*store.Reextracted](t)(s.Reextract(ctx, by("ida", "reextract"), x))
	equal(t, "counts", *got, store.Reextracted{Kept: 1})
	x.Article.ID = 42
	_, err := s.Reextract(ctx, by("ida", "reextract"), x)
	wantCode(t, err, quotes.CodeNotFound)
	sound(t, s)
}

// An ingest of many batches heeds what editors do between them, and what came
// of a batch that was not kept.
func namesChanged(t *testing.T, open Opener) {
	s, desk := open(t), open(t)
	day := 0
	ingest := func(op *store.Op, speaker string) (*quotes.Speaker, error) {
		day++
		url := "https://a.example/" + strings.Repeat("x", day)
		_, err := s.SaveExtractions(ctx, op, []quotes.Extraction{article(url, "Post", "2026-01-10",
			said{words: "Word " + url, speaker: speaker})})
		ok(t, err)
		return desk.FindSpeaker(ctx, speaker)
	}
	op := by("ida", "ingest")
	ada := must[*quotes.Speaker](t)(ingest(op, "Ada Moor"))
	bo := must[*quotes.Speaker](t)(ingest(op, "Bo Lund"))
	ok(t, desk.MergeSpeakers(ctx, by("ed", "speakers merge"), ada.ID, []quotes.SpeakerID{bo.ID}))
	equal(t, "merged meanwhile", must[*quotes.Speaker](t)(ingest(op, "Bo Lund")).ID, ada.ID)
	ok(t, desk.AliasSpeaker(ctx, by("ed", "speakers alias"), ada.ID, []string{"Cato Finch"}, nil))
	equal(t, "named meanwhile", must[*quotes.Speaker](t)(ingest(op, "Cato Finch")).ID, ada.ID)

	_, err := ingest(&store.Op{Who: "ida", Command: "ingest", DryRun: true}, "Dora Quill")
	wantCode(t, err, quotes.CodeNotFound)
	dora := must[*quotes.Speaker](t)(ingest(op, "Dora Quill"))
	equal(t, "made after a dry run", dora.Quotes, 1)
	equal(t, "met again", must[*quotes.Speaker](t)(ingest(op, "Dora Quill")).ID, dora.ID)
	sound(t, s)
}

// sha256Of is the hash of an article's text.
func sha256Of(body string) string {
	sum := sha256.Sum256([]byte(body))
	return hex.EncodeToString(sum[:])
}
