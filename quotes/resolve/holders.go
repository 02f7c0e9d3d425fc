package resolve

import (
	"slices"

	"onrecord/quotes/mention"
)

// holders are the people to whom the text gives the role of a phrase.
type holders struct {
	noun         string   // of the phrase, as roles are compared
	words        []string // the folded words before it
	of           []string // the folded name of whom or what the role is of, nil where none is told
	best, second int      // entities, -1 for none
	clear        bool     // whether the best is surely ahead of the next
}

// holders weighs whose role phrase m is: by its words, then by who was named last.
func (r *resolver) holders(m *mention.Mention) holders {
	h := holders{noun: r.noun(m), words: slices.Concat(r.ownerNoun(m.First), r.fold(m.First, m.Head), r.ofWhich(m), r.fold(m.Last, m.PrintLast)), of: r.holderOf(m), best: -1, second: -1}
	placed, former, party := r.placed(m.First, m.Head), r.former(h.words), r.sides(h.words)
	var bestScore, secondScore float64
	list := r.byRole[h.noun]
	if word := r.deputy(h.words); word != "" && len(r.byRole[word]) > 0 && !slices.ContainsFunc(list, func(e int) bool { return !r.stoodInFor(h.words, &r.entities[e], h.noun) }) {
		list, h.noun = r.byRole[word], word // "the deputy mayor", of "his deputy, X"
	}
	for n := len(list) - 1; n >= 0 && n > len(list)-1-maxHolders; n-- {
		e := list[n]
		x := &r.entities[e]
		if clash(x.Gender, m.Gender) || r.otherSide(m, e) || r.withOther(m, e, h.of) || r.opposed(m, e) || r.elsewhere(m, e, h.noun) {
			continue
		}
		if r.passing(h.noun) && x.last >= 0 && m.Paragraph-r.mentions[x.last].Paragraph > longestTurn {
			continue // another may be the witness now
		}
		if r.stoodInFor(h.words, x, h.noun) {
			continue
		}
		s := r.roleScore(x, h.noun, h.words)
		switch once := r.onceHeld(x, h.noun); {
		case former && !once && s <= 1.5:
			continue // "the former president" is not the president
		case once && !former:
			s -= 0.6 // "the chief" is hardly the former one
		}
		if r.deputy(h.words) == "" && r.onlyDeputy(x, h.noun) {
			if x.last < 0 || r.onlyRival(x) {
				continue // nor the deputy chief, of whom only a later sentence speaks, and never the shadow minister
			}
			s -= 0.6
		}
		if s <= 1 && r.numbered(m) {
			continue // "the third baker" is not the first
		}
		if s > 0 && s <= 1 && placed && (r.otherPlace(x, h.noun) || r.t.Words.Party(h.noun) != "") {
			continue // "the Ohio governor" is not another state's, nor "the Ohio Republican" any Republican
		}
		if s <= 0 || x.last < 0 && s <= 1 && r.specified(m) {
			continue // "the health secretary" is not the regional secretary of whom only a later sentence speaks
		}
		if party != "" {
			switch r.partyOf(x) {
			case "":
			case party:
				s = max(s, min(s+0.5, 1.5)) // "the Democratic senator" is the one who is a Democrat
			default:
				continue
			}
		}
		if x.last >= 0 {
			s += 1 / (1 + float64(m.Sentence-r.mentions[x.last].Sentence)*0.3)
		} else {
			s -= 0.5
		}
		switch {
		case h.best < 0 || s > bestScore:
			h.second, secondScore = h.best, bestScore
			h.best, bestScore = e, s
		case e != h.best && (h.second < 0 || s > secondScore):
			h.second, secondScore = e, s
		}
	}
	if e := r.inTurn(m, former); h.best < 0 && e >= 0 {
		return holders{noun: h.noun, words: h.words, of: h.of, best: e, second: -1, clear: true}
	}
	unplaced := h.second >= 0 && bestScore < 1.5+1 && placed && r.roleScore(&r.entities[h.best], h.noun, h.words) <= 1
	h.clear = !unplaced && (h.second < 0 || bestScore-secondScore > 0.1)
	return h
}

// othersOwn reports whether phrase m, "his childhood friend", says more of its role
// than the text says of the holder's, who was named longer ago: another's friend.
func (r *resolver) othersOwn(m *mention.Mention, holder int, h holders) bool {
	last := r.entities[holder].last
	return m.Owned && r.specified(m) && r.roleScore(&r.entities[holder], h.noun, h.words) <= 1 && (last < 0 || m.Paragraph-r.mentions[last].Paragraph > 2)
}

// partyOf is the party that the text gives entity x; "": none.
func (r *resolver) partyOf(x *Entity) string {
	for _, held := range x.roles {
		if party := r.sides(append([]string{held.noun}, held.words...)); party != "" {
			return party
		}
	}
	return ""
}

// former reports whether the words of a role phrase say that it is over.
func (r *resolver) former(words []string) bool {
	return slices.ContainsFunc(words, func(w string) bool { return r.t.Words.Trait(w)&mention.Former != 0 })
}

// onceHeld reports whether the text says of entity x, too, that the role is over.
func (r *resolver) onceHeld(x *Entity, noun string) bool {
	return slices.ContainsFunc(x.roles, func(role role) bool { return r.kindred(role.noun, noun) > 0 && r.former(role.words) })
}

// maxHolders bounds the people of one role that are compared.
const maxHolders = 16

// holder is the one who holds the role of phrase m, -1 for nobody or where another may.
func (r *resolver) holder(m *mention.Mention) int {
	if h := r.holders(m); h.clear {
		return h.best
	}
	return -1
}
