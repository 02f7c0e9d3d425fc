package attribute

// narrator reports whether mention m is the I of who tells the article.
func (d *decoder) narrator(m int) bool {
	return m >= 0 && d.Mentions[m].Quote < 0 && d.Text.FirstPerson(&d.Mentions[m])
}

// answer settles whose turn stretch q is, where the I that tells the article speaks
// with somebody: what follows its words is the other's, "I asked.", and a question
// that stands alone behind the other's words is its own.
func (d *decoder) answer(l *line, q int) {
	a := &d.out[q]
	m := a.Source.Mention
	if m < 0 || int(d.Mentions[m].Paragraph) >= l.paragraph || a.Source.Rule == Dialogue {
		return
	}
	score := a.Source.Score
	switch narrated := d.narrator(m); {
	case !narrated && a.Source.Rule == Carried && len(l.items) == 1 && d.asker >= 0 && d.lastChar(q) == '?':
		a.Source = d.follow(d.asker, Dialogue)
	case !narrated && len(l.items) == 1 && d.answersItself(l, q):
		a.Second, a.Source = a.Source, Candidate{Mention: -1}
		return
	case !narrated:
		return
	case d.last >= 0 && !d.narrator(d.out[d.last].Source.Mention):
		a.Source = d.follow(d.last, Dialogue)
	case d.other >= 0:
		a.Source = d.follow(d.other, Dialogue)
	}
	a.Source.Score = min(score, a.Source.Score)
}
