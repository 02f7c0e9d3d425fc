package exchange

import (
	"bytes"
	"encoding/json"
	"io"
	"iter"
	"slices"
	"strings"

	"onrecord/quotes"
)

// lookedAt is how many values at the beginning of a JSON file tell what it is.
const lookedAt = 50

// NewcomersOfJSON finds out which kind of quotes a JSON file holds: annotations
// of the W3C's Web Annotation Data Model, Quotebank's, or objects with
// fields of any name of which one is the words, as those of an export. nil is
// for none of these, and for what is no JSON.
func NewcomersOfJSON(file io.ReadSeeker, mapped map[string]string) (*NewcomerFile, error) {
	if is, err := looksJSON(file); err != nil || !is {
		return nil, err
	}
	var first []map[string]json.RawMessage
	for v, err := range jsonValues(file) {
		if err != nil {
			return nil, err
		}
		var fields map[string]json.RawMessage
		if v.err == nil && json.Unmarshal(v.data, &fields) == nil {
			first = append(first, fields)
		}
		if v.number >= lookedAt {
			break
		}
	}
	if _, err := file.Seek(0, io.SeekStart); err != nil {
		return nil, err
	}
	values := jsonValues(file)
	if slices.ContainsFunc(first, isAnnotation) {
		return &NewcomerFile{Kind: "Web Annotation", All: annotated(values)}, nil
	}
	if slices.ContainsFunc(first, isQuotebank) {
		return &NewcomerFile{Kind: "Quotebank", All: eachValue(values, quotebankQuote)}, nil
	}
	return newcomersOfObjects(first, values, mapped)
}

// eachValue makes a newcomer of each value.
func eachValue(values iter.Seq2[jsonValue, error], of func(n *Newcomer, data []byte)) iter.Seq2[*Newcomer, error] {
	return func(yield func(*Newcomer, error) bool) {
		for v, err := range values {
			if err != nil {
				yield(nil, err)
				return
			}
			n := &Newcomer{Row: v.number}
			if v.err != nil {
				n.Fail("", v.err)
			} else {
				of(n, v.data)
			}
			if !yield(n, nil) {
				return
			}
		}
	}
}

// newcomersOfObjects reads objects whose fields have any names.
func newcomersOfObjects(first []map[string]json.RawMessage, values iter.Seq2[jsonValue, error], mapped map[string]string) (*NewcomerFile, error) {
	var names []string
	for _, fields := range first {
		for name := range flatFields("", fields) {
			if !slices.Contains(names, name) {
				names = append(names, name)
			}
		}
	}
	slices.Sort(names)
	known, err := takeNames(names, mapped, false)
	if err != nil {
		return nil, err
	}
	if _, ok := known.at["text"]; !ok {
		return nil, nil
	}
	f := &NewcomerFile{Kind: "JSON"}
	known.tell(f)
	f.All = eachValue(values, func(n *Newcomer, data []byte) {
		var fields map[string]json.RawMessage
		if err := json.Unmarshal(data, &fields); err != nil {
			n.Fail("", quotes.Errorf(quotes.CodeInvalid, "no object").Do("each is an object with the words in a field such as text or quote"))
			return
		}
		known.ofObject(n, flatFields("", fields))
	})
	return f, nil
}

// ofObject is the quote of an object's fields.
func (t *takenNames) ofObject(n *Newcomer, fields map[string]string) {
	at, ranks := map[string]string{}, map[string]int{}
	for name, value := range fields {
		column, rank := newcomerColumn(name, t.mapped)
		// Of names that are as good, the first by alphabet that holds something.
		if column == "" || rank < ranks[column] || rank == ranks[column] && (value == "" || at[column] != "" && at[column] < name) {
			continue
		}
		at[column], ranks[column] = name, rank
	}
	row := n.Row
	*n = *newcomer(row, func(column string) SheetCell {
		value := fields[at[column]]
		if column == "text" {
			return SheetCell{Text: value}
		}
		return SheetCell{Text: value, Raw: value}
	}, ranks["url"] == 1)
	if n.Why == "" {
		n.byProgram(fields)
	}
}

// byProgram keeps of a quote of another record what its program found, unless
// an editor confirmed it there.
func (n *Newcomer) byProgram(fields map[string]string) {
	method := fields["method"]
	var confidence float64
	if method == "" || method == "hand" || fields["state"] != string(quotes.StateNew) ||
		json.Unmarshal([]byte(fields["confidence"]), &confidence) != nil || confidence < 0 || confidence > 1 {
		return
	}
	n.Quote.Method, n.Quote.Confidence, n.Quote.Reason = method, confidence, fields["reason"]
}

// flatFields are the fields of an object, those of objects in it as
// article_url, lists as their parts behind commas.
func flatFields(before string, fields map[string]json.RawMessage) map[string]string {
	flat := map[string]string{}
	for name, data := range fields {
		var inner map[string]json.RawMessage
		if len(data) > 0 && data[0] == '{' && before == "" && json.Unmarshal(data, &inner) == nil {
			for name, value := range flatFields(name+"_", inner) {
				flat[name] = value
			}
			continue
		}
		flat[before+name] = plainWords(data)
	}
	return flat
}

// plainWords is a JSON value as a cell would have it: null and objects are
// nothing, a number its digits, a list its parts behind commas.
func plainWords(data json.RawMessage) string {
	data = bytes.TrimSpace(data)
	if len(data) == 0 {
		return ""
	}
	switch data[0] {
	case '"':
		var s string
		if json.Unmarshal(data, &s) != nil {
			return ""
		}
		return s
	case '[':
		var parts []json.RawMessage
		if json.Unmarshal(data, &parts) != nil {
			return ""
		}
		var words []string
		for _, part := range parts {
			if len(part) > 0 && part[0] != '[' {
				if w := plainWords(part); w != "" {
					words = append(words, w)
				}
			}
		}
		return strings.Join(words, ", ")
	case '{', 'n':
		return ""
	}
	return string(data)
}
