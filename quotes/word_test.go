package quotes

import (
	"errors"
	"io/fs"
	"strings"
	"testing"
)

func TestNearest(t *testing.T) {
	known := []string{"list", "flag", "flagged", "false", "published", "speakers", "csv", "tsv"}
	for word, want := range map[string]string{
		"lst": "list", "lsit": "list", "LIST": "list", "flaged": "flagged", "flase": "false", "publised": "published",
		"speeker": "speakers", "pub": "published", "tsv": "tsv", "spea": "speakers", "yaml": "", "x": "", "": "", "csw": "csv", "entirely else": "",
	} {
		if got := Nearest(word, known); got != want {
			t.Errorf("%q: %q, want %q", word, got, want)
		}
	}
}

func TestEditDistance(t *testing.T) {
	for _, c := range []struct {
		a, b string
		want int
	}{{"", "", 0}, {"", "abc", 3}, {"abc", "", 3}, {"abc", "abc", 0}, {"abc", "abd", 1}, {"abc", "acb", 1}, {"ab", "abc", 1}, {"kitten", "sitting", 3}} {
		if got := editDistance(c.a, c.b); got != c.want {
			t.Errorf("%s, %s: %d, want %d", c.a, c.b, got, c.want)
		}
	}
}

func TestParseWord(t *testing.T) {
	if w, err := ParseWord("kind", Kinds, "Partial"); err != nil || w != KindPartial {
		t.Errorf("%q, %v", w, err)
	}
	_, err := ParseWord("kind", Kinds, "partail")
	if CodeOf(err) != CodeInvalid || err.Error() != `unknown kind "partail"; did you mean "partial"? known: full, partial, scare` {
		t.Error(err)
	}
	_, err = ParseWord("kind", Kinds, "zzz")
	if err.Error() != `unknown kind "zzz"; known: full, partial, scare` {
		t.Error(err)
	}
}

func TestError(t *testing.T) {
	err := error(&Error{Code: CodeUnusable, Message: "x.db cannot be read", Remedy: "check it", Err: fs.ErrPermission})
	if got := err.Error(); got != "x.db cannot be read: permission denied; check it" {
		t.Error(got)
	}
	if !errors.Is(err, fs.ErrPermission) {
		t.Error("the cause is lost")
	}
	wrapped := errors.Join(errors.New("outer"), err)
	if CodeOf(wrapped) != CodeUnusable || CodeOf(errors.New("plain")) != "" || CodeOf(nil) != "" {
		t.Error("codes are not found through wrapping")
	}
	if got := Errorf(CodeInvalid, "%d words", 3).Error(); got != "3 words" {
		t.Error(got)
	}
}

// The vocabularies hold no word twice, and each word parses as itself.
func TestVocabularies(t *testing.T) {
	for name, words := range map[string][]string{
		"kinds": Strings(Kinds), "states": Strings(States), "fidelities": Strings(Fidelities), "workflows": Strings(Workflows),
		"statuses": Strings(Statuses), "priorities": Strings(Priorities),
		"speaker kinds": Strings(SpeakerKinds), "entities": Strings(Entities), "sort fields": Strings(SortFields),
	} {
		seen := map[string]bool{}
		for _, w := range words {
			if seen[w] || w != strings.ToLower(w) || strings.ContainsAny(w, " _") {
				t.Errorf("%s: %q", name, w)
			}
			seen[w] = true
		}
	}
}
