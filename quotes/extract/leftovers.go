package extract

import (
	"slices"
	"strings"
	"unicode/utf8"

	"onrecord/quotes/marks"
	"onrecord/quotes/mention"
	"onrecord/quotes/text"
)

// scan finds the paragraphs of an article and the stretches between marks, leaving out the
// paragraphs that are only leftovers of its page: what they part goes on, nobody in them
// speaks, and a heading of another article is not quoted.
func scan(s string, words *mention.Lexicon) ([]text.Paragraph, []marks.Quoted) {
	paragraphs := withoutLeftovers(s, text.Paragraphs(s), words)
	quoted := marks.Scan(s, paragraphs)
	if between := interruptions(s, paragraphs, quoted, words); len(between) > 0 {
		kept := paragraphs[:0]
		for i, p := range paragraphs {
			if len(between) > 0 && between[0] == i {
				between = between[1:]
				continue
			}
			kept = append(kept, p)
		}
		paragraphs = kept
		quoted = marks.Scan(s, paragraphs)
	}
	return paragraphs, quoted
}

// mostListed bounds the headings of other articles that one leftover leads to.
const mostListed = 6

// withoutLeftovers leaves out the paragraphs that are leftovers by their words, captions, and the
// headings of other articles below those that lead to such.
func withoutLeftovers(s string, paragraphs []text.Paragraph, words *mention.Lexicon) []text.Paragraph {
	if len(paragraphs) == 0 {
		return nil
	}
	top, listed := paragraphs[0].Start, 0 // how many headings may follow
	return slices.DeleteFunc(paragraphs, func(p text.Paragraph) bool {
		leftover, list := words.Leftover(s[p.Start:p.End])
		switch {
		case p.Heading && p.Start == top && strings.Count(s[p.Start:p.End], " ")+1 >= leastHeading:
			return false // "Watch: The whale that sings", the article's own
		case list:
			listed = mostListed
		case leftover, words.Caption(s[p.Start:p.End]):
			return true
		case listed > 0 && heads(s[p.Start:p.End], words):
			listed--
			return true
		default:
			listed = 0
		}
		return list
	})
}

// leastHeading is how many words a heading of another article has at least.
const leastHeading = 4

// heads reports whether a line can be the heading of another article: one that is no sentence, nor
// only what stands between marks.
func heads(line string, words *mention.Lexicon) bool {
	if strings.Count(line, " ")+1 < leastHeading || !short(line, words) {
		return false
	}
	last, _ := utf8.DecodeLastRuneInString(line)
	_, n := utf8.DecodeRuneInString(line)
	return !isMark(line) || strings.ContainsAny(line[n:], closers) && !strings.ContainsRune(closers, last)
}

const (
	// mostInterruptions bounds the leftovers between two paragraphs of a quotation.
	mostInterruptions = 6
	// longestInterruption bounds the characters of one: a headline's.
	longestInterruption = 110
)

// interruptions are the paragraphs, in order, that stand within a quotation, by the marks:
// the paragraph before leaves it open and the one behind begins with a mark again, as a
// quotation does that goes on, while they are short lines.
func interruptions(s string, paragraphs []text.Paragraph, quoted []marks.Quoted, words *mention.Lexicon) []int {
	var out []int
	last := -1 // stretch outside all others before this one
	for q := range quoted {
		x := &quoted[q]
		if x.Depth > 0 {
			continue
		}
		if last >= 0 && reopens(s, paragraphs, &quoted[last], x, words) {
			for i := quoted[last].Paragraph + 1; i < x.Paragraph; i++ {
				out = append(out, i)
			}
		}
		if last >= 0 && quoted[last].Ending == marks.Implicit && x.Paragraph-quoted[last].Paragraph <= mostInterruptions && interrupts(s, paragraphs[x.Paragraph], words) {
			continue // a term in a short line is not what goes on
		}
		last = q
	}
	return out
}

// reopens reports whether stretch x goes on, some short lines below, with what its paragraph
// left open at the stretch before.
func reopens(s string, paragraphs []text.Paragraph, before, x *marks.Quoted, words *mention.Lexicon) bool {
	between := x.Paragraph - before.Paragraph - 1
	if between < 1 || between > mostInterruptions || before.Ending != marks.Implicit || before.Style == marks.Dash || before.Style != x.Style ||
		paragraphs[before.Paragraph].Heading || x.Outer.Start != paragraphs[x.Paragraph].Start {
		return false
	}
	for _, p := range paragraphs[before.Paragraph+1 : x.Paragraph] {
		if !interrupts(s, p, words) {
			return false
		}
	}
	return true
}

// interrupts reports whether a paragraph can be a leftover by its form: a short line that is
// no sentence, leads to no speech and begins with no mark.
func interrupts(s string, p text.Paragraph, words *mention.Lexicon) bool {
	line := s[p.Start:p.End]
	return !isMark(line) && short(line, words)
}

// Quotation marks and dashes at the start of a line, and marks at its end.
const (
	openers = "\"'“”‘’«»„‹›-–—―"
	closers = "\"'”’»›"
)

// isMark reports whether a line begins with a mark, as speech does.
func isMark(line string) bool {
	first, _ := utf8.DecodeRuneInString(line)
	return strings.ContainsRune(openers, first)
}

// short reports whether a line is short, no sentence but perhaps a question, and leads to no speech.
func short(line string, words *mention.Lexicon) bool {
	if len(line) > 4*longestInterruption || utf8.RuneCountInString(line) > longestInterruption {
		return false
	}
	last, _ := utf8.DecodeLastRuneInString(strings.TrimRight(line, closers+")]"))
	if strings.ContainsRune(".!…,;:-–—", last) {
		return false
	}
	word := line[strings.LastIndexByte(line, ' ')+1:]
	return !words.Lookup(word, false).Has(mention.Core) // "She added", and the quotation below
}
