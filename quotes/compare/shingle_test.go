package compare

import (
	"slices"
	"strings"
	"testing"
)

func keysOf(s string) string {
	var out []string
	for _, w := range Words(s) {
		out = append(out, w.Key)
	}
	return strings.Join(out, " ")
}

func TestWords(t *testing.T) {
	for s, want := range map[string]string{
		"It’s “cold”, in Örebro!":         "it's cold in orebro",
		"We don't, can’t, won't, cannot.": "we do not can not will not can not",
		"5,000 boats; 1.5 percent or 3 %": "5000 boats 1.5 per cent or 3 per cent",
		"12,50 and 1,234,567.89 and 1,23": "12,50 and 1234567.89 and 1,23",
		"twenty-five — years":             "twenty five years",
		"$5 the people's 'words'":         "$ 5 the people's words",
		"":                                "",
	} {
		if got := keysOf(s); got != want {
			t.Errorf("%q: got %q, want %q", s, got, want)
		}
	}
}

// Papers' styles make no difference to a fingerprint.
func TestFingerprintStyle(t *testing.T) {
	want := Fingerprint("We don't expect 5,000 boats in the harbour, “not at all”")
	for _, s := range []string{
		"We do not expect 5000 boats in the harbour — not at all.",
		"we don’t EXPECT 5,000 boats in the harbour 'not at all'",
	} {
		if got := Fingerprint(s); got != want || got == 0 {
			t.Errorf("%q: %d, want %d", s, got, want)
		}
	}
	for _, s := range []string{"", "We will see", "and of the in a to it is we", "one two three four"} {
		if got := Fingerprint(s); got != 0 {
			t.Errorf("%q: has the fingerprint %d", s, got)
		}
	}
}

// A text shortened at its ends has its fingerprint among the shingles of the
// whole; so has the whole of one with a word changed, most often.
func TestFingerprintFound(t *testing.T) {
	words := strings.Fields(strings.ToLower(`harbour boats spending ministers winter sailors catches quotas figures crossing
		ferries island school clinic contract council mayor budget spring weather northern trawler licence inspector`))
	whole := strings.Join(words, " ")
	for i := 0; i+5 <= len(words); i++ {
		part := strings.Join(words[i:i+5], " ")
		if !slices.Contains(Shingles(whole), Fingerprint(part)) {
			t.Errorf("%q is not found", part)
		}
	}
	found := 0
	for i := range words {
		changed := slices.Clone(words)
		changed[i] = "walrus"
		if slices.Contains(Shingles(strings.Join(changed, " ")), Fingerprint(whole)) {
			found++
		}
	}
	if found < len(words)*4/5 {
		t.Errorf("%d of %d with one word changed are found", found, len(words))
	}
}

// FuzzFingerprint holds the quick way to a fingerprint against the plain one.
func FuzzFingerprint(f *testing.F) {
	for _, s := range []string{
		"We don't expect 5,000 boats in the harbour’s “port”, not at all", "5% of they’ll ’tis O'Brien's cannot CANNOT percent",
		"a b'c d’e f1 2g é’x n't can't Ç $5 […] 'x’y' 1.5.2,3 per cent", "\xff don\xfft it\xe2\x80 x’",
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		want := uint32(0)
		for _, h := range Shingles(s) {
			if want == 0 || h < want {
				want = h
			}
		}
		if got := Fingerprint(s); got != want {
			t.Fatalf("%q: %d, plainly %d", s, got, want)
		}
		end := 0
		for _, w := range Words(s) {
			if w.Start < end || w.End < w.Start || w.End > len(s) || w.Key == "" {
				t.Fatalf("%q: a word %q at %d to %d", s, w.Key, w.Start, w.End)
			}
			end = w.End
		}
	})
}

func BenchmarkFingerprint(b *testing.B) {
	s := "We are spending four times as much on each crossing as we did ten years ago, and the boats leave half empty."
	b.SetBytes(int64(len(s)))
	for b.Loop() {
		Fingerprint(s)
	}
}
