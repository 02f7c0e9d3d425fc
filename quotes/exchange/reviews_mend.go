package exchange

import "bytes"

// mendJSON mends what templates do to JSON: quote marks that stand unescaped in
// a string, and raw line breaks and other controls in one. What is JSON already
// comes out as it is, but for controls.
func mendJSON(data []byte) []byte {
	out := make([]byte, 0, len(data)+len(data)/16)
	inside := false
	for i := 0; i < len(data); i++ {
		switch c := data[i]; {
		case c == '\\' && inside && i+1 < len(data):
			if data[i+1] < 0x20 {
				out = append(out, ' ') // a backslash at a line's end
			} else {
				out = append(out, c, data[i+1])
			}
			i++
		case c == '"' && !inside:
			inside = true
			out = append(out, c)
		case c == '"' && endsString(data[i+1:]):
			inside = false
			out = append(out, c)
		case c == '"':
			out = append(out, '\\', c)
		case c < 0x20:
			out = append(out, ' ')
		default:
			out = append(out, c)
		}
	}
	return out
}

// endsString reports whether what follows a quote mark goes on as JSON does
// behind a string. White space is looked through once for each mark before it,
// so all of it takes linear time.
func endsString(rest []byte) bool {
	rest = bytes.TrimLeft(rest, " \t\r\n")
	if len(rest) == 0 {
		return true
	}
	switch rest[0] {
	case '}', ']':
		return true
	case ':':
		return beginsValue(rest[1:])
	case ',':
		return beginsValue(rest[1:])
	}
	return false
}

// beginsValue reports whether a JSON value begins here.
func beginsValue(rest []byte) bool {
	rest = bytes.TrimLeft(rest, " \t\r\n")
	if len(rest) == 0 {
		return false
	}
	if bytes.IndexByte([]byte(`"{[-0123456789`), rest[0]) >= 0 {
		return true
	}
	for _, word := range []string{"true", "false", "null"} {
		if bytes.HasPrefix(rest, []byte(word)) {
			return true
		}
	}
	return false
}
