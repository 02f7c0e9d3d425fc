// Package extract is the pipeline from an article to its quotes: paragraphs,
// marks, mentions, attribution, resolution. It is deterministic, keeps the
// article's text as it is, and takes time linear in it.
package extract

import (
	"onrecord/quotes"
	"onrecord/quotes/attribute"
	"onrecord/quotes/mention"
	"onrecord/quotes/resolve"
	"onrecord/quotes/text"
)

// Version names the extractor: it changes whenever the same article may give
// other quotes.
const Version = "model-18"

// Extract finds the quotes of the article's text and who speaks in it. All
// offsets of the result are code points.
func Extract(a *quotes.Article) quotes.Extraction { return With(nil, a) }

// With is Extract by another ranker; nil is the one in the binary.
func With(r *attribute.Ranker, a *quotes.Article) quotes.Extraction {
	out := quotes.Extraction{Article: a}
	read, asPrinted := readable(a.Text)
	scene := Scene(read)
	if scene == nil {
		return out
	}
	defer scene.Text.Release()
	scene.Ranker = r
	b := newBuilder(a, scene, asPrinted)
	out.Quotes = b.quotes()
	out.Speakers = b.speakers
	return out
}

// Study is With that hands out what it sees: for training.
func Study(r *attribute.Ranker, a *quotes.Article, scene *attribute.Scene, see func(NameObservation)) {
	scene.Ranker = r
	b := newBuilder(a, scene, &printed{text: a.Text, index: text.NewRuneIndex(a.Text)})
	b.observe = see
	b.quotes()
}

// Scene is a text as attribution sees it, or nil where nobody is quoted.
func Scene(s string) *attribute.Scene {
	paragraphs, quoted := scan(s, mention.English())
	quoted = labelled(s, paragraphs, quoted, mention.English())
	if len(quoted) == 0 {
		return nil
	}
	spans := make([]quotes.Span, len(paragraphs))
	headings := make([]bool, len(paragraphs))
	for i, p := range paragraphs {
		spans[i], headings[i] = p.Span, p.Heading
	}
	stretches := make([]mention.Stretch, len(quoted))
	for i := range quoted {
		stretches[i].Outer = quoted[i].Outer
	}
	tokens := mention.Cut(s, spans, headings, stretches, mention.English())
	return &attribute.Scene{Text: tokens, Mentions: mention.Find(tokens), Quoted: quoted, Headings: headings}
}

// newBuilder attributes the scene's stretches and resolves their sources.
func newBuilder(a *quotes.Article, scene *attribute.Scene, asPrinted *printed) *builder {
	attributions := attribute.Attribute(scene)
	said := Said(scene, attributions)
	resolved := resolve.Resolve(&resolve.Scene{Text: scene.Text, Mentions: scene.Mentions, Said: said, Seconds: seconds(attributions), Model: scene.Ranker.Model})
	b := &builder{
		article: a, scene: scene, attributions: attributions, paragraphs: scene.Text.Paragraphs,
		resolved: resolved,
		printed:  asPrinted, listed: map[listing]int{},
	}
	b.census = b.count()
	return b
}

// Said is, by mention, the stretches that are attributed to it.
func Said(scene *attribute.Scene, attributions []attribute.Attribution) [][]int {
	said := make([][]int, len(scene.Mentions))
	for i := range attributions {
		if m := attributions[i].Source.Mention; m >= 0 {
			said[m] = append(said[m], i)
		}
	}
	return said
}

// seconds are the mentions that come next to the sources.
func seconds(attributions []attribute.Attribution) []int {
	list := make([]int, 0, len(attributions))
	for i := range attributions {
		if m := attributions[i].Second.Mention; m >= 0 {
			list = append(list, m)
		}
	}
	return list
}
