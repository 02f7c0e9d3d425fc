package main

import (
	_ "embed"
	"fmt"
	"strconv"
	"strings"
)

// namesFile tells who says each quote of the corpus: see its head.
//
//go:embed names.txt
var namesFile string

// said is who says a quote.
type said struct {
	names []string // all are right; none: nobody says it
	open  bool     // it can be read in two ways
}

// tell notes in g that x is who says it.
func (x said) tell(g *goldSpan) {
	g.Speaker, g.Open = new(string), x.open
	if len(x.names) > 0 {
		*g.Speaker, g.Aliases = x.names[0], x.names[1:]
	}
}

// readNames reads a file of names: by article and the code point at which a
// quote begins, who says it.
func readNames(file string) (map[string]map[int]said, error) {
	all := map[string]map[int]said{}
	var article map[int]said
	for n, line := range strings.Split(file, "\n") {
		if line == "" || line[0] == '#' {
			continue
		}
		if line[0] != '\t' {
			article = map[int]said{}
			all[line] = article
			continue
		}
		who, starts, ok := strings.Cut(line[1:], "\t")
		if !ok || article == nil {
			return nil, fmt.Errorf("names, line %d: no article or no tab", n+1)
		}
		var names []string
		if who != "-" {
			names = strings.Split(who, "|")
		}
		for _, word := range strings.Fields(starts) {
			number, open := strings.CutSuffix(word, "?")
			start, err := strconv.Atoi(number)
			if err != nil {
				return nil, fmt.Errorf("names, line %d: %w", n+1, err)
			}
			x := article[start] // two lines: two who speak together, or either
			article[start] = said{names: append(x.names, names...), open: x.open || open}
		}
	}
	return all, nil
}

// nameQuotes adds to the documents' quotes who says them, where the file knows
// and the corpus does not tell itself.
func nameQuotes(docs []*document, file string) error {
	all, err := readNames(file)
	if err != nil {
		return err
	}
	for _, d := range docs {
		for i := range d.Quotes {
			g := &d.Quotes[i]
			if s, ok := all[d.Doc][g.Start]; ok && g.Speaker == nil {
				s.tell(g)
			}
		}
	}
	return nil
}
