package pty

import (
	"strings"
	"testing"
)

func TestPicture(t *testing.T) {
	for _, c := range []struct{ name, written, want string }{
		{"lines", "one\r\ntwo", "one|two"},
		{"behind the last column", "12345678901", "1234567890|1"},
		{"the last column itself", "1234567890\r\nx", "1234567890|x"},
		{"moves", "\x1b[2;3Hx\x1b[Ay\x1b[3Dz\x1b[4G!\x1b[3d.", " z !|  x|    ."},
		{"erases", "abcdef\x1b[3G\x1b[2X\x1b[6G\x1b[K", "ab  e"},
		{"erases the screen", "a\r\nb\r\nc\x1b[2;1H\x1b[J", "a"},
		{"characters in and out", "abcdef\x1b[2G\x1b[2P\x1b[@", "a def"},
		{"lines in and out", "a\r\nb\r\nc\x1b[1;1H\x1b[L\x1b[3;1H\x1b[M", "|a"},
		{"repeats", "-\x1b[3b", "----"},
		{"scrolls", "a\r\nb\r\nc\r\nd", "b|c|d"},
		{"a region scrolls", "a\r\nb\r\nc\x1b[1;2r\x1b[2;1H\nx\x1b[r", "b|x|c"},
		{"back above", "a\r\nb\x1b[1;1H\x1bMx", "x|a|b"},
		{"wide signs", "東京\x1b[3Gx", "東x"},
		{"joined signs", "e\u0301x", "e\u0301x"},
		{"halves", "\x1b]0;title\x07\x1bP+q\x1b\\\x1b(Bx", "x"},
		{"another screen", "below\x1b[?1049h\x1b[Habove\x1b[?1049l", "below"},
	} {
		for _, step := range []int{len(c.written), 1} { // in one piece, and in many
			p := NewPicture(10, 3)
			for i := 0; i < len(c.written); i += step {
				if _, err := p.Write([]byte(c.written[i : i+step])); err != nil {
					t.Fatal(err)
				}
			}
			if got := strings.ReplaceAll(p.String(), "\n", "|"); got != c.want {
				t.Errorf("%s: %q, want %q", c.name, got, c.want)
			}
			if u := p.Unknown(); len(u) > 0 {
				t.Errorf("%s: unknown %q", c.name, u)
			}
		}
	}
	p := NewPicture(10, 3)
	_, _ = p.Write([]byte("a\x1b[1;33mb\x1b[0mc\x1b[5y"))
	if p.Lit("33") != "b" || p.Lit("1") != "b" || p.Lit("3") != "" || len(p.Unknown()) != 1 {
		t.Errorf("lit %q, unknown %q", p.Lit("33"), p.Unknown())
	}
}
