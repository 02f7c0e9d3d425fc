package main

import (
	"bytes"
	"encoding/csv"
	"os"
	"slices"
	"strings"

	"golang.org/x/text/encoding/charmap"
)

// fillSheet does to a sheet what reviewers do, for scripts: `fill out.csv`
// makes filled.csv of it, with a title on top, columns renamed, moved, dropped
// and added, saved by an old Excel. `fill all out.csv` gives every row a note.
func fillSheet() {
	arguments := os.Args[1:]
	all := arguments[0] == "all"
	data, err := os.ReadFile(arguments[len(arguments)-1])
	if err != nil {
		panic(err)
	}
	rows, err := csv.NewReader(bytes.NewReader(bytes.TrimPrefix(data, []byte("\ufeff")))).ReadAll()
	if err != nil {
		panic(err)
	}
	at := func(column string) int { return slices.Index(rows[0], column) }
	if all {
		for _, row := range rows[1:] {
			row[at("note")] = "seen by all"
		}
	} else {
		for row, cells := range map[int]map[string]string{
			1: {"speaker": "Cy Fenn", "fidelity": " Verbatim", "tags": "Quay;", "note": "partly again"},
			2: {"verdict": "FALSCH", "note": "'=not so"},
			3: {"status": "Chekcing", "text": rows[3][at("text")] + "!", "published": "20/11/2026"},
			5: {"status": "Won't check"},
		} {
			for column, value := range cells {
				rows[row][at(column)] = value
			}
		}
	}
	filled := [][]string{{"Please fill in", "", "by Friday"}, {"Hash", "ID", "Quote", "Said by", "STATUS", "Ruling", "Fidelity", "Reviewer", "Keywords", "Comments", "Published on"}}
	ours := []string{"row_hash", "id", "text", "speaker", "status", "verdict", "fidelity", "", "tags", "note", "published"}
	for _, row := range rows[1:] {
		var cells []string
		for _, column := range ours {
			value := "CB"
			if column != "" {
				value = row[at(column)]
			}
			cells = append(cells, value)
		}
		filled = append(filled, cells)
	}
	if !all {
		filled = append(filled, make([]string, len(ours)), append([]string{"", "", "One that we missed"}, make([]string, len(ours)-3)...))
	}
	var out strings.Builder
	w := csv.NewWriter(&out)
	w.Comma, w.UseCRLF = ';', true
	if err := w.WriteAll(filled); err != nil {
		panic(err)
	}
	old, err := charmap.Windows1252.NewEncoder().String(out.String())
	if err == nil {
		err = os.WriteFile("filled.csv", []byte(old), 0o600)
	}
	if err != nil {
		panic(err)
	}
}
