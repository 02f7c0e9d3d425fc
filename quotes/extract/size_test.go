package extract

import (
	"fmt"
	"strings"
	"testing"

	"onrecord/quotes"
)

// adversaries are texts of about n bytes, each hard for some part of the
// pipeline if it is not linear.
var adversaries = []struct {
	name string
	text func(n int) string
}{
	{"marks", func(n int) string { return strings.Repeat("“”\"'", n/8) }},
	{"straight", func(n int) string { return strings.Repeat("\"", n) }},
	{"single", func(n int) string { return strings.Repeat("'a ", n/3) }},
	{"unclosed", func(n int) string { return "“" + strings.Repeat("The sea was calm that day. ", n/27) }},
	{"paragraph", func(n int) string {
		return strings.Repeat("The “old” harbour, which Ann Lee said was shut, opened again on Monday. ", n/74)
	}},
	{"sentence", func(n int) string { return "“Yes,” " + strings.Repeat("and the calm sea ", n/17) }},
	{"commas", func(n int) string { return "“Yes,” Ann Lee, " + strings.Repeat("of the sea, ", n/12) + "said." }},
	{"names", func(n int) string {
		var b strings.Builder
		for i := 0; b.Len() < n; i++ {
			fmt.Fprintf(&b, "%s %s said “it is well” to him. ", word(i), word(i/7+31))
		}
		return b.String()
	}},
	{"surname", people("%s Lindholm slept. “It is well,” Lindholm said. ", 0)},
	{"roles", people("%s %s, a spokesman, slept. “It is well,” the spokesman said. ", 0, 5)},
	{"one sentence of people", func(n int) string {
		return "“Yes,” " + strings.Repeat("and Xolvi Zug of her town met him and his wife Deb, ", n/52)
	}},
	{"offices", func(n int) string {
		return "“Yes,” Bo Vik said.\n\n" + strings.Repeat("Minister for Rural Supply ", n/27) + "came."
	}},
	{"labels", people("%s %s is here.\n\nAB: It is well.\n\n", 0, 5)},
	{"kin", people("His wife %s met Mrs. Lindholm. “It is well,” the French leader said. “Yes,” he said. ", 0)},
	{"one sentence of subjects", func(n int) string { return "“Yes,” " + strings.Repeat("and Ann Lee came ", n/17) + "he said." }},
	{"and who", func(n int) string {
		return "A place, " + strings.Repeat("and who came and who left ", n/26) + "said “it is well”."
	}},
	{"the official", func(n int) string {
		return "Bo Vik said it was well. " + strings.Repeat("“It is well,” the official said. ", n/35)
	}},
	{"quotes", func(n int) string { return strings.Repeat("“It is well,” she said. ", n/26) }},
	{"quoted names", func(n int) string {
		return strings.Repeat("“Ann Lee” and ", n/34) + "Bo Vik said " + strings.Repeat("“it is well” and ", n/42)
	}},
	{"nested", func(n int) string {
		return strings.Repeat("“He said, ‘Go “now” then,’ to us,” Ann said. ", n/52)
	}},
	{"continued", func(n int) string { return strings.Repeat("“It goes on.\n\n", n/16) }},
	{"pull quotes", func(n int) string {
		return strings.Repeat("“It is a well a well a well a well a well”\n\n", n/96) + strings.Repeat("“It is a well a well a well,” Bo Vik said.\n\n", n/94)
	}},
	{"one word", func(n int) string {
		return "“Go go go go go go.”\n\n“" + strings.Repeat("go ", n/3) + "”, he said."
	}},
	{"interrupted", func(n int) string {
		return strings.Repeat("“It goes on.\n\nRead more in sport\n\nThe “old” quay\n\n", n/60)
	}},
	{"short lines", func(n int) string {
		return strings.Repeat("“It goes on.\n\n", n/32) + strings.Repeat("The “old\n\n", n/26)
	}},
	{"standalone", func(n int) string { return strings.Repeat("“It goes on.”\n\n", n/19) }},
	{"capitals", func(n int) string { return "“Yes,” said " + strings.Repeat("Ann ", n/4) }},
	{"particles", func(n int) string { return "“Yes,” said Ann " + strings.Repeat("van der ", n/8) }},
	{"verbs", func(n int) string { return "“Yes,” " + strings.Repeat("said ", n/5) }},
	{"shared verbs", func(n int) string { return "“Yes,” " + strings.Repeat("he and said, adding, ", n/21) + "“no”" }},
	{"shared quotes", func(n int) string { return strings.Repeat("and said, adding “no” but told ", n/33) }},
	{"initials", func(n int) string { return "“Yes,” said " + strings.Repeat("A.B.", n/4) }},
	{"adjectives", func(n int) string { return "“Yes,” said " + strings.Repeat("Oslo-based, ", n/12) }},
	{"premodifiers", func(n int) string { return "“Yes,” said " + strings.Repeat("Lions and Leeds captain ", n/24) }},
	{"strangers", func(n int) string {
		return strings.Repeat("One of them, a baker, met a clerk who slept. “It is well,” he said. ", n/70)
	}},
	{"relations", people("His former assistant coach, Bo %s, slept. “It is well,” he said. ", 0)},
	{"firms", people("%s Foods Ltd slept. “It is well,” the company said. “Yes,” %s said. ", 0, 0)},
	{"double surnames", people("Bo Lindholm-%s slept. “It is well,” Lindholm said. ", 0)},
	{"generations", func(n int) string {
		return "Bo Vik met Al Vik. " + strings.Repeat("Vik's father slept. “It is well,” the elder Vik said. ", n/56)
	}},
	{"teenagers", people("Bo %s, 15, slept. “It is well,” the teenager said. ", 0)},
	{"a nurse again", func(n int) string { return strings.Repeat("A nurse said “no” and ", n/26) + "left." }},
	{"relative clauses", func(n int) string {
		return strings.Repeat("A man who knows Bo Vik who knows Ann Lee ", n/41) + "said “no”."
	}},
	{"ministries", func(n int) string {
		return strings.Repeat("Minister in the Ministry of Finance ", n/36) + "Bo Vik said “no”."
	}},
	{"said that", func(n int) string {
		return strings.Repeat("The PM of the company said that the PM said that ", n/49) + "it was “no”."
	}},
	{"months", func(n int) string { return strings.Repeat("May ", n/4) + "said “no”." }},
	{"companies", people("%s Company slept. It rained.\n\n“Yes,” the company said.\n\n", 0)},
	{"degrees", func(n int) string { return "“Yes,” said Ann Lee" + strings.Repeat(", MD, PhD", n/9) + "." }},
	{"fields", func(n int) string {
		return "“Yes,” said " + strings.Repeat("Health and ", n/11) + "Human Services Secretary Ann Lee."
	}},
	{"hyphens", func(n int) string { return "“Yes,” said " + strings.Repeat("A-b-", n/4) }},
}

// people is the format again and again, each time with other names, which are so far on in
// their order as the offsets tell.
func people(format string, offsets ...int) func(n int) string {
	return func(n int) string {
		var b strings.Builder
		for i := 0; b.Len() < n; i++ {
			names := make([]any, len(offsets))
			for k, offset := range offsets {
				names[k] = word(i + offset)
			}
			fmt.Fprintf(&b, format, names...)
		}
		return b.String()
	}
}

// word is the i-th of many different names.
func word(i int) string {
	b := []byte{byte('A' + i%26)}
	for i /= 26; ; i /= 21 {
		b = append(b, "aeiou"[i%5], "bcdfghjklmnpqrstvwxyz"[i%21])
		if i < 21 {
			return string(b)
		}
	}
}

// TestAdversaries extracts a megabyte of each: what is quadratic anywhere
// would not end. BenchmarkAdversaries shows the speed at two sizes.
func TestAdversaries(t *testing.T) {
	for _, a := range adversaries {
		t.Run(a.name, func(t *testing.T) {
			text := a.text(1 << 20)
			total, before := 0, -1
			for _, q := range Extract(&quotes.Article{Text: text}).Quotes {
				if q.Spans[0].Start < before || q.Spans[len(q.Spans)-1].End > len(text) {
					t.Fatalf("spans %v out of order or range", q.Spans)
				}
				before = q.Spans[0].Start
				total += len(q.Context)
			}
			if total > 600*len(text) {
				t.Errorf("contexts have %d bytes", total)
			}
		})
	}
}

func BenchmarkAdversaries(b *testing.B) {
	for _, a := range adversaries {
		for _, size := range []int{1 << 18, 1 << 20} {
			b.Run(fmt.Sprintf("%s/%dKB", a.name, size>>10), func(b *testing.B) {
				text := a.text(size)
				b.SetBytes(int64(len(text)))
				for b.Loop() {
					Extract(&quotes.Article{Text: text})
				}
			})
		}
	}
}

// benchmarkArticle is ordinary news prose of about n bytes: the cases, again
// and again.
func benchmarkArticle(tb testing.TB, n int) string {
	var b strings.Builder
	for b.Len() < n {
		for _, c := range readCases(tb) {
			b.WriteString(c.article)
			b.WriteString("\n\n")
		}
	}
	return b.String()
}

func BenchmarkExtract(b *testing.B) {
	for _, size := range []int{5 << 10, 1 << 20} {
		b.Run(fmt.Sprintf("%dKB", size>>10), func(b *testing.B) {
			text := benchmarkArticle(b, size)
			text = text[:strings.LastIndex(text[:size], "\n\n")]
			b.SetBytes(int64(len(text)))
			b.ReportAllocs()
			for b.Loop() {
				Extract(&quotes.Article{Text: text})
			}
		})
	}
}
