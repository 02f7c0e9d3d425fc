package attribute

import (
	"unicode"

	"onrecord/quotes"
	"onrecord/quotes/marks"
	"onrecord/quotes/mention"
)

// Limits of what is taken for a quote, measured on the training articles.
const (
	// titleWords is the length up to which a stretch of words with capitals
	// only is a title: one in four of them is a quote where a cue stands by.
	titleWords = 9
	// termWords is the length up to which a stretch without a cue is a term or
	// irony: under half of them are quotes, of the longer ones nine in ten.
	termWords = 2
	// leastScore is the score under which a source is no source but a guess. It is
	// less than what the curve gives the least sure sources, three in ten of which
	// are right: where it lay among them each training flipped fifty.
	leastScore = 0.25
)

// judge decides what sort of stretch item k is, and drops a source that is
// too doubtful.
func (d *decoder) judge(l *line, k, prev int) {
	q := int(l.items[k].index)
	a := &d.out[q]
	a.Kind = d.kind(q)
	c := &a.Source
	scare := d.scare(l, k, c)
	if d.learned && scare.open() && d.Ranker.Model.Speech.Len() > 0 {
		scare = d.learnedScare(l, k)
	}
	if scare > alone {
		a.Kind, a.Reason = quotes.KindScare, scareReasons[scare]
		*c = Candidate{Mention: -1, Rule: Titled}
		a.Second.Mention = -1
		return
	}
	if c.Mention >= 0 && c.Score < leastScore {
		a.Second, *c = *c, Candidate{Mention: -1}
	}
	if c.Mention < 0 {
		a.Reason = "no source named near it"
	}
	d.split(l, k, prev)
}

// scare is a reason to take a stretch for no quote, or one of the two why not.
type scare uint8

const (
	noScare       scare = iota
	alone               // a paragraph of its own is speech, be it one word, what X calls somebody, what a clause before X says, what was X's answer
	scareSingle         // single marks without a cue
	scareTitle          // a title or a name
	scareTerm           // a name or a term
	scareUnspoken       // nobody speaks
	scareList           // an item of a list
	scareName           // what something is called
)

var scareReasons = [...]string{
	"", "", "single marks without a cue", "a title or a name", "a name or a term", "marks without a speaker", "an item of a list", "a name or a term",
}

// open reports whether the model may judge otherwise: not where the rules are
// certain, nor of single marks, of which it has seen none.
func (s scare) open() bool { return s == noScare || s == scareTitle || s == scareUnspoken }

// scare judges the stretch at item k by rules, given its source c.
func (d *decoder) scare(l *line, k int, c *Candidate) scare {
	q := int(l.items[k].index)
	words, capitals, lowers := d.words(q)
	direct := c.Mention >= 0 && (c.Rule == Inverted || c.Rule == Following || c.Rule == Preceding || c.Rule == Accorded || c.Rule == Signed || c.Rule == Trailing && !c.Features.Weak)
	cued := direct || c.Mention >= 0 && (c.Rule == Indirect || c.Rule == Participial)
	ended := c.Rule == Run && d.lastChar(q) != 0 && words >= 3
	switch {
	case d.termed(l, k, words), l.ofWhat(k) && d.titleLike(q, words, capitals, lowers):
		return scareName
	case l.Quoted[q].Style == marks.Dash && d.marked && !direct && c.Rule != Labelled && c.Rule != Joined:
		return scareList // who sets speech in quotation marks does not set it behind dashes
	case k == 0 && len(l.items) == 1 && !l.heading && c.Rule != Subject, d.sentence(l, k), l.calls(k, c), lowers > 0 && l.opened(k, c):
		return alone
	case l.single(q) && l.doubles && !l.heading && !cued && !(d.lastChar(q) != 0 && (c.Rule == Run || words > termWords)):
		return scareSingle
	case l.pointed(k, c) && (capitals == 1 || lowers > 0):
		return alone
	case d.titleLike(q, words, capitals, lowers) && (!direct || l.class(k-1).Has(mention.Definite)) && !l.heading && !ended:
		return scareTitle
	case l.scareCue(k) && words <= titleWords && (!cued || c.Mention >= 0 && !direct && c.CueLast == l.token(k) && !d.personal(c.Mention) && !((words > nameWords || !l.class(k-1).Has(mention.Present|mention.Infinitive)) && d.speaks(c.Mention))):
		return scareTerm
	case !cued && words <= termWords && !(c.Rule == Noun || c.Rule == Labelled || c.Rule == Joined || c.Rule == Run && words == termWords):
		return scareUnspoken
	}
	return noScare
}

// ofWhat reports whether the stretch at item k is what somebody speaks of: "Lee said of “The Salt Road.”"
func (l *line) ofWhat(k int) bool {
	v, ok := l.verbAt(k - 2)
	of := l.class(k - 1)
	return ok && v.core && v.end == k-1 && of.Has(mention.Preposition) && of.Has(mention.Joint) && !of.Has(mention.To|mention.By|mention.As)
}

// sentence reports whether the stretch at item k is a sentence for itself among others,
// as no title is, be it one word.
func (d *decoder) sentence(l *line, k int) bool {
	q := int(l.items[k].index)
	end := d.lastChar(q)
	if _, open := l.openSentence(k); open || k == 0 || l.heading || end != '.' && end != '!' && end != '?' || d.startsSmall(q) || l.single(q) && l.doubles {
		return false
	}
	return k == len(l.items)-1 || l.endsSentence(k)
}

// learnedScare judges it by the model.
func (d *decoder) learnedScare(l *line, k int) scare {
	q := int(l.items[k].index)
	words, capitals, lowers := d.words(q)
	switch {
	case words > longestTerm || d.speech():
		return noScare
	case l.single(q) && l.doubles && !l.heading:
		return scareSingle
	case d.titleLike(q, words, capitals, lowers):
		return scareTitle
	case l.scareCue(k):
		return scareTerm
	}
	return scareUnspoken
}

// titleLike reports whether a stretch is written as a title: capitals only.
func (d *decoder) titleLike(q, words, capitals, lowers int) bool {
	end := d.lastChar(q)
	return capitals >= 1 && lowers == 0 && words <= titleWords && end != '?' && end != '!'
}

// scareCue reports whether a word before the stretch at item k announces a term.
func (l *line) scareCue(k int) bool {
	if l.punct(k-1) == ',' {
		k--
	}
	if l.trait(k-1)&mention.Wording != 0 && l.class(k-2).Has(mention.Definite) && l.class(k-3).Has(mention.Preposition) && l.tok(k-3).Sentence == l.tok(k-1).Sentence {
		return false // "signed off with the words '…'"
	}
	return l.class(k - 1).Has(mention.ScareCue)
}

func (l *line) single(q int) bool { return l.Quoted[q].Style == 1 }

// personal reports whether a mention is of people, not of a body or a text.
func (d *decoder) personal(m int) bool {
	x := &d.Mentions[m]
	return x.Kind == mention.Pro || x.Kind == mention.Nominal || x.Kind == mention.Several || x.Kind == mention.Name && x.Being != mention.Organisation
}

// speaks reports whether mention m is of people or of a body, not of a text.
func (d *decoder) speaks(m int) bool {
	x := &d.Mentions[m]
	return d.personal(m) || x.Kind == mention.Body || x.Kind == mention.Name && x.Being == mention.Organisation
}

// commaBehind reports whether the comma that ends a quotation stands behind its
// closing mark.
func (d *decoder) commaBehind(q int) bool {
	end := d.Quoted[q].Outer.End
	return end < len(d.Text.Source) && d.Text.Source[end] == ','
}

// kind tells a whole sentence from a piece.
func (d *decoder) kind(q int) quotes.Kind {
	words, _, _ := d.words(q)
	first := d.firstChar(q)
	if words >= 3 && !unicode.IsLower(first) && (d.lastChar(q) != 0 || d.commaBehind(q) || words >= 8) {
		return quotes.KindFull
	}
	return quotes.KindPartial
}

// split joins a stretch with the one before it in the paragraph, where nothing
// but their attribution stands between.
func (d *decoder) split(l *line, k, prev int) {
	if prev < 0 {
		return
	}
	q, p := int(l.items[k].index), int(l.items[prev].index)
	a, b := &d.out[q], &d.out[p]
	// "I think," said X, "that …": two pieces that make a sentence only together.
	halves := d.lastChar(p) == ',' && d.startsSmall(q) && l.punct(k-1) == ','
	if b.Kind != quotes.KindFull && a.Kind != quotes.KindFull && !halves {
		return
	}
	if b.Kind == quotes.KindScare || a.Source.Mention < 0 || a.Source.Mention != b.Source.Mention {
		return
	}
	c := &b.Source
	if c.Rule != Inverted && c.Rule != Following && c.Rule != Accorded && c.Rule != Joined {
		return
	}
	sentence := int32(-1)
	for i := prev + 1; i < k; i++ {
		if l.quoteAt(i) {
			return
		}
		if s := l.tok(i).Sentence; sentence < 0 {
			sentence = s
		} else if s != sentence {
			return
		}
	}
	if k == prev+1 {
		return
	}
	m := &d.Mentions[c.Mention]
	if at := l.itemOf(m.First, k); at <= prev || at >= k {
		return
	}
	if a.Source.Rule == Run || a.Source.Rule == Preceding || a.Source.Rule == Following || a.Source.Rule == Indirect {
		d.join(q, p)
		if halves {
			b.Kind = quotes.KindFull
		}
		if d.lastChar(p) == ',' && d.startsSmall(q) {
			a.Kind = b.Kind
		}
	}
}
