package quotes

// Assessment is one verdict on a claim. Assessments are only added: a later
// one supersedes those before it.
type Assessment struct {
	ID         AssessmentID `json:"id"`
	Claim      ClaimID      `json:"claim"`
	Verdict    Verdict      `json:"verdict"`
	Scale      string       `json:"scale"` // name/version
	Rationale  string       `json:"rationale"`
	AsOf       string       `json:"as_of"` // YYYY-MM-DD: judged by what was known then
	By         string       `json:"by"`
	At         string       `json:"at"`
	Supersedes AssessmentID `json:"supersedes,omitempty"`
	// Correction is what the public is told was wrong before; "" is nothing.
	Correction string `json:"correction"`
	// Publisher is who ruled, and URL where, if it was not this newsroom; By is
	// then who put it on record. Rating is its number on the publisher's Scale.
	Publisher string `json:"publisher,omitempty"`
	URL       string `json:"url,omitempty"`
	Rating    string `json:"rating,omitempty"`
}
