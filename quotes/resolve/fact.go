package resolve

import (
	"onrecord/quotes/attribute/model"
	"onrecord/quotes/mention"
)

// fact is what the forest that finds antecedents asks about, as a number under
// 64. None holds a word of the text: only classes, places, distances and counts.
type fact uint8

const (
	// Of the pronoun.
	fForm        fact = iota // he or him
	fSex                     // its gender
	fSpeaks                  // how many quotes are its
	fBefore                  // what stands before it
	fVerb                    // the verb behind it
	fReplies                 // whether that answers
	fStart                   // words from the start of its sentence
	fOrder                   // sentences before it in the paragraph
	fProse                   // those of them that are not quotes
	fQuoteAt                 // where its quote stands
	fQuoteOpens              // whether a quote opens the paragraph
	fClaims                  // how many may be meant
	fKnown                   // how many of them with its gender
	fOthers                  // mentions of people before it in its sentence
	fFirstWord               // the first word of its sentence
	fQuotePerson             // whether its quotes say I, or he or she
	// Of the nearest mention of who may be meant.
	fKind
	fPlace
	fReports
	fQuoted
	fSentences
	fParagraphs
	fTokens
	fOpening // opens its paragraph, its sentence
	fFirstSentence
	fCommas // those between, in one sentence
	fThat
	fAnd
	fClause
	fQuote
	fAsked
	fCoordinated
	fAsks
	fFrom // words from the start of its sentence
	// Of the nearest as a subject.
	fActPlace
	fActReports
	fActKind
	fActSentences
	fActParagraphs
	fActors
	// Of the nearest by name.
	fNamePlace
	fNameSentences
	fNameParagraphs
	fNameKind
	// Of the nearest outside quotes.
	fToldPlace
	fToldSentences
	fToldParagraphs
	fToldBefore // what stands before it
	// Of the next behind the pronoun.
	fNext      // sentences to where it is named
	fNextRival // whether another who may be meant is named sooner
	// As a speaker.
	fSpoke  // paragraphs since it spoke
	fVoices // how many spoke since
	fVoice  // pronoun or name there
	// As a pronoun.
	fChain          // the pronoun of that gender nearest before is its
	fChainSentences // how far
	fChainPlace
	fRival // how far that of another
	// How many others are nearer.
	fRivals
	fAlike
	// How often.
	fMentions
	fSubjects
	fRecent
	fBeside
	fNamed // by name, so far
	fShare // as a share of the one named most
	fTotal // in the whole article
	fTotalShare
	// Who it is.
	fGender
	fTitled
	fPerson
	fParts
	fFirst          // where the article names it first
	fInQuote        // the words ascribed to the pronoun name it
	fRivalInQuote   // or another who may be meant
	fLater          // the sentence names it behind the pronoun
	fLeads          // it leads the sentence
	fLeadsBefore    // the one before
	fLeadsParagraph // the paragraph
	fLeadsAbove     // the paragraph before
	fSince          // paragraphs since the article names it first
	fWho            // "who" goes on behind the nearest mention
	fRelation       // whether it was brought in as somebody's: his coach, Kim's envoy
	fRivalRelation  // or another who may be meant
	fStranger       // what the text makes of a stranger who may be meant, this or another
	// Of a stranger.
	fTakenUp // English readily goes on about them
	fNew     // they are new there
	fTheirs  // somebody's
	fTells   // the noun tells the gender
	// By the plain measure.
	fCost
	fCostRank
	fLead
	facts
)

type factList [facts]uint8

func flag(b bool) uint8 { return model.Bit(b, 1) }

// never stands for a distance of what there is none of.
const never = 20

// ownFacts are those of mention i, about whose antecedents the forest is asked.
func (r *resolver) ownFacts(f *factList, i int, g mention.Gender) {
	m := &r.mentions[i]
	f[fForm] = flag(r.t.Tokens[m.First].Class.Has(mention.Subject))
	f[fSex], f[fSpeaks] = uint8(g), model.UpTo(len(r.said[i]), 4)
	f[fBefore] = r.opener(int(m.First)-1, m.Sentence)
	f[fVerb] = r.verbCode(m)
	f[fReplies] = flag(r.replies(m))
	start := r.fromStart(m)
	f[fStart], f[fFirstWord] = model.UpTo(start, 40), r.opener(int(m.First)-start, m.Sentence)
	first := r.t.Tokens[r.t.First[m.Paragraph]].Sentence
	f[fOrder] = model.UpTo(m.Sentence-first, 9)
	f[fProse] = model.UpTo(r.prose[m.Sentence]-r.prose[first], 9)
	f[fQuoteAt] = r.quoteCode(i)
	if first := int(r.t.First[m.Paragraph]); r.t.Tokens[first].Quote >= 0 || first+1 < len(r.t.Tokens) && r.t.Tokens[first+1].Quote >= 0 {
		f[fQuoteOpens] = 1
	}
	f[fQuotePerson] = r.quotePerson(i, g)
	f[fClaims] = uint8(len(r.traces))
	for k := range r.traces {
		if r.agrees(&r.traces[k], g) {
			f[fKnown]++
		}
	}
	for j := i - 1; j >= 0 && r.mentions[j].Sentence == m.Sentence && f[fOthers] < 8; j-- {
		if x := &r.mentions[j]; x.Quote == m.Quote && x.Kind != mention.Body && x.Kind != mention.Document && x.Being != mention.Organisation && x.Being != mention.Location {
			f[fOthers]++
		}
	}
}

// quotePerson tells whether the words ascribed to mention i say I, and whether they say
// the pronoun of gender g, or of the other.
func (r *resolver) quotePerson(i int, g mention.Gender) uint8 {
	var code uint8
	for _, q := range r.said[i] {
		for _, k := range r.inside[q] {
			if c := &r.mentions[k]; c.Kind == mention.Pro {
				switch class := r.t.Tokens[c.First].Class; {
				case class.Has(mention.I):
					code |= 1
				case class.Has(mention.He|mention.She) && c.Gender == g:
					code |= 2
				case class.Has(mention.He | mention.She):
					code |= 4
				}
			}
		}
	}
	return code
}

// fromStart is how many words of its sentence stand before a mention.
func (r *resolver) fromStart(c *mention.Mention) int {
	first := int(c.First)
	for first > 0 && int(c.First)-first < longestStart && r.t.Tokens[first-1].Sentence == c.Sentence {
		first--
	}
	return int(c.First) - first
}

// longestStart bounds the words that are counted.
const longestStart = 40

// opener is the class of the token at k, before a mention of the sentence.
func (r *resolver) opener(k int, sentence int32) uint8 {
	if k < 0 || r.t.Tokens[k].Sentence != sentence {
		return 0
	}
	t := &r.t.Tokens[k]
	if t.Shape == mention.Mark {
		switch t.Punct {
		case ',':
			return 1
		case '"', '\'':
			return 2
		}
		return 3
	}
	for n, c := range openers {
		if t.Class.Has(c) {
			return uint8(n + 4)
		}
	}
	return 30
}

var openers = [...]mention.Class{
	mention.That, mention.Who, mention.Subordinate | mention.Clause, mention.As, mention.Conjunction, mention.To,
	mention.Preposition, mention.Core, mention.Speech | mention.Report, mention.Auxiliary, mention.Past, mention.Adverb, mention.Determiner,
}

func (r *resolver) verbCode(m *mention.Mention) uint8 {
	v := r.verb(m)
	if v < 0 {
		return 0
	}
	c := r.t.Tokens[v].Class
	code := uint8(1)
	switch {
	case c.Has(mention.Core):
		code = 2
	case c.Has(mention.Speech):
		code = 3
	case c.Has(mention.Report):
		code = 4
	case c.Has(mention.Auxiliary):
		code = 5
	}
	return code
}

// quoteCode tells where the first quote of mention i stands: behind it, before
// it with others between, right before it in its paragraph, farther before.
func (r *resolver) quoteCode(i int) uint8 {
	if !r.speaks(i) {
		return 0
	}
	m := &r.mentions[i]
	for k := int(m.First) - 1; k >= 0 && r.t.Tokens[k].Paragraph == m.Paragraph; k-- {
		switch q := int(r.t.Tokens[k].Quote); {
		case q == r.said[i][0] && q != int(m.Quote):
			if k >= int(m.First)-3 {
				return 4
			}
			return 3
		case q > r.said[i][0] && q != int(m.Quote):
			return 2
		}
	}
	return 1
}
