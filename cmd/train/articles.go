package main

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"unicode/utf8"
)

// answersLine parts an article from who says its quotes.
const answersLine = "\n-- gold --\n"

// readArticles reads the marked articles in folder/*.txt, of which each is named by
// the part of the world or the kind of news it is of and its number: "africa-07.txt".
func readArticles(folder string) ([]*document, error) {
	paths, err := filepath.Glob(filepath.Join(folder, "*.txt"))
	if err != nil || len(paths) == 0 {
		return nil, fmt.Errorf("no articles in %s", folder)
	}
	var docs []*document
	for _, path := range paths {
		data, err := os.ReadFile(path)
		if err != nil {
			return nil, err
		}
		name := strings.TrimSuffix(filepath.Base(path), ".txt")
		d, err := readArticle(strings.Replace(name, "-", "_", 1), string(data))
		if err != nil {
			return nil, fmt.Errorf("%s: %w", path, err)
		}
		docs = append(docs, d)
	}
	return docs, nil
}

// readArticle reads an article whose quotes are marked "⟦1 “Yes,”⟧", stretches
// between marks that nobody says "⟦- “Moby Dick”⟧", and the words that tell who speaks
// "⟪1,2 Ann Lee⟫", with the numbers of the quotes. Behind the answers line stands
// who they are: "1 2 | Ann Lee | another name", "-" for nobody.
func readArticle(name, file string) (*document, error) {
	body, answers, ok := strings.Cut(file, answersLine)
	if !ok {
		return nil, fmt.Errorf("no line %q", strings.TrimSpace(answersLine))
	}
	d := &document{Doc: name}
	p := marking{spans: map[string]goldSpan{}, sources: map[string]*source{}}
	if err := p.read(body); err != nil {
		return nil, err
	}
	d.Text = p.text.String()
	d.runes = []rune(d.Text)
	d.Unattributed = p.terms
	for line := range strings.Lines(answers) {
		if line = strings.TrimSpace(line); line == "" {
			continue
		}
		fields := strings.Split(line, "|")
		for k := range fields {
			fields[k] = strings.TrimSpace(fields[k])
		}
		if len(fields) < 2 || fields[1] == "" {
			return nil, fmt.Errorf("no answer in %q", line)
		}
		for number := range strings.FieldsSeq(fields[0]) {
			g, ok := p.spans[number]
			if !ok {
				return nil, fmt.Errorf("an answer too many for quote %s", number)
			}
			delete(p.spans, number)
			who := ""
			if fields[1] != "-" {
				who, g.Aliases = fields[1], fields[2:]
				if g.Source = p.sources[number]; g.Source == nil {
					return nil, fmt.Errorf("nothing tells who says quote %s", number)
				}
				g.Source.Text = string(d.runes[g.Source.Start:g.Source.End])
			}
			g.Speaker = &who
			d.Quotes = append(d.Quotes, g)
		}
	}
	for number := range p.spans {
		return nil, fmt.Errorf("no answer for quote %s", number)
	}
	slices.SortFunc(d.Quotes, func(a, b goldSpan) int { return a.Start - b.Start })
	return d, nil
}

// marking is a marked article while it is read.
type marking struct {
	text    strings.Builder
	runes   int
	spans   map[string]goldSpan
	sources map[string]*source
	terms   []goldSpan
}

// read takes the marks out of the text and notes what they mark.
func (p *marking) read(body string) error {
	opened, numbers, start := rune(0), "", 0
	for body != "" {
		r, size := utf8.DecodeRuneInString(body)
		rest := body[size:]
		switch r {
		case '⟦', '⟪':
			n, after, ok := strings.Cut(rest, " ")
			if opened != 0 || !ok {
				return fmt.Errorf("a mark within a mark at %.40q", body)
			}
			opened, numbers, start, rest = r, n, p.runes, after
		case '⟧', '⟫':
			if opened != r-1 {
				return fmt.Errorf("a mark that ends nothing before %.40q", rest)
			}
			p.note(opened, numbers, start)
			opened = 0
		default:
			p.text.WriteRune(r)
			p.runes++
		}
		body = rest
	}
	if opened != 0 {
		return fmt.Errorf("a mark that does not end: %s", numbers)
	}
	return nil
}

// note notes what the mark is of that ends here.
func (p *marking) note(opened rune, numbers string, start int) {
	switch {
	case opened == '⟪':
		for n := range strings.SplitSeq(numbers, ",") {
			p.sources[n] = &source{Start: start, End: p.runes}
		}
	case numbers == "-":
		p.terms = append(p.terms, goldSpan{Start: start, End: p.runes})
	default:
		p.spans[numbers] = goldSpan{Start: start, End: p.runes}
	}
}
