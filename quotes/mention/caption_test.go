package mention

import "testing"

func TestCaption(t *testing.T) {
	for line, want := range map[string]bool{
		"Joanna Wick pictured last year (Photo: Marek Zielinski/Getty Images)": true,
		"Ann Lee in May. Photograph: Kim Ek/The Observer":                      true,
		"Photo by Kim Ek":                                       true,
		"Picture: Harbour Press":                                true,
		"Image credit: Harbour Press":                           true,
		"Ann Lee, left, with her son (AP Photo/Kim Ek)":         true,
		"The pier in 1990 (file photo)":                         true,
		"Protesters at the gate. Kim Ek/Reuters":                true,
		"The pier at dawn. Kim Ek/Getty Images":                 true,
		"The mayor took a photo by the river and kept it.":      false,
		"He was seen leaving (image attached)":                  false,
		"The council said: photo by photo, the town is fading":  false,
		"The credit: one to the mayor.":                         false,
		"She writes for the Post and/or Getty":                  false,
		"Ann Lee called the photo “fine” (Photo: Kim Ek/Getty)": false,
		"(":                             false,
		"[]":                            false,
		"/":                             false,
		"Photo":                         false,
		"Picture this":                  false,
		"LONDON (Reuters)":              false,
		"Credits roll at midnight":      false,
		"The Getty Images show is free": false,
	} {
		if got := English().Caption(line); got != want {
			t.Errorf("%q: %v, want %v", line, got, want)
		}
	}
}
