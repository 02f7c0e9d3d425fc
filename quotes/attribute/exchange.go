package attribute

import "onrecord/quotes/mention"

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
	for n := 1; n <= longestExchange && l.paragraph+n < len(d.Text.Paragraphs); n++ {
		below := d.outerLine(l.paragraph+n, d.below)
		d.below = below.items
		if !below.quoteAt(0) || d.Quoted[below.items[0].index].Continues >= 0 {
			return -1
		}
		if len(below.items) == 1 {
			continue
		}
		named := -1
		below.after(0, func(c Candidate) {
			if named < 0 && (c.Rule == Following || c.Rule == Inverted) {
				named = c.Mention
			}
		})
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
