package attribute

// row is paragraphs below one another that are nothing but a quotation each, all closed. In the training
// articles two or more of them below somebody's words are turns of an exchange, 75 of 76; one alone goes on in the
// same words as often as not, and in the corpus nearly always.
type row struct {
	first, end int  // paragraphs, half open
	lead       int  // the stretch above whose speaker is known, or -1
	asks       bool // some of them or the lead is a question
	brief      bool // none is longer than a brisk turn
}

// longestTurn is how many words the turns of a brisk exchange have at most.
const longestTurn = 15

// aloneIn is the stretch that paragraph p is nothing but, closed on both sides. -1: none.
func (d *decoder) aloneIn(p int) int {
	if p >= len(d.Text.Paragraphs) || d.Text.First[p] == d.Text.First[p+1] {
		return -1
	}
	q := int(d.Text.Tokens[d.Text.First[p]].Quote)
	for q >= 0 && d.Quoted[q].Depth > 0 {
		q = d.Quoted[q].Parent
	}
	if q < 0 || !d.alone(q) {
		return -1
	}
	return q
}

// rowAt is the row that paragraph p, whose stretches are being decided, is in; without paragraphs if in none.
func (d *decoder) rowAt(p int) *row {
	r := &d.row
	if p >= r.first && p < r.end {
		return r
	}
	*r = row{first: p, end: p, lead: -1, brief: true}
	q := d.aloneIn(p)
	if q < 0 {
		return r
	}
	if d.last >= 0 && d.lastLine == p-1 {
		r.lead, r.asks = d.last, d.lastChar(d.last) == '?'
	}
	for ; q >= 0; q = d.aloneIn(r.end) {
		r.asks = r.asks || d.lastChar(q) == '?'
		words, _, _ := d.words(q)
		r.brief = r.brief && words <= longestTurn
		r.end++
	}
	return r
}

// takesTurns proposes whose the only stretch of paragraph p is by whose turn it is in its row.
func (d *decoder) takesTurns(p int, add func(Candidate)) {
	r := d.rowAt(p)
	if r.end-r.first < 2 || r.lead < 0 {
		return
	}
	propose := func(c Candidate) {
		c.Features.Weak = true
		add(c)
	}
	if n := r.end - p; n%2 == 0 && n <= longestExchange {
		if m := d.namedBelow(r.end); m >= 0 && d.likeness(m, d.out[r.lead].Source.Mention) > 3 == ((p-r.first)%2 == 0) {
			propose(Candidate{Mention: m, Rule: Dialogue})
		}
	}
	switch first := d.aloneIn(r.first); {
	case (p-r.first)%2 == 1:
		propose(d.follow(r.lead, Dialogue))
	case p > r.first:
		if d.out[first].Source.Mention >= 0 {
			propose(d.follow(first, Dialogue))
		}
	case d.facing():
		propose(d.follow(d.other, Dialogue))
	case d.before >= 0 && d.lastLine-d.Quoted[d.before].Paragraph <= askedReach:
		propose(d.follow(d.before, Dialogue))
	}
}

// namedBelow is who is named behind the words that open paragraph p as saying them. -1: nobody.
func (d *decoder) namedBelow(p int) int {
	if p >= len(d.Text.Paragraphs) {
		return -1
	}
	below := d.outerLine(p, d.below)
	d.below = below.items
	if len(below.items) < 2 || !below.quoteAt(0) {
		return -1
	}
	named := -1
	below.after(0, func(c Candidate) {
		if named < 0 && (c.Rule == Following || c.Rule == Inverted) {
			named = c.Mention
		}
	})
	return named
}

// rowCode tells which turn of its row the only stretch of paragraph p is, and what sort of row that is.
func (d *decoder) rowCode(p int) uint8 {
	r := d.rowAt(p)
	if r.end == r.first {
		return 0
	}
	code := 1 + 3*uint8(min(r.end-r.first, 4)-1)
	switch n := p - r.first; {
	case n%2 == 1:
		code++
	case n > 0:
		code += 2
	}
	if r.asks {
		code += 16
	}
	if r.brief {
		code += 32
	}
	return code
}
