package figures

import "strings"

func set(words string) map[string]bool {
	out := map[string]bool{}
	for _, w := range strings.Fields(words) {
		out[w] = true
	}
	return out
}

var (
	counts = set(`two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen
		eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred hundreds thousand thousands million millions
		billion billions trillion trillions dozen dozens half halves third thirds quarter quarters fifth fifths tenth tenths twice
		double doubled doubling triple tripled tripling quadrupled halved zero two-thirds three-quarters one-third one-quarter
		half-million threefold twofold fourfold tenfold`)
	// fractions count only behind another number or an article:
	// "a third", not "the third day".
	fractions = set("third thirds quarter quarters fifth fifths tenth tenths half halves")
	scales    = set("hundred thousand million billion trillion bn mn m k dozen percent per cent percentage points point times fold pc")
	months    = set("january february march april may june july august september october november december jan feb mar apr jun jul aug sep sept oct nov dec")
	weekdays  = set("monday tuesday wednesday thursday friday saturday sunday")
)

// statistics are names of figures, by their first word.
var statistics = func() map[string][][]string {
	out := map[string][][]string{}
	for _, phrase := range strings.Split(`unemployment rate|unemployment|employment rate|jobless rate|jobless claims|inflation rate|inflation|
		gdp|gross domestic product|economic growth|growth rate|interest rate|interest rates|exchange rate|budget deficit|trade deficit|
		deficit|surplus|national debt|public debt|consumer prices|consumer price index|price index|poverty rate|poverty line|crime rate|
		murder rate|homicide rate|birth rate|death rate|mortality rate|infection rate|death toll|life expectancy|literacy rate|
		approval rating|approval ratings|turnout|majority|average|median|per capita|record high|record low|success rate|conversion rate|
		vacancy rate|occupancy rate|graduation rate|market share|net profit|revenue|turnover|census|polls|poll|survey|odds|ranking`, "|") {
		words := strings.Fields(phrase)
		out[words[0]] = append(out[words[0]], words)
	}
	return out
}()

// dateAt is how many words ahead name a day, a month, a year or a weekday.
func dateAt(ahead []word) int {
	first := &ahead[0]
	switch {
	case first.digits && isDay(first.lower) && monthAt(ahead, 1):
		return 2 + yearAt(ahead, 2)
	case monthAt(ahead, 0):
		if len(ahead) > 1 && ahead[1].digits && isDay(ahead[1].lower) {
			return 2 + yearAt(ahead, 2)
		}
		if n := yearAt(ahead, 1); n > 0 {
			return 2
		}
		// May and March are words, too.
		if first.lower != "may" && first.lower != "march" && len(first.lower) > 3 {
			return 1
		}
	case first.capital && weekdays[strings.TrimSuffix(strings.TrimSuffix(first.lower, "'s"), "’s")]:
		return 1
	case isYear(first.lower) || isYear(strings.TrimSuffix(first.lower, "s")):
		return 1
	case first.digits && isISODay(first.lower):
		return 1
	}
	return 0
}

func monthAt(ahead []word, i int) bool {
	return len(ahead) > i && ahead[i].capital && months[ahead[i].lower]
}

func yearAt(ahead []word, i int) int {
	if len(ahead) > i && isYear(ahead[i].lower) {
		return 1
	}
	return 0
}

func isDay(s string) bool {
	for _, ending := range []string{"st", "nd", "rd", "th"} {
		s = strings.TrimSuffix(s, ending)
	}
	return (len(s) == 1 || len(s) == 2) && strings.Trim(s, "0123456789") == "" && s <= "9" || len(s) == 2 && s >= "10" && s <= "31"
}

func isYear(s string) bool {
	return len(s) == 4 && strings.Trim(s, "0123456789") == "" && s >= "1500" && s < "2100"
}

func isISODay(s string) bool {
	return len(s) == len("2006-01-02") && s[4] == '-' && s[7] == '-' && strings.Trim(s, "0123456789-") == ""
}

// numberAt is how many words ahead are one number with what it counts in.
func numberAt(ahead []word) int {
	first := &ahead[0]
	var n int
	switch {
	case first.digits:
		n = 1
	case first.lower == "one" && len(ahead) > 1 && (scales[ahead[1].lower] || ahead[1].lower == "in" && len(ahead) > 2 && isCount(&ahead[2]) || fractions[ahead[1].lower]):
		n = 1
	case (first.lower == "a" || first.lower == "an") && len(ahead) > 1 && (scales[ahead[1].lower] && len(ahead[1].lower) > 2 && ahead[1].lower != "per" && ahead[1].lower != "point" || fractions[ahead[1].lower]):
		return 2 + more(ahead[2:])
	case fractions[first.lower] && first.lower != "half":
		return 0
	case isCount(first):
		n = 1
	default:
		return 0
	}
	return n + more(ahead[n:])
}

func isCount(w *word) bool {
	if w.digits || counts[w.lower] {
		return true
	}
	tens, rest, ok := strings.Cut(w.lower, "-")
	return ok && counts[tens] && (counts[rest] || rest == "one")
}

// more is how many words ahead go on with a number.
func more(ahead []word) int {
	n := 0
	for n < len(ahead) {
		w := &ahead[n]
		switch {
		case scales[w.lower] || isCount(w) && !w.digits:
			n++
		case w.lower == "and" && n > 0 && n+1 < len(ahead) && isCount(&ahead[n+1]) && !ahead[n+1].digits:
			n += 2
		case w.lower == "in" && n+1 < len(ahead) && isCount(&ahead[n+1]) && n == 0 && !isYear(ahead[n+1].lower):
			n += 2 // one in ten
		default:
			return n
		}
	}
	return n
}

// phraseAt is how many words ahead are the longest name of a statistic.
func phraseAt(ahead []word) int {
	best := 0
	for _, phrase := range statistics[ahead[0].lower] {
		if len(phrase) <= len(ahead) && len(phrase) > best {
			fits := true
			for i, w := range phrase {
				fits = fits && ahead[i].lower == w
			}
			if fits {
				best = len(phrase)
			}
		}
	}
	return best
}
