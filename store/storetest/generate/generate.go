// Package generate makes records of any size for benchmarks: articles of
// invented words with quotes of about 25 words, whose speakers follow Zipf's
// law. The same seed gives the same articles on every machine.
package generate

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"unicode/utf8"

	"onrecord/quotes"
)

// Shape says what is generated.
type Shape struct {
	Quotes int
	// Speakers is how many people there are; 0 is one for every 20 quotes.
	Speakers int
	// PerArticle is how many quotes an article has; 0 is 10.
	PerArticle int
	Seed       uint64
}

// Generator hands out the articles of a shape in order.
type Generator struct {
	shape    Shape
	rand     *rand.Rand
	words    []string
	often    *rand.Zipf
	speakers *rand.Zipf
	names    []string
	made     int
	articles int
}

const vocabulary = 30000

// New starts a generator.
func New(shape Shape) *Generator {
	if shape.PerArticle == 0 {
		shape.PerArticle = 10
	}
	if shape.Speakers == 0 {
		shape.Speakers = max(10, shape.Quotes/20)
	}
	g := &Generator{shape: shape, rand: rand.New(rand.NewPCG(shape.Seed, 1))}
	seen := map[string]bool{}
	for len(g.words) < vocabulary {
		if w := g.word(); !seen[w] {
			seen[w] = true
			g.words = append(g.words, w)
		}
	}
	g.often = rand.NewZipf(g.rand, 1.1, 8, vocabulary-1)
	g.speakers = rand.NewZipf(g.rand, 1.2, 4, uint64(shape.Speakers-1))
	for i := range shape.Speakers {
		g.names = append(g.names, title(g.words[(i*7)%vocabulary])+" "+title(g.words[(i*11+i/vocabulary+5)%vocabulary]))
	}
	return g
}

// word makes up a word of one to four syllables.
func (g *Generator) word() string {
	const consonants, vowels = "bdfghklmnprstvwz", "aeiou"
	var b strings.Builder
	for range 1 + g.rand.IntN(4) {
		b.WriteByte(consonants[g.rand.IntN(len(consonants))])
		b.WriteByte(vowels[g.rand.IntN(len(vowels))])
		if g.rand.IntN(3) == 0 {
			b.WriteByte(consonants[g.rand.IntN(len(consonants))])
		}
	}
	return b.String()
}

func title(w string) string { return strings.ToUpper(w[:1]) + w[1:] }

// Word is the word of this rank, 0 the commonest.
func (g *Generator) Word(rank int) string { return g.words[rank] }

// Speaker is the name of this rank, 0 the most quoted.
func (g *Generator) Speaker(rank int) string { return g.names[rank] }

// sentence writes words of Zipf's law, the first with a capital.
func (g *Generator) sentence(b *strings.Builder, words int) {
	for i := range words {
		w := g.words[g.often.Uint64()]
		if i == 0 {
			b.WriteString(title(w))
			continue
		}
		b.WriteByte(' ')
		b.WriteString(w)
	}
}

// Next makes the next articles, of about so many quotes together; none when
// the shape is complete.
func (g *Generator) Next(about int) []quotes.Extraction {
	var out []quotes.Extraction
	for n := 0; n < about && g.made < g.shape.Quotes; n += g.shape.PerArticle {
		out = append(out, g.article())
	}
	return out
}

func (g *Generator) article() quotes.Extraction {
	g.articles++
	day := 20000 - g.articles%3000 // days of 30 a month, for dates in no order
	a := &quotes.Article{
		URL:    fmt.Sprintf("https://outlet%d.example/%d", g.articles%40, g.articles),
		Outlet: fmt.Sprintf("Outlet %d", g.articles%40), Extractor: "generate/1", Language: "en",
		Published: fmt.Sprintf("20%02d-%02d-%02d", 10+day/360%17, 1+day/30%12, 1+day%28),
		Retrieved: "2026-01-01T00:00:00Z",
	}
	x := quotes.Extraction{Article: a}
	var body, head strings.Builder
	g.sentence(&head, 8)
	a.Title = head.String()
	speakers := map[string]bool{}
	for range min(g.shape.PerArticle, g.shape.Quotes-g.made) {
		g.made++
		x.Quotes = append(x.Quotes, g.quote(&body))
		name := x.Quotes[len(x.Quotes)-1].Speaker
		if !speakers[name] {
			speakers[name] = true
			x.Speakers = append(x.Speakers, quotes.Speaker{
				Name: name, Kind: quotes.SpeakerPerson, Aliases: []string{name, strings.Fields(name)[1]},
			})
		}
	}
	a.Text = body.String()
	return x
}

// quote writes a paragraph: a sentence of the reporter, the quote, who said it.
func (g *Generator) quote(body *strings.Builder) quotes.Quote {
	if body.Len() > 0 {
		body.WriteString("\n\n")
	}
	at := func() int { return utf8.RuneCountInString(body.String()) }
	start := at()
	g.sentence(body, 12)
	body.WriteString(". “")
	from, begin := at(), body.Len()
	g.sentence(body, 15+g.rand.IntN(21))
	text, to := body.String()[begin:], at()
	name := g.names[g.speakers.Uint64()]
	body.WriteString(",” ")
	mention := at()
	body.WriteString(name + " ")
	cue := at()
	body.WriteString("said.")
	return quotes.Quote{
		Text: text, Spans: []quotes.Span{{Start: from, End: to}}, Kind: quotes.KindFull, Speaker: name,
		Mention: &quotes.Passage{Text: name, Start: mention, End: cue - 1}, Cue: &quotes.Passage{Text: "said", Start: cue, End: cue + 4},
		Confidence: 0.5 + float64(g.rand.IntN(50))/100, MentionConfidence: 0.95, Method: "cue-after",
		ContextSpan: quotes.Span{Start: start, End: at()},
	}
}
