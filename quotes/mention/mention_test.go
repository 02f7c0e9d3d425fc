package mention

import (
	"slices"
	"testing"
	"testing/fstest"

	"onrecord/quotes"
)

// checkFound reports a text in which other mentions are found.
func checkFound(t *testing.T, s string, want []string) {
	t.Helper()
	if got := found(s); !slices.Equal(got, want) {
		t.Errorf("%s\n got %q\nwant %q", s, got, want)
	}
}

// found is the mentions of a text of one paragraph: each as its words, with
// the name by itself behind a slash where a title or suffix is apart.
func found(s string) []string {
	text := Cut(s, []quotes.Span{{Start: 0, End: len(s)}}, nil, nil, English())
	var out []string
	for _, m := range Find(text) {
		line := text.Slice(int(m.First), int(m.Last))
		if name := text.Slice(int(m.NameFirst), int(m.Last)); m.Kind == Name && name != line {
			line += " / " + name
		}
		out = append(out, line)
	}
	return out
}

func TestFind(t *testing.T) {
	for _, c := range []struct {
		text string
		want []string
	}{
		{"Yesterday Kim Jong-un waved.", []string{"Kim Jong-un"}},
		{"It was Ursula von der Leyen.", []string{"It", "Ursula von der Leyen"}},
		{"Then Mohammed bin Salman spoke to María José Álvarez Ruiz.", []string{"Mohammed bin Salman", "María José Álvarez Ruiz"}},
		{"The letter reached Sinéad O'Brien.", []string{"The letter", "Sinéad O'Brien"}},
		{"There stood Pak Thae Song.", []string{"Pak Thae Song"}},
		{"He saw J. R. Whitmore Jr. there.", []string{"He", "J. R. Whitmore Jr."}},
		{"Texas Sen. Carlos Ibarra left.", []string{"Texas Sen. Carlos Ibarra / Carlos Ibarra"}},
		{"Former Secretary of State Nora Quill left.", []string{"Secretary of State Nora Quill / Nora Quill"}},
		{"They met Dame Philippa Crewe and Mr. Lee.", []string{"They", "Dame Philippa Crewe / Philippa Crewe", "Mr. Lee / Lee"}},
		{"The Estavian leader Milo Petrescu arrived.", []string{"Milo Petrescu"}},
		{"The North Korean leader and a senior official said so.", []string{"The North Korean leader", "a senior official"}},
		{"The heckler shouted.", []string{"The heckler"}},
		{"The 43-year-old swam.", []string{"The 43-year-old"}},
		{"Analysts at the Bank of Norland agreed.", []string{"Analysts", "Bank of Norland"}},
		{"PORT HALDEN, Norland (NPA) — The pier burned on Monday.", nil},
		{"Sen. Ann Lee (D-N.Y.) said no.", []string{"Sen. Ann Lee / Ann Lee"}},
		{"However, Monday was calm.", nil},
		{"Two wet goats slept. Goats were near.", nil},
		{"Two wet goats slept. Goats eat what Elin Goats sells.", []string{"Goats", "Elin Goats"}},
		{"NOORA KALAN: The pier burned on Monday.", nil},
		{"At 15:52 IST it burned.", []string{"it"}},
		{"There was laughter from the Brannock benches.", nil},
		{"They sat in the Brannock and drank.", []string{"They", "Brannock"}},
		{"They met Suresh a/l Nadarajan and Quim Bellver i Castanyer.", []string{"They", "Suresh a/l Nadarajan", "Quim Bellver i Castanyer"}},
		{"There stood U Thein Maung and Nana Mensah.", []string{"U Thein Maung / Thein Maung", "Nana Mensah"}},
		{"Then He Qinglan, 31, and Mr. He bowed. He Qinglan's uncle sang. He laughed.", []string{"He Qinglan", "Mr. He / He", "He Qinglan", "uncle", "He"}},
		{"You Wenshan, a potter, left. He Googled the town.", []string{"You Wenshan", "a potter", "He", "Googled"}},
		{"There stood the seller Nor Hayatil.", []string{"Nor Hayatil"}},
		{"Frustrations grew. Absentmindedly Ann Holm nodded.", []string{"Ann Holm"}},
		{"The Minister for Roads met the Portuguese at noon.", []string{"The Minister", "Portuguese"}},
		{"It rained, the Portuguese said.", []string{"It", "the Portuguese"}},
		{"The Chief Whip met Mayor Ova Lind.", []string{"The Chief Whip", "Mayor Ova Lind / Ova Lind"}},
		{"Then the Croat laughed at the Croatian coach.", []string{"the Croat", "the Croatian coach"}},
		{"A vote for the Nebraska Republican, it seems.", []string{"the Nebraska Republican", "it"}},
		{"They met Gen. Thomas “Hawk” Brann.", []string{"They", "Gen. Thomas “Hawk” Brann / Thomas “Hawk” Brann"}},
		{"It rained, van der Berg said.", []string{"It", "van der Berg"}},
		{"Shares of Birch & Lowe fell.", []string{"Birch & Lowe"}},
		{"The acting chairwoman and the deputy prime minister left.", []string{"The acting chairwoman", "the deputy prime minister"}},
		{"The former secretary of state Nora Quill left.", []string{"Nora Quill"}},
		{"Many pro-Lee marchers left.", []string{"Many pro-Lee marchers"}},
		{"A senior law enforcement official and the billionaire real estate mogul left.", []string{"A senior law enforcement official", "the billionaire real estate mogul"}},
		{"A senior Lee administration official met the Liberal convention committee.", []string{"A senior Lee administration official", "the Liberal convention committee"}},
		{"The second official met the openly gay mayor.", []string{"The second official", "the openly gay mayor"}},
		{"They met the Oslo-born former model.", []string{"They", "the Oslo-born former model"}},
		{"It was Officer-in-charge of Fernwick Station Nazrul Islam.", []string{"It", "Officer-in-charge of Fernwick Station Nazrul Islam / Nazrul Islam"}},
		{"It was read by three of them, and both of them agreed.", []string{"It", "three of them", "both of them"}},
		{"He met one of them and a senior bureaucrat.", []string{"He", "one of them", "a senior bureaucrat"}},
		{"It was Dean. The Senate Committee on Foreign Affairs met the dean.", []string{"It", "Dean", "Senate Committee on Foreign Affairs", "the dean"}},
		{"A state fire marshal met the Deputy Minister for Arctic Affairs Pavel Kholm.", []string{"A state fire marshal", "Deputy Minister for Arctic Affairs Pavel Kholm / Pavel Kholm"}},
		{"It was director of competitions Pavel Barsum Kholm and the UN mission.", []string{"It", "Pavel Barsum Kholm", "the UN mission"}},
		{"It was Comrade Pavel Kholm of HMP Fernwick.", []string{"It", "Comrade Pavel Kholm / Pavel Kholm", "HMP Fernwick"}},
		{"State Department staff told the State Department so.", []string{"State Department staff", "State Department"}},
		{"It was Fern Victoria CEO Nora Quill and the former Marine John Tigan.", []string{"It", "Fern Victoria CEO Nora Quill / Nora Quill", "Marine John Tigan / John Tigan"}},
		{"They met Sergeant First Class Nora Quill and Petty Officer 2nd Class Ova Lind.", []string{"They", "Sergeant First Class Nora Quill / Nora Quill", "Petty Officer 2nd Class Ova Lind / Ova Lind"}},
		{"The Labour MP met the MP Eunice Cardinal.", []string{"The Labour MP", "MP Eunice Cardinal / Eunice Cardinal"}},
	} {
		checkFound(t, c.text, c.want)
	}
}

// The phrase goes on over its complement.
func TestComplements(t *testing.T) {
	for _, c := range []struct{ phrase, behind string }{
		{"one person with knowledge of the mayor's dilemma", ","},
		{"a person familiar with Ulf Dahl's thinking", ","},
		{"a source close to the council", ","},
		{"a source close to him", ","},
		{"the trade group for the Blue Harbour plans", ","},
		{"a spokesman for the bank", ","},
		{"a source familiar with the matter", " said so."},
		{"her lawyers", " in a court filing said so."},
		{"one person", " during public comment."},
		{"a dispatcher on the police scanner", ", not at home."},
		{"a judge", " from letting the prisoner go."},
		{"the mission to the UN in Oslo", " called it off."},
		{"organisers of wooden regattas in Oslo", " said so."},
		{"victims of similar claims", " told us so."},
		{"organisers of recent marches in Oslo", " said so."},
		{"organisers", " of recent “slow” regattas said so."},
	} {
		text := c.phrase + c.behind
		cut := Cut(text, []quotes.Span{{Start: 0, End: len(text)}}, nil, nil, English())
		if m := Find(cut)[0]; cut.Slice(int(m.First), int(m.PrintLast)) != c.phrase {
			t.Errorf("got %q, want %q", cut.Slice(int(m.First), int(m.PrintLast)), c.phrase)
		}
	}
}

func TestCut(t *testing.T) {
	s := "Mr. O’Hara’s U.S. trip didn’t cost $4,500.50, he'd say... The Fernwick.co.uk end"
	text := Cut(s, []quotes.Span{{Start: 0, End: len(s)}}, nil, nil, English())
	var got []string
	for i := range text.Tokens {
		got = append(got, text.Word(i))
	}
	want := []string{
		"Mr.", "O’Hara", "’s", "U.S.", "trip", "didn’t", "cost", "$4,500.50", ",", "he'd", "say", "...", "The", "Fernwick.co.uk", "end",
	}
	if !slices.Equal(got, want) {
		t.Errorf("got %q\nwant %q", got, want)
	}
	if first, last := text.Tokens[0].Sentence, text.Tokens[len(want)-1].Sentence; last != first+1 {
		t.Errorf("sentences %d to %d, want two", first, last)
	}
}

func TestLexicon(t *testing.T) {
	l := newLexicon(fstest.MapFS{"xx/words.txt": {Data: []byte("# words\n[core]\nsagen - sagte\n[male]\nÉric Will\n[age]\n-jährige\n[titlenoun]\nreg.=regierung\n")}})
	for _, c := range []struct {
		word    string
		capital bool
		want    Class
	}{
		{"sagte", false, Core},
		{"Sagte", true, Core},
		{"Will", true, Male},
		{"will", false, 0},
		{"Éric", true, Male},
		{"43-jährige", false, Age},
		{"sagen", false, Core | Infinitive},
		{"fehlt", false, 0},
	} {
		if got := l.Lookup(c.word, c.capital); got != c.want {
			t.Errorf("%s: got %b, want %b", c.word, got, c.want)
		}
	}
	pairs := newLexicon(fstest.MapFS{"xx/words.txt": {Data: []byte("[ofhim]\nsein\n[kin]\nbruder\n[press]\n-blatt\n[broader]\nrichterin=juristin\n[shortname]\nhans=johannes\n")}})
	if pairs.Trait("Sein") != OfHim || pairs.Trait("Bruder") != Kin || pairs.Trait("Fernblatt") != Press || pairs.Trait("x") != 0 {
		t.Error("traits are not read")
	}
	if pairs.Broader("richterin") != "juristin" || pairs.ShortName("hans") != "johannes" || pairs.Broader("hans") != "" {
		t.Error("pairs are not read")
	}
	if got := l.TitleNoun("Reg."); got != "regierung" {
		t.Errorf("title noun: %q", got)
	}
	defer func() {
		if recover() == nil {
			t.Error("a heading that names no class passed")
		}
	}()
	newLexicon(fstest.MapFS{"xx/words.txt": {Data: []byte("[nothing]\nx\n")}})
}

func BenchmarkEnglish(b *testing.B) {
	for b.Loop() {
		newLexicon(english)
	}
}

// TestEndings holds the endings of the tables against the bounds of those looked for.
func TestEndings(t *testing.T) {
	for kind, longest := range map[pairing]int{singulars: longestPlural, endings: longestEnding} {
		for ending := range English().pairs[kind] {
			if len(ending)-len("-") > longest {
				t.Errorf("%s has more than %d bytes", ending, longest)
			}
		}
	}
}
