package sqlite

import (
	"bytes"
	"encoding/json"
	"fmt"
	"strconv"

	"onrecord/quotes"
)

// table says where the rows of an entity are and which columns are its state:
// all that are neither derived nor kept by the store itself. What a change
// holds before and after, undo, and the replay of check all go by it.
type table struct {
	entity  quotes.Entity
	name    string
	columns []string
	// parents name the columns which point at rows that this one hangs on.
	parents []parent
}

type parent struct {
	column string
	entity quotes.Entity
}

// tables has every entity that changes can be about.
var tables = []*table{
	{quotes.EntityArticle, "articles", []string{
		"url", "title", "outlet", "byline", "published", "language", "sha256", "retrieved", "extractor", "supersedes", "state",
	}, []parent{{"supersedes", quotes.EntityArticle}}},
	{
		quotes.EntitySpeaker, "speakers",
		[]string{"name", "kind", "wikidata", "note", "merged_into"},
		[]parent{{"merged_into", quotes.EntitySpeaker}},
	},
	{
		quotes.EntityAlias, "aliases",
		[]string{"speaker", "alias", "key", "source", "links"},
		[]parent{{"speaker", quotes.EntitySpeaker}},
	},
	{quotes.EntityQuote, "quotes", []string{
		"article", "speaker", "kind", "state", "fidelity", "confidence", "mention_confidence", "runner_up",
		"runner_up_confidence", "method", "reason", "role", "spans", "mention", "cue", "context", "own_context",
		"said_on", "confirmed_by", "note", "text",
	}, []parent{{"article", quotes.EntityArticle}, {"speaker", quotes.EntitySpeaker}}},
	{quotes.EntityTag, "tags", []string{"quote", "tag"}, []parent{{"quote", quotes.EntityQuote}}},
	{quotes.EntityClaim, "claims", []string{"text", "workflow", "assignee", "due", "priority", "note", "speaker"}, []parent{{"speaker", quotes.EntitySpeaker}}},
	{
		quotes.EntityAppearance, "appearances",
		[]string{"claim", "quote", "part", "stance"},
		[]parent{{"claim", quotes.EntityClaim}, {"quote", quotes.EntityQuote}},
	},
	{
		quotes.EntityAssessment, "assessments",
		[]string{"claim", "verdict", "scale", "rationale", "as_of", "supersedes", "correction", "publisher", "url", "rating"},
		[]parent{{"claim", quotes.EntityClaim}, {"supersedes", quotes.EntityAssessment}},
	},
	{quotes.EntityEvidence, "evidence", []string{
		"claim", "url", "archived", "passage", "stance", "kind", "accessed", "independent",
	}, []parent{{"claim", quotes.EntityClaim}}},
	{quotes.EntitySetting, "settings", []string{"key", "value"}, nil},
}

// tableOf is the table of an entity, nil for an unknown one.
func tableOf(e quotes.Entity) *table {
	for _, t := range tables {
		if t.entity == e {
			return t
		}
	}
	return nil
}

// state is a row's values in the order of its table's columns: int64, string
// or nil each.
type state []any

// column gives a named value.
func (t *table) column(s state, name string) any {
	for i, c := range t.columns {
		if c == name {
			return s[i]
		}
	}
	panic("sqlite: " + t.name + " has no column " + name)
}

// integer gives a named value as a number, 0 for null.
func (t *table) integer(s state, name string) int64 {
	n, _ := t.column(s, name).(int64)
	return n
}

// encode writes a state as JSON, the same bytes for the same values always.
func (t *table) encode(out []byte, s state) []byte {
	out = append(out, '{')
	for i, c := range t.columns {
		if i > 0 {
			out = append(out, ',')
		}
		out = append(out, '"')
		out = append(out, c...)
		out = append(out, '"', ':')
		switch v := s[i].(type) {
		case nil:
			out = append(out, "null"...)
		case int64:
			out = strconv.AppendInt(out, v, 10)
		case string:
			out = appendJSON(out, v)
		default:
			panic(fmt.Sprintf("sqlite: %s.%s holds a %T", t.name, c, v))
		}
	}
	return append(out, '}')
}

// appendJSON writes a string of valid UTF-8 as JSON, with no more escapes
// than JSON asks for.
func appendJSON(out []byte, s string) []byte {
	const hex = "0123456789abcdef"
	out = append(out, '"')
	start := 0
	for i := 0; i < len(s); i++ {
		c := s[i]
		if c >= ' ' && c != '"' && c != '\\' {
			continue
		}
		out = append(out, s[start:i]...)
		start = i + 1
		switch c {
		case '"', '\\':
			out = append(out, '\\', c)
		case '\n':
			out = append(out, '\\', 'n')
		default:
			out = append(out, '\\', 'u', '0', '0', hex[c>>4], hex[c&15])
		}
	}
	return append(append(out, s[start:]...), '"')
}

// decode reads what encode wrote. Columns that the JSON lacks are null, so
// that the states of older formats can be read; others are ignored.
func (t *table) decode(data []byte) (state, error) {
	var fields map[string]json.RawMessage
	if err := json.Unmarshal(data, &fields); err != nil {
		return nil, err
	}
	s := make(state, len(t.columns))
	for i, c := range t.columns {
		raw := fields[c]
		switch {
		case len(raw) == 0 || bytes.Equal(raw, []byte("null")):
		case raw[0] == '"':
			var v string
			if err := json.Unmarshal(raw, &v); err != nil {
				return nil, err
			}
			s[i] = v
		default:
			v, err := strconv.ParseInt(string(raw), 10, 64)
			if err != nil {
				return nil, err
			}
			s[i] = v
		}
	}
	return s, nil
}
