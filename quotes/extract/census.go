package extract

import (
	"strings"

	"onrecord/quotes"
	"onrecord/quotes/mention"
	"onrecord/quotes/text"
)

// census counts what the article has of each entity.
type census struct {
	names    [][]int        // the mentions that name it, in order
	headed   []int          // how many of those stand in headings
	spoke    []int          // the stretches it speaks
	speakers int            // the entities that speak any
	last     []string       // the last part of each name, folded
	sharing  map[string]int // entities by that
}

func (b *builder) count() census {
	n := len(b.resolved.Entities)
	c := census{names: make([][]int, n), headed: make([]int, n), spoke: make([]int, n), last: make([]string, n), sharing: make(map[string]int, n)}
	for i := range b.resolved.Mentions {
		m, e := &b.scene.Mentions[i], b.resolved.Mentions[i].Entity
		if e < 0 || m.Kind != mention.Name {
			continue
		}
		c.names[e] = append(c.names[e], i)
		if b.scene.Text.Heading(m.Paragraph) {
			c.headed[e]++
		}
	}
	for e := range b.resolved.Entities {
		name := b.resolved.Entities[e].Name
		c.last[e] = text.Key(name[strings.LastIndexByte(name, ' ')+1:])
		c.sharing[c.last[e]]++
	}
	for q := range b.attributions {
		if e := b.entity(q); e >= 0 {
			if c.spoke[e] == 0 {
				c.speakers++
			}
			c.spoke[e]++
		}
	}
	return c
}

// entity is the speaker of stretch q as resolved, -1 for none.
func (b *builder) entity(q int) int {
	a := &b.attributions[q]
	if a.Source.Mention < 0 || a.Kind == quotes.KindScare {
		return -1
	}
	return b.resolved.Mentions[a.Source.Mention].Entity
}
