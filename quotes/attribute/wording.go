package attribute

import (
	"slices"

	"onrecord/quotes/attribute/model"
	"onrecord/quotes/mention"
)

// The kinds that the tables tell of words beside quotation marks, as far as rules ask.
const (
	kindSurface = "surface" // a sign, a badge
	kindGloss   = "gloss"   // or, meaning
	kindWork    = "work"    // a film, and who made it
)

// The kinds and endings of the tables, numbered for the facts from 1 on.
var (
	kindsTold = []string{kindSurface, "bears", "presses", "grade", "saying", "name", kindGloss, "scheme", kindWork, "place"}
	endings   = []string{"judges", "manner", "doing", "done", "doer", "quality", "deed", "several"}
)

// tellReach is how many words before a stretch are looked at for what it is there for, and how
// many behind it for the noun that it goes before.
const tellReach = 3

// wordingFacts sets the atoms of how the stretch at item k is worded, and of the words around it
// that tell what it is there for: a sign, a grade, a slogan.
func (d *decoder) wordingFacts(f *facts, l *line, k int) {
	r := d.tokenRange[int(l.items[k].index)]
	first, last := int32(-1), int32(-1)
	for i := r.first; i < r.last && i < r.first+maxVoice; i++ {
		t := &d.Text.Tokens[i]
		if t.Shape == mention.Mark {
			continue
		}
		if last = i; first < 0 {
			first = i
		}
	}
	if first >= 0 {
		f[sEnding] = numbered(endings, d.Text.Words.Ending(d.Text.Word(int(last))))
		f[sCommon] = model.Bit(d.Text.Tokens[first].Class != 0, 1) | model.Bit(d.Text.Tokens[last].Class != 0, 2)
	}
	for i := 1; i <= tellReach && f[sTold] == 0 && l.plainWord(k-i); i++ {
		if kind := numbered(kindsTold, l.told(k-i)); kind > 0 {
			f[sTold] = kind + 16*uint8(i-1)
		}
	}
	for i := 1; i <= tellReach && l.plainWord(k+i); i++ {
		if kind := numbered(kindsTold, l.told(k+i)); kind > 0 {
			f[sModifies] = kind
		}
	}
}

// plainWord reports whether item k is a word, or a comma or a hyphen between two.
func (l *line) plainWord(k int) bool {
	return k >= 0 && k < len(l.items) && !l.items[k].quote && (l.tok(k).Shape != mention.Mark || l.tok(k).Punct == ',')
}

// told is the kind of thing that the word at item k tells.
func (l *line) told(k int) string {
	if l.tok(k).Shape == mention.Mark {
		return ""
	}
	return l.Text.Words.Tells(l.Text.Word(int(l.items[k].index)))
}

// numbered is the place of name in list, from 1 on; 0 if it is not there.
func numbered(list []string, name string) uint8 { return uint8(slices.Index(list, name) + 1) }
