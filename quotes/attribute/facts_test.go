package attribute

import (
	"strings"
	"testing"

	"onrecord/quotes"
	"onrecord/quotes/attribute/model"
	"onrecord/quotes/marks"
	"onrecord/quotes/mention"
	"onrecord/quotes/text"
)

func sceneOf(s string) *Scene {
	paragraphs := text.Paragraphs(s)
	quoted := marks.Scan(s, paragraphs)
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
	return &Scene{Text: tokens, Mentions: mention.Find(tokens), Quoted: quoted, Headings: headings}
}

const harbour = `Harbour “Will Close,” Says Vik

“The harbour is closed,” said Oona Vik, the mayor. “It will stay so.”

Paul Renner, a baker who met her on Monday, told reporters that the plan was “a dream” — and, as he put it, “the stump” of another. “Why now?” Renner asked.

“Because of the ice,” she answered. “Who else,” Mr. Renner said, “has asked?”

According to the ministry's report, the “so-called ‘ice year’” had been the worst; analysts called it “thin and late”.

“We wait.”

They read “River of Stones” and 'The Pier' (by “M. Faye”); it said: “No entry!”`

// TestFacts checks that no atom leaves its size, on which the tables rely, and
// that features name the atoms they were made of.
func TestFacts(t *testing.T) {
	texts := []string{harbour, strings.ReplaceAll(harbour, "\n\n", " "), strings.ReplaceAll(harbour, " ", " , "), strings.ToUpper(harbour)}
	for i := 0; i < len(harbour); i += 37 {
		texts = append(texts, harbour[i:]+harbour[:i])
	}
	seen := 0
	check := func(f model.Feature, by [][]atom) {
		seen++
		for i, a := range by[f>>24] {
			if v := int(f >> (6 * i) & 63); v >= a.size() {
				t.Fatalf("%s is %d, its size %d", atomNames[a], v, a.size())
			}
		}
	}
	for _, text := range texts {
		s := sceneOf(text)
		s.Observe = func(o Observation) {
			for _, features := range o.Features {
				for _, f := range features {
					check(f, templates)
				}
			}
			for _, f := range o.Speech {
				check(f, speechTemplates)
			}
		}
		Attribute(s)
	}
	if seen < 10000 {
		t.Errorf("only %d features seen", seen)
	}
}

// TestTable checks the ready-made sums against the model's own.
func TestTable(t *testing.T) {
	r := defaultRanker()
	s := sceneOf(harbour)
	s.Observe = func(o Observation) {
		for _, list := range o.Features {
			var f facts
			for t, parts := range templates {
				for i, a := range parts {
					f[a] = uint8(list[t] >> (6 * i) & 63)
				}
			}
			if got, want := r.source.sum(&f), r.Model.Source.Sum(list); got != want {
				t.Errorf("the table's sum is %d, the model's %d", got, want)
			}
		}
	}
	Attribute(s)
}

func TestSizes(t *testing.T) {
	for a := range atoms {
		if a.size() == 0 || a.size() > 64 {
			t.Errorf("%s has size %d", atomNames[a], a.size())
		}
		if atomNames[a] == "" {
			t.Errorf("atom %d has no name", a)
		}
	}
	if len(ruleNames) > nobody || len(codes) > aPrev.size() {
		t.Error("more rules or codes than their atoms hold")
	}
	if len(templates) > 256 || len(speechTemplates) > 256 {
		t.Error("more templates than a feature holds")
	}
}

func TestCompare(t *testing.T) {
	s := sceneOf(harbour)
	told := 0
	s.Observe = func(o Observation) {
		if o.Chosen < 0 {
			return
		}
		for _, e := range s.Ranker.Compare(o.Features[o.Chosen], o.Features[len(o.Features)-1], 3) {
			if e.Text == "" || e.Nats == 0 {
				t.Errorf("evidence %+v", e)
			}
			told++
		}
	}
	Attribute(s)
	if told == 0 {
		t.Error("nothing told")
	}
}
