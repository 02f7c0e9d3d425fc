package quotes

// Evidence is a source relied on in judging a claim.
type Evidence struct {
	ID          EvidenceID `json:"id"`
	Claim       ClaimID    `json:"claim"`
	URL         string     `json:"url"`
	Archived    string     `json:"archived"`
	Passage     string     `json:"passage"`
	Stance      Stance     `json:"stance"`
	Kind        string     `json:"kind"`
	Accessed    string     `json:"accessed"` // YYYY-MM-DD
	Independent bool       `json:"independent"`
	By          string     `json:"by"`
	At          string     `json:"at"`
}

// EvidenceStances is the vocabulary of a piece of evidence's Stance.
var EvidenceStances = []Stance{StanceSupports, StanceRefutes, StanceContext}

// AppearanceStances is the vocabulary of an appearance's Stance.
var AppearanceStances = []Stance{StanceAsserts, StanceDenies}

// EvidenceUpdate is a piece of evidence, known within its claim by the URL, to
// add or correct; nil leaves a field as it is.
type EvidenceUpdate struct {
	URL         string
	Archived    *string
	Passage     *string
	Stance      *Stance // nil for a new piece: StanceContext
	Kind        *string
	Accessed    *string // YYYY-MM-DD; nil for a new piece: today
	Independent *bool
}

// Update is the piece as an update which gives what is not empty.
func (e Evidence) Update() EvidenceUpdate {
	u := EvidenceUpdate{URL: e.URL}
	for _, f := range []struct {
		value string
		into  **string
	}{{e.Archived, &u.Archived}, {e.Passage, &u.Passage}, {e.Kind, &u.Kind}, {e.Accessed, &u.Accessed}} {
		if f.value != "" {
			*f.into = &f.value
		}
	}
	if e.Stance != "" {
		u.Stance = &e.Stance
	}
	if e.Independent {
		u.Independent = &e.Independent
	}
	return u
}
