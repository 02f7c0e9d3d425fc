package main

import (
	"encoding/json"
	"maps"
	"slices"
	"strings"
	"testing"
)

// The fields of each record in JSON are a contract: scripts and other programs
// read them. A field may be added here, never renamed or left out.
func TestFields(t *testing.T) {
	const quote = "id rev text spans kind speaker speaker_id mention cue role confidence mention_confidence runner_up" +
		" reason method context status verdict fidelity worthiness tags note said_on article state confirmed_by created_at created_by"
	const claim = "id rev text workflow verdict scale rationale as_of assignee due priority note worthiness quotes appearances" +
		" evidence assessments created_at created_by"
	cases := []struct{ command, path, fields string }{
		{"list -f json", "", quote},
		{"list -f jsonl", "", quote},
		{"list -f json", "mention", "text start end"},
		{"list -f json", "cue", "text start end"},
		{"list -f json", "runner_up", "speaker confidence"},
		{"list -f json", "article", "id title outlet url published"},
		{"search dredge -f json", "", quote + " highlights"},
		{"export -f json", "", quote},
		{"show 1 -f json", "", quote + " worthiness_why claims"},
		{"show 1 -f json --history", "", quote + " worthiness_why claims changes"},
		{"show c1 -f json", "", claim},
		{"show c1 -f json", "evidence", "id claim url archived passage stance kind accessed independent by at"},
		{"show c1 -f json", "assessments", "id claim verdict scale rationale as_of by at correction"},
		{"claims -f json", "", claim},
		{"queue -f json", "", claim + " why"},
		{"claims evidence c1 -f json", "", "id claim url archived passage stance kind accessed independent by at"},
		{"log -f json", "", "seq op at who command entity entity_id before after note prev_hash hash"},
		{"speakers -f json", "", "id rev name kind aliases wikidata note quotes first_quoted last_quoted"},
		{
			"extract testdata/talks.jsonl -f json", "",
			"doc text spans kind speaker mention cue role confidence mention_confidence runner_up reason method context said_on article",
		},
		{"match --repeats -f json", "", "id text speaker outlet date first outcome wording differences"},
		{"match --repeats -f json", "first", "id text speaker outlet date claims"},
		{"match dredge -f json", "", "type id text speaker verdict score why status date outlet"},
		{
			"verify 1 --article 1 -f json", "",
			"id text speaker fidelity outcome proposed share source passage start end elsewhere wording differences",
		},
		{"extract testdata/talks.jsonl -f json", "article", "title outlet url published"},
	}
	d := newDesk(t)
	d.must("", "ingest", "--quiet", "testdata/talks.jsonl")
	d.must(`{"outlet":"Evening Mail","text":"“We will dredge the channel before winter,” said Mayor Ann Lee to us."}`, "ingest", "-q", "--type", "jsonl", "-")
	d.must("", "mark", "1", "false", "--note", "no", "--evidence", "https://port.example/plan")
	d.must("", "flag", "2")
	d.must("", "tag", "1", "harbour")
	for _, c := range cases {
		got := fieldsOfAll(t, d.must("", strings.Fields(c.command)...), c.path)
		if want := slices.Sorted(slices.Values(strings.Fields(c.fields))); !slices.Equal(got, want) {
			t.Errorf("%s, %q:\n got %q\nwant %q", c.command, c.path, got, want)
		}
	}
}

// fieldsOfAll are the fields of the records, or of what hangs on them under
// one field, sorted. They must be the same in every record that has any.
func fieldsOfAll(t *testing.T, output, path string) []string {
	t.Helper()
	var fields []string
	for _, record := range records(t, output) {
		held := any(record)
		if path != "" {
			held = record[path]
		}
		if list, ok := held.([]any); ok && len(list) > 0 {
			held = list[0]
		}
		object, ok := held.(map[string]any)
		if !ok {
			continue // null
		}
		own := slices.Sorted(maps.Keys(object))
		if fields != nil && !slices.Equal(fields, own) {
			t.Errorf("records differ: %q and %q", fields, own)
		}
		fields = own
	}
	return fields
}

// records are the objects of a JSON array, or of JSON lines.
func records(t *testing.T, output string) []map[string]any {
	t.Helper()
	var list []map[string]any
	if json.Unmarshal([]byte(output), &list) == nil {
		return list
	}
	for line := range strings.Lines(output) {
		var record map[string]any
		if err := json.Unmarshal([]byte(line), &record); err != nil {
			t.Fatalf("%q: %v", line, err)
		}
		list = append(list, record)
	}
	return list
}

// An empty list is still JSON.
func TestNoRecords(t *testing.T) {
	d := newDesk(t)
	d.must("", "init")
	for command, want := range map[string]string{
		"list -f json": "[]", "list -f jsonl": "", "speakers -f json": "[]", "log -f json": "[]", "articles -f json": "[]",
	} {
		got := d.must("", strings.Fields(command)...)
		if strings.Join(strings.Fields(got), "") != want {
			t.Errorf("%s: %q", command, got)
		}
	}
}
