package attribute

import (
	"math/bits"
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

“We wait.” A “shut” sign hung there.

They read “River of Stones” and 'The Pier' (by “M. Faye”); it said: “No entry!”`

// TestFacts checks that no fact leaves the range that the trees can ask about,
// and that every fact is seen with several values.
func TestFacts(t *testing.T) {
	texts := []string{harbour, strings.ReplaceAll(harbour, "\n\n", " "), strings.ReplaceAll(harbour, " ", " , "), strings.ToUpper(harbour)}
	for i := 0; i < len(harbour); i += 37 {
		texts = append(texts, harbour[i:]+harbour[:i])
	}
	var seen [atoms]uint64
	check := func(list model.Facts) {
		for a, v := range list {
			if v >= 64 {
				t.Fatalf("%s is %d", atomNames[a], v)
			}
			seen[a] |= 1 << v
		}
	}
	for _, text := range texts {
		s := sceneOf(text)
		s.Observe = func(o Observation) {
			for _, facts := range o.Facts {
				check(facts)
			}
			check(o.Speech)
		}
		Attribute(s)
	}
	for a, values := range seen {
		if bits.OnesCount64(values) < 2 {
			t.Errorf("%s is always the same", atomNames[a])
		}
	}
}

func TestNames(t *testing.T) {
	for a := range atoms {
		if atomNames[a] == "" {
			t.Errorf("atom %d has no name", a)
		}
	}
	if len(ruleNames) > nobody || len(codes) > 64 {
		t.Error("more rules or codes than their atoms hold")
	}
}

func TestCompare(t *testing.T) {
	s := sceneOf(harbour)
	told := 0
	s.Observe = func(o Observation) {
		if o.Chosen < 0 {
			return
		}
		for _, e := range s.Ranker.Compare(o.Facts[o.Chosen], o.Facts[len(o.Facts)-1], 3) {
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
