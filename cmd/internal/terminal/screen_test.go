package terminal

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"onrecord/quotes"
)

func TestScreen(t *testing.T) {
	for _, c := range []struct {
		name  string
		env   variables
		color string
		want  Screen // its exported fields
	}{
		{"a pipe", variables{}, "", Screen{IsTerminal: false, Width: 80, Colour: false}},
		{"a pipe with COLUMNS", variables{"COLUMNS": "120"}, "auto", Screen{Width: 120}},
		{"a pipe, colour asked for", variables{}, "always", Screen{Width: 80, Colour: true}},
		{"forced", variables{EnvForce: "100"}, "", Screen{IsTerminal: true, Width: 100, Colour: true}},
		{"forced goes before COLUMNS", variables{EnvForce: "100", "COLUMNS": "50"}, "", Screen{IsTerminal: true, Width: 100, Colour: true}},
		{"forced without a width", variables{EnvForce: "yes"}, "", Screen{IsTerminal: true, Width: 80, Colour: true}},
		{"forced by 1", variables{EnvForce: "1"}, "", Screen{IsTerminal: true, Width: 80, Colour: true}},
		{"forced off", variables{EnvForce: "0"}, "", Screen{Width: 80}},
		{"forced too narrow", variables{EnvForce: "3"}, "", Screen{IsTerminal: true, Width: 8, Colour: true}},
		{"NO_COLOR", variables{EnvForce: "80", "NO_COLOR": "1"}, "", Screen{IsTerminal: true, Width: 80}},
		{"--color goes before NO_COLOR", variables{EnvForce: "80", "NO_COLOR": "1"}, "always", Screen{IsTerminal: true, Width: 80, Colour: true}},
		{"dumb", variables{EnvForce: "80", "TERM": "dumb"}, "", Screen{IsTerminal: true, Width: 80}},
		{"never", variables{EnvForce: "80"}, "never", Screen{IsTerminal: true, Width: 80}},
		{"nonsense in COLUMNS", variables{"COLUMNS": "-5"}, "", Screen{Width: 80}},
	} {
		t.Run(c.name, func(t *testing.T) {
			s, err := NewScreen(&bytes.Buffer{}, c.env.get, c.color)
			if err != nil {
				t.Fatal(err)
			}
			if s.IsTerminal != c.want.IsTerminal || s.Width != c.want.Width || s.Colour != c.want.Colour {
				t.Errorf("got %v %d %v, want %v %d %v", s.IsTerminal, s.Width, s.Colour, c.want.IsTerminal, c.want.Width, c.want.Colour)
			}
		})
	}
}

func TestAFileIsNoTerminal(t *testing.T) {
	file, err := os.Create(filepath.Join(t.TempDir(), "out"))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = file.Close() })
	s, err := NewScreen(file, variables{}.get, "")
	if err != nil || s.IsTerminal || s.Colour {
		t.Errorf("%+v, %v", s, err)
	}
}

func TestUnknownColour(t *testing.T) {
	_, err := NewScreen(&bytes.Buffer{}, variables{}.get, "alwys")
	if quotes.CodeOf(err) != quotes.CodeInvalid {
		t.Fatalf("got %v", err)
	}
	if want := `unknown --color "alwys"; did you mean "always"? known: auto, always, never`; err.Error() != want {
		t.Errorf("got %s", err)
	}
}

// Each word of the vocabularies has a look of its own choosing, so that a new
// one is not forgotten.
func TestEveryWordHasALook(t *testing.T) {
	for _, w := range quotes.Statuses {
		if _, ok := statusStyles[w]; !ok {
			t.Errorf("status %s", w)
		}
	}
	for _, scale := range quotes.Presets {
		for _, w := range append(scale.Verdicts(), quotes.VerdictMixed) {
			if _, ok := verdictStyles[w]; !ok && scale.Rating(w) == 0 {
				t.Errorf("verdict %s", w)
			}
		}
	}
	for _, w := range quotes.Fidelities {
		if _, ok := fidelityStyles[w]; !ok {
			t.Errorf("fidelity %s", w)
		}
	}
	for _, w := range quotes.States {
		if _, ok := stateStyles[w]; !ok {
			t.Errorf("state %s", w)
		}
	}
}

// A verdict looks as it stands on its scale, whichever way that counts.
func TestVerdictStyle(t *testing.T) {
	for name, want := range map[string]string{
		"onrecord":        "true 92, mostly-true 32, half-true 33, mostly-false 31, false 91",
		"politifact":      "true 92, mostly-true 32, half-true 33, mostly-false 33, false 31, pants-on-fire 91",
		"washington-post": "one-pinocchio 92, two-pinocchios 32, three-pinocchios 31, four-pinocchios 91",
		"four-step":       "true 92, mostly-true 32, mostly-false 31, false 91",
	} {
		scales, err := quotes.ReadScales(map[string]string{quotes.SettingScale: name + "/1"})
		if err != nil {
			t.Fatal(err)
		}
		style := screenOf(t, nil, 80, "always")
		style.Scales = scales
		var got []string
		for _, w := range scales.Current.Words {
			if w.Rating > 0 {
				got = append(got, string(w.Word)+" "+string(style.Column("verdict").Style(string(w.Word))))
			}
		}
		if strings.Join(got, ", ") != want {
			t.Errorf("%s: %s", name, strings.Join(got, ", "))
		}
	}
	style := ScaleStyle(quotes.Scales{})
	if style("") != Plain || style("unheard-of") != Cyan || style("mixed") != Magenta {
		t.Error("words off every scale")
	}
}

func TestPaintNeutralises(t *testing.T) {
	s := screenOf(t, nil, 80, "always")
	if got, want := s.Paint(Red, "a\x1b[2Jb"), "\x1b[31ma␛[2Jb\x1b[0m"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
	s.Colour = false
	if got := s.Paint(Red, "plain"); got != "plain" {
		t.Errorf("got %q", got)
	}
}
