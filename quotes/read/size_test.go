package read

import (
	"fmt"
	"strings"
	"testing"
)

// oddPages are pages of about a megabyte, each of one odd thing over and over.
// Reading them is a matter of a second at most where it takes linear time, of
// hours where it does not.
var oddPages = map[string]string{
	"divisions in divisions":     strings.Repeat("<div>", 100_000) + "<p>The words of it.",
	"quotes in block quotes":     strings.Repeat("<blockquote><q>", 50_000) + "The words of it.",
	"bold in bold":               strings.Repeat("<b>", 300_000) + "The words of it.",
	"bold over paragraphs":       "<p>" + strings.Repeat("<b>", 400) + strings.Repeat("<p>The words of it.", 5000),
	"tables in tables":           strings.Repeat("<table><tr><td>", 60_000) + "The words of it.",
	"deep and wide":              strings.Repeat(strings.Repeat("<div>", 300)+"The words of it."+strings.Repeat("</div>", 300), 200),
	"paragraphs":                 strings.Repeat("<p>The words of it.</p>", 40_000),
	"one paragraph":              "<p>" + strings.Repeat("The words of it. ", 60_000),
	"breaks":                     strings.Repeat("The words of it.<br><br>", 40_000),
	"only breaks":                "The words of it." + strings.Repeat("<br>\n", 200_000),
	"breaks in spans":            strings.Repeat("It.<br><br><span>The words<br><br>of it.</span>", 20_000),
	"marked words":               "<p>" + strings.Repeat("<q>The</q> words ", 50_000),
	"opening brackets":           "The words of it." + strings.Repeat("<", 1_000_000),
	"entities without end":       "The words of it." + strings.Repeat("&amp", 250_000),
	"attributes":                 "<p " + strings.Repeat("a=b ", 250_000) + ">The words of it.",
	"classes":                    "<p class='" + strings.Repeat("a-b ", 250_000) + "'>The words of it.",
	"comments":                   strings.Repeat("<!--x-->", 100_000) + "The words of it.",
	"links":                      strings.Repeat("<a href=x>The words of it.</a> ", 30_000),
	"headings":                   strings.Repeat("<h1>The words of it.</h1>", 30_000),
	"captions":                   "The words of it." + strings.Repeat("<figure><figcaption>", 30_000),
	"linked data, nested":        "<p>The words of it.</p><script type='application/ld+json'>" + strings.Repeat("[", 500_000) + "</script>",
	"linked data, many articles": "<p>The words of it.</p>" + strings.Repeat("<script type='application/ld+json'>{\"@type\":\"Article\"}</script>", 15_000),
}

func TestOddPages(t *testing.T) {
	for name, page := range oddPages {
		t.Run(name, func(t *testing.T) {
			a, err := one(page, Source{Type: TypeHTML})
			if err != nil {
				if name == "links" { // nothing but links is no article
					return
				}
				t.Fatal(err)
			}
			checkArticle(t, a)
			if !strings.Contains(a.Text, "words") {
				t.Errorf("the words are gone: %.100q", a.Text)
			}
		})
	}
}

func TestOddTexts(t *testing.T) {
	for name, text := range map[string]string{
		"one line":             strings.Repeat("The words of it. ", 60_000),
		"line ends":            "The words of it." + strings.Repeat("\r\n", 500_000),
		"quote marks":          strings.Repeat("“", 300_000),
		"escapes":              strings.Repeat("The words\x1b[31m", 80_000),
		"broken UTF-8":         strings.Repeat("The words of it.\xff", 60_000),
		"carriage returns":     strings.Repeat("The words of it.\r", 60_000),
		"brackets":             strings.Repeat("{\"", 500_000),
		"objects in objects":   "{\"text\":\"The words of it.\",\"x\":" + strings.Repeat("[", 9000) + strings.Repeat("]", 9000) + "}",
		"names in names":       "{\"text\":\"x\",\"author\":" + strings.Repeat("{\"name\":", 4000) + "\"a\"" + strings.Repeat("}", 4000) + "}",
		"an array of nothing":  "[" + strings.Repeat("0,", 300_000) + "{\"text\":\"x\"}]",
		"lines of broken JSON": strings.Repeat("{\n{\n", 100_000),
	} {
		t.Run(name, func(t *testing.T) {
			for a, err := range Articles(strings.NewReader(text), Source{Name: "odd"}) {
				if err != nil {
					checkError(t, err)
				} else {
					checkArticle(t, a)
				}
			}
		})
	}
}

// newsPage is a page of n paragraphs as news sites make them.
func newsPage(n int) string {
	var b strings.Builder
	b.WriteString("<!DOCTYPE html><html lang=en><head><meta charset=utf-8><title>Ferries stay in port | The Saltby Courier</title></head><body><nav><ul>" +
		strings.Repeat("<li><a href=/x>Section</a></li>", 40) + "</ul></nav><article><h1>Ferries stay in port</h1>")
	for i := range n {
		fmt.Fprintf(&b, "<p>“No captain sails in this,” said <b>Ines Aldana</b>, who counted %d ships, and <a href=\"/%d\">the port</a> agreed with her at once.</p>\n", i, i)
		if i%5 == 4 {
			b.WriteString("<div class=\"ad-slot\"><p>Advertisement</p></div><figure><img src=x><figcaption>A ferry. Photo: C. Lund</figcaption></figure>")
		}
	}
	b.WriteString("</article><footer>All rights reserved</footer></body></html>")
	return b.String()
}

func BenchmarkRead(b *testing.B) {
	text := strings.Repeat("“No captain sails in this,” said Ines Aldana, who counted the ships, and the port agreed with her.\r\n\r\n", 10_000)
	line := fmt.Sprintf("{\"doc\":\"a\",\"title\":\"Ferries stay in port\",\"text\":%q}\n", text[:3000])
	for _, c := range []struct{ name, data string }{
		{"text", text},
		{"latin1", in1252(strings.ReplaceAll(text, "Ines", "Inés"))},
		{"jsonl", strings.Repeat(line, 300)},
		{"html", newsPage(40)},
		{"html-long", newsPage(4000)},
	} {
		b.Run(c.name, func(b *testing.B) {
			b.SetBytes(int64(len(c.data)))
			for b.Loop() {
				for _, err := range Articles(strings.NewReader(c.data), Source{Name: "-"}) {
					if err != nil {
						b.Fatal(err)
					}
				}
			}
		})
	}
}
