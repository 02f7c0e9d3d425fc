package mention

import "testing"

func TestLeftover(t *testing.T) {
	for paragraph, want := range map[string]bool{
		"Advertisement":                                    true,
		"ADVERTISEMENT":                                    true,
		"Advertisement Hide Ad":                            true,
		"Advertisement - Story continues below":            true,
		"Story continues below this video":                 true,
		"Read more in harbours":                            true,
		"Read More…":                                       true,
		"READ MORE: Skipper calls ferry plan ‘a bad joke’": true,
		"Related | What next for the quay?":                true,
		"MORE — “I am furious,” says Tina Falk":            true,
		"Sign up to our newsletter.":                       true,
		"Most read in Islands":                             true,
		"Editors’ Picks":                                   true,
		"":                                                 false,
		"Advertisement sales fell":                         false,
		"Read the letter: it says all.":                    false,
		"More: she said that she was tired.":               false,
		"More from the trial, in which two men are accused of taking a boat, on Monday": false,
		"Related companies said no.":              false,
		"Sign up for it, she said: “It is free.”": false,
		"Share prices fell":                       false,
		"She added:":                              false,
	} {
		if got, _ := English().Leftover(paragraph); got != want {
			t.Errorf("%q: %v", paragraph, got)
		}
	}
}

// Only what nothing stands behind leads to a list.
func TestLeftoverList(t *testing.T) {
	for paragraph, want := range map[string]bool{"READ MORE:": true, "Don’t miss…": true, "Read more: The old quay": false, "Advertisement": false, "Hide Ad": false} {
		if _, got := English().Leftover(paragraph); got != want {
			t.Errorf("%q: %v", paragraph, got)
		}
	}
}
