package history

import (
	"fmt"
	"slices"
	"strings"

	"onrecord/quotes"
)

// ofClaim tells what happened to a claim: its verdict first, then where it
// stands and what it rests on.
func (t *teller) ofClaim(g *group) string {
	name := fmt.Sprintf("c%d", g.subject.ID)
	var told clauses
	of := func(e quotes.Entity) []change {
		return slices.DeleteFunc(slices.Clone(g.changes), func(c change) bool { return c.Entity != e })
	}
	assessments, claims, appearances := of(quotes.EntityAssessment), of(quotes.EntityClaim), of(quotes.EntityAppearance)
	judged := false
	t.takenOver(&told, name, g)
	for _, c := range assessments {
		if moved(&c) {
			continue
		}
		if c.before == nil {
			judged = true
			told.add("marked %s %s (was: %s)%s", name, c.after.text("verdict"), t.verdictBefore(&c, claims), grounds(c.after))
		} else {
			told.add("%s of %s: %s", c.before.text("verdict"), name, t.summary(&c))
		}
	}
	for _, c := range claims {
		if c.before == nil && len(appearances) == 1 {
			t.claimMade(&told, name, &c, judged, fmt.Sprintf(", in quote %d", appearances[0].state().id("quote")))
			appearances = nil
			continue
		}
		t.claimChange(&told, name, &c, judged)
	}
	for _, c := range appearances {
		if moved(&c) {
			continue
		}
		t.appearance(&told, name, &c)
	}
	for _, c := range of(quotes.EntityEvidence) {
		switch {
		case moved(&c):
		case c.before == nil && len(told) > 0:
			told.add("evidence: %s", c.after.text("url"))
		case c.before == nil:
			told.add("added evidence to %s: %s", name, c.after.text("url"))
		case c.after == nil:
			told.add("took evidence from %s: %s", name, c.before.text("url"))
		default:
			told.add("corrected evidence of %s, %s: %s", name, c.before.text("url"), listed(t.fields(&c)))
		}
	}
	return told.String()
}

// moved reports whether a row went from one claim to another, as in a merger.
func moved(c *change) bool {
	return c.before != nil && c.after != nil && c.before.id("claim") != c.after.id("claim") && c.Entity != quotes.EntityClaim
}

// takenOver tells what came to a claim from another one.
func (t *teller) takenOver(told *clauses, name string, g *group) {
	var from []int64
	what := map[int64][]string{}
	for i := range g.changes {
		c := &g.changes[i]
		if !moved(c) {
			continue
		}
		id := c.before.id("claim")
		if what[id] == nil {
			from = append(from, id)
		}
		thing := rowNames[c.Entity] + t.value(c.Entity, tellingFields[c.Entity], c.after)
		if c.Entity == quotes.EntityAppearance {
			thing = fmt.Sprintf("quote %d", c.after.id("quote"))
		}
		what[id] = append(what[id], thing)
	}
	for _, id := range from {
		told.add("took %s from c%d into %s", strings.Join(what[id], ", "), id, name)
	}
}

// verdictBefore is what a claim was before a verdict: the verdict that this
// one supersedes, else how far the checking was.
func (t *teller) verdictBefore(c *change, claims []change) string {
	if id := c.after.id("supersedes"); id != 0 {
		return t.named(quotes.EntityAssessment, id)
	}
	if len(claims) > 0 && claims[0].before != nil {
		return claims[0].before.text("workflow")
	}
	return string(quotes.StatusUnchecked)
}

func grounds(r row) string {
	said := ""
	if day := r.text("as_of"); day != "" {
		said = ", as of " + day
	}
	if rationale := r.text("rationale"); rationale != "" {
		said += ": " + rationale
	}
	return said
}

// claimMade tells of a new claim, and where it stands.
func (t *teller) claimMade(told *clauses, name string, c *change, judged bool, where string) {
	if judged {
		told.add("%s is %s%s", name, quoted(c.after.text("text")), where)
		return
	}
	told.add("flagged %s, %s%s%s", name, quoted(c.after.text("text")), where, wishes(c.after))
}

func (t *teller) claimChange(told *clauses, name string, c *change, judged bool) {
	switch {
	case c.after == nil:
		told.add("withdrew %s, %s", name, quoted(c.before.text("text")))
		return
	case c.before == nil:
		t.claimMade(told, name, c, judged, "")
		return
	}
	differing := t.fields(c)
	if was, is, ok := take(&differing, "workflow"); ok && !judged {
		note := noteIn(c)
		if note != "" {
			drop(&differing, "note")
		}
		told.add("marked %s %s (was: %s)%s", name, is, was, note)
	}
	if was, is, ok := take(&differing, "text"); ok {
		told.add("reworded %s: %s → %s", name, was, is)
	}
	switch {
	case len(differing) == 1 && differing[0].name == "note":
		told.add("noted on %s: %s%s", name, differing[0].is, wasNot(differing[0].was, nothing))
	case len(differing) > 0:
		told.add("changed %s: %s", name, listed(differing))
	}
}

// wishes are what a flag asks for.
func wishes(r row) string {
	said := ""
	if to := r.text("assignee"); to != "" {
		said += ", for " + to
	}
	if due := r.text("due"); due != "" {
		said += ", due " + due
	}
	if priority := r.text("priority"); priority != "" && priority != string(quotes.PriorityNormal) {
		said += ", priority " + priority
	}
	if note := r.text("note"); note != "" {
		said += ": " + note
	}
	return said
}

func (t *teller) appearance(told *clauses, name string, c *change) {
	quote := c.state().id("quote")
	switch {
	case c.before == nil:
		told.add("linked %s to quote %d", name, quote)
	case c.after == nil:
		told.add("took %s off quote %d", name, quote)
	default:
		told.add("%s in quote %d: %s", name, quote, listed(t.fields(c)))
	}
}
