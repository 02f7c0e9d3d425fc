package storetest

import (
	"iter"
	"testing"

	"onrecord/quotes"
	"onrecord/store"
)

var claimsDeskTests = []test{
	{"claims/link", linkClaims},
	{"claims/unlink", unlinkClaims},
	{"claims/split quotes", splitQuotes},
	{"claims/split part", splitPart},
	{"claims/merge", mergeClaims},
	{"claims/merge differing verdicts", mergeDiffering},
	{"claims/edit", editClaims},
	{"claims/evidence", setEvidence},
	{"claims/publish gate", publishGate},
	{"claims/correction", correctVerdict},
	{"claims/find", findClaims},
	{"claims/queue", queueOrder},
	{"scale/choose", chooseScale},
	{"scale/define", defineScale},
	{"claims/brute force", bruteForce},
}

// flagged makes one claim of one quote.
func flagged(t *testing.T, s store.Store, id quotes.QuoteID, f quotes.Flag) quotes.ClaimID {
	t.Helper()
	return must[[]quotes.ClaimID](t)(s.FlagQuotes(ctx, by("bob", "flag"), list(id), f))[0]
}

// judged gives a claim a verdict.
func judged(t *testing.T, s store.Store, who string, id quotes.ClaimID, v quotes.Verdict) *store.Marked {
	t.Helper()
	return must[*store.Marked](t)(s.Mark(ctx, by(who, "mark"), nil, []quotes.ClaimID{id}, verdict(v)))
}

// axes are a quote's status and verdict.
func axes(t *testing.T, s store.Store, id quotes.QuoteID) string {
	t.Helper()
	q := quote(t, s, id)
	return string(q.Status) + " " + string(q.Verdict)
}

func claimIDs(t *testing.T, claims iter.Seq2[*quotes.Claim, error]) []quotes.ClaimID {
	t.Helper()
	out := []quotes.ClaimID{}
	for c, err := range claims {
		ok(t, err)
		out = append(out, c.ID)
	}
	return out
}

// One verdict serves every repeat, in quotes and in filters, at once.
func linkClaims(t *testing.T, s store.Store) {
	q := three(t, s)
	c := flagged(t, s, q[0], quotes.Flag{Part: "The harbour froze"})
	judged(t, s, "bob", c, quotes.VerdictFalse)
	equal(t, "linked", must[int](t)(s.LinkClaim(ctx, by("bob", "claims link"), c, q[1:], quotes.ClaimLink{Stance: quotes.StanceDenies})), 2)
	equal(t, "linked already", must[int](t)(s.LinkClaim(ctx, by("bob", "claims link"), c, q[1:2], quotes.ClaimLink{Stance: quotes.StanceDenies})), 0)
	for _, id := range q {
		equal(t, "axes", axes(t, s, id), "checked false")
	}
	marked := judged(t, s, "eve", c, quotes.VerdictTrue)
	equal(t, "quotes moved", marked.Quotes, 3)
	equal(t, "superseded", marked.Superseded[0].By, "bob")
	equal(t, "listed", len(ids(t, s, quotes.Filter{Verdicts: []quotes.Verdict{quotes.VerdictTrue}})), 3)
	got := claim(t, s, c)
	same(t, "quotes", got.Quotes, q)
	equal(t, "stance", got.Appearances[1].Stance, quotes.StanceDenies)
	_, err := s.LinkClaim(ctx, by("bob", "claims link"), c, q[:1], quotes.ClaimLink{Part: "not there"})
	wantCode(t, err, quotes.CodeInvalid)
	_, err = s.LinkClaim(ctx, by("bob", "claims link"), 99, q[:1], quotes.ClaimLink{})
	wantCode(t, err, quotes.CodeNotFound)
	_, err = s.LinkClaim(ctx, by("bob", "claims link"), c, list(99), quotes.ClaimLink{})
	wantCode(t, err, quotes.CodeNotFound)
	_, err = s.LinkClaim(ctx, by("bob", "claims link"), c, q[:1], quotes.ClaimLink{Stance: quotes.StanceRefutes})
	wantCode(t, err, quotes.CodeInvalid)
	sound(t, s)
}

func unlinkClaims(t *testing.T, s store.Store) {
	q := three(t, s)
	c := flagged(t, s, q[0], quotes.Flag{})
	must[int](t)(s.LinkClaim(ctx, by("bob", "claims link"), c, q[1:2], quotes.ClaimLink{}))
	out := must[*store.Unlinked](t)(s.UnlinkClaim(ctx, by("bob", "claims unlink"), c, q[:1]))
	equal(t, "appearances", out.Appearances, 1)
	equal(t, "stands", out.Withdrawn, false)
	equal(t, "no claim", axes(t, s, q[0]), "unchecked ")
	_, err := s.UnlinkClaim(ctx, by("bob", "claims unlink"), c, q[:1])
	wantCode(t, err, quotes.CodeNotFound)
	judged(t, s, "bob", c, quotes.VerdictTrue)
	_, err = s.UnlinkClaim(ctx, by("bob", "claims unlink"), c, q[1:2]) // the verdict would be nowhere
	wantCode(t, err, quotes.CodeConflict)
	equal(t, "refused whole", axes(t, s, q[1]), "checked true")
	empty := flagged(t, s, q[2], quotes.Flag{})
	out = must[*store.Unlinked](t)(s.UnlinkClaim(ctx, by("bob", "claims unlink"), empty, q[2:]))
	equal(t, "withdrawn", out.Withdrawn, true)
	_, err = s.Claims(ctx, []quotes.ClaimID{empty})
	wantCode(t, err, quotes.CodeNotFound)
	must[*store.Undone](t)(s.Undo(ctx, by("bob", "undo"), 0))
	equal(t, "back", axes(t, s, q[2]), "flagged ")
	sound(t, s)
}

func splitQuotes(t *testing.T, s store.Store) {
	q := three(t, s)
	c := flagged(t, s, q[0], quotes.Flag{Assignee: "eve", Due: "2026-07-01", Priority: quotes.PriorityHigh})
	must[int](t)(s.LinkClaim(ctx, by("bob", "claims link"), c, q[1:], quotes.ClaimLink{}))
	judged(t, s, "bob", c, quotes.VerdictTrue)
	made := must[quotes.ClaimID](t)(s.SplitClaim(ctx, by("bob", "claims split"), c, quotes.ClaimSplit{Quotes: q[2:], Text: "Something else"}))
	// Nobody has judged the new one; the old one keeps its verdict.
	equal(t, "new", axes(t, s, q[2]), "flagged ")
	equal(t, "old", axes(t, s, q[1]), "checked true")
	got := claim(t, s, made)
	equal(t, "text", got.Text, "Something else")
	equal(t, "to be checked by the same", got.Assignee+got.Due+string(got.Priority), "eve2026-07-01high")
	same(t, "quotes", got.Quotes, q[2:])
	equal(t, "assessments", len(got.Assessments), 0)
	same(t, "the old one's", claim(t, s, c).Quotes, q[:2])
	for _, split := range []quotes.ClaimSplit{{Quotes: q[:2]}, {}, {Quotes: q[:1], Rest: "froze"}} {
		_, err := s.SplitClaim(ctx, by("bob", "claims split"), c, split)
		wantCode(t, err, quotes.CodeInvalid)
	}
	_, err := s.SplitClaim(ctx, by("bob", "claims split"), c, quotes.ClaimSplit{Quotes: q[2:]})
	wantCode(t, err, quotes.CodeNotFound)
	named := must[quotes.ClaimID](t)(s.SplitClaim(ctx, by("bob", "claims split"), c, quotes.ClaimSplit{Quotes: q[1:2]}))
	equal(t, "its own words", claim(t, s, named).Text, quote(t, s, q[1]).Text)
	sound(t, s)
}

func splitPart(t *testing.T, s store.Store) {
	q := three(t, s)
	c := flagged(t, s, q[0], quotes.Flag{})
	split := quotes.ClaimSplit{Part: "froze overnight", Rest: "The harbour"}
	made := must[quotes.ClaimID](t)(s.SplitClaim(ctx, by("bob", "claims split"), c, split))
	old, fresh := claim(t, s, c).Appearances[0], claim(t, s, made).Appearances[0]
	equal(t, "old", quotes.Span{Start: old.Start, End: old.End}, quotes.Span{Start: 0, End: 11})
	equal(t, "new", quotes.Span{Start: fresh.Start, End: fresh.End}, quotes.Span{Start: 12, End: 27})
	equal(t, "text", claim(t, s, made).Text, "froze overnight")
	judged(t, s, "bob", made, quotes.VerdictTrue)
	equal(t, "mixed", axes(t, s, q[0]), "mixed mixed")
	for _, split := range []quotes.ClaimSplit{
		{Part: "The harbour"},                         // all that the claim has
		{Part: "froze"},                               // not its words any more
		{Part: "harbour", Quotes: q[1:2]},             // not its quote
		{Part: "harbour", Rest: "a dry dock"},         // not in the quote
		{Part: "harbour", Rest: "harbour", Text: "x"}, // both the same
	} {
		_, err := s.SplitClaim(ctx, by("bob", "claims split"), c, split)
		wantCode(t, err, quotes.CodeInvalid)
	}
	sound(t, s)
}

func mergeClaims(t *testing.T, s store.Store) {
	q := three(t, s)
	into := flagged(t, s, q[0], quotes.Flag{Note: "first"})
	other := flagged(t, s, q[1], quotes.Flag{Assignee: "eve", Priority: quotes.PriorityUrgent, Note: "second"})
	third := flagged(t, s, q[2], quotes.Flag{})
	must[int](t)(s.LinkClaim(ctx, by("bob", "claims link"), other, q[:1], quotes.ClaimLink{}))
	m := verdict(quotes.VerdictFalse)
	m.Note, m.Evidence = "no", []quotes.Evidence{{URL: "https://e.example"}}
	must[*store.Marked](t)(s.Mark(ctx, by("eve", "mark"), nil, []quotes.ClaimID{other, third}, m))
	before := picture(t, s)
	op := by("bob", "claims merge")
	op.Note = "merged into the first"
	ok(t, s.MergeClaims(ctx, op, into, []quotes.ClaimID{other, third, other}, 0))
	for _, id := range q {
		equal(t, "axes", axes(t, s, id), "checked false")
	}
	c := claim(t, s, into)
	same(t, "quotes", c.Quotes, q)
	equal(t, "appearances", len(c.Appearances), 3) // q[0] only once
	equal(t, "assessments", len(c.Assessments), 2)
	equal(t, "evidence", len(c.Evidence), 1) // the same piece only once
	equal(t, "filled", c.Assignee+" "+string(c.Priority)+" "+c.Note+" "+c.Rationale, "eve urgent first no")
	_, err := s.Claims(ctx, []quotes.ClaimID{other})
	wantCode(t, err, quotes.CodeNotFound)
	if !contains(err.Error(), "merged into the first") {
		t.Errorf("%q does not say where it went", err)
	}
	sound(t, s)
	must[*store.Undone](t)(s.Undo(ctx, by("bob", "undo"), 0))
	equal(t, "after undo", picture(t, s), before)
	wantCode(t, s.MergeClaims(ctx, by("bob", "claims merge"), into, []quotes.ClaimID{into}, 0), quotes.CodeInvalid)
	wantCode(t, s.MergeClaims(ctx, by("bob", "claims merge"), into, []quotes.ClaimID{99}, 0), quotes.CodeNotFound)
	sound(t, s)
}

func mergeDiffering(t *testing.T, s store.Store) {
	q := three(t, s)
	into, other := flagged(t, s, q[0], quotes.Flag{}), flagged(t, s, q[1], quotes.Flag{})
	third := flagged(t, s, q[2], quotes.Flag{})
	judged(t, s, "bob", into, quotes.VerdictTrue)
	judged(t, s, "eve", other, quotes.VerdictFalse)
	merge := func(keep quotes.ClaimID) error {
		return s.MergeClaims(ctx, by("ida", "claims merge"), into, []quotes.ClaimID{other, third}, keep)
	}
	err := merge(0)
	wantCode(t, err, quotes.CodeConflict)
	for _, part := range []string{"c1 is true", "c2 is false", "--keep"} {
		if !contains(err.Error(), part) {
			t.Errorf("%q is not in %q", part, err)
		}
	}
	wantCode(t, merge(99), quotes.CodeInvalid)
	wantCode(t, merge(third), quotes.CodeInvalid) // it has none
	equal(t, "refused whole", axes(t, s, q[1]), "checked false")
	ok(t, merge(into))
	for _, id := range q {
		equal(t, "kept", axes(t, s, id), "checked true")
	}
	// Eve's verdict is the later one: bob's is stated once more, by who merged.
	all := claim(t, s, into).Assessments
	equal(t, "assessments", len(all), 3)
	equal(t, "lost to nobody", string(all[0].Verdict+" "+all[1].Verdict+" "+all[2].Verdict)+" "+all[2].By, "true false true ida")
	equal(t, "supersedes", all[2].Supersedes, all[1].ID)
	sound(t, s)
	must[*store.Undone](t)(s.Undo(ctx, by("ida", "undo"), 0))
	ok(t, merge(other))
	equal(t, "the other's", axes(t, s, q[0]), "checked false")
	equal(t, "no need to state it", len(claim(t, s, into).Assessments), 2)
	sound(t, s)
}

func editClaims(t *testing.T, s store.Store) {
	q := three(t, s)
	c := flagged(t, s, q[0], quotes.Flag{})
	worth := claim(t, s, c).Worthiness
	rev := claim(t, s, c).Rev
	u := quotes.ClaimUpdate{
		Rev: rev, Text: ptr("Unemployment fell by 12% to 40,000 in 2025"), Assignee: ptr("eve"), Due: ptr("2026-05-05"),
		Priority: ptr(quotes.PriorityLow), Note: ptr("n"),
	}
	equal(t, "changed", must[int](t)(s.UpdateClaims(ctx, by("bob", "claims edit"), []quotes.ClaimID{c}, u)), 1)
	got := claim(t, s, c)
	equal(t, "fields", got.Text+got.Assignee+got.Due+string(got.Priority)+got.Note, *u.Text+"eve2026-05-05lown")
	if got.Worthiness <= worth {
		t.Errorf("the text has numbers now, but is worth %v after %v", got.Worthiness, worth)
	}
	equal(t, "the workflow stays", got.Workflow, quotes.WorkflowFlagged)
	u.Text = ptr("Other")
	_, err := s.UpdateClaims(ctx, by("eve", "claims edit"), []quotes.ClaimID{c}, u)
	wantCode(t, err, quotes.CodeConflict)
	if !contains(err.Error(), "bob changed text") {
		t.Errorf("%q does not say who changed it", err)
	}
	for _, bad := range []quotes.ClaimUpdate{{Text: ptr(" ")}, {Due: ptr("soon")}, {Note: ptr("\xff")}} {
		_, err := s.UpdateClaims(ctx, by("bob", "claims edit"), []quotes.ClaimID{c}, bad)
		wantCode(t, err, quotes.CodeInvalid)
	}
	_, err = s.UpdateClaims(ctx, by("bob", "claims edit"), []quotes.ClaimID{c, 99}, quotes.ClaimUpdate{Note: ptr("all or none")})
	wantCode(t, err, quotes.CodeNotFound)
	equal(t, "none", claim(t, s, c).Note, "n")
	sound(t, s)
}

func setEvidence(t *testing.T, s store.Store) {
	q := three(t, s)
	c := flagged(t, s, q[0], quotes.Flag{})
	set := func(remove []string, all ...quotes.EvidenceUpdate) (changed, removed int) {
		t.Helper()
		changed, removed, err := s.SetEvidence(ctx, by("bob", "claims evidence"), c, all, remove)
		ok(t, err)
		return changed, removed
	}
	const a, b = "https://a.example/1", "https://b.example/2"
	changed, _ := set(nil, quotes.EvidenceUpdate{
		URL: a, Archived: ptr("https://archive.example/1"), Passage: ptr("fell"), Stance: ptr(quotes.StanceRefutes),
		Kind: ptr("data"), Accessed: ptr("2026-02-02"), Independent: ptr(true),
	}, quotes.EvidenceUpdate{URL: b})
	equal(t, "added", changed, 2)
	changed, _ = set(nil, quotes.EvidenceUpdate{URL: a, Passage: ptr("fell by a third")}, quotes.EvidenceUpdate{URL: b})
	equal(t, "changed", changed, 1)
	all := claim(t, s, c).Evidence
	equal(t, "pieces", len(all), 2)
	e := all[0]
	equal(t, "fields", e.URL+e.Archived+e.Passage+string(e.Stance)+e.Kind+e.Accessed+e.By, a+"https://archive.example/1fell by a thirdrefutesdata2026-02-02bob")
	equal(t, "independent", e.Independent, true)
	equal(t, "defaults", string(all[1].Stance), "context")
	_, removed := set([]string{a}, quotes.EvidenceUpdate{URL: b, Independent: ptr(true)})
	equal(t, "removed", removed, 1)
	equal(t, "left", len(claim(t, s, c).Evidence), 1)
	_, _, err := s.SetEvidence(ctx, by("bob", "claims evidence"), c, []quotes.EvidenceUpdate{{URL: "https://c.example"}}, []string{a})
	wantCode(t, err, quotes.CodeNotFound)
	equal(t, "refused whole", len(claim(t, s, c).Evidence), 1)
	for _, bad := range []quotes.EvidenceUpdate{{URL: " "}, {URL: a, Accessed: ptr("soon")}, {URL: a, Stance: ptr(quotes.StanceDenies)}, {URL: a, Kind: ptr("\xff")}} {
		_, _, err := s.SetEvidence(ctx, by("bob", "claims evidence"), c, []quotes.EvidenceUpdate{bad}, nil)
		wantCode(t, err, quotes.CodeInvalid)
	}
	// A mark with a source that is there already does not give it twice.
	m := verdict(quotes.VerdictTrue)
	m.Evidence = []quotes.Evidence{{URL: b}}
	must[*store.Marked](t)(s.Mark(ctx, by("bob", "mark"), nil, []quotes.ClaimID{c}, m))
	equal(t, "once", len(claim(t, s, c).Evidence), 1)
	equal(t, "still independent", claim(t, s, c).Evidence[0].Independent, true)
	sound(t, s)
}

func publishGate(t *testing.T, s store.Store) {
	q := three(t, s)
	c := flagged(t, s, q[0], quotes.Flag{})
	publish := func(who string) error {
		_, err := s.Mark(ctx, by(who, "mark"), nil, []quotes.ClaimID{c}, workflow(quotes.WorkflowPublished, ""))
		return err
	}
	ok(t, s.SetSetting(ctx, by("ida", "config"), quotes.SettingGate, quotes.GateOn))
	wantCode(t, publish("bob"), quotes.CodeInvalid) // no verdict
	judged(t, s, "bob", c, quotes.VerdictFalse)
	err := publish("bob")
	wantCode(t, err, quotes.CodeConflict)
	for _, part := range []string{"rationale", "independent evidence (0 of 2 pieces)", "a second person (bob gave the verdict)"} {
		if !contains(err.Error(), part) {
			t.Errorf("%q is not in %q", part, err)
		}
	}
	m := verdict(quotes.VerdictFalse)
	m.Note = "the gauge says no"
	m.Evidence = []quotes.Evidence{{URL: "https://a.example", Independent: true}, {URL: "https://b.example"}}
	must[*store.Marked](t)(s.Mark(ctx, by("bob", "mark"), nil, []quotes.ClaimID{c}, m))
	err = publish("eve")
	wantCode(t, err, quotes.CodeConflict)
	if !contains(err.Error(), "1 of 2") || contains(err.Error(), "rationale") || contains(err.Error(), "second person") {
		t.Errorf("%q lists something else than what lacks", err)
	}
	_, _, err = s.SetEvidence(ctx, by("bob", "claims evidence"), c, []quotes.EvidenceUpdate{{URL: "https://b.example", Independent: ptr(true)}}, nil)
	ok(t, err)
	wantCode(t, publish("bob"), quotes.CodeConflict)
	equal(t, "not yet", claim(t, s, c).Workflow, quotes.WorkflowChecked)
	ok(t, publish("eve"))
	equal(t, "published", axes(t, s, q[0]), "published false")
	// With the gate open anybody may.
	ok(t, s.SetSetting(ctx, by("ida", "config"), quotes.SettingGate, "off"))
	judged(t, s, "bob", c, quotes.VerdictTrue)
	ok(t, publish("bob"))
	sound(t, s)
}

func correctVerdict(t *testing.T, s store.Store) {
	q := three(t, s)
	c := flagged(t, s, q[0], quotes.Flag{})
	m := verdict(quotes.VerdictFalse)
	m.Correction = "we had misread the table"
	mark := func(m quotes.Mark) error {
		_, err := s.Mark(ctx, by("eve", "mark"), nil, []quotes.ClaimID{c}, m)
		return err
	}
	wantCode(t, mark(m), quotes.CodeInvalid) // there is nothing to correct
	judged(t, s, "bob", c, quotes.VerdictTrue)
	ok(t, mark(m))
	all := claim(t, s, c).Assessments
	equal(t, "correction", all[0].Correction+all[1].Correction, m.Correction)
	equal(t, "both kept", all[0].By+" "+all[1].By, "bob eve")
	equal(t, "supersedes", all[1].Supersedes, all[0].ID)
	wrong := workflow(quotes.WorkflowChecking, "")
	wrong.Correction = "x"
	wantCode(t, mark(wrong), quotes.CodeInvalid)
	sound(t, s)
}

func findClaims(t *testing.T, s store.Store) {
	q := three(t, s)
	first := flagged(t, s, q[0], quotes.Flag{Assignee: "Eve", Due: "2026-02-01"})
	second := flagged(t, s, q[1], quotes.Flag{Paraphrase: "The ferries were late twice", Due: "2026-03-01", Priority: quotes.PriorityHigh})
	third := flagged(t, s, q[2], quotes.Flag{Assignee: "bob", Priority: quotes.PriorityLow})
	judged(t, s, "bob", third, quotes.VerdictTrue)
	speaker := quote(t, s, q[1]).Speaker
	sorted := func(field quotes.ClaimSortField, descending bool) quotes.ClaimFilter {
		return quotes.ClaimFilter{Sort: []quotes.ClaimSortKey{{Field: field, Descending: descending}}}
	}
	for name, c := range map[string]struct {
		f    quotes.ClaimFilter
		want []quotes.ClaimID
	}{
		"newest first": {quotes.ClaimFilter{}, []quotes.ClaimID{third, second, first}},
		"limit":        {quotes.ClaimFilter{Limit: 1}, []quotes.ClaimID{third}},
		"ids":          {quotes.ClaimFilter{IDs: []quotes.ClaimID{first, third}}, []quotes.ClaimID{third, first}},
		"workflow":     {quotes.ClaimFilter{Workflows: []quotes.Workflow{quotes.WorkflowFlagged}}, []quotes.ClaimID{second, first}},
		"verdict":      {quotes.ClaimFilter{Verdicts: []quotes.Verdict{quotes.VerdictTrue, quotes.VerdictFalse}}, []quotes.ClaimID{third}},
		"no verdict":   {quotes.ClaimFilter{Verdicts: []quotes.Verdict{""}}, []quotes.ClaimID{second, first}},
		"assignee":     {quotes.ClaimFilter{Assignees: []string{"eve"}}, []quotes.ClaimID{first}},
		"nobody's":     {quotes.ClaimFilter{Assignees: []string{""}}, []quotes.ClaimID{second}},
		"due":          {quotes.ClaimFilter{Due: "2026-02-01"}, []quotes.ClaimID{first}},
		"overdue":      {quotes.ClaimFilter{Overdue: "2026-03-02"}, []quotes.ClaimID{second, first}},
		"priority":     {quotes.ClaimFilter{Priorities: []quotes.Priority{quotes.PriorityHigh}}, []quotes.ClaimID{second}},
		"text":         {quotes.ClaimFilter{Text: []string{"late ferry"}}, []quotes.ClaimID{second}},
		"either text":  {quotes.ClaimFilter{Text: []string{"ferries", "froze"}}, []quotes.ClaimID{second, first}},
		"signs":        {quotes.ClaimFilter{Text: []string{`"ferries) late*`}}, []quotes.ClaimID{second}},
		"speaker":      {quotes.ClaimFilter{Speakers: []string{speaker}}, []quotes.ClaimID{second}},
		"by due":       {sorted(quotes.ClaimSortDue, false), []quotes.ClaimID{first, second, third}},
		"by due, last": {sorted(quotes.ClaimSortDue, true), []quotes.ClaimID{second, first, third}},
		"by priority":  {sorted(quotes.ClaimSortPriority, true), []quotes.ClaimID{second, first, third}},
		"by workflow":  {sorted(quotes.ClaimSortWorkflow, true), []quotes.ClaimID{third, first, second}},
		"by assignee":  {sorted(quotes.ClaimSortAssignee, false), []quotes.ClaimID{second, third, first}},
	} {
		same(t, name, claimIDs(t, s.FindClaims(ctx, c.f)), c.want)
		n := len(c.want)
		if c.f.Limit > 0 {
			n = 3
		}
		equal(t, name+", counted", must[int](t)(s.CountClaims(ctx, c.f, 0)), n)
	}
	equal(t, "counted to", must[int](t)(s.CountClaims(ctx, quotes.ClaimFilter{}, 2)), 2)
	for _, f := range []quotes.ClaimFilter{{Verdicts: []quotes.Verdict{"flase"}}, {Due: "soon"}, sorted("mood", false), {Text: []string{"?"}}} {
		for _, err := range s.FindClaims(ctx, f) {
			wantCode(t, err, quotes.CodeInvalid)
		}
	}
	for _, err := range s.FindClaims(ctx, quotes.ClaimFilter{Speakers: []string{"Nobody Known"}}) {
		wantCode(t, err, quotes.CodeNotFound)
	}
	sound(t, s)
}

func queueOrder(t *testing.T, s store.Store) {
	var all []said
	for _, words := range []string{
		"Prices rose by 40% to 3,000 in 2024", "I love mornings", "A", "B", "C", "D", "E", "F", "G",
	} {
		all = append(all, said{words: words, speaker: "Ada Moor"})
	}
	q := save(t, s, article("", "", "2026-01-01", all...))[0].Quotes
	flag := func(i int, assignee, due string, p quotes.Priority) quotes.ClaimID {
		return flagged(t, s, q[i], quotes.Flag{Assignee: assignee, Due: due, Priority: p})
	}
	dull := flag(1, "", "", "")
	worthy := flag(0, "", "", "")
	others := flag(2, "bob", "2026-01-01", quotes.PriorityUrgent)
	urgent := flag(3, "", "", quotes.PriorityUrgent)
	later := flag(4, "", "2026-05-01", quotes.PriorityLow)
	sooner := flag(5, "", "2026-04-01", quotes.PriorityLow)
	mine := flag(6, "Eve", "", quotes.PriorityLow)
	done := flag(7, "eve", "2026-01-01", quotes.PriorityUrgent)
	judged(t, s, "eve", done, quotes.VerdictTrue)
	started := flag(8, "eve", "2026-03-01", "")
	must[*store.Marked](t)(s.Mark(ctx, by("eve", "mark"), nil, []quotes.ClaimID{started}, workflow(quotes.WorkflowChecking, "")))
	queue := func(who string, f quotes.ClaimFilter) []quotes.ClaimID { return claimIDs(t, s.Queue(ctx, who, f)) }
	want := []quotes.ClaimID{started, mine, sooner, later, urgent, worthy, dull, others}
	same(t, "eve's", queue("eve", quotes.ClaimFilter{}), want)
	for n := 1; n <= len(want); n++ {
		same(t, "limited", queue("EVE", quotes.ClaimFilter{Limit: n}), want[:n])
	}
	same(t, "mine", queue("eve", quotes.ClaimFilter{Assignees: []string{"eve"}}), want[:2])
	same(t, "overdue", queue("eve", quotes.ClaimFilter{Overdue: "2026-04-15"}), []quotes.ClaimID{started, sooner, others})
	same(t, "nobody asks", queue("", quotes.ClaimFilter{})[:2], []quotes.ClaimID{sooner, later})
	equal(t, "nobody is left out", len(queue("", quotes.ClaimFilter{})), len(want))
	sound(t, s)
}

func chooseScale(t *testing.T, s store.Store) {
	q := three(t, s)
	equal(t, "by default", must[quotes.Scales](t)(s.Scales(ctx)).Current.ID(), quotes.DefaultScale)
	c := flagged(t, s, q[0], quotes.Flag{})
	judged(t, s, "bob", c, quotes.VerdictFalse)
	equal(t, "chosen", must[quotes.Scale](t)(s.ChooseScale(ctx, by("ida", "config"), "PolitiFact")).ID(), "politifact/1")
	equal(t, "the old verdict", claim(t, s, c).Scale, quotes.DefaultScale)
	equal(t, "the old verdict", axes(t, s, q[0]), "checked false")
	judged(t, s, "eve", c, "pants-on-fire")
	got := claim(t, s, c)
	equal(t, "a new one", string(got.Verdict)+" "+got.Scale, "pants-on-fire politifact/1")
	equal(t, "history", got.Assessments[0].Scale, quotes.DefaultScale)
	for _, word := range []quotes.Verdict{"one-pinocchio", "flase"} {
		_, err := s.Mark(ctx, by("bob", "mark"), nil, []quotes.ClaimID{c}, verdict(word))
		wantCode(t, err, quotes.CodeInvalid)
	}
	must[*store.Undone](t)(s.Undo(ctx, by("ida", "undo"), 0))
	equal(t, "undone", must[quotes.Scales](t)(s.Scales(ctx)).Current.ID(), quotes.DefaultScale)
	// What was given on the other scale is found by its own word.
	same(t, "found", ids(t, s, quotes.Filter{Verdicts: []quotes.Verdict{"pants-on-fire"}}), q[:1])
	_, err := s.ChooseScale(ctx, by("ida", "config"), "stars")
	wantCode(t, err, quotes.CodeInvalid)
	sound(t, s)
}

func defineScale(t *testing.T, s store.Store) {
	q := three(t, s)
	c := flagged(t, s, q[0], quotes.Flag{})
	define := func(words string) string {
		t.Helper()
		scale := must[quotes.Scale](t)(s.DefineScale(ctx, by("ida", "config"), words))
		equal(t, "current", must[quotes.Scales](t)(s.Scales(ctx)).Current.ID(), scale.ID())
		return scale.ID() + " " + scale.String()
	}
	equal(t, "own", define("right=2 wrong=1"), "own/1 right=2 wrong=1")
	judged(t, s, "bob", c, "wrong")
	equal(t, "extended", define("+shaky=1 +right=3"), "own/2 right=3 wrong=1 shaky=1")
	equal(t, "the same again", define("right=2 wrong=1"), "own/1 right=2 wrong=1")
	define("+shaky=1 +right=3")
	must[*store.Undone](t)(s.Undo(ctx, by("ida", "undo"), 0))
	must[*store.Undone](t)(s.Undo(ctx, by("ida", "undo"), 0))
	must[*store.Undone](t)(s.Undo(ctx, by("ida", "undo"), 0)) // own/2 itself
	equal(t, "undone", must[quotes.Scales](t)(s.Scales(ctx)).Current.ID(), "own/1")
	equal(t, "no version is given twice", define("right=9 wrong=1"), "own/3 right=9 wrong=1")
	scales := must[quotes.Scales](t)(s.Scales(ctx))
	if scale, known := scales.ByID(claim(t, s, c).Scale); !known || scale.Rating("wrong") != 1 || scale.Best() != 2 {
		t.Errorf("the verdict's scale is %+v, %t", scale, known)
	}
	equal(t, "a preset's words", define(quotes.Presets[3].String()), "four-step/1 "+quotes.Presets[3].String())
	_, err := s.DefineScale(ctx, by("ida", "config"), "right=2 checked=1")
	wantCode(t, err, quotes.CodeInvalid)
	sound(t, s)
}
