package resolve

import (
	"slices"

	"onrecord/quotes"
	"onrecord/quotes/attribute/model"
	"onrecord/quotes/mention"
)

// What the forest that finds whom role phrases mean asks about, beside the facts of an
// antecedent, each a number under 64.
const (
	// Of the phrase.
	rPicked      fact = facts + iota // how sure the rules are of their choice
	rPickedKind                      // of what kind that is
	rSort                            // the sort of mention
	rReads                           // as only a text does
	rGeneric                         // classes of its noun: man, teacher
	rNational                        // Finn
	rAge                             // 34-year-old
	rTitle                           // minister
	rRole                            // owner
	rOffice                          // printed before names
	rLoose                           // chief
	rKin                             // brother
	rAnyPerson                       // person, source
	rNameless                        // passer-by
	rParty                           // Democrat
	rSpecified                       // tells of which kind
	rOwned                           // or whose
	rComplement                      // words behind the noun
	rLength                          // words
	rGendered                        // it tells a gender
	rFormer                          // the role is over
	rNumbered                        // the third baker
	rOfSomebody                      // of one who comes in with it
	rWho                             // "who" goes on behind it
	rWantsNoName                     // nor gives one
	rSeen                            // its noun has brought somebody in
	rHolders                         // how many the text gives the role
	rHeld                            // whether the rules see a holder, clearly
	// Of who may be meant.
	rPick       // the rules' choice, and how sure they are
	rSecond     // their second
	rItself     // nobody but the phrase
	rHolder     // the holder, or the next
	rFit        // how well the roles fit
	rFitBest    // best of all
	rMate       // named beside the phrase
	rKindred    // holds a role of a kind
	rHoldsOther // holds only others
	rHasPart    // holds any, or does something
	rOtherRank  // another office
	rProminence // by where it stands, as the rules weigh it
	rBid        // and all its mentions
	rBidRank    // its rank by that
	rEntityKind // person, unnamed, body, or none yet
	rRoles      // how many it has
	rFresh      // of the nearest phrase: new there
	rSameNoun   // the same noun
	rAkin       // or one of a kind
	rTakesUp    // this phrase can take it up
	rPhraseSort // of the nearest mention, as of the phrase
	rDefinite   // and whether it is definite
	rAuthor     // made the text that the phrase means
	rMade       // is a text of which the author is known
	roleFacts
)

type roleFactList [roleFacts]uint8

// roleScene is what is weighed of a role phrase, or it, for all who may be meant together.
type roleScene struct {
	holders
	phrase  int        // the mention
	picked  Resolution // by the rules
	gender  mention.Gender
	bids    []bid
	mates   []int
	fits    []float64 // of the roles, by trace
	bestFit float64
}

// tenths is a score from -2 on as a fact.
func tenths(s float64) uint8 { return model.UpTo(int((s+2)*15), 62) + 1 }

// phraseFacts are those of the role phrase.
func (r *resolver) phraseFacts(f *roleFactList, s *roleScene) {
	i := s.phrase
	m, c, trait := &r.mentions[i], r.t.Tokens[r.mentions[i].Head].Class, r.traits(&r.mentions[i])
	if e := s.picked.Entity; e >= 0 {
		f[rPicked], f[rPickedKind] = sureCode(s.picked.Confidence), 1+r.entityCode(e)
	}
	for _, x := range [...]struct {
		at    fact
		holds bool
	}{
		{rGeneric, c.Has(mention.Generic)},
		{rNational, c.Has(mention.National)},
		{rAge, c.Has(mention.Age)},
		{rTitle, c.Has(mention.Title)},
		{rRole, c.Has(mention.Role)},
		{rOffice, r.office(r.t.Word(int(m.Head)))},
		{rLoose, trait&mention.Loose != 0},
		{rKin, trait&mention.Kin != 0},
		{rAnyPerson, trait&mention.AnyPerson != 0},
		{rNameless, trait&mention.Nameless != 0},
		{rParty, r.t.Words.Party(s.noun) != ""},
		{rSpecified, r.specified(m)},
		{rOwned, m.Owned},
		{rComplement, m.PrintLast > m.Last},
		{rGendered, m.Gender != mention.Unknown},
		{rFormer, r.former(s.words)},
		{rNumbered, r.numbered(m)},
		{rOfSomebody, r.ofSomebody(m)},
		{rWho, r.whoBehind(i)},
		{rWantsNoName, r.wantsNoName(i)},
	} {
		f[x.at] = flag(x.holds)
	}
	_, seen := r.phrases[r.head(m)]
	f[rSeen] = flag(seen)
	f[rLength], f[rHolders] = model.UpTo(m.Last-m.First, 7), model.UpTo(len(r.byRole[s.noun]), 9)
	f[rSort] = uint8(m.Kind)
	v := r.verb(m)
	f[rReads] = flag(v >= 0 && r.t.Tokens[v].Trait&mention.Reads != 0)
	f[rHeld] = flag(s.best >= 0) + flag(s.best >= 0 && s.clear)
}

// bearerFacts are those of the trace at k as whom the role phrase means.
func (r *resolver) bearerFacts(f *roleFactList, s *roleScene, k int) {
	m, x := &r.mentions[s.phrase], &r.traces[k]
	if x.mention == s.phrase {
		f[rItself], f[rEntityKind] = 1, 4
		if e := s.picked.Entity; e >= 0 && r.entities[e].Name == r.phrase(s.phrase) {
			f[rPick] = f[rPicked]
		}
		return
	}
	f[rProminence] = tenths(r.prominence(x.mention, m, x.entity, s.gender))
	r.bidFacts(f, s, x)
	c := &r.mentions[x.mention]
	f[rPhraseSort], f[rDefinite] = uint8(c.Kind), flag(c.Definite)
	f[rMade] = flag(r.madeBy(x.mention) >= 0)
	if c.Kind != mention.Name && c.Kind != mention.Pro {
		f[rFresh], f[rSameNoun], f[rTakesUp] = flag(r.fresh(x.mention)), flag(r.head(c) == r.head(m)), flag(r.takesUp(s.phrase, x.mention))
		f[rAkin] = model.UpTo(int(20*r.kindred(r.noun(c), s.noun)), 62)
	}
	if x.entity < 0 {
		f[rEntityKind] = 3
		return
	}
	e := x.entity
	y := &r.entities[e]
	f[rAuthor] = r.textMadeBy(e)
	if e == s.picked.Entity {
		f[rPick] = f[rPicked]
	}
	f[rSecond] = flag(e == s.picked.Second)
	f[rHolder] = 2*flag(e == s.best) + flag(e == s.second)
	fit := s.fits[k]
	f[rFit], f[rFitBest] = model.UpTo(int(20*fit), 62), flag(s.bestFit > 0)+flag(fit > 0 && fit == s.bestFit)
	f[rMate] = flag(slices.Contains(s.mates, e))
	f[rKindred], f[rHoldsOther], f[rHasPart], f[rOtherRank] = flag(r.kindredRole(e, s.noun)), flag(r.holdsOther(e, s.noun)), flag(r.hasPart(e)), flag(r.otherOffice(e, s.noun))
	f[rEntityKind], f[rRoles] = r.entityCode(e), model.UpTo(len(y.roles), 7)
}

// bidFacts tell what the plain measure gives trace x.
func (r *resolver) bidFacts(f *roleFactList, s *roleScene, x *trace) {
	own := slices.IndexFunc(s.bids, func(b bid) bool {
		return x.entity >= 0 && b.entity == x.entity || x.entity < 0 && b.entity < 0 && b.mention == x.mention
	})
	if own < 0 {
		return
	}
	f[rBid], f[rBidRank] = tenths(s.bids[own].score), 1
	for _, b := range s.bids {
		if b.score > s.bids[own].score {
			f[rBidRank]++
		}
	}
}

// sureCode is how sure a rule is as a fact, not 0.
func sureCode(sure float64) uint8 { return 1 + model.UpTo(int(60*sure), 60) }

// madeBy is the entity that made the text of mention i, as far as that is known by now. -1: none.
func (r *resolver) madeBy(i int) int {
	if a, ok := r.authors[i]; ok && a >= 0 {
		return r.out[a].Entity
	}
	return -1
}

// textMadeBy tells which of the texts that may be meant entity e made: the nearest is 1.
func (r *resolver) textMadeBy(e int) uint8 {
	n := uint8(0)
	for k := range r.traces {
		if by := r.madeBy(r.traces[k].mention); by >= 0 {
			n++
			if by == e {
				return n
			}
		}
	}
	return 0
}

func (r *resolver) entityCode(e int) uint8 {
	switch r.entities[e].Kind {
	case quotes.SpeakerPerson:
		return 0
	case quotes.SpeakerUnnamed:
		return 1
	}
	return 2
}
