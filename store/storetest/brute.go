package storetest

import (
	"maps"
	"math/rand/v2"
	"slices"
	"testing"

	"onrecord/quotes"
	"onrecord/store"
)

// claimModel is a claim as the plainest program would keep it.
type claimModel struct {
	workflow quotes.Workflow
	verdict  quotes.Verdict
	in       map[heldAt]bool
}

// heldAt is a quote with the part of its words that a claim is about.
type heldAt struct {
	quote quotes.QuoteID
	part  string
}

// recordModel is a record by brute force: nothing derived is kept.
type recordModel struct {
	claims   map[quotes.ClaimID]claimModel
	rejected map[quotes.QuoteID]bool
}

func (m recordModel) clone() recordModel {
	out := recordModel{map[quotes.ClaimID]claimModel{}, maps.Clone(m.rejected)}
	for id, c := range m.claims {
		c.in = maps.Clone(c.in)
		out.claims[id] = c
	}
	return out
}

func (m recordModel) of(q quotes.QuoteID) []quotes.ClaimID {
	var out []quotes.ClaimID
	for id, c := range m.claims {
		for at := range c.in {
			if at.quote == q && !slices.Contains(out, id) {
				out = append(out, id)
			}
		}
	}
	slices.Sort(out)
	return out
}

// axes are the status and verdict of a quote: those that all its claims have.
func (m recordModel) axes(q quotes.QuoteID) (status, verdict string) {
	statuses, verdicts := map[string]bool{}, map[string]bool{}
	for _, id := range m.of(q) {
		statuses[string(m.claims[id].workflow)] = true
		verdicts[string(m.claims[id].verdict)] = true
	}
	only := func(words map[string]bool, none string) string {
		switch len(words) {
		case 0:
			return none
		case 1:
			return slices.Collect(maps.Keys(words))[0]
		}
		return "mixed"
	}
	return only(statuses, "unchecked"), only(verdicts, "")
}

// forced is a record worked on at random, with the model beside it.
type forced struct {
	t      *testing.T
	s      store.Store
	rand   *rand.Rand
	quotes []quotes.QuoteID
	model  recordModel
	past   []recordModel // before each op that can be undone
}

// The parts of each quote's words that are flagged.
var forcedParts = []string{"", "Alpha beta", "gamma delta"}

// bruteForce does everything that moves a status or a verdict, at random, and
// holds every listing against the model.
func bruteForce(t *testing.T, s store.Store) {
	var all []said
	for range 6 {
		all = append(all, said{words: "Alpha beta gamma delta", speaker: "Ada Moor"})
	}
	f := &forced{
		t: t, s: s, rand: rand.New(rand.NewPCG(7, 11)),
		quotes: save(t, s, article("", "", "2026-01-01", all...))[0].Quotes,
		model:  recordModel{map[quotes.ClaimID]claimModel{}, map[quotes.QuoteID]bool{}},
	}
	steps := []func(*store.Op, *recordModel) error{f.flag, f.markClaim, f.markClaim, f.markQuote, f.link, f.link, f.unlink, f.split, f.merge, f.reject}
	done := map[bool]int{}
	for i := range 400 {
		if f.rand.IntN(8) == 0 && len(f.past) > 0 {
			f.undo()
		} else {
			op, after := by("bob", "step"), f.model.clone()
			err := steps[f.rand.IntN(len(steps))](op, &after)
			done[err == nil]++
			switch {
			case err != nil && quotes.CodeOf(err) == "":
				t.Fatalf("step %d: %v", i, err)
			case err == nil && op.ID != 0:
				f.past = append(f.past, f.model)
				f.model = after
			}
		}
		f.compare(i)
		if i%50 == 0 {
			sound(t, s)
		}
	}
	if done[true] < 200 || done[false] < 10 {
		t.Errorf("%d ops were done and %d refused: the steps are not what they should be", done[true], done[false])
	}
	sound(t, s)
}

func (f *forced) undo() {
	if _, err := f.s.Undo(ctx, by("bob", "undo"), 0); err != nil {
		f.t.Fatal(err)
	}
	f.model = f.past[len(f.past)-1]
	f.past = f.past[:len(f.past)-1]
}

func (f *forced) anyQuote() quotes.QuoteID { return f.quotes[f.rand.IntN(len(f.quotes))] }

// anyClaim is one of the record's, 99999 if there is none: the store refuses it.
func (f *forced) anyClaim() quotes.ClaimID {
	ids := slices.Sorted(maps.Keys(f.model.claims))
	if len(ids) == 0 {
		return 99999
	}
	return ids[f.rand.IntN(len(ids))]
}

func (f *forced) flag(op *store.Op, m *recordModel) error {
	at := heldAt{f.anyQuote(), forcedParts[f.rand.IntN(len(forcedParts))]}
	ids, err := f.s.FlagQuotes(ctx, op, list(at.quote), quotes.Flag{Part: at.part})
	if err != nil {
		return err
	}
	if _, there := m.claims[ids[0]]; !there {
		m.claims[ids[0]] = claimModel{workflow: quotes.WorkflowFlagged, in: map[heldAt]bool{at: true}}
	}
	return nil
}

// word is a random mark.
func (f *forced) word() quotes.Mark {
	verdicts := []quotes.Verdict{quotes.VerdictTrue, quotes.VerdictFalse, quotes.VerdictMisleading}
	workflows := []quotes.Workflow{quotes.WorkflowFlagged, quotes.WorkflowChecking, quotes.WorkflowPublished, quotes.WorkflowBlocked}
	if f.rand.IntN(2) == 0 {
		return verdict(verdicts[f.rand.IntN(len(verdicts))])
	}
	return workflow(workflows[f.rand.IntN(len(workflows))], "because")
}

func (m *recordModel) mark(id quotes.ClaimID, w quotes.Mark) {
	c := m.claims[id]
	if c.workflow = w.Workflow; w.Axis == quotes.AxisVerdict {
		c.workflow, c.verdict = quotes.WorkflowChecked, w.Verdict
	}
	m.claims[id] = c
}

func (f *forced) markClaim(op *store.Op, m *recordModel) error {
	id, w := f.anyClaim(), f.word()
	_, err := f.s.Mark(ctx, op, nil, []quotes.ClaimID{id}, w)
	if c := m.claims[id]; err == nil && w.Workflow == quotes.WorkflowPublished && c.verdict == "" {
		f.t.Errorf("c%d was published without a verdict", id)
	}
	if err == nil {
		m.mark(id, w)
	}
	return err
}

func (f *forced) markQuote(op *store.Op, m *recordModel) error {
	q, w := f.anyQuote(), f.word()
	marked, err := f.s.Mark(ctx, op, list(q), nil, w)
	if several := len(m.of(q)) > 1; several != (quotes.CodeOf(err) == quotes.CodeAmbiguous) {
		f.t.Errorf("quote %d holds %d claims, and marking it gives %v", q, len(m.of(q)), err)
	}
	if err != nil {
		return err
	}
	if marked.Made == 1 {
		m.claims[marked.Claims[0]] = claimModel{in: map[heldAt]bool{{q, ""}: true}}
	}
	m.mark(marked.Claims[0], w)
	return nil
}

func (f *forced) link(op *store.Op, m *recordModel) error {
	id, at := f.anyClaim(), heldAt{f.anyQuote(), forcedParts[f.rand.IntN(len(forcedParts))]}
	_, err := f.s.LinkClaim(ctx, op, id, list(at.quote), quotes.ClaimLink{Part: at.part})
	if err == nil {
		m.claims[id].in[at] = true
	}
	return err
}

func (f *forced) unlink(op *store.Op, m *recordModel) error {
	id, q := f.anyClaim(), f.anyQuote()
	out, err := f.s.UnlinkClaim(ctx, op, id, list(q))
	if err != nil {
		return err
	}
	maps.DeleteFunc(m.claims[id].in, func(at heldAt, _ bool) bool { return at.quote == q })
	if gone := len(m.claims[id].in) == 0; gone != out.Withdrawn {
		f.t.Errorf("c%d is withdrawn: %t, and in no quote: %t", id, out.Withdrawn, gone)
	}
	if out.Withdrawn {
		delete(m.claims, id)
	}
	return nil
}

func (f *forced) split(op *store.Op, m *recordModel) error {
	id, q := f.anyClaim(), f.anyQuote()
	made, err := f.s.SplitClaim(ctx, op, id, quotes.ClaimSplit{Quotes: list(q)})
	if err != nil {
		return err
	}
	in := map[heldAt]bool{}
	maps.DeleteFunc(m.claims[id].in, func(at heldAt, _ bool) bool {
		if at.quote == q {
			in[at] = true
		}
		return at.quote == q
	})
	m.claims[made] = claimModel{workflow: quotes.WorkflowFlagged, in: in}
	return nil
}

func (f *forced) merge(op *store.Op, m *recordModel) error {
	into, other, keep := f.anyClaim(), f.anyClaim(), quotes.ClaimID(0)
	if f.rand.IntN(2) == 0 {
		keep = []quotes.ClaimID{into, other}[f.rand.IntN(2)]
	}
	a, b := m.claims[into], m.claims[other]
	err := f.s.MergeClaims(ctx, op, into, []quotes.ClaimID{other}, keep)
	differ := a.verdict != "" && b.verdict != "" && a.verdict != b.verdict
	if err == nil && differ && keep == 0 {
		f.t.Errorf("c%d (%s) and c%d (%s) were merged without a word", into, a.verdict, other, b.verdict)
	}
	if err != nil {
		return err
	}
	if a.verdict == "" && b.verdict != "" || keep == other && b.verdict != "" {
		a.workflow, a.verdict = b.workflow, b.verdict
	}
	maps.Copy(a.in, b.in)
	m.claims[into] = a
	delete(m.claims, other)
	return nil
}

func (f *forced) reject(op *store.Op, m *recordModel) error {
	q := f.anyQuote()
	state := quotes.StateRejected
	if m.rejected[q] {
		state = quotes.StateNew
	}
	m.rejected[q] = !m.rejected[q]
	_, err := f.s.UpdateQuotes(ctx, op, list(q), quotes.QuoteUpdate{State: &state})
	return err
}

// compare holds all that the record shows against the model.
func (f *forced) compare(step int) {
	f.t.Helper()
	byStatus, byVerdict := map[string][]quotes.QuoteID{}, map[string][]quotes.QuoteID{}
	for _, q := range f.quotes {
		status, verdict := f.model.axes(q)
		if got := axes(f.t, f.s, q); got != status+" "+verdict {
			f.t.Fatalf("step %d: quote %d is %q, want %q", step, q, got, status+" "+verdict)
		}
		if !f.model.rejected[q] {
			byStatus[status] = append(byStatus[status], q)
			byVerdict[verdict] = append(byVerdict[verdict], q)
		}
	}
	byID := []quotes.SortKey{{Field: quotes.SortID}}
	for _, status := range quotes.Statuses {
		same(f.t, string(status), ids(f.t, f.s, quotes.Filter{Statuses: []quotes.Status{status}, Sort: byID}), byStatus[string(status)])
	}
	for _, verdict := range []quotes.Verdict{"", "true", "false", "misleading", "mixed"} {
		same(f.t, "verdict "+string(verdict), ids(f.t, f.s, quotes.Filter{Verdicts: []quotes.Verdict{verdict}, Sort: byID}), byVerdict[string(verdict)])
	}
	found := 0
	for c, err := range f.s.FindClaims(ctx, quotes.ClaimFilter{}) {
		ok(f.t, err)
		found++
		want := f.model.claims[c.ID]
		if c.Workflow != want.workflow || c.Verdict != want.verdict || len(c.Appearances) != len(want.in) {
			f.t.Fatalf("step %d: c%d is %s %s in %v, want %+v", step, c.ID, c.Workflow, c.Verdict, c.Appearances, want)
		}
	}
	if found != len(f.model.claims) {
		f.t.Fatalf("step %d: %d claims, want %d", step, found, len(f.model.claims))
	}
}
