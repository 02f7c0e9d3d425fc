package exchange

import (
	"encoding/json"
	"strings"

	"onrecord/quotes"
)

// Articles is how articles leave the program.
var Articles = &Table[quotes.Article]{
	Name: "articles",
	Columns: []Column[quotes.Article]{
		{"id", "the article's permanent number", func(a *quotes.Article) string { return number(a.ID) }, func(a *quotes.Article) any { return a.ID }},
		text("title", "the headline", func(a *quotes.Article) string { return a.Title }),
		text("outlet", "who published it", func(a *quotes.Article) string { return a.Outlet }),
		text("author", "the byline", func(a *quotes.Article) string { return a.Byline }),
		text("published", "the day it was published", func(a *quotes.Article) string { return a.Published }),
		text("language", "its language, as a BCP 47 tag", func(a *quotes.Article) string { return a.Language }),
		text("url", "its address", func(a *quotes.Article) string { return a.URL }),
		{"quotes", "listed quotes", func(a *quotes.Article) string { return count(a.Quotes) }, func(a *quotes.Article) any { return a.Quotes }},
		text("state", "current or rejected", func(a *quotes.Article) string { return string(a.State) }),
		{"supersedes", "the earlier version it replaces", func(a *quotes.Article) string { return number(a.Supersedes) }, func(a *quotes.Article) any { return a.Supersedes }},
		{"superseded_by", "the later version that replaces it", func(a *quotes.Article) string { return number(a.SupersededBy) }, func(a *quotes.Article) any { return a.SupersededBy }},
		text("sha256", "of the text", func(a *quotes.Article) string { return a.SHA256 }),
		text("retrieved", "when it was read", func(a *quotes.Article) string { return a.Retrieved }),
		text("extractor", "version of the extractor", func(a *quotes.Article) string { return a.Extractor }),
		text("created_by", "who put it on record", func(a *quotes.Article) string { return a.CreatedBy }),
		text("text", "the text, where it is asked for", func(a *quotes.Article) string { return a.Text }),
	},
	Default: []string{"id", "published", "outlet", "title", "quotes", "url"},
}

// Speakers is how speakers leave the program.
var Speakers = &Table[quotes.Speaker]{
	Name: "speakers",
	Columns: []Column[quotes.Speaker]{
		{"id", "the speaker's permanent number", func(s *quotes.Speaker) string { return number(s.ID) }, func(s *quotes.Speaker) any { return s.ID }},
		text("name", "the fullest name", func(s *quotes.Speaker) string { return s.Name }),
		text("kind", strings.Join(quotes.Strings(quotes.SpeakerKinds), ", "), func(s *quotes.Speaker) string { return string(s.Kind) }),
		{"aliases", "other names, parted by commas", func(s *quotes.Speaker) string { return strings.Join(s.Aliases, ", ") }, func(s *quotes.Speaker) any { return orEmpty(s.Aliases) }},
		text("wikidata", "the Wikidata id", func(s *quotes.Speaker) string { return s.Wikidata }),
		{"quotes", "listed quotes", func(s *quotes.Speaker) string { return count(s.Quotes) }, func(s *quotes.Speaker) any { return s.Quotes }},
		text("first_quoted", "day of the first quote", func(s *quotes.Speaker) string { return s.FirstQuoted }),
		text("last_quoted", "day of the last quote", func(s *quotes.Speaker) string { return s.LastQuoted }),
		text("note", "the editors' note", func(s *quotes.Speaker) string { return s.Note }),
	},
	Default: []string{"id", "name", "kind", "quotes", "first_quoted", "last_quoted", "aliases"},
	JSON: func(s *quotes.Speaker) any {
		whole := *s
		whole.Aliases = orEmpty(s.Aliases)
		return &whole
	},
}

// Ambiguities is how bare names that several bear leave the program.
var Ambiguities = &Table[quotes.Ambiguity]{
	Name: "ambiguous speakers",
	Columns: append(Lift(Speakers.Columns, func(a *quotes.Ambiguity) *quotes.Speaker { return &a.Speaker }), Column[quotes.Ambiguity]{
		Name: "candidates", About: "whose names hold it, with their ids",
		Value: func(a *quotes.Ambiguity) string {
			names := make([]string, len(a.Candidates))
			for i, c := range a.Candidates {
				names[i] = c.Name + " (" + number(c.ID) + ")"
			}
			return strings.Join(names, ", ")
		},
		JSON: func(a *quotes.Ambiguity) any { return orEmpty(a.Candidates) },
	}),
	Default: []string{"id", "name", "quotes", "last_quoted", "candidates"},
}

// Changes is how the history leaves the program.
var Changes = &Table[quotes.Change]{
	Name: "changes",
	Columns: []Column[quotes.Change]{
		{"seq", "place in the chain", func(c *quotes.Change) string { return number(c.Seq) }, func(c *quotes.Change) any { return c.Seq }},
		{"op", "the command it belongs to", func(c *quotes.Change) string { return number(c.Op) }, func(c *quotes.Change) any { return c.Op }},
		text("at", "when", func(c *quotes.Change) string { return c.At }),
		text("who", "who", func(c *quotes.Change) string { return c.Who }),
		text("command", "the command", func(c *quotes.Change) string { return c.Command }),
		text("entity", "what kind of thing changed", func(c *quotes.Change) string { return string(c.Entity) }),
		{"entity_id", "which", func(c *quotes.Change) string { return number(c.EntityID) }, func(c *quotes.Change) any { return c.EntityID }},
		{"before", "its fields before", func(c *quotes.Change) string { return string(c.Before) }, func(c *quotes.Change) any { return orNull(c.Before) }},
		{"after", "its fields after", func(c *quotes.Change) string { return string(c.After) }, func(c *quotes.Change) any { return orNull(c.After) }},
		text("note", "why", func(c *quotes.Change) string { return c.Note }),
		text("prev_hash", "hash of the change before", func(c *quotes.Change) string { return c.PrevHash }),
		text("hash", "hash of this change and all before it", func(c *quotes.Change) string { return c.Hash }),
	},
	Default: []string{"seq", "op", "at", "who", "command", "entity", "entity_id", "before", "after", "note"},
	JSON: func(c *quotes.Change) any {
		whole := *c
		whole.Before, whole.After = orNull(c.Before), orNull(c.After)
		return &whole
	},
}

// count writes a number of things, none as 0.
func count(n int) string {
	if n == 0 {
		return "0"
	}
	return number(n)
}

func ids[ID ~int64](list []ID) string {
	parts := make([]string, len(list))
	for i, id := range list {
		parts[i] = number(id)
	}
	return strings.Join(parts, " ")
}

// orNull makes an absent JSON value an explicit one.
func orNull(raw json.RawMessage) json.RawMessage {
	if len(raw) == 0 {
		return json.RawMessage("null")
	}
	return raw
}
