package extract

import (
	"math"
	"slices"

	"onrecord/quotes"
	"onrecord/quotes/attribute"
	"onrecord/quotes/mention"
	"onrecord/quotes/resolve"
)

// builder turns what the stages found into quotes.
type builder struct {
	article      *quotes.Article
	scene        *attribute.Scene
	attributions []attribute.Attribution
	paragraphs   []quotes.Span
	resolved     resolve.Result
	printed      *printed
	speakers     []quotes.Speaker
	listed       map[listing]int // where a speaker stands among the speakers
	census       census
	// observe, unless nil, is handed the facts by which each named speaker is judged.
	observe func(NameObservation)
}

// quotes makes a quote of every stretch, the parts of one quote together, in
// the order of their beginnings.
func (b *builder) quotes() []quotes.Quote {
	means := b.meanings()
	out := make([]quotes.Quote, 0, len(b.attributions))
	at := make([]int, len(b.attributions)) // the quote of each head
	parts := make([][]quotes.Span, 0, len(b.attributions))
	heads := make([]int, 0, len(b.attributions))
	for q := range b.attributions {
		head := b.attributions[q].Head
		if head != q {
			i := at[head]
			parts[i] = append(parts[i], b.scene.Quoted[q].Span)
			continue
		}
		at[q] = len(out)
		out = append(out, b.quote(q, &means[q]))
		parts = append(parts, []quotes.Span{b.scene.Quoted[q].Span})
		heads = append(heads, q)
	}
	ref := b.article.Ref()
	for i := range out {
		b.finish(&out[i], heads[i], parts[i])
		out[i].Article = ref
	}
	return out
}

// quote is stretch q, of the given meaning, as a quote, its spans left out.
func (b *builder) quote(q int, means *meaning) quotes.Quote {
	a := &b.attributions[q]
	out := quotes.Quote{Kind: a.Kind, Method: a.Source.Rule.String(), Reason: a.Reason, State: quotes.StateNew}
	m := a.Source.Mention
	if m < 0 {
		return out
	}
	out.MentionConfidence = round(a.Source.Score)
	out.Mention = b.printed.passage(b.scene.Phrase(m))
	if a.Source.CueFirst < a.Source.CueLast {
		out.Cue = b.printed.passage(b.scene.Text.Span(a.Source.CueFirst, a.Source.CueLast))
	}
	out.Role = b.role(m)
	r := means.Resolution
	if r.Entity < 0 {
		out.Reason = r.Reason
		if out.Reason == "" {
			out.Reason = "the mention names nobody known"
		}
	} else if sure := round(means.sure); sure < leastConfidence {
		out.Reason, out.Confidence = "too doubtful to name", sure
		out.RunnerUp = &quotes.RunnerUp{Speaker: b.resolved.Entities[r.Entity].Name, Confidence: sure}
		return out
	} else {
		out.Speaker = b.speaker(r.Entity)
		out.SpeakerKind = b.resolved.Entities[r.Entity].Kind
		out.Confidence = sure
		if out.Role == "" {
			out.Role = b.resolved.Entities[r.Entity].Role
		}
	}
	b.runnerUp(&out, a, r)
	return out
}

// resolution is whom mention m, the source of stretch q, means.
func (b *builder) resolution(q, m int) resolve.Resolution {
	r := b.resolved.Mentions[m]
	if b.speaksOfAnother(q, m, r) {
		return resolve.Resolution{Entity: -1, Second: -1, Reason: "somebody whom the speaker of the outer quote tells of"}
	}
	return r
}

// speaksOfAnother reports whether the he, she or "the boss" in somebody's speech, to
// whom it ascribes the inner quote, was taken for the one who speaks: nobody calls
// themselves so.
func (b *builder) speaksOfAnother(q, m int, r resolve.Resolution) bool {
	outer := b.scene.Quoted[q].Parent
	if k := b.scene.Mentions[m].Kind; outer < 0 || r.Entity < 0 || k != mention.Pro && k != mention.Nominal {
		return false
	}
	source := b.attributions[b.attributions[outer].Head].Source.Mention
	return source >= 0 && b.resolved.Mentions[source].Entity == r.Entity
}

// sourceConfidence is how sure the source is, by whichever mention: of "the
// union's secretary, Ann Lee, said" the role and the name share what the model
// is sure of, and either names her.
func (b *builder) sourceConfidence(a *attribute.Attribution, r resolve.Resolution) float64 {
	if s := a.Second.Mention; s >= 0 && b.resolved.Mentions[s].Entity == r.Entity {
		return min(1, a.Source.Score+a.Second.Score)
	}
	return a.Source.Score
}

// round cuts a confidence to ten-thousandths, as it is stored: finer digits
// mean nothing and may differ between machines.
func round(confidence float64) float64 { return math.Round(confidence*10000) / 10000 }

// runnerUp notes the second choice: another source, or another antecedent.
func (b *builder) runnerUp(out *quotes.Quote, a *attribute.Attribution, r resolve.Resolution) {
	second, confidence := r.Second, a.Source.Score*max(0, 1-r.Confidence)
	if s := a.Second.Mention; s >= 0 {
		if e := b.resolved.Mentions[s].Entity; e >= 0 && e != r.Entity {
			if c := min(a.Second.Score, 1-a.Source.Score); second < 0 || c > confidence {
				second, confidence = e, c
			}
		}
	}
	if confidence = round(confidence); second >= 0 && second != r.Entity && confidence >= leastRunnerUp {
		out.RunnerUp = &quotes.RunnerUp{Speaker: b.resolved.Entities[second].Name, Confidence: confidence}
	}
}

// role is the role printed with the mention itself.
func (b *builder) role(m int) string {
	x := &b.scene.Mentions[m]
	if x.Kind == mention.Name && x.RoleFirst < x.RoleLast {
		return b.scene.Text.Slice(int(x.RoleFirst), int(x.RoleLast))
	}
	return ""
}

// listing is what tells the speakers of an article apart: entities that it shares
// are one to the reader.
type listing struct {
	name string
	kind quotes.SpeakerKind
}

// speaker is the entity's name; the first call lists it among the speakers.
func (b *builder) speaker(e int) string {
	x := &b.resolved.Entities[e]
	key := listing{x.Name, x.Kind}
	at, ok := b.listed[key]
	if !ok {
		at = len(b.speakers)
		b.listed[key] = at
		b.speakers = append(b.speakers, quotes.Speaker{Name: x.Name, Kind: x.Kind})
	}
	s := &b.speakers[at]
	for _, alias := range x.Aliases {
		if !slices.Contains(s.Aliases, alias) {
			s.Aliases = append(s.Aliases, alias)
		}
	}
	return x.Name
}

// finish sets what depends on all parts of the quote that stretch q begins: spans, text
// and context.
func (b *builder) finish(out *quotes.Quote, q int, parts []quotes.Span) {
	out.Spans, out.Text = b.printed.parts(parts)
	context := parts[0]
	context.End = parts[len(parts)-1].End
	if len(parts) > maxParts {
		context.End = parts[0].End // the whole article is no context
	}
	first, last := b.paragraphOf(context.Start), b.paragraphOf(context.End-1)
	for _, p := range b.evidence(q) {
		at := b.paragraphOf(p.Start)
		if at >= first-maxParts && at <= last+maxParts {
			first, last = min(first, at), max(last, at)
		}
	}
	span := quotes.Span{Start: b.paragraphs[first].Start, End: b.paragraphs[last].End}
	if span.Len() > maxContext {
		span = b.clip(span, context)
	}
	p := b.printed.passage(span)
	out.Context, out.ContextSpan = p.Text, p.Span()
}

// evidence is where the mention of who said stretch q stands, and its cue.
func (b *builder) evidence(q int) []quotes.Span {
	source := &b.attributions[q].Source
	if source.Mention < 0 {
		return nil
	}
	mention := b.scene.Phrase(source.Mention)
	if source.CueFirst >= source.CueLast {
		return []quotes.Span{mention}
	}
	return []quotes.Span{mention, b.scene.Text.Span(source.CueFirst, source.CueLast)}
}

const (
	// leastConfidence is the confidence under which a speaker is no speaker but
	// the runner-up: in articles that no rule was written from, more than half of the names
	// from 0.5 to here are wrong, three in ten up to 0.75, and a wrong name is worse than none.
	leastConfidence = 0.60
	// leastRunnerUp is the confidence under which a second choice is none.
	leastRunnerUp = 0.0001
	// maxParts bounds the paragraphs of one context, maxContext its bytes: of
	// longer ones, clipContext bytes around the quote are kept.
	maxParts    = 12
	maxContext  = 8192
	clipContext = 1024
)

// clip cuts a context that is too long at spaces around the quote.
func (b *builder) clip(span, quote quotes.Span) quotes.Span {
	s := b.scene.Text.Source
	start, end := max(span.Start, quote.Start-clipContext), min(span.End, quote.End+clipContext)
	for start > span.Start && start < quote.Start && s[start-1] != ' ' {
		start++
	}
	for end < span.End && end > quote.End && s[end] != ' ' {
		end--
	}
	return quotes.Span{Start: start, End: end}
}

// paragraphOf is the paragraph that holds byte i.
func (b *builder) paragraphOf(i int) int {
	lo, hi := 0, len(b.paragraphs)-1
	for lo < hi {
		mid := (lo + hi + 1) / 2
		if b.paragraphs[mid].Start <= i {
			lo = mid
		} else {
			hi = mid - 1
		}
	}
	return lo
}
