package resolve

import (
	"iter"

	"onrecord/quotes"
	"onrecord/quotes/attribute/model"
	"onrecord/quotes/mention"
)

// traceFacts are those of the kth trace.
func (r *resolver) traceFacts(f *factList, i, k int, g mention.Gender) {
	m, x := &r.mentions[i], &r.traces[k]
	r.nearFacts(f, m, x.mention)
	f[fActSentences], f[fActParagraphs], f[fActors] = never, never, never
	if j := x.subject; j >= 0 {
		f[fActPlace], f[fActReports] = uint8(r.place(j)&^reporting), flag(r.place(j)&reporting > 0)
		f[fActKind], f[fActors] = r.kindCode(j), x.actors
		f[fActSentences], f[fActParagraphs] = r.apart(m, j), r.paragraphsApart(m, j)
	}
	f[fNameSentences], f[fNameParagraphs] = never, never
	if j := x.name; j >= 0 {
		f[fNamePlace], f[fNameKind] = uint8(r.place(j)&^reporting)+16*flag(r.mentions[j].Quote >= 0), r.kindCode(j)
		f[fNameSentences], f[fNameParagraphs] = r.apart(m, j), r.paragraphsApart(m, j)
	}
	r.outsideFacts(f, m, x.outside)
	f[fSpoke], f[fVoices] = never, never
	if j := x.spoke; j >= 0 {
		f[fSpoke], f[fVoices], f[fVoice] = r.paragraphsApart(m, j), x.voices, r.kindCode(j)
	}
	f[fRivals], f[fAlike] = x.rivals, x.alike
	f[fMentions], f[fSubjects], f[fRecent], f[fBeside] = model.UpTo(x.mentions, 30), model.UpTo(x.subjects, 30), model.UpTo(x.recent, 20), model.UpTo(x.beside, 8)
	r.costFacts(f, k)
	r.chainFacts(f, m, k)
	r.entityFacts(f, i, x, g)
	if x.entity < 0 {
		c := &r.mentions[x.mention]
		f[fTakenUp], f[fNew], f[fTheirs], f[fTells] = 1+flag(r.takenUp(i, x.mention)), 1+flag(r.fresh(x.mention)), flag(c.Owned), flag(c.Gender != mention.Unknown)
	}
	for n, j := range r.strangers {
		if j >= 0 {
			f[fStranger] += uint8(1+n) * (1 + 3*flag(r.traceOf(x, j)))
		}
	}
}

// nearFacts are those of mention j, the nearest of its trace.
func (r *resolver) nearFacts(f *factList, m *mention.Mention, j int) {
	c, at := &r.mentions[j], r.place(j)
	first := r.t.First[c.Paragraph]
	f[fKind], f[fPlace] = r.kindCode(j), uint8(at&^reporting)
	f[fReports], f[fQuoted] = flag(at&reporting > 0), flag(c.Quote >= 0)
	f[fSentences], f[fParagraphs], f[fTokens] = r.apart(m, j), r.paragraphsApart(m, j), model.UpTo((m.First-c.Last)/2, 60)
	f[fOpening] = flag(r.opens(c)) + flag(c.First == first)
	f[fFirstSentence] = flag(c.Sentence == r.t.Tokens[first].Sentence)
	f[fAsked], f[fAsks], f[fCoordinated] = flag(r.asked(c)), flag(r.asks(c)), r.coordinated(c)
	f[fFrom], f[fWho] = model.UpTo(r.fromStart(c), 30), flag(r.whoBehind(j))
	r.between(f, c, m)
}

// apart is how many sentences mention j stands before m, those of quotes alone
// left out.
func (r *resolver) apart(m *mention.Mention, j int) uint8 {
	return model.UpTo(r.prose[m.Sentence]-r.prose[r.mentions[j].Sentence], 12)
}

// sentenceBefore are the mentions outside quotations of the sentence before that of mention i, those of quotes
// alone left out, from the last on.
func (r *resolver) sentenceBefore(i int) iter.Seq2[int, *mention.Mention] {
	return func(yield func(int, *mention.Mention) bool) {
		m := &r.mentions[i]
		for j := i - 1; j >= 0 && j > i-reach/2 && r.apart(m, j) <= 1; j-- {
			if c := &r.mentions[j]; c.Sentence != m.Sentence && c.Quote < 0 && !yield(j, c) {
				return
			}
		}
	}
}

func (r *resolver) paragraphsApart(m *mention.Mention, j int) uint8 {
	return model.UpTo(m.Paragraph-r.mentions[j].Paragraph, 8)
}

func (r *resolver) kindCode(j int) uint8 {
	c := &r.mentions[j]
	switch c.Kind {
	case mention.Name:
		return 1 + model.UpTo(c.NameLast-c.NameFirst, 3) + 4*flag(c.First < c.NameFirst) + 8*flag(c.Being == mention.Person)
	case mention.Pro:
		return 32 + flag(r.t.Tokens[c.First].Class.Has(mention.Subject)) + 2*flag(r.t.Tokens[c.First].Class.Has(mention.Who))
	case mention.Nominal:
		return 40 + flag(c.Definite) + 2*flag(c.Owned) + 4*flag(c.Gender != mention.Unknown)
	}
	return 50
}

// between tells what opens a clause between two mentions of one sentence.
func (r *resolver) between(f *factList, c, m *mention.Mention) {
	if c.Sentence != m.Sentence {
		f[fCommas], f[fThat], f[fAnd], f[fClause], f[fQuote] = never, 2, 2, 2, 2
		return
	}
	for k := c.Last; k < m.First && k < c.Last+60; k++ {
		switch t := &r.t.Tokens[k]; {
		case t.Quote >= 0 && t.Quote != m.Quote:
			f[fQuote] = 1
		case t.Shape == mention.Mark:
			if t.Punct == ',' {
				f[fCommas]++
			}
		case t.Class.Has(mention.That):
			f[fThat] = 1
		case t.Class.Has(mention.Conjunction):
			f[fAnd] = 1
		case t.Class.Has(mention.Subordinate | mention.Clause | mention.Who | mention.As):
			f[fClause] = 1
		}
	}
	f[fCommas] = min(f[fCommas], 8)
}

// coordinated tells whether "and" stands before or behind a mention.
func (r *resolver) coordinated(c *mention.Mention) uint8 {
	and := func(k int) bool {
		return k >= 0 && k < len(r.t.Tokens) && r.t.Tokens[k].Sentence == c.Sentence && r.t.Tokens[k].Class.Has(mention.Conjunction)
	}
	return flag(and(int(c.First)-1)) + 2*flag(and(int(c.PrintLast)))
}

// costFacts tell where the kth trace stands by the plain measure.
func (r *resolver) costFacts(f *factList, k int) {
	x := &r.traces[k]
	next := maxCost
	for n := range r.traces {
		if y := &r.traces[n]; n != k {
			if y.cost < x.cost || y.cost == x.cost && n < k {
				f[fCostRank]++
			}
			next = min(next, y.cost)
		}
	}
	f[fCost], f[fLead] = uint8(x.cost), model.UpTo(30+next-x.cost, 60)
}

// chainFacts tell whose the nearest pronouns of the gender are.
func (r *resolver) chainFacts(f *factList, m *mention.Mention, k int) {
	x := &r.traces[k]
	f[fChainSentences], f[fRival] = never, never
	nearest := -1
	for n := range r.traces {
		p := r.traces[n].pronoun
		if n != k && p > nearest {
			nearest = p
		}
	}
	if nearest >= 0 {
		f[fRival] = r.apart(m, nearest)
	}
	if x.pronoun >= 0 {
		f[fChainSentences] = r.apart(m, x.pronoun)
		f[fChain] = 1 + flag(x.pronoun > nearest) + flag(x.pronoun > nearest && r.mentions[x.pronoun].Sentence == m.Sentence)
		f[fChainPlace] = uint8(r.place(x.pronoun) &^ reporting)
	}
}

// entityFacts tell who is claimed to be meant.
func (r *resolver) entityFacts(f *factList, i int, x *trace, g mention.Gender) {
	f[fInQuote], f[fRelation] = flag(x.inQuote), x.relation
	f[fGender] = r.genderCode(x, g)
	for k := range r.traces {
		if y := &r.traces[k]; y != x {
			f[fRivalInQuote] |= flag(y.inQuote)
			f[fRivalRelation] = max(f[fRivalRelation], y.relation)
		}
	}
	r.leadFacts(f, i, x)
	most := 1
	for k := range r.traces {
		if o := r.traces[k].entity; o >= 0 {
			most = max(most, r.entities[o].count)
		}
	}
	if x.entity < 0 || len(r.entities[x.entity].parts) == 0 {
		// As if named once, in full, where it stands: "a pharmacist".
		f[fPerson], f[fParts], f[fNamed] = 3+flag(r.mentions[x.mention].Being != mention.Person), 2, 1
		f[fShare], f[fFirst] = uint8(8/most), 1+model.UpTo(r.mentions[x.mention].Paragraph, 12)
		f[fSince] = f[fParagraphs]
		return
	}
	e := &r.entities[x.entity]
	f[fNamed] = model.UpTo(e.count, 24)
	f[fShare] = uint8(8 * e.count / most)
	r.totalFacts(f, x)
	f[fTitled] = flag(e.titled)
	f[fPerson] = flag(e.person) + flag(e.Kind == quotes.SpeakerPerson)
	f[fParts] = model.UpTo(len(e.parts), 4)
	if e.first >= 0 {
		f[fFirst] = 1 + model.UpTo(r.mentions[e.first].Paragraph, 12)
		f[fSince] = model.UpTo(r.mentions[i].Paragraph-r.mentions[e.first].Paragraph, 12)
	}
	f[fLater] = r.laterNamed(i, x.entity)
}

// genderCode tells what the gender of x rests on, if it is g.
func (r *resolver) genderCode(x *trace, g mention.Gender) uint8 {
	if !r.agrees(x, g) {
		return 0
	}
	if x.entity < 0 {
		return 1
	}
	switch e := &r.entities[x.entity]; {
	case e.Kind == quotes.SpeakerUnnamed:
		return 2
	case e.titled:
		return 5
	case e.vouched:
		return 3
	}
	return 4
}

// outsideFacts are those of mention j, the nearest of its trace outside quotes.
func (r *resolver) outsideFacts(f *factList, m *mention.Mention, j int) {
	f[fToldSentences], f[fToldParagraphs] = never, never
	if j < 0 {
		return
	}
	c := &r.mentions[j]
	f[fToldSentences], f[fToldParagraphs] = r.apart(m, j), r.paragraphsApart(m, j)
	f[fToldPlace], f[fToldBefore] = uint8(r.place(j)&^reporting), r.opener(int(c.First)-1, c.Sentence)
}

// totalFacts tell how often the whole article names x, and how soon behind the
// pronoun.
func (r *resolver) totalFacts(f *factList, x *trace) {
	most := 1
	for k := range r.traces {
		most = max(most, r.traces[k].total)
	}
	f[fTotal], f[fTotalShare] = model.UpTo(x.total, 40), uint8(8*x.total/most)
	f[fNext], f[fNextRival] = x.next, flag(x.nextRival)
}

// relation tells by whom x was brought in where it was named last: by "his" or "her" (3),
// by "its" or "their" (2), by another's name (1), or by nobody.
func (r *resolver) relation(x *trace) uint8 {
	j := x.name
	if j < 0 {
		j = x.mention
	}
	c := &r.mentions[j]
	for k := int(c.First); k >= 0 && k > int(c.First)-longestRelation && r.t.Tokens[k].Sentence == c.Sentence && r.t.Tokens[k].Quote == c.Quote; k-- {
		switch t := &r.t.Tokens[k]; {
		case t.Class.Has(mention.Possessive) && r.t.Tokens[k].Trait&(mention.OfHim|mention.OfHer) != 0:
			return 3
		case t.Class.Has(mention.Possessive):
			return 2
		case t.Class.Has(mention.Genitive):
			return 1
		case k < int(c.First) && (t.Shape == mention.Mark && t.Punct != ',' || t.Shape != mention.Lower && t.Shape != mention.Mark || t.Class.Has(mention.Core|mention.Auxiliary|mention.Preposition)):
			return 0
		}
	}
	return 0
}

// longestRelation bounds the words between "his" and the name: his former assistant coach,
const longestRelation = 8

// names reports whether mention k, which may not be resolved yet, is a name of
// entity e.
func (r *resolver) names(k, e int) bool {
	m := &r.mentions[k]
	if m.Kind != mention.Name {
		return false
	}
	if r.out[k].Entity >= 0 {
		return r.out[k].Entity == e
	}
	parts := r.entities[e].parts
	return len(parts) > 0 && m.NameLast-m.NameFirst == 1 && r.head(m) == parts[len(parts)-1]
}

// laterNamed tells whether the sentence of mention i names entity e behind it: 2
// where right behind its verb, "he told Lee".
func (r *resolver) laterNamed(i, e int) uint8 {
	m := &r.mentions[i]
	v := int32(r.verb(m))
	for k := i + 1; k < len(r.mentions) && r.mentions[k].Sentence == m.Sentence; k++ {
		if c := &r.mentions[k]; c.Quote == m.Quote && r.names(k, e) {
			if v >= 0 && c.First-v <= 3 {
				return 2
			}
			return 1
		}
	}
	return 0
}

// leadFacts tell which sentences the trace leads: the pronoun's, the one before
// in prose, the first of the paragraph, of that before it.
func (r *resolver) leadFacts(f *factList, i int, x *trace) {
	m := &r.mentions[i]
	for j := i - 1; j >= 0 && j > i-reach && m.Paragraph-r.mentions[j].Paragraph <= 1; j-- {
		c := &r.mentions[j]
		if r.out[j].Entity != x.entity || x.entity < 0 && j != x.mention || r.place(j)&^reporting != leading || c.Quote >= 0 {
			continue
		}
		first := r.t.Tokens[r.t.First[c.Paragraph]].Sentence
		f[fLeadsBefore] |= flag(r.prose[m.Sentence]-r.prose[c.Sentence] == 1)
		f[fLeads] |= flag(c.Sentence == m.Sentence)
		f[fLeadsParagraph] |= flag(c.Paragraph == m.Paragraph && c.Sentence == first)
		f[fLeadsAbove] |= flag(c.Paragraph != m.Paragraph && c.Sentence == first)
	}
}
