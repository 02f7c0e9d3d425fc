package quotes

import (
	"slices"
	"strconv"
	"strings"
)

// Scales are the scales that a record knows.
type Scales struct {
	Current Scale
	Others  []Scale // presets and former ones
}

// All is every scale, the current one first.
func (s Scales) All() []Scale { return append([]Scale{s.Current}, s.Others...) }

// Verdicts is every word of any scale, those of the current one first: what
// verdicts given at any time can be.
func (s Scales) Verdicts() []Verdict {
	var out []Verdict
	for _, scale := range s.All() {
		for _, w := range scale.Words {
			if !slices.Contains(out, w.Word) {
				out = append(out, w.Word)
			}
		}
	}
	return out
}

// ByID is the scale with this id ("politifact/1"), on which a verdict was
// given.
func (s Scales) ByID(id string) (Scale, bool) {
	for _, scale := range s.All() {
		if scale.ID() == id {
			return scale, true
		}
	}
	return Scale{}, false
}

// Share is where a verdict stands between the falsest word, 0, and the truest,
// 1, of the current scale, or else of the first that rates it.
func (s Scales) Share(v Verdict) (share float64, rated bool) {
	for _, scale := range s.All() {
		if n := scale.Rating(v); n > 0 {
			return float64(n-scale.Worst()) / float64(scale.Best()-scale.Worst()), true
		}
	}
	return 0, false
}

// Find is the scale of that name, in its latest version or the one behind the
// slash. CodeInvalid, with the nearest name.
func (s Scales) Find(name string) (Scale, error) {
	folded := FoldWord[Verdict](name)
	base, version, _ := strings.Cut(string(folded), "/")
	if known, ok := scaleAliases[base]; ok {
		base = known
	}
	var found Scale
	var names []string
	for _, scale := range s.All() {
		if scale.Name == base && scale.Version > found.Version && (version == "" || version == strconv.Itoa(scale.Version)) {
			found = scale
		}
		if !slices.Contains(names, scale.Name) {
			names = append(names, scale.Name)
		}
	}
	if found.Version == 0 {
		slices.Sort(names)
		return found, UnknownWord("scale", name, names)
	}
	return found, nil
}

// Settings under which a record keeps its scale, and each version of its own.
const (
	SettingScale      = "scale"
	SettingScaleWords = "scale " // and the id
)

// ReadScales makes the scales of a record's settings: the current one's id
// under SettingScale, and its own ones under SettingScaleWords and their ids.
func ReadScales(settings map[string]string) (Scales, error) {
	all := Scales{Others: slices.Clone(Presets)}
	for key, definition := range settings {
		id, own := strings.CutPrefix(key, SettingScaleWords)
		if !own {
			continue
		}
		name, version, _ := strings.Cut(id, "/")
		n, err := strconv.Atoi(version)
		words, wordsErr := ParseScaleWords(definition)
		if err != nil || wordsErr != nil {
			return all, Errorf(CodeUnusable, "the setting %q holds no scale", key).Do("`onrecord check` says whether the record was tampered with")
		}
		all.Others = append(all.Others, Scale{name, n, words})
	}
	slices.SortStableFunc(all.Others[len(Presets):], func(a, b Scale) int { return a.Version - b.Version })
	id := settings[SettingScale]
	if id == "" {
		id = DefaultScale
	}
	for i, scale := range all.Others {
		if scale.ID() == id {
			all.Current = scale
			all.Others = slices.Delete(all.Others, i, i+1)
			return all, nil
		}
	}
	return all, Errorf(CodeUnusable, "the record's scale %q is not known", id).Do("choose one with `onrecord config scale NAME`: %s", presetNames())
}

func presetNames() string {
	var names []string
	for _, s := range Presets {
		names = append(names, s.Name)
	}
	return strings.Join(names, ", ")
}
