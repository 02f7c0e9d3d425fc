package sqlite

import (
	"slices"
	"strings"

	"onrecord/quotes"
)

// conditions is a WHERE clause under construction, over quotes q joined with
// articles a.
type conditions struct {
	where []string
	args  []any
	// several tells that the quotes come from several stretches of an index,
	// so that their order is to be made.
	several bool
	past    bool // they are about the record as it stood
}

func (c *conditions) add(condition string, args ...any) {
	c.where = append(c.where, condition)
	c.args = append(c.args, args...)
}

func (c *conditions) sql() string {
	if len(c.where) == 0 {
		return "1"
	}
	return strings.Join(c.where, " AND ")
}

// from is the tables that the conditions speak of: the articles only where one
// does, so that an index of the quotes alone may answer.
func (c *conditions) from() string {
	if slices.ContainsFunc(c.where, func(condition string) bool { return strings.Contains(condition, "a.") }) {
		return "quotes q JOIN articles a ON a.id = q.article"
	}
	return "quotes q"
}

const articleCurrent = "a.withdrawn = 0 AND a.state = 'current' AND a.superseded_by IS NULL"

// conditionsOf translates a filter. A speaker's name that nobody has is
// CodeNotFound.
func (r *reader) conditionsOf(f quotes.Filter) (*conditions, error) {
	if err := r.seeBy(f.RecordedBy); err != nil {
		return nil, err
	}
	c := &conditions{past: r.past != nil}
	c.visible(f)
	if err := r.addSpeakers(c, f); err != nil {
		return nil, err
	}
	if len(f.IDs) > 0 {
		c.add("q.id IN (SELECT value FROM json_each(?))", list(f.IDs))
	}
	if len(f.Articles) > 0 {
		c.add("q.article IN (SELECT value FROM json_each(?))", list(f.Articles))
	}
	if len(f.Verdicts) > 0 {
		if err := r.needVerdicts(f.Verdicts); err != nil {
			return nil, err
		}
	}
	c.addWords("q.status", f.Statuses, func(s string) string { return storedStatus(quotes.Status(s)) })
	c.addWords("q.verdict", f.Verdicts, func(s string) string { return s })
	if len(f.Tags) > 0 {
		c.add("q.id IN (SELECT quote FROM tags WHERE withdrawn = 0 AND tag IN ("+marks(len(f.Tags))+"))", anys(f.Tags)...)
	}
	if len(f.NotTags) > 0 {
		c.add("q.id NOT IN (SELECT quote FROM tags WHERE withdrawn = 0 AND tag IN ("+marks(len(f.NotTags))+"))", anys(f.NotTags)...)
	}
	if len(f.Outlets) > 0 {
		c.add("a.outlet COLLATE NOCASE IN ("+marks(len(f.Outlets))+")", anys(f.Outlets)...)
	}
	if f.MinConfidence > 0 {
		c.add("q.confidence >= ?", confidenceUnit(f.MinConfidence))
	}
	if f.Unattributed {
		c.add("q.speaker IS NULL")
	}
	if f.Unconfirmed {
		c.add("q.confirmed_by = ''")
	}
	if len(f.IDs)+len(f.Articles) > 0 || claimed(f) {
		c.otherIndex()
	}
	return c, c.addTextAndDates(f)
}

// claimed reports whether a filter chooses only quotes with a claim, which an
// index of their own holds.
func claimed(f quotes.Filter) bool {
	return len(f.Statuses) > 0 && !slices.Contains(f.Statuses, quotes.StatusUnchecked) ||
		len(f.Verdicts) > 0 && !slices.Contains(f.Verdicts, "")
}

// listedOnly chooses what listings show, through the indexes that hold just
// those.
const listedOnly = "q.listed = 1"

// otherIndex keeps SQLite, which counts no rows before it chooses an index,
// from those of the listed quotes where another one leads to few.
func (c *conditions) otherIndex() {
	for i, condition := range c.where {
		if condition == listedOnly {
			c.where[i] = "+" + listedOnly
		}
	}
}

// visible keeps to what listings show, or to what the filter asks for instead.
func (c *conditions) visible(f quotes.Filter) {
	listedKinds := len(f.Kinds) > 0 && !slices.Contains(f.Kinds, quotes.KindScare)
	switch {
	case !f.Rejected && len(f.Kinds) == 0:
		c.add(listedOnly)
	case !f.Rejected && listedKinds:
		c.add(listedOnly)
		c.add("q.kind IN ("+marks(len(f.Kinds))+")", anys(f.Kinds)...)
	default:
		c.add("q.withdrawn = 0")
		c.add(articleCurrent)
		if f.Rejected {
			c.add("q.state = 'rejected'")
		} else {
			c.add("q.state <> 'rejected'")
		}
		switch len(f.Kinds) {
		case 0:
			c.add("q.kind <> 'scare'")
		case 1: // a constant, for the partial index
			if f.Kinds[0] == quotes.KindScare {
				c.add("q.kind = 'scare'")
				return
			}
			fallthrough
		default:
			c.add("q.kind IN ("+marks(len(f.Kinds))+")", anys(f.Kinds)...)
		}
	}
}

// addSpeakers narrows to the speakers named, and those merged into them.
func (r *reader) addSpeakers(c *conditions, f quotes.Filter) error {
	if len(f.Speakers) > 0 {
		var ids []int64
		for _, name := range f.Speakers {
			some, err := r.speakersNamed(name)
			if err != nil {
				return err
			}
			if len(some) == 0 {
				return r.noSuchSpeaker(name)
			}
			ids = append(ids, some...)
		}
		if err := r.addSpeakerIDs(c, ids); err != nil {
			return err
		}
	}
	if len(f.SpeakerIDs) > 0 {
		ids := make([]int64, len(f.SpeakerIDs))
		for i, id := range f.SpeakerIDs {
			ids[i] = int64(id)
		}
		return r.addSpeakerIDs(c, ids)
	}
	return nil
}

func (r *reader) addSpeakerIDs(c *conditions, ids []int64) error {
	members, err := r.members(ids)
	if err != nil {
		return err
	}
	if len(members) == 1 {
		c.add("q.speaker = ?", members[0]) // one value keeps the index's order
		return nil
	}
	c.add("q.speaker IN (SELECT value FROM json_each(?))", list(members))
	c.several = true
	return nil
}

// members are the speakers that these ids stand for: their roots and all that
// is merged into those.
func (r *reader) members(ids []int64) ([]int64, error) {
	return r.integers(`WITH root (id) AS (SELECT coalesce(s.merged_into, s.id) FROM speakers s, json_each(?) j WHERE s.id = j.value)
		SELECT id FROM root UNION SELECT s.id FROM speakers s JOIN root ON s.merged_into = root.id`, list(ids))
}

func (c *conditions) addTextAndDates(f quotes.Filter) error {
	if len(f.Text) > 0 {
		match, err := matchAny(f.Text)
		if err != nil {
			return err
		}
		match = "text : (" + match + ")"
		if c.past {
			c.add(pastText, match, match)
		} else {
			c.add("q.id IN (SELECT rowid FROM quotes_fts WHERE quotes_fts MATCH ?)", match)
		}
	}
	if f.Since != "" {
		if err := checkDay("the date", f.Since); err != nil {
			return err
		}
		c.add("q.date >= ?", dayNumber(f.Since))
	}
	if f.Until != "" {
		if err := checkDay("the date", f.Until); err != nil {
			return err
		}
		c.add("q.date <= ?", dayNumber(f.Until))
	}
	return nil
}

// matchAny asks a full-text index for the words of any of the texts.
func matchAny(texts []string) (string, error) {
	var either []string
	for _, words := range texts {
		if q := matchWords(strings.Fields(words)); q != "" {
			either = append(either, "("+q+")")
		}
	}
	if len(either) == 0 {
		return "", noWords(strings.Join(texts, " "))
	}
	return strings.Join(either, " OR "), nil
}

func (c *conditions) addWords(column string, words any, stored func(string) string) {
	var values []string
	switch w := words.(type) {
	case []quotes.Status:
		values = quotes.Strings(w)
	case []quotes.Verdict:
		values = quotes.Strings(w)
	}
	if len(values) == 0 {
		return
	}
	c.several = c.several || len(values) > 1
	claimed := true
	for i, v := range values {
		values[i] = stored(v)
		claimed = claimed && values[i] != ""
	}
	if claimed {
		c.add(column + " <> ''") // says that the partial index will do
	}
	c.add(column+" IN ("+marks(len(values))+")", anys(values)...)
}

// orderOf is the ORDER BY of a filter: newest first where it asks for none,
// and ids decide between equals.
func orderOf(f quotes.Filter) (string, error) {
	keys := f.Sort
	if len(keys) == 0 {
		keys = []quotes.SortKey{{Field: quotes.SortDate, Descending: true}}
	}
	var out []string
	for _, k := range keys {
		columns, ok := sortColumns[k.Field]
		if !ok {
			return "", quotes.UnknownWord("sort key", string(k.Field), quotes.Strings(quotes.SortFields))
		}
		for _, column := range columns {
			if f.Unattributed && column == "q.confidence" {
				column = "+" + column // their own index finds the few among the many
			}
			if k.Descending {
				column += " DESC"
			}
			out = append(out, column)
		}
	}
	last := "q.id"
	if keys[len(keys)-1].Descending {
		last += " DESC"
	}
	return strings.Join(append(out, last), ", "), nil
}

var sortColumns = map[quotes.SortField][]string{
	quotes.SortDate:       {"q.date"},
	quotes.SortID:         {"q.id"},
	quotes.SortSpeaker:    {"coalesce(r.name, s.name, '') COLLATE NOCASE"},
	quotes.SortConfidence: {"q.confidence"},
	quotes.SortStatus:     {rank("q.status", storedStatuses())},
	quotes.SortOutlet:     {"a.outlet COLLATE NOCASE"},
	quotes.SortWorth:      {"q.worth"},
	quotes.SortArticle:    {"q.article", "CAST(q.spans AS INTEGER)"},
}

func storedStatuses() []quotes.Status {
	out := make([]quotes.Status, len(quotes.Statuses))
	for i, s := range quotes.Statuses {
		out[i] = quotes.Status(storedStatus(s))
	}
	return out
}

func marks(n int) string { return strings.TrimPrefix(strings.Repeat(", ?", n), ", ") }

func anys[T ~string](values []T) []any {
	out := make([]any, len(values))
	for i, v := range values {
		out[i] = string(v)
	}
	return out
}
