package mention

import "strings"

// dateline reports whether token i belongs to the place before a report's first
// dash, "LA CROSSE, Wis. (AP) —", or before its colon: "RAMPUR, May 4 (UNI):".
func (f *finder) dateline(i int) bool {
	p := f.t.Tokens[i].Paragraph
	first := int(f.t.First[p])
	if p == f.headed && i < colon(f.t, p) {
		return true
	}
	if i > first+7 || f.t.Tokens[first].Shape != AllCaps && !f.agency(first) && !f.placed(first) {
		return false
	}
	dated := false
	for k := first + 1; k < int(f.t.First[p+1]) && k < first+longestDateline; k++ {
		t := &f.t.Tokens[k]
		dated = dated || t.Class.Has(Date)
		if dated && t.Shape == Mark && t.Punct == ':' {
			return k > i
		}
		dash := t.Shape == Mark && t.Punct == '-'
		if t.Shape == Lower || t.Quote >= 0 || dash && k <= i {
			return false
		}
		if dash {
			return !f.introduces(first, k)
		}
	}
	return false
}

// partDatelines makes the place before a report's first dash a sentence of its own, so that what stands behind it opens
// one: "LA CROSSE, Wis. — When Lee left".
func (f *finder) partDatelines() {
	t := f.t
	parted := int32(0)
	for p := range t.Paragraphs {
		first, end := int(t.First[p]), int(t.First[p+1])
		dash := -1
		if first < end && f.dateline(first) {
			for k := first; k < end && k < first+longestDateline; k++ {
				if t.Tokens[k].Shape == Mark && t.Tokens[k].Punct == '-' {
					dash = k
					break
				}
			}
		}
		if parted == 0 && dash < 0 {
			continue
		}
		for k := first; k < end; k++ {
			t.Tokens[k].Sentence += parted
			if k == dash {
				parted++
			}
		}
	}
}

// longestDateline bounds the tokens of a dateline.
const longestDateline = 12

// agency reports whether the capitals from token i on end with a word in brackets, a dash and another
// capital, as a place before who sends the report does: "Brae (AFP) – The board".
func (f *finder) agency(i int) bool {
	t := f.t
	for k := i; k+4 < len(t.Tokens) && k < i+longestPlace && t.Tokens[k].Sentence == t.Tokens[i].Sentence && t.Tokens[k].Quote < 0; k++ {
		switch tok := &t.Tokens[k]; {
		case tok.Shape == Mark && tok.Punct == '(':
			return k > i && f.capital(k+1) && t.Tokens[k+2].Punct == ')' && t.Tokens[k+3].Shape == Mark && t.Tokens[k+3].Punct == '-' && t.Tokens[k+4].Shape != Lower
		case tok.Shape != Capital && tok.Punct != ',':
			return false
		}
	}
	return false
}

// placed reports whether capitals from token i on, which opens a report, stand alone before a dash and
// another capital, as its place does: "Lokoja — The governor". Somebody of whom a dash tells more has
// a second one behind.
func (f *finder) placed(i int) bool {
	t := f.t
	p := t.Tokens[i].Paragraph
	if t.Tokens[i].Shape != Capital || p >= lastHeaded || p > 0 && !t.Heading(p-1) || t.Heading(p) {
		return false
	}
	k := i
	for ; k < len(t.Tokens) && k < i+longestPlace && (t.Tokens[k].Shape == Capital || t.Tokens[k].Punct == ','); k++ {
		if c := t.Tokens[k].Class; t.Tokens[k].Quote >= 0 || c.Has(Male|Female|Title|Role|Closed|Determiner|Adverb|OrgName) || f.surname(k) {
			return false
		}
	}
	if k+1 >= len(t.Tokens) || t.Tokens[k].Punct != '-' || t.Tokens[k].Start == t.Tokens[k-1].End || t.Tokens[k+1].Shape == Lower || t.Tokens[k+1].Shape == Mark || t.Tokens[k+1].Paragraph != p {
		return false
	}
	for n := k + 1; n < len(t.Tokens) && n < k+longestReport && t.Tokens[n].Sentence == t.Tokens[i].Sentence; n++ {
		if t.Tokens[n].Punct == '-' && t.Tokens[n].Quote < 0 {
			return false
		}
	}
	return true
}

// longestReport bounds the words of a report's first sentence that are looked at.
const longestReport = 60

// introduces reports whether the tokens [first, dash) are somebody with a title, of whom the
// dash tells more: "BBC Director Ann Lee — who is 50 —".
func (f *finder) introduces(first, dash int) bool {
	if dash+1 < len(f.t.Tokens) && f.t.Tokens[dash+1].Class.Has(Who) && f.t.Tokens[dash+1].Shape == Lower {
		return true // "PM Ann Lee — who is 50 —"
	}
	for k := first + 1; k+1 < dash; k++ {
		t := &f.t.Tokens[k]
		if t.Shape == Mark || f.t.Tokens[k-1].Shape == Mark {
			return false
		}
		if t.Shape == Capital && t.Class.Has(Title) && !t.Class.Has(Place) && f.t.Tokens[k+1].Shape == Capital {
			return true
		}
	}
	return false
}

const (
	longestPlace = 8 // tokens before the colon of a dateline
	lastHeaded   = 8 // the paragraph by which a report begins
)

// headed is the paragraph that begins with the place of the report and a colon,
// "New Delhi: Three people"; -1 for none. Where several begin so, what stands there
// are labels of speech or of a list.
func headed(t *Text) int32 {
	found := int32(-1)
	for p := range t.Paragraphs {
		k := colon(t, int32(p))
		if k < 0 {
			continue
		}
		if found >= 0 || p >= lastHeaded || t.Tokens[k+1].Quote >= 0 || t.Tokens[k+1].Shape == Mark || t.Tokens[k+1].Shape == AllCaps {
			return -1
		}
		found = int32(p)
	}
	return found
}

// colon is the colon behind the capitals that open paragraph p of running text; -1:
// there is none, or what stands before it can be no place.
func colon(t *Text, p int32) int {
	first, end := int(t.First[p]), int(t.First[p+1])
	if t.Heading(p) {
		return -1
	}
	for k := first; k+1 < end && k < first+longestPlace; k++ {
		switch tok := &t.Tokens[k]; {
		case tok.Punct == ':' && tok.Shape == Mark && k > first:
			return k
		case tok.Quote >= 0,
			tok.Shape == Mark && tok.Punct != ',' && tok.Punct != '(' && tok.Punct != ')',
			tok.Shape != Mark && tok.Shape != Capital && tok.Shape != AllCaps,
			tok.Class.Has(Question | Answer):
			return -1
		}
	}
	return -1
}

// zone reports whether token i is the time zone behind a time of the day: 15:52 IST, 16.15 GMT.
func (f *finder) zone(i int) bool {
	if f.t.Tokens[i].Shape != AllCaps {
		return false
	}
	k := i - 1
	if k >= 0 && f.t.Tokens[k].Sentence == f.t.Tokens[i].Sentence && f.clock(k) {
		return true
	}
	if k > 0 && f.t.Tokens[k].Shape == Lower && f.t.Tokens[k].End-f.t.Tokens[k].Start <= longestHalf {
		k-- // a.m.
	}
	return k >= 0 && k < i-1 && f.t.Tokens[k].Shape == Number && f.t.Tokens[k].Sentence == f.t.Tokens[i].Sentence
}

// clock reports whether the word at k is a time of the day with a stop or a colon, 16.15 and 16:15, or with its half: 4pm.
func (f *finder) clock(k int) bool {
	word := f.t.Word(k)
	if word[0] < '0' || word[0] > '9' {
		return false
	}
	if n := len(word); n > 2 && word[n-1]|0x20 == 'm' && word[n-2] > '9' { // not 450m
		return true
	}
	stop := strings.IndexAny(word, ".:")
	return (stop == 1 || stop == 2) && len(word)-stop == 3
}

// timed reports whether token i is a time of day with a colon, which no number of people has, as it
// stands before an entry of a live report: "17:05 Woman hit by chimney".
func (f *finder) timed(i int) bool {
	return f.t.Tokens[i].Shape == Number && strings.IndexByte(f.t.Word(i), ':') >= 0
}

// longestHalf bounds the letters of what tells morning from evening.
const longestHalf = 4
