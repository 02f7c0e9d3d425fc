package attribute

import (
	"onrecord/quotes/mention"
	"onrecord/quotes/text"
)

const (
	// longestExchange bounds the turns that go unnamed in an exchange.
	longestExchange = 6
	// askedReach is how many paragraphs before a question whoever answers it may
	// have spoken last.
	askedReach = 4
)

// turns proposes whose the stretch q is that begins a paragraph, the last speaker
// standing in the one above it: where two take turns, the other one.
func (d *decoder) turns(l *line, q int, add func(Candidate)) {
	asked, lone := d.lastChar(d.last) == '?', len(l.items) == 1
	if lone && (asked || d.lastChar(q) == '?') {
		if m := d.ahead(l); m >= 0 {
			add(Candidate{Mention: m, Rule: Dialogue})
			return
		}
	}
	if other := d.turn(q); other >= 0 {
		add(d.follow(other, Dialogue))
		return
	}
	if asked && lone && d.before >= 0 && d.asks(d.last) && d.lastLine-d.Quoted[d.before].Paragraph <= askedReach {
		add(d.follow(d.before, Dialogue))
		return
	}
	add(d.follow(d.last, Carried))
	if lone && d.facing() {
		add(d.follow(d.other, Dialogue))
	}
}

// turn is the stretch whose speaker a paragraph without attribution belongs to
// in an exchange: questions and answers take turns. -1: there is no exchange.
func (d *decoder) turn(q int) int {
	if d.facing() && (d.lastChar(d.last) == '?' || d.lastChar(d.other) == '?' && d.lastChar(q) == '?') {
		return d.other
	}
	return -1
}

// facing reports whether the last two speakers had a paragraph each, one below the
// other.
func (d *decoder) facing() bool {
	return d.other >= 0 && d.Quoted[d.last].Paragraph-d.Quoted[d.other].Paragraph == 1
}

// asks reports whether the cue of stretch q tells that it asks.
func (d *decoder) asks(q int) bool {
	c := &d.out[q].Source
	return c.CueFirst < c.CueLast && d.Text.Tokens[c.CueFirst].Trait&mention.Asks != 0
}

// addresses reports whether the words of stretch q speak to somebody: you.
func (d *decoder) addresses(q int) bool {
	r := d.tokenRange[q]
	for i := r.first; i < r.last && i < r.first+maxVoice; i++ {
		if d.Text.Tokens[i].Class.Has(mention.You) {
			return true
		}
	}
	return false
}

// ahead is who is named further down for the turn of the line's stretch, where the
// turns between go unnamed, "'Did you?' X asked. / 'I did.' / 'Why?' / 'I had to,' Y
// said.": both answers are Y's. -1: the turns do not tell.
func (d *decoder) ahead(l *line) int {
	for n := 1; n <= longestExchange; n++ {
		if d.aloneIn(l.paragraph+n) >= 0 {
			continue
		}
		named := d.namedBelow(l.paragraph + n)
		if n%2 == 1 || named < 0 || d.likeness(named, d.out[d.last].Source.Mention) <= 3 {
			return -1
		}
		return named
	}
	return -1
}

// questioned reports whether paragraph p is a question that the article itself puts
// to whoever spoke last: "And did he take it out?"
func (d *decoder) questioned(p int) bool {
	if d.Text.Heading(int32(p)) {
		return false
	}
	asks := false
	for i := d.Text.First[p]; i < d.Text.First[p+1]; i++ {
		t := &d.Text.Tokens[i]
		if t.Quote >= 0 {
			return false
		}
		asks = asks || t.Shape == mention.Mark && t.Punct == '?'
	}
	return asks
}

// answersItself reports whether stretch q, which is a paragraph of its own, opens as the answer to the question
// right above it and is ascribed to whoever asked.
func (d *decoder) answersItself(l *line, q int) bool {
	if d.last < 0 || l.paragraph-d.lastLine != 1 || d.lastChar(d.last) != '?' || !d.asks(d.last) || d.likeness(d.out[q].Source.Mention, d.out[d.last].Source.Mention) > 3 {
		return false
	}
	for i := d.tokenRange[q].first; i < d.tokenRange[q].last; i++ {
		if d.Text.Tokens[i].Shape != mention.Mark {
			return d.Text.Words.Answering(text.Key(d.Text.Word(int(i))))
		}
	}
	return false
}
