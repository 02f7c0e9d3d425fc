package storetest

import (
	"testing"

	"onrecord/quotes"
	"onrecord/store"
)

var claimTests = []test{
	{"flag", flagQuotes},
	{"flag/parts", flagParts},
	{"flag/claims", flagClaims},
	{"mark/verdict", markVerdict},
	{"mark/workflow", markWorkflow},
	{"mark/fidelity", markFidelity},
	{"mark/several claims", markSeveral},
}

func claim(t *testing.T, s store.Store, id quotes.ClaimID) quotes.Claim {
	t.Helper()
	return must[[]quotes.Claim](t)(s.Claims(ctx, []quotes.ClaimID{id}))[0]
}

func verdict(v quotes.Verdict) quotes.Mark { return quotes.Mark{Axis: quotes.AxisVerdict, Verdict: v} }

func workflow(w quotes.Workflow, note string) quotes.Mark {
	return quotes.Mark{Axis: quotes.AxisWorkflow, Workflow: w, Note: note}
}

func flagQuotes(t *testing.T, s store.Store) {
	q := three(t, s)
	claims := must[[]quotes.ClaimID](t)(s.FlagQuotes(ctx, by("bob", "flag"), q[:2], quotes.Flag{
		Assignee: "eve", Due: "2026-07-01", Priority: quotes.PriorityHigh, Note: "ask the port",
	}))
	equal(t, "claims", len(claims), 2)
	c := claim(t, s, claims[0])
	equal(t, "text", c.Text, "The harbour froze overnight")
	equal(t, "workflow", c.Workflow, quotes.WorkflowFlagged)
	equal(t, "assignee", c.Assignee+c.Due+string(c.Priority)+c.Note, "eve2026-07-01highask the port")
	same(t, "quotes", c.Quotes, q[:1])
	equal(t, "appearance", c.Appearances[0], quotes.Appearance{Claim: c.ID, Quote: q[0], Start: 0, End: 27, Stance: quotes.StanceAsserts})
	equal(t, "by", c.CreatedBy, "bob")
	equal(t, "status", quote(t, s, q[0]).Status, quotes.Status(quotes.WorkflowFlagged))
	again := must[[]quotes.ClaimID](t)(s.FlagQuotes(ctx, by("bob", "flag"), q[:1], quotes.Flag{}))
	same(t, "not made again", again, claims[:1])
	_, err := s.FlagQuotes(ctx, by("bob", "flag"), q[:1], quotes.Flag{Due: "soon"})
	wantCode(t, err, quotes.CodeInvalid)
	_, err = s.Claims(ctx, []quotes.ClaimID{claims[0], 99})
	wantCode(t, err, quotes.CodeNotFound)
	_, err = s.ClaimsOf(ctx, 99)
	wantCode(t, err, quotes.CodeNotFound)
	equal(t, "none", len(must[[]quotes.Claim](t)(s.ClaimsOf(ctx, q[2]))), 0)
	sound(t, s)
}

func flagParts(t *testing.T, s store.Store) {
	x := article("", "", "2026-01-01", said{words: "It’s cold in Örebro, and cold in  Malmö too", speaker: "Ada Moor"})
	q := save(t, s, x)[0].Quotes
	for part, want := range map[string]quotes.Span{
		"in Örebro":        {Start: 10, End: 19},
		"it's cold":        {Start: 0, End: 9},
		"cold in malmö":    {Start: 25, End: 39},
		"Malmö too":        {Start: 34, End: 43},
		"  and cold   in ": {Start: 21, End: 32},
	} {
		claims := must[[]quotes.ClaimID](t)(s.FlagQuotes(ctx, by("bob", "flag"), q, quotes.Flag{Part: part, Paraphrase: "P " + part}))
		a := claim(t, s, claims[0]).Appearances[0]
		equal(t, part, quotes.Span{Start: a.Start, End: a.End}, want)
	}
	equal(t, "claims", len(must[[]quotes.Claim](t)(s.ClaimsOf(ctx, q[0]))), 5)
	for _, part := range []string{"cold", "warm"} { // twice, never
		_, err := s.FlagQuotes(ctx, by("bob", "flag"), q, quotes.Flag{Part: part})
		wantCode(t, err, quotes.CodeInvalid)
	}
	sound(t, s)
}

func flagClaims(t *testing.T, s store.Store) {
	q := three(t, s)
	marked := must[*store.Marked](t)(s.Mark(ctx, by("bob", "mark"), q[:1], nil, verdict(quotes.VerdictTrue)))
	ok(t, s.FlagClaims(ctx, by("bob", "flag"), marked.Claims, quotes.Flag{Assignee: "eve", Note: "once more"}))
	c := claim(t, s, marked.Claims[0])
	equal(t, "workflow", c.Workflow, quotes.WorkflowFlagged)
	equal(t, "verdict stays", c.Verdict, quotes.VerdictTrue)
	equal(t, "assignee", c.Assignee, "eve")
	equal(t, "status", quote(t, s, q[0]).Status, quotes.Status(quotes.WorkflowFlagged))
	wantCode(t, s.FlagClaims(ctx, by("bob", "flag"), []quotes.ClaimID{99}, quotes.Flag{}), quotes.CodeNotFound)
	sound(t, s)
}

func markVerdict(t *testing.T, s store.Store) {
	q := three(t, s)
	m := verdict(quotes.VerdictFalse)
	m.Note, m.AsOf, m.Paraphrase = "the gauge says no", "2026-01-11", "The harbour froze"
	m.Evidence = []quotes.Evidence{{URL: "https://gauge.example", Stance: quotes.StanceRefutes, Independent: true}, {URL: "https://b.example"}}
	marked := must[*store.Marked](t)(s.Mark(ctx, by("bob", "mark"), q[:1], nil, m))
	equal(t, "made", marked.Made, 1)
	equal(t, "quotes", marked.Quotes, 1)
	got := quote(t, s, q[0])
	equal(t, "axes", string(got.Status)+" "+string(got.Verdict), "checked false")
	c := claim(t, s, marked.Claims[0])
	equal(t, "text", c.Text, "The harbour froze")
	equal(t, "verdict", c.Verdict, quotes.VerdictFalse)
	equal(t, "rationale", c.Rationale+c.AsOf+c.Scale, "the gauge says no2026-01-11"+quotes.DefaultScale)
	equal(t, "evidence", len(c.Evidence), 2)
	equal(t, "stance", c.Evidence[0].Stance, quotes.StanceRefutes)
	equal(t, "independent", c.Evidence[0].Independent, true)
	// A later verdict supersedes, and keeps, the first.
	again := must[*store.Marked](t)(s.Mark(ctx, by("eve", "mark"), q[:1], nil, verdict(quotes.VerdictMostlyFalse)))
	equal(t, "made", again.Made, 0)
	c = claim(t, s, marked.Claims[0])
	equal(t, "verdict", c.Verdict, quotes.VerdictMostlyFalse)
	equal(t, "assessments", len(c.Assessments), 2)
	equal(t, "supersedes", c.Assessments[1].Supersedes, c.Assessments[0].ID)
	equal(t, "by", c.Assessments[1].By, "eve")
	sound(t, s)
	must[*store.Undone](t)(s.Undo(ctx, by("eve", "undo"), 0))
	equal(t, "first again", quote(t, s, q[0]).Verdict, quotes.VerdictFalse)
	_, err := s.Mark(ctx, by("bob", "mark"), q[:1], nil, quotes.Mark{Axis: quotes.AxisVerdict, Verdict: quotes.VerdictTrue, AsOf: "soon"})
	wantCode(t, err, quotes.CodeInvalid)
	_, err = s.Mark(ctx, by("bob", "mark"), nil, []quotes.ClaimID{99}, verdict(quotes.VerdictTrue))
	wantCode(t, err, quotes.CodeNotFound)
	sound(t, s)
}

func markWorkflow(t *testing.T, s store.Store) {
	q := three(t, s)
	mark := func(m quotes.Mark) error {
		_, err := s.Mark(ctx, by("bob", "mark"), q[:1], nil, m)
		return err
	}
	ok(t, mark(workflow(quotes.WorkflowChecking, "")))
	wantCode(t, mark(workflow(quotes.WorkflowPublished, "")), quotes.CodeInvalid)
	wantCode(t, mark(workflow(quotes.WorkflowBlocked, "")), quotes.CodeInvalid)
	wantCode(t, mark(workflow(quotes.WorkflowWontCheck, " ")), quotes.CodeInvalid)
	ok(t, mark(workflow(quotes.WorkflowBlocked, "no records")))
	ok(t, mark(verdict(quotes.VerdictTrue)))
	ok(t, mark(workflow(quotes.WorkflowPublished, "")))
	equal(t, "status", quote(t, s, q[0]).Status, quotes.Status(quotes.WorkflowPublished))
	ok(t, mark(workflow(quotes.WorkflowWontCheck, "settled")))
	wantCode(t, mark(quotes.Mark{Axis: "mood"}), quotes.CodeInvalid)
	sound(t, s)
}

func markFidelity(t *testing.T, s store.Store) {
	q := three(t, s)
	m := quotes.Mark{Axis: quotes.AxisFidelity, Fidelity: quotes.FidelityAltered}
	marked := must[*store.Marked](t)(s.Mark(ctx, by("bob", "mark"), q[:2], nil, m))
	equal(t, "quotes", marked.Quotes, 2)
	equal(t, "claims", len(marked.Claims), 0)
	equal(t, "fidelity", quote(t, s, q[0]).Fidelity, quotes.FidelityAltered)
	equal(t, "status", quote(t, s, q[0]).Status, quotes.StatusUnchecked)
	claims := must[[]quotes.ClaimID](t)(s.FlagQuotes(ctx, by("bob", "flag"), q[:1], quotes.Flag{}))
	_, err := s.Mark(ctx, by("bob", "mark"), nil, claims, m)
	wantCode(t, err, quotes.CodeInvalid)
	sound(t, s)
}

func markSeveral(t *testing.T, s store.Store) {
	q := three(t, s)
	one := must[[]quotes.ClaimID](t)(s.FlagQuotes(ctx, by("bob", "flag"), q[:1], quotes.Flag{Part: "The harbour"}))[0]
	two := must[[]quotes.ClaimID](t)(s.FlagQuotes(ctx, by("bob", "flag"), q[:1], quotes.Flag{Part: "froze overnight"}))[0]
	_, err := s.Mark(ctx, by("bob", "mark"), q[:1], nil, verdict(quotes.VerdictTrue))
	wantCode(t, err, quotes.CodeAmbiguous)
	for _, part := range []string{"c1", "c2", "froze overnight"} {
		if !contains(err.Error(), part) {
			t.Errorf("%q is not in %q", part, err)
		}
	}
	m := verdict(quotes.VerdictTrue)
	m.Part = "froze overnight"
	marked := must[*store.Marked](t)(s.Mark(ctx, by("bob", "mark"), q[:1], nil, m))
	same(t, "the part's claim", marked.Claims, []quotes.ClaimID{two})
	got := quote(t, s, q[0])
	equal(t, "mixed", string(got.Status)+" "+string(got.Verdict), "mixed mixed")
	must[*store.Marked](t)(s.Mark(ctx, by("bob", "mark"), nil, []quotes.ClaimID{one, one}, verdict(quotes.VerdictTrue)))
	got = quote(t, s, q[0])
	equal(t, "agreed", string(got.Status)+" "+string(got.Verdict), "checked true")
	sound(t, s)
}
