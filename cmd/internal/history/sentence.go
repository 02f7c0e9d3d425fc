package history

import (
	"fmt"
	"strings"

	"onrecord/quotes"
)

// sentence tells what a group did, from the verb on.
func (t *teller) sentence(g *group) string {
	if c := g.changes[0]; c.Undoes != 0 {
		return t.takingBack(c.Change) + ": " + t.difference(g)
	}
	switch g.subject.Entity {
	case quotes.EntityQuote:
		return t.ofQuote(g)
	case quotes.EntityClaim:
		return t.ofClaim(g)
	case quotes.EntitySpeaker:
		return t.ofSpeaker(g)
	case quotes.EntityArticle:
		return t.ofArticle(g)
	case quotes.EntitySetting:
		return t.ofSetting(g)
	}
	return t.difference(g)
}

// takingBack names the op that an undo or a redo is about.
func (t *teller) takingBack(c *quotes.Change) string {
	verb, op := "took back", c.Undoes
	for {
		earlier := t.ops[op]
		if earlier == nil {
			return fmt.Sprintf("%s op %d", verb, op)
		}
		if earlier.Undoes == 0 {
			return fmt.Sprintf("%s op %d (%s)", verb, op, earlier.Command)
		}
		op = earlier.Undoes
		if verb == "took back" {
			verb = "brought back"
		} else {
			verb = "took back"
		}
	}
}

// clauses are the parts of a sentence.
type clauses []string

func (c *clauses) add(format string, args ...any) { *c = append(*c, fmt.Sprintf(format, args...)) }

func (c clauses) String() string { return strings.Join(c, "; ") }

func (t *teller) ofQuote(g *group) string {
	name := fmt.Sprintf("quote %d", g.subject.ID)
	var told clauses
	var on, off []string
	for _, c := range g.changes {
		switch {
		case c.Entity == quotes.EntityTag && c.after == nil:
			off = append(off, c.before.text("tag"))
		case c.Entity == quotes.EntityTag:
			on = append(on, c.after.text("tag"))
		case c.before == nil:
			told.add("added %s, %s%s", name, quoted(c.after.text("text")), t.by(c.after))
		case c.after == nil:
			told.add("withdrew %s, %s", name, quoted(c.before.text("text")))
		default:
			t.quoteChange(&told, name, &c)
		}
	}
	if len(on) > 0 {
		told.add("tagged %s %s", name, strings.Join(on, ", "))
	}
	if len(off) > 0 {
		told.add("took the tag %s off %s", strings.Join(off, ", "), name)
	}
	return told.String()
}

// by is who said a quote, in brackets.
func (t *teller) by(r row) string {
	if id := r.id("speaker"); id != 0 {
		return " (" + t.named(quotes.EntitySpeaker, id) + ")"
	}
	return ""
}

// stateVerbs are the deeds that leave a quote or an article in a state.
var stateVerbs = map[string]string{
	string(quotes.StateAccepted): "accepted", string(quotes.StateRejected): "rejected",
	string(quotes.StateNew): "put back to new", string(quotes.ArticleCurrent): "brought back",
}

func (t *teller) quoteChange(told *clauses, name string, c *change) {
	differing := t.fields(c)
	note := noteIn(c)
	if was, is, ok := take(&differing, "state"); ok {
		drop(&differing, "note")
		told.add("%s %s%s", verbOf(is), name, wasNot(was, string(quotes.StateNew))+note)
		note = ""
	}
	if was, is, ok := take(&differing, "fidelity"); ok {
		drop(&differing, "note")
		unchecked := string(quotes.FidelityUnchecked)
		told.add("marked %s %s (was: %s)%s", name, orWord(is, unchecked), orWord(was, unchecked), note)
	}
	switch {
	case len(differing) == 1 && differing[0].name == "note":
		told.add("noted on %s: %s%s", name, differing[0].is, wasNot(differing[0].was, nothing))
	case len(differing) > 0:
		told.add("corrected %s: %s", name, listed(differing))
	}
}

func verbOf(state string) string { return orWord(stateVerbs[state], "made "+state) }

// wasNot tells the earlier value, unless it is the usual one.
func wasNot(was, usual string) string {
	if was == usual || was == "" {
		return ""
	}
	return " (was: " + was + ")"
}

func orWord(word, instead string) string {
	if word == "" || word == nothing {
		return instead
	}
	return word
}

// noteIn is the note that a change wrote, behind a colon.
func noteIn(c *change) string {
	if is := c.after.text("note"); is != "" && is != c.before.text("note") {
		return ": " + is
	}
	return ""
}

func (t *teller) ofSpeaker(g *group) string {
	name := t.named(quotes.EntitySpeaker, g.subject.ID)
	var told clauses
	renamed := ""
	for _, c := range g.changes {
		if c.Entity == quotes.EntitySpeaker {
			renamed = t.speakerChange(&told, name, &c)
			continue
		}
		alias := c.state().text("alias")
		switch {
		case c.after == nil:
			told.add("took the name %s from %s", quoted(alias), name)
		case c.before == nil && alias != renamed:
			told.add("gave %s the name %s", name, quoted(alias))
		case c.before != nil && len(g.changes) == 1:
			told.add("settled whose name %s is: %s", quoted(alias), name)
		}
	}
	return told.String()
}

func (t *teller) speakerChange(told *clauses, name string, c *change) (renamed string) {
	if c.before == nil {
		told.add("put %s on record", c.after.text("name"))
		return c.after.text("name")
	}
	if c.after == nil {
		told.add("withdrew %s", name)
		return ""
	}
	differing := t.fields(c)
	if was, is, ok := take(&differing, "name"); ok {
		told.add("renamed %s to %s", was, is)
		renamed = is
	}
	if was, is, ok := take(&differing, "merged_into"); ok {
		if is == nothing {
			told.add("took %s out of %s again", c.after.text("name"), was)
		} else {
			told.add("merged %s into %s", c.after.text("name"), is)
		}
	}
	if len(differing) > 0 {
		told.add("put on record of %s: %s", name, listed(differing))
	}
	return renamed
}

func (t *teller) ofArticle(g *group) string {
	name := fmt.Sprintf("article %d", g.subject.ID)
	var told clauses
	for _, c := range g.changes {
		switch {
		case c.before == nil && c.after.text("sha256") == "":
			told.add("added %s as a source%s", name, titled(c.after))
		case c.before == nil:
			told.add("read %s%s%s%s", name, titled(c.after), withQuotes(c.after), newVersion(c.after))
		case c.after == nil:
			told.add("withdrew %s%s", name, titled(c.before))
		default:
			differing := t.fields(&c)
			if was, is, ok := take(&differing, "state"); ok {
				told.add("%s %s%s%s", verbOf(is), name, titled(c.after), wasNot(was, string(quotes.ArticleCurrent)))
			}
			if was, is, ok := take(&differing, "extractor"); ok {
				told.add("extracted %s anew, with %s (was: %s)", name, is, was)
			}
			if len(differing) > 0 {
				told.add("put %s right: %s", name, listed(differing))
			}
		}
	}
	return told.String()
}

// titled is an article's title and outlet.
func titled(r row) string {
	var parts []string
	if title := r.text("title"); title != "" {
		parts = append(parts, quoted(title))
	}
	if outlet := r.text("outlet"); outlet != "" {
		parts = append(parts, outlet)
	}
	if len(parts) == 0 {
		return ""
	}
	return ", " + strings.Join(parts, ", ")
}

// withQuotes counts the quotes that an article came with.
func withQuotes(r row) string {
	first, last, ok := madeQuotes(r)
	switch {
	case !ok:
		return ""
	case first == last:
		return fmt.Sprintf(", with quote %d", first)
	}
	return fmt.Sprintf(", with quotes %d-%d", first, last)
}

func newVersion(r row) string {
	if id := r.id("supersedes"); id != 0 {
		return fmt.Sprintf(", a new version of article %d", id)
	}
	return ""
}

func (t *teller) ofSetting(g *group) string {
	var told clauses
	for _, c := range g.changes {
		key := c.state().text("key")
		if c.after == nil {
			told.add("unset %s (was: %s)", key, c.before.text("value"))
			continue
		}
		told.add("set %s to %s (was: %s)", key, orWord(c.after.text("value"), nothing), orWord(c.before.text("value"), nothing))
	}
	return told.String()
}
