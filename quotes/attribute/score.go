package attribute

// base is how often a rule's choice is right when nothing speaks against it,
// as first estimates by rule kind.
var base = [...]float64{
	NoRule: 0, Inverted: 0.99, Following: 0.99, Accorded: 0.95, Signed: 0.9, Trailing: 0.93, Preceding: 0.93,
	Indirect: 0.89, Participial: 0.90, Noun: 0.6, Colon: 0.82, Subject: 0.5, Run: 0.9, Narrated: 0.58,
	Carried: 0.84, Joined: 0.95, Labelled: 0.9, Dialogue: 0.7, Titled: 0, Inside: 0.6, Echo: 0.9, Reported: 0.45, Introduced: 0.9, Repeated: 0.9,
}

// score weighs a pattern's evidence. The learned ranker takes it for one of its
// facts; nested stretches are decided by it alone.
func score(c *Candidate) float64 {
	f := &c.Features
	s := base[c.Rule]
	switch c.Rule {
	case Inverted, Following:
		if !f.Comma {
			s -= 0.12
		}
		if f.Weak {
			s -= 0.08
		}
		if f.Aside {
			s -= 0.02
		}
		s -= 0.1 * float64(min(f.Distance, 3)) / 3
	case Trailing, Accorded:
		s -= 0.004*float64(min(f.Distance, 30)) + 0.06*float64(min(f.Passed, 4))
	case Preceding, Indirect, Participial:
		if f.Weak {
			s -= 0.03
		}
		if f.Infinitive {
			s -= 0.05
		}
		s -= 0.004*float64(min(f.Distance, 40)) + 0.01*float64(min(f.Passed, 4))
	case Dialogue:
		if f.Weak {
			s -= 0.1
		}
	case Run:
		if f.Weak {
			s = 0.55
		}
	case Noun, Subject, Reported:
		s -= 0.004 * float64(min(f.Distance, 30))
	}
	if f.Passive && c.Rule == Following {
		s -= 0.3
	}
	if f.Governed {
		s -= 0.2
	}
	if f.NotPerson {
		s -= 0.05
	}
	return max(s, 0.05)
}
