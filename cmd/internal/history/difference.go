package history

import (
	"encoding/json"
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"

	"onrecord/quotes"
)

// nothing stands for an empty value.
const nothing = "–"

// field is a field of a row that differs.
type field struct{ name, was, is string }

// fields are those that a change altered, as people read them. Those that only
// follow from another one that an editor set are left out.
func (t *teller) fields(c *change) []field {
	var out []field
	for _, name := range slices.Sorted(maps.Keys(c.after)) {
		if was, is := t.value(c.Entity, name, c.before), t.value(c.Entity, name, c.after); was != is {
			out = append(out, field{name, was, is})
		}
	}
	set := slices.DeleteFunc(slices.Clone(out), func(f field) bool { return following[f.name] })
	if len(set) > 0 {
		return set
	}
	return out
}

// following are the fields of a quote that follow when an editor or the
// extractor decides another one.
var following = map[string]bool{
	"confirmed_by": true, "method": true, "confidence": true, "mention_confidence": true, "reason": true,
	"runner_up": true, "runner_up_confidence": true, "key": true, "made": true,
}

// take takes a field out of the list.
func take(list *[]field, name string) (was, is string, ok bool) {
	at := slices.IndexFunc(*list, func(f field) bool { return f.name == name })
	if at < 0 {
		return "", "", false
	}
	f := (*list)[at]
	*list = slices.Delete(*list, at, at+1)
	return f.was, f.is, true
}

func drop(list *[]field, name string) { _, _, _ = take(list, name) }

// listed is the fields in one line: "speaker Bo Lee → Ann Lee, note – → “x”".
func listed(list []field) string {
	parts := make([]string, len(list))
	for i, f := range list {
		parts[i] = strings.ReplaceAll(f.name, "_", " ") + " " + f.was + " → " + f.is
	}
	return strings.Join(parts, ", ")
}

// words are the fields that are running text, and read better quoted.
var words = map[string]bool{"text": true, "title": true, "note": true, "own_context": true, "passage": true, "rationale": true}

// value is a field's value as people read it.
func (t *teller) value(e quotes.Entity, name string, r row) string {
	raw := r[name]
	switch {
	case len(raw) == 0 || string(raw) == "null" || string(raw) == `""`:
		return nothing
	case name == "speaker" || name == "merged_into":
		return t.named(quotes.EntitySpeaker, r.id(name))
	case name == "supersedes" && e == quotes.EntityAssessment:
		return t.named(quotes.EntityAssessment, r.id(name))
	case name == "claim":
		return "c" + strconv.FormatInt(r.id(name), 10)
	case strings.HasSuffix(name, "confidence"):
		return strconv.FormatFloat(float64(r.id(name))/10000, 'f', 2, 64)
	case words[name]:
		return quoted(r.text(name))
	}
	return r.text(name)
}

// named is what a row is called by, or else its number.
func (t *teller) named(e quotes.Entity, id int64) string {
	if name := t.names[quotes.Thing{Entity: e, ID: id}]; name != "" {
		return name
	}
	return fmt.Sprintf("%s %d", e, id)
}

// longText is how many code points of a text are told.
const longText = 120

// quoted is a text between quote marks, its middle left out if it is long.
func quoted(s string) string {
	runes := []rune(s)
	if len(runes) > longText {
		s = string(runes[:longText*2/3]) + " … " + string(runes[len(runes)-longText/3:])
	}
	return "“" + s + "”"
}

// difference tells what became of each row of a group, old → new.
func (t *teller) difference(g *group) string {
	parts := make([]string, 0, len(g.changes))
	speaker := slices.ContainsFunc(g.changes, func(c change) bool { return c.Entity == quotes.EntitySpeaker })
	for i := range g.changes {
		c := &g.changes[i]
		if speaker && c.Entity == quotes.EntityAlias && c.before != nil && c.after != nil {
			continue // whether a name links later articles follows from the merger
		}
		if part := t.summary(c); part != "" {
			parts = append(parts, part)
		}
	}
	if len(parts) == 0 {
		return ""
	}
	return t.subject(g) + ": " + strings.Join(parts, "; ")
}

// subject is a group's thing as commands take it, or its name.
func (t *teller) subject(g *group) string {
	switch g.subject.Entity {
	case quotes.EntityClaim:
		return fmt.Sprintf("c%d", g.subject.ID)
	case quotes.EntitySpeaker:
		return t.named(quotes.EntitySpeaker, g.subject.ID)
	case quotes.EntitySetting:
		return g.changes[0].state().text("key")
	}
	return fmt.Sprintf("%s %d", g.subject.Entity, g.subject.ID)
}

// tellingFields are what a row is known by.
var tellingFields = map[quotes.Entity]string{
	quotes.EntityArticle: "title", quotes.EntityQuote: "text", quotes.EntitySpeaker: "name", quotes.EntityAlias: "alias",
	quotes.EntityTag: "tag", quotes.EntityClaim: "text", quotes.EntityAppearance: "quote", quotes.EntityAssessment: "verdict",
	quotes.EntityEvidence: "url", quotes.EntitySetting: "value",
}

// rowNames are what the rows that hang on a thing are called.
var rowNames = map[quotes.Entity]string{
	quotes.EntityTag: "tag ", quotes.EntityAlias: "name ", quotes.EntityAppearance: "place in quote ",
	quotes.EntityAssessment: "verdict ", quotes.EntityEvidence: "evidence ",
}

// summary tells what became of one row.
func (t *teller) summary(c *change) string {
	name := rowNames[c.Entity] + t.value(c.Entity, tellingFields[c.Entity], c.state())
	if c.Entity == quotes.EntityAssessment && (c.before == nil) != (c.after == nil) {
		return t.turn(c)
	}
	switch {
	case c.before == nil && c.after == nil:
		return ""
	case c.before == nil:
		return name + " comes on record"
	case c.after == nil:
		if first, last, ok := madeQuotes(c.before); ok {
			name += fmt.Sprintf(", with quotes %d-%d,", first, last)
		}
		return name + " is withdrawn"
	}
	differing := listed(t.fields(c))
	if differing != "" && rowNames[c.Entity] != "" {
		return name + ": " + differing
	}
	return differing
}

// turn tells of a verdict that comes or goes what it makes of the claim.
func (t *teller) turn(c *change) string {
	verdict, other := c.state().text("verdict"), nothing
	if id := c.state().id("supersedes"); id != 0 {
		other = t.named(quotes.EntityAssessment, id)
	}
	if c.before == nil {
		return "verdict " + other + " → " + verdict
	}
	return "verdict " + verdict + " → " + other
}

// madeQuotes are the first and the last of the quotes that an article came
// with.
func madeQuotes(r row) (first, last int64, ok bool) {
	var made struct{ Quotes []int64 }
	if json.Unmarshal(r["made"], &made) != nil || len(made.Quotes) != 2 {
		return 0, 0, false
	}
	return made.Quotes[0], made.Quotes[1], true
}
