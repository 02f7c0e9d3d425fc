package worth

import (
	_ "embed"
	"slices"
	"strconv"
	"strings"
	"sync"
)

//go:embed english.txt
var englishTable string

// english is the table of English, read when first asked for.
var english = sync.OnceValue(func() *words { return readWords(englishTable) })

// maxClasses bounds the classes of a table, so that what is found of them
// needs no memory of its own.
const maxClasses = 24

// words are the phrases of a language by their first word.
type words struct {
	classes []class
	phrases map[string][]phrase
	endings []phrase // those whose first word is an ending; the second is always than

	than                                   string
	number, year, name, question, fragment int // classes that the program finds itself, too
}

type class struct {
	what   string
	points int
}

// skipped is the class of phrases that mean nothing by their words: "rather
// than" compares nothing.
const skipped = -1

// phrase is words in a row: "*" is any, "-er" an ending.
type phrase struct {
	class int
	words []string
}

// readWords reads a table, whose form it tells at its top. The table is part
// of the program, so that a fault in it panics.
func readWords(table string) *words {
	w := &words{phrases: map[string][]phrase{}, than: "than"}
	class := skipped
	for line := range strings.Lines(table) {
		line = strings.TrimSpace(line)
		switch {
		case line == "" || line[0] == '#':
		case line[0] == '[':
			class = w.addClass(strings.Trim(line, "[]"))
		default:
			for text := range strings.SplitSeq(line, ",") {
				w.add(class, strings.Fields(text))
			}
		}
	}
	w.year, w.number, w.name = w.classOf("a year"), w.classOf("a number"), w.classOf("a name")
	w.question, w.fragment = w.classOf("a question"), w.classOf("hardly a sentence")
	return w
}

func (w *words) addClass(heading string) int {
	if heading == "skip" {
		return skipped
	}
	points, what, _ := strings.Cut(heading, " ")
	n, err := strconv.Atoi(points)
	if err != nil || len(w.classes) == maxClasses {
		panic("worth: " + heading)
	}
	w.classes = append(w.classes, class{what, n})
	return len(w.classes) - 1
}

func (w *words) add(class int, list []string) {
	p := phrase{class, list}
	if first := list[0]; len(first) > 1 && first[0] == '-' {
		if len(list) < 2 || list[1] != w.than {
			panic("worth: " + strings.Join(list, " "))
		}
		w.endings = append(w.endings, p)
		return
	}
	w.phrases[list[0]] = append(w.phrases[list[0]], p)
}

func (w *words) classOf(what string) int {
	i := slices.IndexFunc(w.classes, func(c class) bool { return c.what == what })
	if i < 0 {
		panic("worth: no class " + what)
	}
	return i
}

// fits reports whether a word of the text is the one that a phrase has there.
func fits(pattern, word string) bool {
	switch {
	case pattern == word || pattern == "*":
		return true
	case pattern[0] == '-' && len(pattern) > 1:
		return len(word) > len(pattern) && strings.HasSuffix(word, pattern[1:])
	}
	return false
}

// sortReasons puts the weightiest first, equal ones in the table's order.
func sortReasons(reasons []Reason) {
	weight := func(r Reason) int { return max(r.Points, -r.Points) }
	slices.SortStableFunc(reasons, func(a, b Reason) int { return weight(b) - weight(a) })
}
