package storetest

import (
	"testing"

	"onrecord/quotes"
	"onrecord/store"
)

var rulingTests = []test{
	{"rulings/save", saveRulings},
	{"rulings/again", saveRulingsAgain},
	{"rulings/undo", undoRulings},
	{"rulings/find", findRulings},
	{"rulings/refuse", refuseRulings},
	{"rulings/merge", mergeRulings},
}

func ruling(text, speaker, word string) quotes.Ruling {
	return quotes.Ruling{
		Text: text, Speaker: quotes.Speaker{Name: speaker, Kind: quotes.SpeakerPerson}, SaidOn: "2026-10-02",
		Appeared: []string{"https://papers.example/1"}, Publisher: "Fact Desk", URL: "https://facts.example/" + word,
		Word: word, Rating: "1", Scale: "facts.example/1-5", Published: "2026-10-05", Rationale: "it is not so",
	}
}

func ruled(t *testing.T, s store.Store, all ...quotes.Ruling) []store.Ruled {
	t.Helper()
	return must[[]store.Ruled](t)(s.SaveRulings(ctx, by("bob", "import"), all))
}

func saveRulings(t *testing.T, s store.Store) {
	out := ruled(t, s, ruling("The moon is hollow", "Ann Lee", "Pants on Fire!"), ruling("The sea is warm", "Ann Lee", "True"))
	equal(t, "outcome", out[0].Outcome, store.OutcomeAdded)
	c := claim(t, s, out[0].Claim)
	equal(t, "verdict", c.Verdict, "Pants on Fire!")
	equal(t, "workflow", c.Workflow, quotes.WorkflowChecked)
	equal(t, "speaker", c.Speaker, "Ann Lee")
	equal(t, "one speaker", claim(t, s, out[1].Claim).SpeakerID, c.SpeakerID)
	a := c.Assessments[0]
	equal(t, "publisher", a.Publisher+" "+a.URL+" "+a.Scale+" "+a.Rating+" "+a.AsOf, "Fact Desk https://facts.example/Pants on Fire! facts.example/1-5 1 2026-10-05")
	equal(t, "appearance", c.Evidence[0].Kind+" "+c.Evidence[0].URL, "appearance https://papers.example/1")
}

// The same ruling adds nothing, also to a claim that an editor worded better;
// another verdict under its address supersedes.
func saveRulingsAgain(t *testing.T, s store.Store) {
	r := ruling("The moon is hollow", "Ann Lee", "False")
	id := ruled(t, s, r)[0].Claim
	must[int](t)(s.UpdateClaims(ctx, by("bob", "claims edit"), []quotes.ClaimID{id}, quotes.ClaimUpdate{Text: ptr("Nothing is inside the moon")}))
	must[int](t)(s.LinkClaim(ctx, by("bob", "claims link"), id, three(t, s)[:1], quotes.ClaimLink{}))
	before := sound(t, s).Changes
	again := ruled(t, s, r)[0]
	equal(t, "again", again.Outcome, store.OutcomeDuplicate)
	equal(t, "the claim", again.Claim, id)
	equal(t, "changes", sound(t, s).Changes, before)
	r.Word = "Mostly False"
	changed := ruled(t, s, r)[0]
	equal(t, "changed", changed.Outcome, store.OutcomeVersion)
	c := claim(t, s, id)
	equal(t, "verdict", c.Verdict, "Mostly False")
	equal(t, "supersedes", c.Assessments[1].Supersedes, c.Assessments[0].ID)
	corrections := must[[]quotes.Correction](t)(s.Corrections(ctx, quotes.CorrectionFilter{}))
	equal(t, "corrections of ours", len(corrections), 0)
	r.Text = "The moon is made of cheese"
	equal(t, "another claim of the same review", ruled(t, s, r)[0].Outcome, store.OutcomeAdded)
}

func undoRulings(t *testing.T, s store.Store) {
	r := ruling("The moon is hollow", "Ann Lee", "False")
	ruled(t, s, r, ruling("The sea is warm", "Bo Berg", "True"))
	must[*store.Undone](t)(s.Undo(ctx, by("bob", "undo"), 0))
	equal(t, "claims", len(claimIDs(t, s.FindClaims(ctx, quotes.ClaimFilter{}))), 0)
	equal(t, "once more", ruled(t, s, r)[0].Outcome, store.OutcomeAdded)
}

// Claims of rulings are found by speaker and by verdict in any spelling, and
// are matched like those of quotes.
func findRulings(t *testing.T, s store.Store) {
	id := ruled(t, s, ruling("The new harbour bridge was paid for by foreign banks", "Ann Lee", "Mostly False"))[0].Claim
	other := ruled(t, s, ruling("The ferries carry fewer passengers than ten years ago", "Bo Berg", "False"))[0].Claim
	find := func(f quotes.ClaimFilter) []quotes.ClaimID { return claimIDs(t, s.FindClaims(ctx, f)) }
	same(t, "by speaker", find(quotes.ClaimFilter{Speakers: []string{"lee"}}), []quotes.ClaimID{id})
	same(t, "by verdict", find(quotes.ClaimFilter{Verdicts: []quotes.Verdict{"mostly-false"}}), []quotes.ClaimID{id})
	same(t, "by our word", find(quotes.ClaimFilter{Verdicts: []quotes.Verdict{"false"}}), []quotes.ClaimID{other})
	match := func(f quotes.Filter) int {
		found := must[[]quotes.Match](t)(s.Match(ctx, quotes.Likeness{Text: "foreign banks paid for the new harbour bridge", Filter: f}))
		for _, m := range found {
			if m.Type != quotes.MatchClaim || m.ID != int64(id) || m.Speaker != "Ann Lee" || m.Verdict != "Mostly False" {
				t.Errorf("matched %+v", m)
			}
		}
		return len(found)
	}
	equal(t, "match", match(quotes.Filter{Tags: []string{}, Sort: []quotes.SortKey{{Field: quotes.SortID}}}), 1)
	equal(t, "match by speaker", match(quotes.Filter{Speakers: []string{"Ann Lee"}}), 1)
	equal(t, "match of another", match(quotes.Filter{Speakers: []string{"Bo Berg"}}), 0)
	equal(t, "match of an outlet", match(quotes.Filter{Outlets: []string{"Gazette"}}), 0)
}

func refuseRulings(t *testing.T, s store.Store) {
	for _, spoil := range []func(*quotes.Ruling){
		func(r *quotes.Ruling) { r.Text = " " },
		func(r *quotes.Ruling) { r.Word = "" },
		func(r *quotes.Ruling) { r.URL = "" },
		func(r *quotes.Ruling) { r.Publisher = "" },
		func(r *quotes.Ruling) { r.Published = "yesterday" },
		func(r *quotes.Ruling) { r.Word = "\xff" },
	} {
		r := ruling("The moon is hollow", "Ann Lee", "False")
		spoil(&r)
		_, err := s.SaveRulings(ctx, by("bob", "import"), []quotes.Ruling{ruling("The sea is warm", "", "True"), r})
		wantCode(t, err, quotes.CodeInvalid)
	}
	equal(t, "claims", len(claimIDs(t, s.FindClaims(ctx, quotes.ClaimFilter{}))), 0)
}

// A ruling kept in a merger stays that of its publisher.
func mergeRulings(t *testing.T, s store.Store) {
	q := three(t, s)
	own := flagged(t, s, q[0], quotes.Flag{})
	theirs := ruled(t, s, ruling("The harbour froze", "Ann Lee", "False"))[0].Claim
	judged(t, s, "bob", own, quotes.VerdictTrue)
	ok(t, s.MergeClaims(ctx, by("bob", "claims merge"), own, []quotes.ClaimID{theirs}, theirs))
	c := claim(t, s, own)
	last := c.Assessments[len(c.Assessments)-1]
	equal(t, "verdict", string(last.Verdict)+" "+last.Publisher, "False Fact Desk")
}
