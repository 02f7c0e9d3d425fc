package resolve

import (
	"onrecord/quotes"
	"onrecord/quotes/mention"
)

// reporter resolves the I that tells the article, "I asked", to the one person whom
// the byline names, and the I of an answer to the one interviewed.
func (r *resolver) reporter(i int) {
	r.out[i].Reason = "the pronoun names no third person"
	if r.mentions[i].Quote >= 0 {
		return
	}
	if r.answers(r.mentions[i].Paragraph) {
		r.interviewed(i)
		return
	}
	found := -1
	for j := range r.mentions[:i] {
		m, e := &r.mentions[j], r.out[j].Entity
		if m.Kind != mention.Name || e < 0 || !r.byline(m) || r.entities[e].Kind != quotes.SpeakerPerson || len(r.entities[e].parts) < 2 {
			continue
		}
		if found >= 0 && found != e {
			return // two of them: which?
		}
		found = e
	}
	if found >= 0 {
		r.out[i] = Resolution{Entity: found, Confidence: sureReporter, Second: -1}
	}
}

// narrates reports whether mention c is the I that tells the article, or speaks of
// itself, or "your correspondent".
func (r *resolver) narrates(c *mention.Mention) bool {
	return r.t.FirstPerson(c) || c.Kind == mention.Nominal && c.Quote < 0 && r.t.Words.Narrates(r.t.Word(int(c.Head)), r.word(int(c.First)))
}

const (
	// leastQuestions is from how many paragraphs that ask "you" something on an
	// article is an interview without labels.
	leastQuestions = 3
	// longestAnswer bounds the paragraphs of an answer.
	longestAnswer = 4
)

// answers reports whether paragraph p answers a question in an interview without labels.
func (r *resolver) answers(p int32) bool {
	if r.questions == nil {
		r.questions = r.findQuestions()
	}
	for k := p; k >= 0 && k >= p-longestAnswer; k-- {
		if r.questions[k] {
			return k < p
		}
	}
	return false
}

// findQuestions finds, by paragraph, the questions of an interview without labels: none
// in an article that has few which ask "you" something.
func (r *resolver) findQuestions() []bool {
	found := make([]bool, len(r.t.First)-1)
	count := 0
	for p := range found {
		tokens := r.t.Tokens[r.t.First[p]:r.t.First[p+1]]
		found[p] = len(tokens) > 1 && tokens[len(tokens)-1].Punct == '?'
		addressed := false
		for k := range tokens {
			found[p] = found[p] && tokens[k].Quote < 0
			addressed = addressed || tokens[k].Class.Has(mention.You)
		}
		if found[p] && addressed {
			count++
		}
	}
	if count < leastQuestions {
		clear(found)
	}
	return found
}
