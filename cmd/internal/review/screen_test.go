package review

import (
	"errors"
	"fmt"
	"io"
	"regexp"
	"strings"
	"testing"
	"unicode"

	tea "charm.land/bubbletea/v2"

	"onrecord/cmd/internal/terminal"
	"onrecord/quotes"
	"onrecord/store"
)

// onScreen is a desk on a screen of that size.
func onScreen(t *testing.T, d *Desk, columns, rows int) *screen {
	t.Helper()
	look, err := terminal.NewScreen(io.Discard, func(string) string { return "" }, "always")
	if err != nil {
		t.Fatal(err)
	}
	look.Width, look.Height, look.IsTerminal = columns, rows, true
	return newScreen(t.Context(), d, look)
}

// special are the keys that are no letters.
var special = map[string]tea.Key{
	"enter": {Code: tea.KeyEnter}, "esc": {Code: tea.KeyEscape}, "tab": {Code: tea.KeyTab},
	"down": {Code: tea.KeyDown}, "up": {Code: tea.KeyUp}, "left": {Code: tea.KeyLeft}, "right": {Code: tea.KeyRight},
	"end": {Code: tea.KeyEnd}, "home": {Code: tea.KeyHome}, "pgdown": {Code: tea.KeyPgDown}, "backspace": {Code: tea.KeyBackspace},
	"ctrl+c": {Code: 'c', Mod: tea.ModCtrl}, "ctrl+u": {Code: 'u', Mod: tea.ModCtrl}, "ctrl+w": {Code: 'w', Mod: tea.ModCtrl},
}

// press sends keys: names in angle brackets, other signs as they are typed. It
// reports whether the last one left the screen.
func press(s *screen, keys string) (left bool) {
	for _, k := range regexp.MustCompile(`<[^>]+>|(?s).`).FindAllString(keys, -1) {
		key, ok := special[strings.Trim(k, "<>")]
		if !ok {
			key = tea.Key{Code: []rune(k)[0], Text: k}
		}
		s.View() // a frame is drawn between two keys
		_, command := s.Update(tea.KeyPressMsg(key))
		left = false
		if command != nil {
			_, left = command().(tea.QuitMsg)
		}
	}
	return left
}

var sequences = regexp.MustCompile("\x1b\\[[0-9;]*m")

// seen is the screen's text without colours.
func seen(s *screen) string { return sequences.ReplaceAllString(s.View().Content, "") }

func wantSeen(t *testing.T, s *screen, words ...string) {
	t.Helper()
	text := seen(s)
	for _, w := range words {
		if !strings.Contains(text, w) {
			t.Errorf("%q is not seen:\n%s", w, text)
		}
	}
}

func TestKeys(t *testing.T) {
	s := onScreen(t, newTestDesk(t, newRecord(t)), 80, 24)
	wantSeen(t, s, "1 of 5 · 5 left", "Quay Post · 2026-11-20", "speaker  Inga Solberg", "cue “said”", "a accept", "? help")
	if content := s.View().Content; !strings.Contains(content, "“\x1b[1;33mWe asked every\x1b[0m\n\x1b[1;33mhousehold on the quay,\x1b[0m”") {
		t.Errorf("the quote is not lit: %q", content)
	}
	press(s, "a")
	wantSeen(t, s, "2 of 5 · 1 accepted · 4 left", "accepted quote 1")
	press(s, "u")
	wantSeen(t, s, "1 of 5 · 5 left", "took back: accept")
	press(s, "rno quote<enter>")
	wantSeen(t, s, "2 of 5 · 1 rejected · 4 left", "rejected quote 1")
	press(s, "<left>")
	wantSeen(t, s, "1 of 5", "1, full, rejected")
	press(s, "<right>wask<esc>")
	wantSeen(t, s, "2 of 5", "left note as it was")
	press(s, "wask<enter>")
	wantSeen(t, s, "note     ask", "saved the note")
	press(s, "w<backspace> again<enter>")
	wantSeen(t, s, "note     as again")
	press(s, "w<ctrl+u><enter>")
	if strings.Contains(seen(s), "note     ") {
		t.Error("the note is still there")
	}
	press(s, "x")
	wantSeen(t, s, "x does nothing here; ? shows the keys")
	press(s, "?")
	wantSeen(t, s, "t  tag: put tags on it", "any other key goes back")
	press(s, "a") // no decision while help is open
	wantSeen(t, s, "2 of 5 · 1 rejected · 1 changed")
	press(s, "o")
	wantSeen(t, s, "browsed https://quay.example/wall")
	press(s, "nnnn")
	wantSeen(t, s, "That was the last one.", "Here: 1 rejected, 1 changed, 4 left. Everything is saved.", "p previous")
	press(s, "a")
	wantSeen(t, s, "no quote is left here; p goes back")
	press(s, "p")
	wantSeen(t, s, "5 of 5")
	if !press(s, "q") || s.failed != nil {
		t.Error("q does not leave")
	}
	if !press(s, "<ctrl+c>") || !errors.Is(s.failed, ErrInterrupted) {
		t.Error("Ctrl-C does not leave")
	}
}

func TestSpeakerIsCompleted(t *testing.T) {
	r := newRecord(t)
	d := newTestDesk(t, r)
	s := onScreen(t, d, 80, 24)
	press(s, "s")
	wantSeen(t, s, "who said it?", "Inga Solberg, named in the article", "Tor Vik, named in the article", "Petra Lund, named in the article")
	press(s, "lu")
	if text := seen(s); !strings.Contains(text, "Petra Lund (#3), person, 2 quotes") || strings.Contains(text, "Tor Vik, named") {
		t.Errorf("“lu” offers\n%s", text)
	}
	press(s, "<tab><enter>")
	wantSeen(t, s, "speaker  Petra Lund, by hand", "corrected the speaker; it was Inga Solberg")

	press(s, "sNobody Known<enter>")
	wantSeen(t, s, `nobody on record is called "Nobody Known"`, "make it a new speaker")
	press(s, "<down><enter>")
	wantSeen(t, s, "left the speaker as it is", "speaker  Petra Lund, by hand")
	press(s, "sNobody Known<enter><enter>")
	wantSeen(t, s, "speaker  Nobody Known, by hand")
	press(s, "s-<enter>")
	wantSeen(t, s, "speaker  unknown: an editor found it unknown")

	// A name that fits several.
	press(s, "sEva Lind<enter><enter>sOla Lind<enter><enter>sLind<enter>")
	wantSeen(t, s, `"Lind" fits 2 speakers`, "Eva Lind (#", "Ola Lind (#")
	press(s, "3<enter>")
	wantSeen(t, s, "an answer is needed; Esc leaves it", `"Lind" fits 2 speakers`)
	press(s, "<ctrl+u>1<enter>")
	if speaker := d.card.Speaker; !strings.HasSuffix(speaker, "Lind") {
		t.Errorf("the speaker is %q", speaker)
	}
	press(s, "s<enter>")
	wantSeen(t, s, "an answer is needed; Esc leaves it")
	press(s, "<esc>")
}

func TestMarkAsks(t *testing.T) {
	r := newRecord(t)
	d := newTestDesk(t, r)
	s := onScreen(t, d, 80, 24)
	press(s, "m")
	wantSeen(t, s, "mark it as", "true (verdict)", "more")
	press(s, "fals<enter>")
	wantSeen(t, s, `unknown status "fals"; did you mean "false"`, "> fals")
	press(s, "<down><enter>")
	wantSeen(t, s, "on what grounds?")
	press(s, "they asked nobody<enter>")
	wantSeen(t, s, "evidence, as web addresses")
	press(s, "nowhere<enter>") // asked for again, and the grounds are not lost
	wantSeen(t, s, "nowhere is no address", "evidence, as web addresses", "> nowhere")
	press(s, "<ctrl+u>https://quay.example/list<enter>")
	wantSeen(t, s, "status   checked, false", "c1 checked, false", "marked false: claim c1")
	if claims, err := r.ClaimsOf(t.Context(), d.card.ID); err != nil || claims[0].Rationale != "they asked nobody" || len(claims[0].Evidence) != 1 {
		t.Errorf("%+v, %v", claims, err)
	}
	press(s, "mwont<tab><enter>")
	wantSeen(t, s, "for what reason? (it needs one)")
	press(s, "<enter>")
	wantSeen(t, s, "an answer is needed")
	press(s, "<esc>")

	// With a second claim, which of them is meant has to be said.
	press(s, "fevery household<enter>Each was asked<enter>")
	wantSeen(t, s, "flagged claim c2")
	press(s, "mchecking<enter>")
	wantSeen(t, s, "which claim?", "c1 checked, false", "c2 flagged: Each was asked")
	press(s, "c2<enter><enter>")
	wantSeen(t, s, "c2 checking: Each was asked", "c1 checked, false")

	// Words that the quote does not hold are asked for again.
	press(s, "fno such words<enter>Some claim<enter>")
	wantSeen(t, s, "does not hold the words", "> no such words")
	press(s, "<ctrl+u>on the quay<enter>")
	wantSeen(t, s, "what do they claim", "> Some claim")
	press(s, "<enter>")
	wantSeen(t, s, "c3 flagged: Some claim")
}

func TestTagIsCompleted(t *testing.T) {
	r := newRecord(t)
	if _, err := r.TagQuotes(t.Context(), &store.Op{Who: "bo"}, []quotes.QuoteID{5}, []string{"harbour", "holidays"}, nil); err != nil {
		t.Fatal(err)
	}
	d := newTestDesk(t, r)
	s := onScreen(t, d, 80, 24)
	press(s, "tnew, ha<tab><enter>")
	if got := strings.Join(d.card.Tags, "+"); got != "harbour+new" {
		t.Errorf("tags %s", got)
	}
	press(s, "t-")
	wantSeen(t, s, "-harbour", "-new")
	press(s, "ha<tab><enter>")
	if got := strings.Join(d.card.Tags, "+"); got != "new" {
		t.Errorf("tags %s", got)
	}
}

// What is pasted decides nothing, and cannot leave its line.
func TestPaste(t *testing.T) {
	d := newTestDesk(t, newRecord(t))
	s := onScreen(t, d, 80, 24)
	s.Update(tea.PasteMsg{Content: "aaa\nq"})
	wantSeen(t, s, "1 of 5 · 5 left")
	press(s, "w")
	s.Update(tea.PasteMsg{Content: "two\nlines\x1b[2J"})
	press(s, "<enter>")
	if got := d.card.Note; got != "two lines [2J" {
		t.Errorf("the note is %q", got)
	}
}

// hard is an article with what strains a screen: wide and combining signs, a
// word longer than any line, escapes, bidi controls, a very long quote.
func hard() string {
	long := strings.Repeat("word ", 700)
	return "見出し\u202e evil \x1b[31mheadline\n\n“彼は東京で「はい」と言った 👩‍👩‍👧‍👦 e\u0301e\u0301 \u202egnp.exe\u202c \x1b]0;title\x07 " + strings.Repeat("x", 300) +
		"” said 田中さん \x1b[2J, Ann Lee said.\n\n“" + long + "end of it,” said Bo Strand.\n\n“Short \u0007 words,” she said."
}

// On no screen a line is too wide, one is missing or too many, or text acts on
// the terminal; and the quote is seen at first.
func TestSizes(t *testing.T) {
	r := opened(t)
	ingested(t, r, quotes.Article{Title: "見出し \x1b[31m\u202e" + strings.Repeat("long ", 50), Outlet: "外\x07", URL: "javascript:alert(1)", Text: hard()})
	if _, err := r.TagQuotes(t.Context(), &store.Op{Who: "e\x1b[31mve"}, []quotes.QuoteID{1}, []string{"t\u202eag", "重い"}, nil); err != nil {
		t.Fatal(err)
	}
	for _, size := range [][2]int{{80, 24}, {40, 12}, {40, 10}, {200, 50}, {20, 6}, {10, 3}, {8, 1}, {3, 2}} {
		d := newTestDesk(t, r)
		s := onScreen(t, d, 80, 24)
		s.Update(tea.WindowSizeMsg{Width: size[0], Height: size[1]})
		for d.card != nil {
			for _, keys := range []string{"", "s", "Lon", "<down><down>", "<esc>m", "<esc>?", "<end>", "x", "w" + strings.Repeat("長い👩‍👩‍👧‍👦", 30), "<left><left><esc>", "<pgdown>", "<home>", "<end>"} {
				press(s, keys)
				holds(t, s, fmt.Sprintf("%v, quote %d, after %q", size, d.card.ID, keys))
			}
			press(s, "n")
			if d.card != nil && size[1] >= 10 && !strings.Contains(s.View().Content, "\x1b[1;33m") {
				t.Errorf("%v: quote %d is not in sight", size, d.card.ID)
			}
		}
		holds(t, s, fmt.Sprint(size, " at the end"))
	}
}

// holds checks that the picture fits its screen and is harmless.
func holds(t *testing.T, s *screen, when string) {
	t.Helper()
	v := s.View()
	lines := strings.Split(sequences.ReplaceAllString(v.Content, ""), "\n")
	if len(lines) > s.look.Height {
		t.Errorf("%s: %d lines", when, len(lines))
	}
	for _, l := range lines {
		if w := terminal.Width(l); w > max(s.look.Width, 2) {
			t.Errorf("%s: %d columns: %q", when, w, l)
		}
		for _, r := range l {
			if unicode.IsControl(r) || unicode.Is(unicode.Bidi_Control, r) {
				t.Errorf("%s: %U in %q", when, r, l)
			}
		}
	}
	if c := v.Cursor; c != nil && (c.Y < 0 || c.Y >= max(1, len(lines)) || c.X < 0 || c.X > s.look.Width) {
		t.Errorf("%s: the cursor is at %d, %d of %d lines", when, c.X, c.Y, len(lines))
	}
}

// All of a long quote and of the details is reached by scrolling, whatever the
// size.
func TestScrolling(t *testing.T) {
	r := opened(t)
	var words []string
	for i := range 700 {
		words = append(words, fmt.Sprintf("w%d", i))
	}
	ingested(t, r, quotes.Article{Title: "Long", Text: "“" + strings.Join(words, " ") + ",” said Bo Strand."})
	for _, size := range [][2]int{{80, 24}, {40, 10}} {
		s := onScreen(t, newTestDesk(t, r), size[0], size[1])
		wantSeen(t, s, "w0 w1", "more ──")
		var all strings.Builder
		for before := ""; before != seen(s); {
			before = seen(s)
			all.WriteString(before + "\n")
			press(s, " ")
		}
		for _, w := range append(words, "cue “said”", "unchecked") {
			if !strings.Contains(all.String(), w) {
				t.Fatalf("%v: %s is never seen", size, w)
			}
		}
	}
}

// The same keys on the same record draw the same.
func TestNoColour(t *testing.T) {
	d := newTestDesk(t, newRecord(t))
	look, err := terminal.NewScreen(io.Discard, func(string) string { return "" }, "never")
	if err != nil {
		t.Fatal(err)
	}
	look.Width, look.Height = 80, 24
	s := newScreen(t.Context(), d, look)
	if content := s.View().Content; !strings.Contains(content, "“\x1b[7mWe asked every\x1b[0m\n\x1b[7mhousehold on the quay,\x1b[0m”") {
		t.Errorf("the quote is not lit without colours: %q", content)
	}
}

func TestWhereTheQuoteIs(t *testing.T) {
	for _, c := range []struct{ lines, first, last, room, want int }{
		{20, -1, -1, 10, 0}, // nothing is lit
		{20, 2, 4, 10, 0},   // in sight without scrolling
		{40, 9, 10, 10, 2},  // a line behind it is seen
		{40, 20, 25, 10, 17},
		{40, 20, 35, 10, 19}, // longer than the screen: from its beginning on
		{40, 20, 28, 10, 19},
		{40, 20, 20, 1, 19},
	} {
		lines := make([]terminal.PaintedLine, c.lines)
		for i := max(c.first, 0); i <= c.last; i++ {
			lines[i].Marked = true
		}
		if got := whereLit(lines, c.room); got != c.want {
			t.Errorf("%+v: from line %d on", c, got)
		}
	}
}
