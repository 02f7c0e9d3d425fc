package extract

import (
	"strings"

	"onrecord/quotes/mention"
	"onrecord/quotes/text"
)

// Names are the persons and bodies that a text names, quoted in it or not, in
// the order in which they first appear, as printed there and without titles.
// One that is part of a longer one ("Lee" beside "Ann Lee") is left out.
func Names(s string) []string {
	scene := Scene(s)
	if scene == nil {
		return nil
	}
	seen := map[string]bool{}  // folded names
	parts := map[string]bool{} // what longer ones hold
	var names, keys []string
	for i := range scene.Mentions {
		m := &scene.Mentions[i]
		if m.Kind != mention.Name || m.Being == mention.Location || m.Being == mention.People {
			continue
		}
		name := strings.Join(strings.Fields(scene.Text.Slice(int(m.NameFirst), int(m.NameLast))), " ")
		key := text.Key(name)
		if key == "" || seen[key] {
			continue
		}
		seen[key] = true
		names, keys = append(names, name), append(keys, key)
		addParts(parts, strings.Fields(key))
	}
	var out []string
	for i, key := range keys {
		if !parts[key] {
			out = append(out, names[i])
		}
	}
	return out
}

// mostParts bounds the words of a name whose parts are looked for.
const mostParts = 8

// addParts adds every run of the words but all of them.
func addParts(parts map[string]bool, words []string) {
	words = words[:min(len(words), mostParts)]
	for i := range words {
		for j := i + 1; j <= len(words); j++ {
			if j-i < len(words) {
				parts[strings.Join(words[i:j], " ")] = true
			}
		}
	}
}
