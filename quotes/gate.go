package quotes

import "fmt"

// SettingGate is the setting of the publish gate: GateOn, or off by default.
const (
	SettingGate = "publish.gate"
	GateOn      = "on"
)

// independentPieces is how many independent pieces of evidence the gate asks
// for; with the rationale and the second person it is what the IFCN's code of
// principles and AFP ask of a published check.
const independentPieces = 2

// Lacks is what a claim with a verdict still needs before who may publish it
// through the gate; none if nothing.
func (c *Claim) Lacks(who string) []string {
	var lacks []string
	if c.Rationale == "" {
		lacks = append(lacks, "the verdict's rationale")
	}
	independent := map[string]bool{}
	for _, e := range c.Evidence {
		if e.Independent {
			independent[e.URL] = true
		}
	}
	if n := len(independent); n < independentPieces {
		lacks = append(lacks, fmt.Sprintf("independent evidence (%d of %d pieces)", n, independentPieces))
	}
	if n := len(c.Assessments); n > 0 && c.Assessments[n-1].By == who {
		lacks = append(lacks, "a second person ("+who+" gave the verdict)")
	}
	return lacks
}
