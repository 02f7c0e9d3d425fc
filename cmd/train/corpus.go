package main

import (
	"bufio"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strings"
)

// document is an article of the corpus with its gold. Offsets are code points.
type document struct {
	Doc          string     `json:"doc"`
	Text         string     `json:"text"`
	Quotes       []goldSpan `json:"quotes"`
	Unattributed []goldSpan `json:"unattributed,omitempty"`
	Ignore       []goldSpan `json:"ignore,omitempty"`

	runes    []rune
	unread   bool         // no rule was written from what it showed
	pronouns map[int]said // whom pronouns that do not speak mean, by their code point
}

// goldSpan is a stretch that annotators marked.
type goldSpan struct {
	Start      int      `json:"start"`
	End        int      `json:"end"`
	Spans      [][2]int `json:"spans,omitempty"`
	Kind       string   `json:"kind,omitempty"`
	Source     *source  `json:"source,omitempty"`
	SourceType string   `json:"source_type,omitempty"`
	Single     bool     `json:"single,omitempty"`
	Optional   bool     `json:"optional,omitempty"`
	Nested     bool     `json:"nested,omitempty"`
	GoldError  bool     `json:"gold_error,omitempty"`
	// Speaker is who says it by full name, "" for nobody, nil where gold does not
	// tell; the aliases are as right.
	Speaker *string  `json:"speaker,omitempty"`
	Aliases []string `json:"aliases,omitempty"`
	Open    bool     `json:"open,omitempty"` // it can be read in two ways
	Outer   bool     `json:"-"`              // the source is not who says it: see outer
}

// source is whom the annotators took for the speaker.
type source struct {
	Text  string   `json:"text"`
	Start int      `json:"start"`
	End   int      `json:"end"`
	Spans [][2]int `json:"spans,omitempty"`
}

// publisher is the outlet: the document's name up to the first underscore.
func (d *document) publisher() string {
	name, _, _ := strings.Cut(d.Doc, "_")
	return name
}

// readCorpus reads folder/train.jsonl.
func readCorpus(folder string) ([]*document, error) {
	f, err := os.Open(filepath.Join(folder, "train.jsonl"))
	if err != nil {
		return nil, fmt.Errorf("%w; name the folder that holds train.jsonl", err)
	}
	defer f.Close()
	var docs []*document
	lines := bufio.NewScanner(f)
	lines.Buffer(nil, 64<<20)
	for n := 1; lines.Scan(); n++ {
		if strings.TrimSpace(lines.Text()) == "" {
			continue
		}
		d := &document{}
		if err := json.Unmarshal(lines.Bytes(), d); err != nil {
			return nil, fmt.Errorf("%s:%d: %w", f.Name(), n, err)
		}
		d.runes = []rune(d.Text)
		docs = append(docs, d)
	}
	if err := lines.Err(); err != nil {
		return nil, err
	}
	return docs, nameQuotes(docs, namesFile)
}
