package marks

import (
	"fmt"
	"reflect"
	"strings"
	"unicode/utf8"

	"onrecord/quotes/text"
)

// sound checks what Scan promises of any text.
func sound(s string, paragraphs []text.Paragraph, found []Quoted) error {
	valid := utf8.ValidString(s)
	for i, q := range found {
		if err := soundOne(s, valid, paragraphs, found, i); err != nil {
			return fmt.Errorf("stretch %d of %d, %+v: %w", i, len(found), q, err)
		}
	}
	if again := Scan(s, paragraphs); !reflect.DeepEqual(again, found) {
		return fmt.Errorf("a second scan finds %v, the first %v", again, found)
	}
	return nil
}

func soundOne(s string, valid bool, paragraphs []text.Paragraph, found []Quoted, i int) error {
	q := found[i]
	switch {
	case q.Paragraph < 0 || q.Paragraph >= len(paragraphs):
		return fmt.Errorf("no such paragraph")
	case q.Span.Empty():
		return fmt.Errorf("empty")
	case !paragraphs[q.Paragraph].Contains(q.Outer):
		return fmt.Errorf("outside paragraph %v", paragraphs[q.Paragraph].Span)
	case !q.Outer.Contains(q.Span):
		return fmt.Errorf("not inside its marks")
	case valid && (!boundary(s, q.Span.Start) || !boundary(s, q.Span.End) || !boundary(s, q.Outer.Start) || !boundary(s, q.Outer.End)):
		return fmt.Errorf("cuts a rune")
	case text.Trim(s, q.Span) != q.Span:
		return fmt.Errorf("has space at its ends")
	case q.Continues >= i:
		return fmt.Errorf("continues a later one")
	case q.Continues >= 0 && (found[q.Continues].Ending != Continued || found[q.Continues].Paragraph+1 != q.Paragraph):
		return fmt.Errorf("continues one that does not go on")
	case q.Ending == Closed && q.Style == Double && marked(s, found, i):
		return fmt.Errorf("begins or ends with a mark of its own")
	}
	return soundNesting(found, i)
}

// marked reports whether a straight double mark stands at the edge of the
// words which belongs to no stretch inside.
func marked(s string, found []Quoted, i int) bool {
	q := found[i]
	words := s[q.Span.Start:q.Span.End]
	if strings.Count(words, `"`) != 1 || strings.ContainsAny(words, `=“”„‟＂`) || strings.Contains(words, "``") || strings.Contains(words, "''") {
		return false // pairs that were dropped, as empty, leave their marks
	}
	first, last := strings.HasPrefix(words, `"`), strings.HasSuffix(words, `"`)
	for _, inner := range found[i+1:] {
		if inner.Outer.Start >= q.Outer.End {
			break
		}
		first = first && inner.Outer.Start != q.Span.Start
		last = last && inner.Outer.End != q.Span.End
	}
	return first || last && !strings.ContainsAny(words[max(0, len(words)-3):len(words)-1], "0123456789")
}

func soundNesting(found []Quoted, i int) error {
	q := found[i]
	if i > 0 {
		before := found[i-1]
		if before.Outer.Start > q.Outer.Start || before.Outer.Start == q.Outer.Start && before.Outer.End < q.Outer.End {
			return fmt.Errorf("out of order after %+v", before)
		}
	}
	if q.Parent < 0 {
		if q.Depth != 0 {
			return fmt.Errorf("deep without a parent")
		}
	} else {
		parent := found[q.Parent]
		if q.Parent >= i || !parent.Span.Contains(q.Outer) || parent.Depth+1 != q.Depth || parent.Paragraph != q.Paragraph {
			return fmt.Errorf("not inside its parent %+v", parent)
		}
	}
	// Siblings are apart.
	for k := i - 1; k >= 0 && k > i-50; k-- {
		if found[k].Parent == q.Parent && found[k].Outer.Overlaps(q.Outer) {
			return fmt.Errorf("overlaps %+v", found[k])
		}
	}
	return nil
}

func boundary(s string, i int) bool {
	return i == 0 || i == len(s) || utf8.RuneStart(s[i])
}
