package text

import (
	"strings"
	"testing"
)

var news = strings.Repeat(`The harbour board voted on Monday to close the old swing bridge to lorries from the first of March, after a survey by Dr. Ola Benn found that two of its four bearings had cracked in last winter's storms. It could not be mended in place.

“We have known for years that it was living on borrowed time,” said Dana Whitlock, the board's chief engineer. “What we did not know is how little was left. Now we do.”

`, 2000)

func BenchmarkParagraphs(b *testing.B) {
	b.SetBytes(int64(len(news)))
	for b.Loop() {
		Paragraphs(news)
	}
}

func BenchmarkSentences(b *testing.B) {
	paragraphs := Paragraphs(news)
	b.SetBytes(int64(len(news)))
	for b.Loop() {
		for _, p := range paragraphs {
			Sentences(news, p.Span)
		}
	}
}

func BenchmarkKey(b *testing.B) {
	for _, name := range []string{"Vladimir Putin", "Zoë Ångström-O’Brien"} {
		b.Run(name, func(b *testing.B) {
			for b.Loop() {
				Key(name)
			}
		})
	}
}

func BenchmarkRuneIndex(b *testing.B) {
	b.SetBytes(int64(len(news)))
	for b.Loop() {
		x := NewRuneIndex(news)
		for at := 0; at < len(news); at += 4096 {
			x.Rune(at)
		}
	}
}
