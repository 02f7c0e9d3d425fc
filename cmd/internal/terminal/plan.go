package terminal

// gap is what parts columns.
const gap = "  "

// demand is what the cells of a column would like to have.
type demand struct {
	widest int // its widest line
	word   int // its longest word
}

// Words longer than these do not keep a column wide: rather broken than the
// whole table as cards, but only when all else fails.
const (
	longWord      = 14
	squeezedWord  = 9
	leastForWords = 6
)

// plan gives each column its width so that all of them and the gaps between
// fit into total. It is nil if they do not fit: then there is no table. Columns
// get their least, then the short ones what they ask for, then the running
// text what is left, by weight.
func plan(columns []Column, demands []demand, total int) []int {
	room := total - (len(columns)-1)*len(gap)
	for _, word := range []int{longWord, squeezedWord} {
		widths := make([]int, len(columns))
		left := room
		for i, c := range columns {
			widths[i] = least(c, demands[i], word)
			left -= widths[i]
		}
		if left < 0 {
			continue
		}
		left = growShort(columns, demands, widths, left)
		left = growText(columns, demands, widths, left)
		growRest(demands, widths, left)
		return widths
	}
	return nil
}

// least is the width under which a column does not go.
func least(c Column, d demand, word int) int {
	title, _ := widest(c.Title)
	n := max(c.Min, min(max(d.word, title), word), leastForWords)
	return min(n, max(d.widest, title, narrowest))
}

// growShort grows the columns of short values up to their ideal, the narrowest
// gaps first.
func growShort(columns []Column, demands []demand, widths []int, left int) int {
	for _, c := range inOrderOfNeed(columns, demands, widths) {
		want := demands[c].widest
		if columns[c].Ideal > 0 {
			want = min(want, columns[c].Ideal)
		}
		if more := min(want-widths[c], left/2); more > 0 {
			widths[c] += more
			left -= more
		}
	}
	return left
}

// inOrderOfNeed lists the columns without weight, those which need least more
// first: as many as possible get all they ask for.
func inOrderOfNeed(columns []Column, demands []demand, widths []int) []int {
	var order []int
	for i, c := range columns {
		if c.Weight > 0 {
			continue
		}
		at := len(order)
		for at > 0 && demands[order[at-1]].widest-widths[order[at-1]] > demands[i].widest-widths[i] {
			at--
		}
		order = append(order, 0)
		copy(order[at+1:], order[at:])
		order[at] = i
	}
	return order
}

// growText shares what is left among the columns of running text, by weight;
// what one does not need, the others get.
func growText(columns []Column, demands []demand, widths []int, left int) int {
	for left > 0 {
		weights := 0
		for i, c := range columns {
			if demands[i].widest > widths[i] {
				weights += c.Weight
			}
		}
		if weights == 0 {
			return left
		}
		share := left
		for i, c := range columns {
			if c.Weight == 0 || demands[i].widest <= widths[i] {
				continue
			}
			more := min(max(share*c.Weight/weights, 1), demands[i].widest-widths[i], left)
			widths[i] += more
			left -= more
		}
	}
	return 0
}

// growRest gives what is still left to whichever can use it.
func growRest(demands []demand, widths []int, left int) {
	for i := range widths {
		if more := min(demands[i].widest-widths[i], left); more > 0 {
			widths[i] += more
			left -= more
		}
	}
}
