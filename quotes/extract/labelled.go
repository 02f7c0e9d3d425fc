package extract

import (
	"strings"

	"onrecord/quotes"
	"onrecord/quotes/marks"
	"onrecord/quotes/mention"
	"onrecord/quotes/text"
)

// Limits of what is taken for a transcript or an interview: a lone "NOTE:" is
// no speaker.
const (
	leastLabelled = 3  // labelled paragraphs
	labelledShare = 4  // at least one in so many paragraphs is labelled
	longestLabel  = 48 // bytes
	longestOffice = 80 // with the office behind a name in capitals
)

// label is the label at the start of a paragraph: "LEE:", "Q.", "Ann Lee (Ind.):",
// "ANN LEE, HOST:".
type label struct {
	paragraph int
	name      string
	speech    quotes.Span
	question  bool
	answer    bool
	capitals  bool
	goesOn    bool // none of its own: the speech of the paragraph before goes on
}

// labelled adds the speech of labelled paragraphs to the stretches between
// marks, where the article is a transcript or an interview. What stands between
// marks inside such speech is then inside it. The interviewer's questions are
// left out: they are the outlet's own words.
func labelled(s string, paragraphs []text.Paragraph, quoted []marks.Quoted, words *mention.Lexicon) []marks.Quoted {
	labels := transcript(s, paragraphs, words)
	if len(labels) == 0 {
		return quoted
	}
	out := make([]marks.Quoted, 0, len(quoted)+len(labels))
	at := make([]int, len(quoted)) // where each stretch went
	next, last := 0, -1            // last: the speech before
	move := func(q marks.Quoted, i, parent int) {
		if q.Parent >= 0 {
			q.Parent = at[q.Parent]
		} else {
			q.Parent = parent
		}
		if parent >= 0 {
			q.Depth++
		}
		if q.Continues >= 0 {
			q.Continues = at[q.Continues]
		}
		at[i] = len(out)
		out = append(out, q)
	}
	for _, l := range labels {
		for next < len(quoted) && quoted[next].Paragraph < l.paragraph {
			move(quoted[next], next, -1)
			next++
		}
		parent := -1
		covered := next < len(quoted) && quoted[next].Paragraph == l.paragraph && quoted[next].Outer.Start <= l.speech.Start+1
		if !covered && !l.question {
			parent = len(out)
			out = append(out, marks.Quoted{
				Span: l.speech, Outer: l.speech, Style: marks.Dash, Ending: marks.Implicit,
				Paragraph: l.paragraph, Parent: -1, Continues: -1,
			})
			if l.goesOn && last >= 0 {
				out[last].Ending, out[parent].Continues = marks.Continued, last
			}
		}
		last = parent
		for next < len(quoted) && quoted[next].Paragraph == l.paragraph {
			inside := parent
			if parent >= 0 && !l.speech.Contains(quoted[next].Outer) {
				inside = -1
			}
			move(quoted[next], next, inside)
			next++
		}
	}
	for ; next < len(quoted); next++ {
		move(quoted[next], next, -1)
	}
	return out
}

// transcript is the labels of an article that is a transcript or an interview,
// none for another.
func transcript(s string, paragraphs []text.Paragraph, words *mention.Lexicon) []label {
	var labels []label
	counts := map[string]int{}
	questions, answers := 0, 0
	for p := range paragraphs {
		l, ok := labelOf(s, paragraphs[p].Span, words)
		if !ok {
			continue
		}
		l.paragraph = p
		labels = append(labels, l)
		switch {
		case l.question:
			questions++
		case l.answer:
			answers++
		default:
			counts[l.name]++
		}
	}
	interview := questions > 0 && answers > 0
	kept := labels[:0]
	for _, l := range labels {
		if (l.question || l.answer) && interview || !l.question && !l.answer && (l.capitals || counts[l.name] > 1) {
			kept = append(kept, l)
		}
	}
	if !interview && (len(kept) < leastLabelled || len(counts) < 2 && !personal(kept[0].name, words)) || len(kept)*labelledShare < len(paragraphs) {
		return nil
	}
	return unlabelled(s, paragraphs, kept)
}

// unlabelled adds to the labels of a transcript, where all are in capitals, the
// paragraphs between two of them in which a speech goes on.
func unlabelled(s string, paragraphs []text.Paragraph, labels []label) []label {
	for _, l := range labels {
		if !l.capitals {
			return labels
		}
	}
	all := make([]label, 0, len(labels))
	for i, l := range labels {
		all = append(all, l)
		if i+1 == len(labels) {
			break
		}
		for p := l.paragraph + 1; p < labels[i+1].paragraph && speech(s, paragraphs[p]); p++ {
			all = append(all, label{paragraph: p, name: l.name, speech: text.Trim(s, paragraphs[p].Span), question: l.question, capitals: true, goesOn: true})
		}
	}
	return all
}

// speech reports whether a paragraph without a label can be part of a speech: a
// sentence, and neither a heading nor a note in brackets.
func speech(s string, p text.Paragraph) bool {
	words := text.Trim(s, p.Span)
	if p.Heading || words.Empty() || s[words.Start] == '(' || s[words.Start] == '[' {
		return false
	}
	return strings.IndexByte(".?!-", s[words.End-1]) >= 0
}

// personal reports whether a label is a first and a last name: in an interview
// whose questions have no label, the answers alone have one.
func personal(label string, words *mention.Lexicon) bool {
	fields := strings.Fields(label)
	return len(fields) > 1 && words.Lookup(fields[0], true).Has(mention.Male|mention.Female)
}

// labelEnd is where the label of a paragraph ends, at a colon or at the full stop of
// "Q."; -1: it has none. Only a label in capitals may hold commas and full stops.
func labelEnd(s string, p quotes.Span) int {
	small := false
	for i := p.Start; i < p.End && i < p.Start+longestOffice; i++ {
		c := s[i]
		small = small || 'a' <= c && c <= 'z'
		switch {
		case c == ':' || c == '.' && i == p.Start+1:
			return i
		case c == '\n' || c == '"' || c == '?' || small && i >= p.Start+longestLabel:
			return -1
		case small && (c == ',' || c == '.' && i > p.Start+3 && s[i-2] != ' ' && s[i-2] != '.'):
			return -1
		}
	}
	return -1
}

// labelOf reads the label of one paragraph.
func labelOf(s string, p quotes.Span, words *mention.Lexicon) (label, bool) {
	end := labelEnd(s, p)
	if end < 0 || end+1 >= p.End || s[end+1] != ' ' {
		return label{}, false
	}
	l := label{name: s[p.Start:end]}
	l.speech = text.Trim(s, quotes.Span{Start: end + 1, End: p.End})
	class := words.Lookup(l.name, true)
	l.question, l.answer = class.Has(mention.Question), class.Has(mention.Answer)
	if l.question || l.answer {
		return l, !l.speech.Empty()
	}
	if s[end] != ':' || l.speech.Empty() {
		return label{}, false
	}
	l.capitals = strings.ToUpper(l.name) == l.name
	who, _, _ := strings.Cut(l.name, ",") // "ANN LEE, HOST"
	fields := strings.Fields(who)
	if len(fields) > 6 {
		return label{}, false
	}
	for i, f := range fields {
		if f[0] == '(' {
			break
		}
		c := words.Lookup(f, true)
		if f[0] < 'A' || f[0] > 'Z' && f[0] < 0x80 || c.Has(mention.Common|mention.Closed|mention.Date) && !c.Has(mention.Title|mention.Male|mention.Female) && !(l.capitals && i > 0) {
			return label{}, false
		}
	}
	return l, true
}
