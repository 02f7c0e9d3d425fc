package main

import (
	"bufio"
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
)

// writeNamed copies folder/train.jsonl, and behind it the articles of our own, to a
// file with who says each quote, in the fields "speaker" and "aliases" that the
// corpus's scorer grades names by.
func (t *trainer) writeNamed(folder, path string) error {
	data, err := os.ReadFile(filepath.Join(folder, "train.jsonl"))
	if err != nil {
		return err
	}
	f, err := os.Create(path)
	if err != nil {
		return err
	}
	defer f.Close()
	out := bufio.NewWriter(f)
	next := 0
	for line := range bytes.Lines(data) {
		if len(bytes.TrimSpace(line)) == 0 {
			continue
		}
		var d map[string]any
		lines := json.NewDecoder(bytes.NewReader(line))
		lines.UseNumber()
		if err := lines.Decode(&d); err != nil {
			return err
		}
		quotes, _ := d["quotes"].([]any)
		for i, q := range quotes {
			g := &t.docs[next].Quotes[i]
			if fields, ok := q.(map[string]any); ok && g.Speaker != nil {
				fields["speaker"], fields["aliases"] = *g.Speaker, append([]string{}, g.Aliases...)
				if g.Outer {
					fields["gold_error"] = true // the scorer's word for it, as in dev.jsonl
				}
			}
		}
		next++
		if err := json.NewEncoder(out).Encode(d); err != nil {
			return err
		}
	}
	for _, d := range t.docs[next:] { // our own articles
		if err := json.NewEncoder(out).Encode(d); err != nil {
			return err
		}
	}
	return out.Flush()
}
