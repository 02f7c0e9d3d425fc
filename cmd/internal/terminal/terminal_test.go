package terminal

import (
	"flag"
	"io"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"github.com/olekukonko/tablewriter/pkg/twwidth"
)

var update = flag.Bool("update", false, "rewrite the golden pictures in testdata")

// The pictures are those of a terminal with narrow ambiguous signs, whatever
// the tester's locale.
func TestMain(m *testing.M) {
	twwidth.SetEastAsian(false)
	os.Exit(m.Run())
}

// variables is an environment to look up.
type variables map[string]string

func (v variables) get(name string) string { return v[name] }

// screenOf is a forced terminal of that width.
func screenOf(t testing.TB, out io.Writer, columns int, color string) *Screen {
	t.Helper()
	s, err := NewScreen(out, variables{EnvForce: strconv.Itoa(columns)}.get, color)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// golden compares a picture with testdata/name; escapes show as \e there.
func golden(t *testing.T, name, picture string) {
	t.Helper()
	picture = strings.ReplaceAll(picture, "\x1b", `\e`)
	path := filepath.Join("testdata", name)
	if *update {
		if err := os.WriteFile(path, []byte(picture), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if picture != string(want) {
		t.Errorf("%s differs; got\n%s\nwant\n%s", name, picture, want)
	}
}

// unpainted is text without the sequences that this package writes; any other
// escape stays in.
func unpainted(text string) string {
	var b strings.Builder
	for {
		at := strings.Index(text, sequenceStart)
		if at < 0 {
			b.WriteString(text)
			return b.String()
		}
		end := strings.IndexByte(text[at:], 'm')
		if end < 0 || strings.Trim(text[at+len(sequenceStart):at+end], "0123456789;") != "" {
			b.WriteString(text[:at+1])
			text = text[at+1:]
			continue
		}
		b.WriteString(text[:at])
		text = text[at+end+1:]
	}
}

// fits fails for each line of a picture that is wider than the screen, and for
// any control in it but the sequences of this package.
func fits(t testing.TB, picture string, columns int) {
	t.Helper()
	for _, l := range strings.Split(unpainted(picture), "\n") {
		if w := twwidth.WidthNoCache(l); w > columns {
			t.Errorf("a line of %d columns on a screen of %d: %q", w, columns, l)
		}
		if strings.ContainsFunc(l, func(r rune) bool { return r < ' ' || r >= 0x7f && r < 0xa0 }) {
			t.Errorf("a control in %q", l)
		}
	}
}

// solid is text without its spaces and line feeds.
func solid(text string) string {
	return strings.NewReplacer(" ", "", "\n", "").Replace(text)
}
