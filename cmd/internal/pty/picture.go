package pty

import (
	"fmt"
	"strconv"
	"strings"
	"sync"
	"unicode/utf8"

	"github.com/olekukonko/tablewriter/pkg/twwidth"
)

// Picture is what is seen on a terminal after what was written to it: as much
// of ECMA-48 and xterm as full-screen programs make use of. What it does not
// know is remembered in Unknown, so that no test takes a wrong picture for a
// right one. It is safe for concurrent use.
type Picture struct {
	mu            sync.Mutex
	columns, rows int
	cells         [][]cell
	x, y          int
	pending       bool // the cursor stands behind the last column
	top, bottom   int  // the lines that scroll, half open
	style         string
	held          []byte // the beginning of something
	last          rune
	main          [][]cell // what is below the alternate screen; nil: not on it
	unknown       []string
}

// cell is a sign with its look; text is empty behind a wide sign.
type cell struct {
	text, style string
}

// NewPicture is an empty terminal.
func NewPicture(columns, rows int) *Picture {
	p := &Picture{columns: columns, rows: rows}
	p.cells, p.bottom = p.blank(), rows
	return p
}

func (p *Picture) blank() [][]cell {
	rows := make([][]cell, p.rows)
	for i := range rows {
		rows[i] = make([]cell, p.columns)
		p.clear(rows[i])
	}
	return rows
}

func (p *Picture) clear(row []cell) {
	for i := range row {
		row[i] = cell{text: " "}
	}
}

// Resize changes the size. What was there is gone, as the program draws anew.
func (p *Picture) Resize(columns, rows int) {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.columns, p.rows = columns, rows
	p.cells, p.x, p.y, p.top, p.bottom = p.blank(), 0, 0, 0, rows
	if p.main != nil {
		p.main = p.blank()
	}
}

// String is the lines seen, without the spaces at their ends.
func (p *Picture) String() string {
	return p.render(func(c cell) string { return c.text })
}

// Lit is the text that stands in a style with one of the parameters ("7" is
// reverse); the rest of the screen is left out.
func (p *Picture) Lit(parameter string) string {
	return p.render(func(c cell) string {
		if strings.Contains(";"+c.style+";", ";"+parameter+";") {
			return c.text
		}
		return ""
	})
}

func (p *Picture) render(of func(cell) string) string {
	p.mu.Lock()
	defer p.mu.Unlock()
	var lines []string
	for _, row := range p.cells {
		var b strings.Builder
		for _, c := range row {
			b.WriteString(of(c))
		}
		lines = append(lines, strings.TrimRight(b.String(), " "))
	}
	return strings.TrimRight(strings.Join(lines, "\n"), "\n")
}

// Alternate reports whether the alternate screen is shown.
func (p *Picture) Alternate() bool {
	p.mu.Lock()
	defer p.mu.Unlock()
	return p.main != nil
}

// Unknown are the sequences that were not understood.
func (p *Picture) Unknown() []string {
	p.mu.Lock()
	defer p.mu.Unlock()
	return p.unknown
}

// Write takes what the program writes.
func (p *Picture) Write(data []byte) (int, error) {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.held = append(p.held, data...)
	for len(p.held) > 0 {
		n := p.take(p.held)
		if n == 0 {
			break // the rest is still to come
		}
		p.held = p.held[n:]
	}
	return len(data), nil
}

// take deals with what data begins with, and gives its length; 0 for half of
// something.
func (p *Picture) take(data []byte) int {
	switch c := data[0]; {
	case c == 0x1b:
		return p.escape(data)
	case c < 0x20 || c == 0x7f:
		p.control(c)
		return 1
	case !utf8.FullRune(data):
		return 0
	}
	r, n := utf8.DecodeRune(data)
	p.put(r)
	return n
}

func (p *Picture) control(c byte) {
	p.pending = false
	switch c {
	case '\r':
		p.x = 0
	case '\n':
		p.down()
	case '\b':
		p.x = max(0, p.x-1)
	case '\t':
		p.x = min(p.columns-1, p.x/8*8+8)
	case 0x07, 0x0e, 0x0f:
	default:
		p.unknown = append(p.unknown, fmt.Sprintf("%#x", c))
	}
}

func (p *Picture) down() {
	switch {
	case p.y == p.bottom-1:
		p.scroll(p.top, 1)
	case p.y < p.rows-1:
		p.y++
	}
}

// scroll takes n lines out from top on, and puts empty ones in at the end of
// the lines that scroll.
func (p *Picture) scroll(top, n int) {
	for ; n > 0 && top < p.bottom; n-- {
		row := p.cells[top]
		copy(p.cells[top:p.bottom], p.cells[top+1:p.bottom])
		p.clear(row)
		p.cells[p.bottom-1] = row
	}
}

// unscroll puts n empty lines in at top.
func (p *Picture) unscroll(top, n int) {
	for ; n > 0 && top < p.bottom; n-- {
		row := p.cells[p.bottom-1]
		copy(p.cells[top+1:p.bottom], p.cells[top:p.bottom-1])
		p.clear(row)
		p.cells[top] = row
	}
}

func (p *Picture) put(r rune) {
	width := twwidth.WidthNoCache(string(r))
	if width == 0 { // joins the sign before
		if x := p.x - 1; x >= 0 {
			for p.cells[p.y][x].text == "" && x > 0 {
				x--
			}
			p.cells[p.y][x].text += string(r)
		}
		return
	}
	if p.pending || p.x+width > p.columns {
		p.x = 0
		p.down()
	}
	p.last, p.pending = r, false
	for i := range width {
		p.cells[p.y][p.x+i] = cell{style: p.style}
	}
	p.cells[p.y][p.x].text = string(r)
	if p.x += width; p.x >= p.columns {
		p.x, p.pending = p.columns-1, true
	}
}

// escape deals with a sequence that begins with ESC.
func (p *Picture) escape(data []byte) int {
	if len(data) < 2 {
		return 0
	}
	switch data[1] {
	case '[':
		for i := 2; i < len(data); i++ {
			if data[i] >= 0x40 && data[i] <= 0x7e {
				p.sequence(string(data[2:i]), data[i])
				return i + 1
			}
		}
		return 0
	case ']', 'P', '_', '^': // strings, which show nothing
		s := string(data)
		end, length := strings.Index(s, "\x1b\\"), 2
		if bell := strings.IndexByte(s, 7); data[1] == ']' && bell >= 0 && (end < 0 || bell < end) {
			end, length = bell, 1
		}
		if end < 0 {
			return 0
		}
		return end + length
	case 'M':
		if p.y == p.top {
			p.unscroll(p.top, 1)
		} else {
			p.y = max(0, p.y-1)
		}
	case '=', '>', '7', '8':
	case '(', ')':
		if len(data) < 3 {
			return 0
		}
		return 3
	default:
		p.unknown = append(p.unknown, "ESC "+string(data[1]))
	}
	return 2
}

// sequence is a control sequence (ECMA-48, 5.4): its parameters and its end.
func (p *Picture) sequence(parameters string, end byte) {
	if end == 'm' && !strings.ContainsAny(parameters, ">?<=") {
		p.setStyle(parameters)
		return
	}
	private := strings.ContainsAny(parameters, "?<>=$ ")
	n := func(i, otherwise int) int {
		fields := strings.Split(parameters, ";")
		if i < len(fields) {
			if v, err := strconv.Atoi(fields[i]); err == nil {
				return v
			}
		}
		return otherwise
	}
	if private {
		if parameters == "?1049" {
			p.alternate(end == 'h')
		} else if !strings.ContainsRune("hlupqmncW", rune(end)) {
			p.unknown = append(p.unknown, "CSI "+parameters+string(end))
		}
		return
	}
	p.pending = false
	if !p.moved(end, n) && !p.erased(end, n) {
		p.unknown = append(p.unknown, "CSI "+parameters+string(end))
	}
}

// moved deals with the sequences that move the cursor.
func (p *Picture) moved(end byte, n func(int, int) int) bool {
	switch end {
	case 'H', 'f':
		p.y, p.x = n(0, 1)-1, n(1, 1)-1
	case 'A':
		p.y -= n(0, 1)
	case 'B', 'e':
		p.y += n(0, 1)
	case 'C', 'a':
		p.x += n(0, 1)
	case 'D':
		p.x -= n(0, 1)
	case 'E':
		p.x, p.y = 0, p.y+n(0, 1)
	case 'F':
		p.x, p.y = 0, p.y-n(0, 1)
	case 'G', '`':
		p.x = n(0, 1) - 1
	case 'd':
		p.y = n(0, 1) - 1
	case 'I':
		p.x = (p.x/8 + n(0, 1)) * 8
	case 'r':
		p.top, p.bottom = n(0, 1)-1, n(1, p.rows)
		p.x, p.y = 0, 0
	case 'Z':
		p.x = max(0, (p.x+7)/8-n(0, 1)) * 8
	default:
		return false
	}
	p.x, p.y = max(0, min(p.x, p.columns-1)), max(0, min(p.y, p.rows-1))
	return true
}

// erased deals with the sequences that change what is there.
func (p *Picture) erased(end byte, n func(int, int) int) bool {
	row := p.cells[p.y]
	switch end {
	case 'J':
		p.eraseScreen(n(0, 0))
	case 'K':
		switch n(0, 0) {
		case 0:
			p.clear(row[p.x:])
		case 1:
			p.clear(row[:p.x+1])
		case 2:
			p.clear(row)
		}
	case 'X':
		p.clear(row[p.x:min(p.columns, p.x+n(0, 1))])
	case 'P':
		k := min(n(0, 1), p.columns-p.x)
		copy(row[p.x:], row[p.x+k:])
		p.clear(row[p.columns-k:])
	case '@':
		k := min(n(0, 1), p.columns-p.x)
		copy(row[p.x+k:], row[p.x:p.columns-k])
		p.clear(row[p.x : p.x+k])
	case 'L':
		p.unscroll(p.y, min(n(0, 1), p.rows-p.y))
	case 'M':
		p.scroll(p.y, min(n(0, 1), p.rows-p.y))
	case 'S':
		p.scroll(p.top, min(n(0, 1), p.rows))
	case 'T':
		p.unscroll(p.top, min(n(0, 1), p.rows))
	case 'b':
		for range n(0, 1) {
			p.put(p.last)
		}
	case 'n', 't', 'W', 'g', 'h', 'l': // reports, tab stops, modes
	default:
		return false
	}
	return true
}

func (p *Picture) eraseScreen(how int) {
	if how == 0 {
		p.clear(p.cells[p.y][p.x:])
	}
	if how == 1 {
		p.clear(p.cells[p.y][:p.x+1])
	}
	for y := range p.cells {
		if how == 2 || how == 0 && y > p.y || how == 1 && y < p.y {
			p.clear(p.cells[y])
		}
	}
}

func (p *Picture) alternate(on bool) {
	switch {
	case on && p.main == nil:
		p.main, p.cells = p.cells, p.blank()
	case !on && p.main != nil:
		p.cells, p.main = p.main, nil
	}
}

// setStyle keeps the parameters that are in force.
func (p *Picture) setStyle(parameters string) {
	for _, s := range strings.Split(parameters, ";") {
		switch {
		case s == "" || s == "0":
			p.style = ""
		case p.style == "":
			p.style = s
		default:
			p.style += ";" + s
		}
	}
}
