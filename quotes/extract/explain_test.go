package extract

import (
	"strings"
	"testing"

	"onrecord/quotes"
)

func TestExplain(t *testing.T) {
	const text = "Harbour master Oona Vik met the crew on Monday. She praised Paul Renner. “The old pier is gone for good,” she said.\n\nThe sign read “no entry” all week."
	article := &quotes.Article{Text: text}
	for _, q := range Extract(article).Quotes {
		lines := Explain(article, q.Spans[0].Start)
		got := map[string]string{}
		for _, l := range lines {
			got[l.Label] += l.Text
		}
		if got["kind"] != string(q.Kind) {
			t.Errorf("%q: kind %q, not %q", q.Text, got["kind"], q.Kind)
		}
		if q.Mention == nil {
			continue
		}
		for label, want := range map[string]string{"mention": q.Mention.Text, "pattern": q.Method, "speaker": q.Speaker} {
			if !strings.Contains(got[label], want) {
				t.Errorf("%q: %s is %q, want %q in it", q.Text, label, got[label], want)
			}
		}
		if strings.HasPrefix(q.Text, "The old pier") {
			if !strings.Contains(got["antecedent"], "Oona Vik") || !strings.Contains(got["cue"], "said") || !strings.HasPrefix(got["for it"], "+") {
				t.Errorf("antecedent, cue or facts missing: %v", lines)
			}
		}
	}
	if lines := Explain(article, 3); lines != nil {
		t.Errorf("explained where no quote begins: %v", lines)
	}
}
