package mention

import (
	_ "embed" // the lists
	"strings"

	"onrecord/quotes/text"
)

// The lists are sorted, a folded name a line, so that looking one up needs no memory beside the binary's.
//
//go:embed given/male.txt
var givenMale string

//go:embed given/female.txt
var givenFemale string

// givenGender is the gender of the people who bear a first name that the language's tables do not have, by
// given/README.md; of a double name that is not listed, by its first part. Unknown: both, or not listed.
func givenGender(name string) Gender {
	parts := strings.Fields(text.Key(name))
	if len(parts) == 0 {
		return Unknown
	}
	for _, key := range [...]string{strings.Join(parts, ""), parts[0]} {
		switch {
		case listed(givenMale, key):
			return MaleGender
		case listed(givenFemale, key):
			return FemaleGender
		}
	}
	return Unknown
}

// listed reports whether key is a line of a sorted list.
func listed(list, key string) bool {
	for list != "" {
		middle := strings.LastIndexByte(list[:len(list)/2], '\n') + 1
		end := middle + strings.IndexByte(list[middle:], '\n')
		switch line := list[middle:end]; {
		case line == key:
			return true
		case line < key:
			list = list[end+1:]
		default:
			list = list[:middle]
		}
	}
	return false
}

// westernOrder reports whether a name is two words, or has an initial between them, and the second does not tell that
// the first is the family's: Baek Tae-yul. Of longer names the first word often is no first name: Nik Fatin Nabila.
func (f *finder) westernOrder(m *Mention) bool {
	n := m.NameLast - m.NameFirst
	if n != 2 && !(n == 3 && f.t.Tokens[m.NameFirst+1].Shape == Initial) {
		return false
	}
	last := f.t.Word(int(m.Head))
	hyphen := strings.IndexByte(last, '-')
	return hyphen < 0 || hyphen+1 == len(last) || last[hyphen+1] < 'a' || last[hyphen+1] > 'z'
}
