package extract

import (
	"fmt"

	"onrecord/quotes"
	"onrecord/quotes/attribute"
)

// Line is a piece of evidence: what it is of, and in words.
type Line struct {
	Label string `json:"label"`
	Text  string `json:"text"`
}

// heaviest is how many facts an explanation names.
const heaviest = 5

// Explain says why the quote that begins at code point start of the article has
// its speaker: cue, mention, antecedent, the pattern or the heaviest facts,
// the runner-up. It extracts anew, so that nothing need be stored. nil: no
// quote begins there.
func Explain(a *quotes.Article, start int) []Line {
	read, asPrinted := readable(a.Text)
	scene := Scene(read)
	if scene == nil {
		return nil
	}
	seen := map[int]attribute.Observation{}
	scene.Observe = func(o attribute.Observation) { seen[o.Stretch] = o }
	b := newBuilder(a, scene, asPrinted)
	for _, q := range b.quotes() {
		if q.Spans[0].Start != start {
			continue
		}
		for i := range scene.Quoted {
			if asPrinted.passage(scene.Quoted[i].Span).Start == start && b.attributions[i].Head == i {
				o, ok := seen[i]
				return b.explain(&q, i, o, ok)
			}
		}
	}
	return nil
}

// explain tells the story of quote q, which is stretch i, from what the ranker saw.
func (b *builder) explain(q *quotes.Quote, i int, o attribute.Observation, ranked bool) []Line {
	lines := []Line{{"kind", string(q.Kind)}}
	if q.Reason != "" {
		lines = append(lines, Line{"reason", q.Reason})
	}
	at := &b.attributions[i]
	m := at.Source.Mention
	if m < 0 {
		return lines
	}
	lines = append(lines, Line{"pattern", at.Source.Rule.String()})
	if q.Cue != nil {
		lines = append(lines, Line{"cue", fmt.Sprintf("“%s” at %d", q.Cue.Text, q.Cue.Start)})
	}
	lines = append(lines, Line{"mention", fmt.Sprintf("“%s” at %d, %.0f%% sure", q.Mention.Text, q.Mention.Start, 100*q.MentionConfidence)})
	if q.Speaker != "" {
		lines = append(lines, Line{"speaker", fmt.Sprintf("%s, %.0f%% sure", q.Speaker, 100*q.Confidence)})
		if from := b.antecedent(m); from >= 0 {
			p := b.printed.passage(b.scene.Mentions[from].Span(b.scene.Text))
			lines = append(lines, Line{"antecedent", fmt.Sprintf("“%s” at %d", p.Text, p.Start)})
		}
	}
	if q.RunnerUp != nil {
		lines = append(lines, Line{"runner-up", fmt.Sprintf("%s, %.0f%%", q.RunnerUp.Speaker, 100*q.RunnerUp.Confidence)})
	}
	if ranked {
		lines = append(lines, b.facts(at, o)...)
	}
	return lines
}

// antecedent is the mention before m that names the same speaker, the nearest
// one that is longer than a pronoun, or -1 where m says all.
func (b *builder) antecedent(m int) int {
	e := b.resolved.Mentions[m].Entity
	own := b.scene.Mentions[m].Span(b.scene.Text)
	for i := m - 1; i >= 0; i-- {
		s := b.scene.Mentions[i].Span(b.scene.Text)
		if b.resolved.Mentions[i].Entity == e && s.Len() > own.Len() {
			return i
		}
	}
	return -1
}

// facts names what spoke most for the chosen mention against the next best.
func (b *builder) facts(at *attribute.Attribution, o attribute.Observation) []Line {
	chosen, second := -1, len(o.Mentions)-1
	for c, m := range o.Mentions {
		if m == at.Source.Mention {
			chosen = c
		}
		if m >= 0 && m == at.Second.Mention {
			second = c
		}
	}
	if chosen < 0 || chosen == second {
		return nil
	}
	against := "nobody"
	if m := o.Mentions[second]; m >= 0 {
		p := b.printed.passage(b.scene.Mentions[m].Span(b.scene.Text))
		against = fmt.Sprintf("“%s” at %d", p.Text, p.Start)
	}
	lines := []Line{{"against", against}}
	for _, e := range b.scene.Ranker.Compare(o.Facts[chosen], o.Facts[second], heaviest) {
		lines = append(lines, Line{"for it", fmt.Sprintf("%+.2f %s", e.Nats, e.Text)})
	}
	return lines
}
