package mention

import (
	"slices"
	"strings"
	"testing"

	"onrecord/quotes"
)

func TestGivenGender(t *testing.T) {
	for name, want := range map[string]Gender{
		"Burt": MaleGender, "BURT": MaleGender, "Chizuko": FemaleGender, "Réjean": Unknown, "Temperance": FemaleGender,
		"Vikrant": MaleGender, "Burt-Xyzzy": MaleGender, "Xyzzy-Burt": Unknown,
		"Alvarez": Unknown, "Rust": Unknown, "Xyzzy": Unknown, "": Unknown, "—": Unknown,
	} {
		if got := givenGender(name); got != want {
			t.Errorf("%q is %d, not %d", name, got, want)
		}
	}
}

// The lists are what a search by halves needs, and share no name.
func TestGivenLists(t *testing.T) {
	male, female := strings.Split(strings.TrimSuffix(givenMale, "\n"), "\n"), strings.Split(strings.TrimSuffix(givenFemale, "\n"), "\n")
	for _, list := range [][]string{male, female} {
		if !slices.IsSorted(list) || len(slices.Compact(slices.Clone(list))) != len(list) {
			t.Error("a list is not sorted, or has a name twice")
		}
		for _, name := range list {
			if strings.Trim(name, "abcdefghijklmnopqrstuvwxyz") != "" || len(name) < 2 {
				t.Errorf("%q is not folded", name)
			}
		}
	}
	for _, name := range male {
		if !listed(givenMale, name) {
			t.Errorf("%q is not found", name)
		}
		if listed(givenFemale, name) {
			t.Errorf("%q is on both lists", name)
		}
	}
	for _, name := range female {
		if !listed(givenFemale, name) {
			t.Errorf("%q is not found", name)
		}
	}
}

// What only seems a first name in front tells nothing.
func TestGivenOrder(t *testing.T) {
	for text, want := range map[string]Gender{
		"Vikrant Salgar said so.": MaleGender, "Vikrant K. Salgar said so.": MaleGender, "Vikrant Tae-yul said so.": Unknown,
		"Vikrant Salgar Moidu said so.": Unknown, "Vikrant said so.": Unknown,
	} {
		cut := Cut(text, []quotes.Span{{Start: 0, End: len(text)}}, nil, nil, English())
		if got := Find(cut)[0].Gender; got != want {
			t.Errorf("%q: %d, not %d", text, got, want)
		}
	}
}
