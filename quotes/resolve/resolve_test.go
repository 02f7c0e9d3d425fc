package resolve

import (
	"fmt"
	"strings"
	"testing"

	"onrecord/quotes"
	"onrecord/quotes/attribute/model"
	"onrecord/quotes/mention"
)

// resolved resolves a text in which [brackets] stand around the one mention
// that speaks, and returns its resolution and the name.
// That is what the rules make of role phrases and it: what the forest does where they are not sure, rolechoice_test.go tells.
func resolved(t *testing.T, marked string) (Resolution, string) {
	t.Helper()
	rules := *model.Default()
	rules.Role = model.NewForest(nil)
	start := strings.Index(marked, "[")
	s := strings.NewReplacer("[", "", "]", "").Replace(marked)
	text := mention.Cut(s, paragraphs(s), nil, nil, mention.English())
	mentions := mention.Find(text)
	said := make([][]int, len(mentions))
	for i := range mentions {
		if m := mentions[i].Span(text); m.Start <= start && start < m.End {
			said[i] = []int{0}
			result := Resolve(&Scene{Text: text, Mentions: mentions, Said: said, Model: &rules})
			r := result.Mentions[i]
			if r.Entity < 0 {
				return r, ""
			}
			return r, result.Entities[r.Entity].Name
		}
	}
	t.Fatalf("no mention stands at the brackets of %q", marked)
	return Resolution{}, ""
}

func paragraphs(s string) []quotes.Span {
	var out []quotes.Span
	for start := 0; start < len(s); {
		end := strings.Index(s[start:], "\n\n")
		if end < 0 {
			return append(out, quotes.Span{Start: start, End: len(s)})
		}
		out = append(out, quotes.Span{Start: start, End: start + end})
		start += end + 2
	}
	return out
}

type row struct{ text, want string }

func check(t *testing.T, rows []row) {
	t.Helper()
	for _, c := range rows {
		if r, got := resolved(t, c.text); got != c.want {
			t.Errorf("%s\n got %q %s, want %q", c.text, got, r.Reason, c.want)
		}
	}
}

// A short name finds the full one, whatever its culture's order and particles.
func TestShortNames(t *testing.T) {
	for full, short := range map[string]string{
		"Étienne de La Rochère":           "La Rochère",
		"Björn af Ekenstam":               "af Ekenstam",
		"Róisín Ní Bhriain":               "Ms Ní Bhriain",
		"Kimberly St. James":              "St. James",
		"María Fernanda Quispe Mamani":    "Ms. Quispe",
		"Annelies van Houten":             "Van Houten",
		"Gesine von dem Bussche":          "Ms. von dem Bussche",
		"Khalid bin Sultan al-Mansour":    "Prince Khalid",
		"Ibrahim al-Hashimi":              "Mr. Hashimi",
		"Kim Yo-song":                     "Kim",
		"Liang Guowei":                    "Mr. Liang",
		"Kenji Mori":                      "Mori-san",
		"Nguyen Thi Hoa":                  "Ms. Hoa",
		"Wei-Ling Hsu":                    "Hsu",
		"K. Venkataraman":                 "Mr. Venkataraman",
		"Nyambong anak Entika":            "Tuai Rumah Nyambong",
		"Eduardo Assis de Carvalho":       "Mr. de Carvalho",
		"Luiz da Costa Neto":              "da Costa",
		"Dwayne Curtis Hubbard III":       "Hubbard",
		"Mary Ellen O’Shaughnessy":        "Mrs O’Shaughnessy",
		"Gwilym ap Rhys":                  "ap Rhys",
		"Cem Yıldırım":                    "Yıldırım",
		"Concetta Lo Presti":              "Lo Presti",
		"Saskia de Wit-Mbeki":             "Ms. de Wit-Mbeki",
		"Chukwuemeka Odumegwu-Eze":        "Odumegwu-Eze",
		"Detective Inspector Morag Stirk": "DI Stirk",
		"Alhaji Musa Danjuma":             "Alhaji Danjuma",
		"Eunice Cardinal":                 "Mrs. Cardinal",
		// Words for places, peoples, bodies, dates and verbs are surnames, too.
		"Marek Cuban":        "Cuban",
		"Naomi Israel":       "Israel",
		"Cornel West":        "West",
		"Stefan Law":         "Mr. Law",
		"Bay Thornquist":     "Ms. Thornquist",
		"April Merriweather": "Merriweather",
		"George Will":        "Will",
		"Don Stewartson":     "Stewartson",
		"Harbour Post":       "Post",
		"Zyrell Banks":       "Banks",
		// What only stands before a name does not belong to it.
		"Ohio-based Kevin Wadlow": "Wadlow",
		"Ring News Kevin Wadlow":  "Wadlow",
		"Rapper Kevin Wadlow":     "Wadlow",
		"Khadija Mary Wadlow":     "Wadlow",
	} {
		want := full
		for _, title := range []string{"Detective Inspector ", "Alhaji ", "Ohio-based ", "Ring News ", "Rapper ", "Administrator "} {
			want = strings.TrimPrefix(want, title)
		}
		check(t, []row{{fmt.Sprintf("%s came to the harbour on Tuesday. It rained, [%s] said.", full, short), want}})
	}
}

// A name that lacks its last surname, or both, is still of one person.
func TestSurnames(t *testing.T) {
	check(t, []row{
		{"Igor Petrovich Sokol came. It rained, [Igor Petrovich] said.", "Igor Petrovich Sokol"},
		{"Ann Lee Show came. It rained, [Ann Lee] said.", "Ann Lee"},
		{"The mayor, Zulkar Abdul Manap, came. It rained, [Zulkar Abdul] said.", "Zulkar Abdul Manap"},
		{"The Zulkar Union Hall burned. It rained, [Zulkar Union] said.", "Zulkar Union"},
		{"Joaquín Mamaní Prado met Abril Quintana Vega and Rosa Vega Pinto. Mamaní left. It rained, [Vega] said.", "Rosa Vega Pinto"},
		{"Joaquín Mamaní Prado met Abril Quintana Vega and Rosa Vega Pinto. It rained, [Vega] said.", "Abril Quintana Vega"},
	})
}

// Namesakes are told apart, or left open.
func TestNamesakes(t *testing.T) {
	check(t, []row{
		{"Nils Dahl and Ulf Dahl own the yard. [Dahl] said so.", ""},
		{"Nils Dahl and Tove Dahl own the yard. [Ms. Dahl] said so.", "Tove Dahl"},
		{"Nils Dahl and Tove Dahl own the yard. [Dahl] said she was tired.", "Tove Dahl"},
		{"Carl Dunn and his wife, Rita, run the shop. [Mrs Dunn] said so.", "Rita Dunn"},
		{"Carl Dunn and his wife, Rita, run the shop. [Dunn] said so.", "Carl Dunn"},
		{"Haruka Sato, a nurse, was late. Her mother, Kazuko, was not. It rained, [Mrs Sato] said.", "Kazuko Sato"},
		{"Bo Ek Sr. founded the firm. His son, Bo Ek Jr., sold it. It was time, the younger [Ek] said.", "Bo Ek Jr."},
		{"Bo Ek Sr. founded the firm. His son, Bo Ek Jr., sold it. It was time, the elder [Ek] said.", "Bo Ek Sr."},
		{"Betsy Orr opened the door. Orr smiled. Orr had coffee. Then Tom Orr came in. It was late, [Orr] said.", "Betsy Orr"},
		{"Betsy Orr opened the door. Mrs. Orr smiled. Mrs. Orr had coffee. Then Ann Orr came in. It was late, [Mrs. Orr] said.", "Betsy Orr"},
		{"George W. Hale left. His father, George H. Hale, stayed. [George H. Hale] said so.", "George H. Hale"},
		{"Betsy Orr smiled. Orr had coffee. Orr said so. Orr wept.\n\nThen Tom Orr came in. It was late, [Orr] said.", "Tom Orr"},
		{"Ken Starling is old. Kenneth Starling said so. [Ken Starling] said so. Ken Starling sat.", "Ken Starling"},
		{"Gen. Thomas “Hawk” Brann left. It was late, [Brann] said.", "Thomas Brann"},
		{"Ann Lee spoke. Painting Lee as a fool was easy. It was easy, [Lee] said.", "Ann Lee"},
		{"Ann Lee spoke to pro-Lee marchers. It was easy, [Lee] said.", "Ann Lee"},
	})
}

// Capitals that stand beside a name are no part of it, and a slip of the hand
// makes no other person.
func TestNameInLongerRun(t *testing.T) {
	check(t, []row{
		{"Real Ann Lee was a book. Ann Lee wept. It rained, [Lee] said.", "Ann Lee"},
		{"Ann Lee wept. She read Real Ann Lee aloud. It rained, [Lee] said.", "Ann Lee"},
		{"Osman Abu Laban wept. Abu Laban left. It rained, [Abu Laban] said.", "Osman Abu Laban"},
		{"She was on the Ann Zorvin Show on Monday. It rained, [Zorvin] said.", "Ann Zorvin"},
		{"The Zorvin Train rolled on. It rained, [Zorvin] said.", "Zorvin"},
		{"Ann Baker wept. It rained, [Ann] said.", "Ann Baker"},
		{"They met near a Ohio Lee rally. Ann Lee wept. It rained, [Lee] said.", "Ann Lee"},
		{"Steve Sweeney wept. It rained, [Sweeny] said.", "Steve Sweeney"},
		{"Gary Byrne wept. It rained, [Bryne] said.", "Gary Byrne"},
		{"Gary Byrne wept. Gary Bryne left. Gary Byrne ate. It rained, [Bryne] said.", "Gary Byrne"},
		{"Gary Byrne met Ann Brynen. It rained, [Bryne] said.", "Bryne"},
		{"Gary Byrne wept. It rained, the [Byrnes] said.", "Byrnes"},
	})
}

// What is printed around a name, or instead of a letter of it, leaves it whole.
func TestNameEdges(t *testing.T) {
	check(t, []row{
		{"It rained, said [Rep. Ann T. King] of Ohio.", "Ann T. King"},
		{"It rained, said [Air Force 1st Lt. Ann Lee].", "Ann Lee"},
		{"It rained, said [United Dockers Secretary-Treasurer Ann Lee].", "Ann Lee"},
		{"Win Zorvin, a clerk, wept. It rained, [Zorvin] said.", "Win Zorvin"},
		{"Martin Baron wept. It rained, said [Baron].", "Martin Baron"},
		{"Teal Baker wept. It rained, said [Baker].", "Teal Baker"},
		{"But the [State Department] said it rained.", "State Department"},
		{"It rained, said [Sophie in 't Veld].", "Sophie in 't Veld"},
		{"It rained, said [Sophie in ’t Veld].", "Sophie in ’t Veld"},
		{"It rained, said [Ana PeÃ±a Lee].", "Ana PeÃ±a Lee"},
		{"It rained, said [Ana PeA\u0303±a Lee].", "Ana PeA\u0303±a Lee"},
		{"It rained, said [Ana SÃ\u0083Â¡ez].", "Ana SÃ\u0083Â¡ez"},
	})
}

// A role is of whom the text names, joins or calls so beside it.
func TestRolesBeside(t *testing.T) {
	check(t, []row{
		{"[Former prosecutor] and Ohio Governor Ann Lee said it rained.", "Ann Lee"},
		{"It rained, wrote [a man] calling himself Bo Ek.", "Bo Ek"},
		{"It rained, said [the chief] known as Bo Ek.", "Bo Ek"},
		{"It rained, said [another advocate], Bo Ek of the firm Holt.", "Bo Ek"},
		{"[A former clerk] -- Bo Ek, who was late -- said it rained.", "Bo Ek"},
		{"It rained, said [the analysts] Bo Ek and Ann Lee.", "Bo Ek"},
		{"The Virginia state director, Bo Ek, wept. It rained, [the director] said.", "Bo Ek"},
	})
}

// A title of the other gender is no evidence that the only one of a surname bears it, where the text has said he.
func TestTitleOfOther(t *testing.T) {
	check(t, []row{
		{"Robin Ek was hurt. It rained, [Mrs Ek] said.", "Robin Ek"},
		{"Tom Ek was hurt. He wept. It rained, [Mrs Ek] said.", "Ek"},
	})
}

// Role phrases find whom the text gives the role.
func TestRoles(t *testing.T) {
	check(t, []row{
		{"Helen Moyo, chief executive of the port, was there. It rained, [the chief executive] said.", "Helen Moyo"},
		{"Its chairman, retired judge Ezekiel Phiri, was there. It rained, [the chairman] said.", "Ezekiel Phiri"},
		{"Eira Pugh runs the inn. Her husband, Gethin, was there. It rained, [her husband] said.", "Gethin"},
		{"Pearse Doyle was there. [One Minister] said it rained.", "one Minister"},
		{"In a note to Rosa Quill, [a spokeswoman] said it rained.", "a spokeswoman"},
		{"Counsel to the inquiry, Rupert Blount KC, was there. It rained, [Blount] said.", "Rupert Blount"},
		{"Chen Xiaomei was named chairwoman in May. It rained, [the chairwoman] said.", "Chen Xiaomei"},
		{"Sofia Lund, the film’s director, was there. It rained, [the director] said.", "Sofia Lund"},
		{"The head of the bus drivers’ union, Otis Wash, blamed Bo Ek. It rained, [the union head] said.", "Otis Wash"},
		{"Edna Pratt, 88, was there. So was Ruth Tan, 44. It rained, [the 88-year-old] said.", "Edna Pratt"},
		{"Fernwick Bishop Felix Moreau was there with Bo Ek. It rained, [the prelate] said.", "Felix Moreau"},
		{"Senator Carla Whitfield was there with her driver, Luis Rey. It rained, [the lawmaker] said.", "Carla Whitfield"},
		{"Ambassador Carla Whitfield was there. So was Rosa Quill, a plumber. It rained, [the envoy] said.", "Carla Whitfield"},
		{"Tom Ek of the BJP met Bo Rask of the ANC. It rained, [the BJP politician] said.", "Tom Ek"},
		{"Tom Ek (Labour) met Bo Rask (Green). It rained, [the Labour councillor] said.", "Tom Ek"},
		{"Ida Rask, the mayor of Ely, met Rosa Quill, a plumber. [The mayor] posted on Chirp: It rained.", "Ida Rask"},
		{"Chancellor Ilse Vogt met President Jean Roux. It rained, [the president] said.", "Jean Roux"},
		{"German Chancellor Ilse Vogt met French President Jean Roux. It rained, [the French leader] said.", "Jean Roux"},
		{"Captain Luka Vukov was sent off. It rained, [the Croat] said.", "Luka Vukov"},
		{"A former clerk described the office. It rained, [the former clerk] said.", "a former clerk"},
		{"The minister’s driver was there. It rained, [the driver] said.", "the minister’s driver"},
		{"Ulf Dahl came home. In an interview with Joe Scarr and Mika Brandt, [the candidate] said it rained.", "Ulf Dahl"},
		{"It rained, one of [the officials] said.", "one of the officials"},
		{"It rained, [the clerk] said.", ""},
		{"It rained, [the health secretary] said.\n\n“So it did,” said the union's regional secretary, Mona Finlay.", ""},
		{"The deputy, Sanjay Roy, took over. Roy wept. It rained, [the health secretary] said.", ""},
		{"Peter Lang is the younger brother of Lands Minister David Lang. It rained, [the minister] said.", "David Lang"},
		{"By Our Economics Editor\n\n[The governor] of the bank said it rained.\n\nKasia Wolna told parliament so.", "Kasia Wolna"},
		{"One diplomat wept. Aleks Wolny left. It rained, [the Polish-born diplomat] said.", "Aleks Wolny"},
		// Whom no role is tied to: the one whom the text is about.
		{"Ulf Dahl met Bo Ek.\n\nIt rained, [the retired tycoon] said of Ek.", "Ulf Dahl"},
		{"Ulf Dahl met Bo Ek.\n\nEk wept. It rained, [the tycoon] said.", "Bo Ek"},
		{"Ulf Dahl and Bo Ek met. It rained, [the tycoon] said.", ""},
		{"Republican Ulf Dahl was there. It rained, [the Democratic candidate] said.", ""},
		{"Republican candidate Ulf Dahl was there. It rained, [the Democratic candidate] said.", ""},
		{"Chancellor Ulf Dahl came off badly in a debate with his challenger, Ona Pell. It rained, [the opposition candidate] said.", "Ona Pell"},
		{"Minister Ulf Dahl was there. It rained, [the Social Democrat] said.", "Ulf Dahl"},
		{"Ulf Dahl is firm: “It rains,” [the candidate] said.", "Ulf Dahl"},
		{"Ulf Dahl smiled. The stunned waitress sat down. It rained, [the 46-year-old] said.", ""},
		{"Ulf Dahl smiled.\n\nNora Quill via Foto Nord.\n\nIt rained, [the 43-year-old] said.", "Ulf Dahl"},
		{"President Ulf Dahl was there. Bo Ek spoke to bakers. It rained, [the former president] said.", "Bo Ek"},
		{"Former President Ulf Dahl was there. It rained, [the former president] said.", "Ulf Dahl"},
		{"Senator Ulf Dahl was there.\n\nBo Ek sang in a choir. Ek sang. It rained, [the senator] said.", "Bo Ek"},
		{"Bo Ek sang in a choir. It rained, [the pilot] said.\n\nPilot Ulf Dahl was there.", "Bo Ek"},
		{"An actor had wept once.\n\nIt rained.\n\nIt rained.\n\nBo Ek sang in a choir. It rained, [the actor] said.", "Bo Ek"},
		{"It rained, [the moderator] said.", "the moderator"},
		{"They won with teenager Bo Ek scoring. It rained, [the striker] said.\n\nManager Ona Pell left.", "Bo Ek"},
		{"Minister Ulf Dahl was there.\n\nOpposition leader Ona Pell wept. It rained, [the Labour politician] said.", "Ona Pell"},
		{"Prosecutor Dev Nair told of Judith Crane. It rained, [the barrister] said.", "Dev Nair"},
		{"Chief executive Ona Pell smiled. It rained, [the former harbour official] said.", "Ona Pell"},
		{"Chief executive Ona Pell smiled. It rained, [the harbour official] said.", ""},
		{"Ona Pell was absent; in a message, [the tycoon] said it rained.", "Ona Pell"},
		{"In a talk with morning hosts Nora Quill and Ulf Dahl, Bo Ek wept. Ek left Quill. It rained, [the host] said.", "Nora Quill"},
		{"Ruth Tan’s aide Nora Quill was there. Ek wept.\n\nA.\n\nB.\n\nC. It rained, [her childhood aide] said.", "her childhood aide"},
		{"Bo Ek sat down. It rained, [the judge] said. Here was Judge Dahl.", "Dahl"},
		{"Bo Ek wept. Ona Pell sat beside Ek. Reprising her old song, [the tycoon] said it rained.", "Ona Pell"},
		{"Bo Ek wept. The frontman and [former tycoon] said it rained.", "Bo Ek"},
		{"Ulf Dahl left. Ruth Tan and her brother, Nils Dahl, came. It rained, [the former senator] said.", ""},
		{"Senator Ulf Dahl was there.\n\nIt rained.\n\nIt rained.\n\nBo Ek sang in a choir.\n\nIt rained, [the senator] said.", "Bo Ek"},
		{"The Archbishop of Kilmoran, Most Rev Fintan Darragh, wept. It rained, [the archbishop] said.", "Fintan Darragh"},
	})
}

// Who goes on the person before it, over an aside.
func TestRelatives(t *testing.T) {
	check(t, []row{
		{"A memo came from Helen Moyo, his office’s director of maritime policy, [who] said it rained.", "Helen Moyo"},
		{"He met Helen Moyo (Ind.), [who] said it rained.", "Helen Moyo"},
		{"He met Helen Moyo, 44, [who] said it rained.", "Helen Moyo"},
		{"He met Helen Moyo of the left-wing Harbour Party, [who] said it rained.", "Helen Moyo"},
		{"He met one acquisitions exec, [who] said it rained.", "one acquisitions exec"},
	})
}

// The name of somebody new may come last.
func TestIdentities(t *testing.T) {
	check(t, []row{
		{"It rained, shouted [a young man] later identified as Emre Kaya.", "Emre Kaya"},
		{"It rained, said [a young man] known for his hat as a boy.", "a young man"},
		{"[A neighbour] who asked to be named only as Emre said it rained.", "Emre"},
	})
}

// Whose father somebody tells of cannot be read outside their words.
func TestKinInSpeech(t *testing.T) {
	s := "Rosa Quill’s son, Otto, came. “Father said it rained,” Rosa said."
	text := mention.Cut(s, paragraphs(s), nil, []mention.Stretch{{Outer: quotes.Span{Start: strings.Index(s, "“"), End: strings.Index(s, "” ") + 3}}}, mention.English())
	mentions := mention.Find(text)
	said := make([][]int, len(mentions))
	for i := range mentions {
		if text.Word(int(mentions[i].Head)) != "Father" {
			continue
		}
		said[i] = []int{1}
		result := Resolve(&Scene{Text: text, Mentions: mentions, Said: said})
		if e := result.Mentions[i].Entity; e < 0 || result.Entities[e].Kind != quotes.SpeakerUnnamed {
			t.Errorf("father is entity %d", e)
		}
		return
	}
	t.Fatal("nobody is called father")
}

// Words for bodies find the one that bears a name.
func TestBodies(t *testing.T) {
	check(t, []row{
		{"The ferry sank. [The operator], Naviera Azul, said it rained.", "Naviera Azul"},
		{"The company, Smith said, was sorry. It rained, [the company] said.", "the company"},
		{"The union SVB was glad. It rained, [the union] said.", "SVB"},
		{"The Ministry of Transport was glad. It rained, [the ministry] said.", "Ministry of Transport"},
		{"The Ministry of Transport met the Ministry of Health. It rained, [the ministry] said.", "the ministry"},
		{"The Ministry of Transport met the Ministry of Health. It rained, [the transport ministry] said.", "Ministry of Transport"},
		{"The Harbour Herald called on the mayor to go. It rained, [the small newspaper] wrote.", "Harbour Herald"},
		{"The Harbour Herald called on the mayor to go. It rained, [the bank] wrote.", "the bank"},
		{"Fernwick opened its mill. It rained, [the company] said.", "Fernwick"},
		{"Fernwick opened a mill. It rained, [the company] said.", "Fernwick"},
		{"It was sold by mills such as Fernwick, which closed. It rained, [the company] said.", "Fernwick"},
		{"Locals met on Quorla. Quorla was down. It rained, [the company] said.", "Quorla"},
		{"The charity Bright Horizon is looking for a home. It rained, [the non-profit] said.", "Bright Horizon"},
		{"Fernwick opened its mill. Norvale closed its mill.\n\nIt rained.\n\n[The company] said so.", "the company"},
		{"The developer, Kestrel Homes, was glad. It rained, [the company] said.", "Kestrel Homes"},
		{"The developer, Ann Holm, was glad. It rained, [the company] said.", "the company"},
		{"The Conduct Authority was strict. It rained, [the regulator] said.", "Conduct Authority"},
		{"Analysts at Fernwick said it was small. It rained, [the broker] said.", "Fernwick"},
		{"The dockers’ union, BFF, met. It rained, [the union] said.", "BFF"},
		{"It rained, said the dockers’ [union].", "the dockers’ union"},
		{"It rained, said the movement’s armed [wing].", "the movement’s armed wing"},
		{"The park’s [owners], Seaview Leisure, said it rained.", "Seaview Leisure"},
		{"It rained, said the old harbour prosecutor’s [office].", "the old harbour prosecutor’s office"},
		{"Birch Group fell. A trade group for bakers met. It rained, [the group] said.", "a trade group for bakers"},
		{"Oxfam said it rained.\n\nBo Ek wept.\n\nIt snowed, [the charity] said.", "Oxfam"},
		{"Oxfam said it rained.\n\nBo Ek wept.\n\nIt snowed, [the airline] said.", "the airline"},
	})
}

// A text is whoever made it, where the article tells.
func TestDocuments(t *testing.T) {
	check(t, []row{
		{"Ulf Dahl’s letter came. It rained, [the letter] said.", "Ulf Dahl"},
		{"Ulf Dahl’s biography came. It rained, [the biography] said.", "the biography"},
		{"Ulf Dahl released a statement on Thursday. It rained, [the statement] said.", "Ulf Dahl"},
		{"Ulf Dahl and Bo Ek sent a letter. It rained, [the letter] said.", "the letter"},
		{"A letter to the board from the staff association came. It rained, [the letter] said.", "the staff association"},
		{"An affidavit, written by Ulf Dahl, came. It rained, [the affidavit] said.", "Ulf Dahl"},
		{"An email released by Harbour Watch came. It rained, [the email] said.", "the email"},
		{"A report commissioned by Harbour Watch came. It rained, [the report] said.", "the report"},
		{"It rained, said [a report] by Harbour Watch.", "Harbour Watch"},
		{"It rained, said [the statement], which was attributed to Ulf Dahl.", "Ulf Dahl"},
		{"It was late, Ulf Dahl said in a statement. It rained, [the statement] said.", "Ulf Dahl"},
		{"In a statement, Ulf Dahl said it was late. It rained, [the statement] said.", "Ulf Dahl"},
		{"Ulf Dahl’s book came. It rained, [the passage] said.", "Ulf Dahl"},
		{"Ulf Dahl released a statement. A statement came. It rained, [the statement] said.", "the statement"},
		{"Ulf Dahl released a statement.\n\nA.\n\nB.\n\nC.\n\nD.\n\nIt rained, [the statement] said.", "the statement"},
		{"It rained, said a state inspector’s [report].", "a state inspector’s report"},
		{"There’s [an entry] that says it rained.", "an entry"},
		{"Ulf Dahl wrote in the affidavit. [It] said it rained.", "Ulf Dahl"},
		{"The council got a letter. The council sat. [It] reads that it rained.", "a letter"},
		{"The council got yearly surveys. [It] said it rained.", "the council"},
		{"An email was sent from Bo Ek to bakers. It rained, [the email] said.", "Bo Ek"},
		{"It rained, according to Fernwick, which sells coal. [It] said it rained.", "Fernwick"},
		{"Fernwick said it had warned Ek in a letter. [It] said it rained.", "Fernwick"},
		{"Ek told the newspaper Abendpost so. In an editorial, [the paper] said it rained.", "Abendpost"},
		{"Fernwick opened its mill. The company’s letter came late. It rained, [the letter] said.", "Fernwick"},
		{"Dahl runs a program called Bright Horizon. It rained, [the group] said.", "Bright Horizon"},
	})
}

// A phrase for somebody without a name is kept when it is taken up again.
func TestIntroductions(t *testing.T) {
	check(t, []row{
		{"A senior official wept. It rained, [the official] said.", "a senior official"},
		{"Another unnamed official wept. It rained, [the second official] said.", "another unnamed official"},
		{"It rained, [a source] close to the council said.", "a source close to the council"},
	})
	text := "One person wept. It was late, said a longtime adviser to Ulf Dahl. It rained, the person said."
	cut := mention.Cut(text, paragraphs(text), nil, nil, mention.English())
	mentions := mention.Find(cut)
	said := make([][]int, len(mentions))
	for i := range mentions {
		if s := cut.Slice(int(mentions[i].First), int(mentions[i].Last)); s == "a longtime adviser" || s == "the person" {
			said[i] = []int{0}
		}
	}
	result := Resolve(&Scene{Text: cut, Mentions: mentions, Said: said})
	for i := range mentions {
		if e := result.Mentions[i].Entity; len(said[i]) > 0 && (e < 0 || result.Entities[e].Name != "a longtime adviser to Ulf Dahl") {
			t.Errorf("%s is %v", cut.Slice(int(mentions[i].First), int(mentions[i].Last)), e)
		}
	}
}

// Pronouns find whom the text is about.
func TestPronouns(t *testing.T) {
	check(t, []row{
		{"Anders Holm wrote to Birgit Lund. [He] said it rained.", "Anders Holm"},
		{"Anders Holm wrote to Birgit Lund. [She] said it rained.", "Birgit Lund"},
		{"Bo Ek, who replaced Ulf Dahl in 2019, came in. [He] said it rained.", "Bo Ek"},
		{"Asked about Ulf Dahl, Bo Ek laughed. [He] said it rained.", "Bo Ek"},
		{"Ulf Dahl left.\n\nBo Ek (Ind.) then took the floor. [He] said it rained.", "Bo Ek"},
		{"Ruth Tan’s barrister, Eve Hill, thanked the jury. [She] said it rained.", "Eve Hill"},
		{"Zorvin Qua said she was tired. Bexo Vig said he was not. [She] said it rained.", "Zorvin Qua"},
		{"A baker in the square said that he was tired. [He] said it rained.", "a baker in the square"},
		{"Lena Fry was jailed. Her husband said she would appeal. [He] said it rained.", "her husband"},
		{"Nils Moe opened the shop. Customers came, said Bo Ek, the baker. They were glad, [he] said.", "Bo Ek"},
		{"Moira Lund, chairman of the port, came in. [She] said it rained.", "Moira Lund"},
		{"It rained, [he] said. Luis Rey had come late.", "Luis Rey"},
		{"Nobody came. [He] said it rained.", ""},
		{"The driver told police he had slept. [He] said it rained.", "the driver"},
		{"Swimmer Ona Pell won gold. The 17-year-old beat Mia Fox. [She] said it rained.", "Ona Pell"},
		{"The couple came home. [They] said it rained.", "the couple"},
		{"The union wrote in March. [It] said it rained.", "the union"},
		{"Several came. It rained, one of [them] said.", "one of them"},
		{"Rowena Black asked Ms Yusuf whether she kept records. Every one, [she] replied.", "Yusuf"},
		{"Sister Agnes Ntuli wept.\n\nMokoena’s wife, Zanele, was against it. [She] said it rained.", "Zanele"},
	})
}

// Without a model the nearest subject is meant, and nobody is too sure.
func TestUnlearned(t *testing.T) {
	const s = "Anders Holm wrote to Bo Ek. He wept."
	text := mention.Cut(s, paragraphs(s), nil, nil, mention.English())
	mentions := mention.Find(text)
	said := make([][]int, len(mentions))
	last := len(mentions) - 1
	said[last] = []int{0}
	var seen []Observation
	result := Resolve(&Scene{Text: text, Mentions: mentions, Said: said, Model: model.New(), Observe: func(o Observation) { seen = append(seen, o) }})
	r := result.Mentions[last]
	if r.Entity < 0 || result.Entities[r.Entity].Name != "Anders Holm" || r.Confidence > 0.8 || r.Claims != 2 {
		t.Errorf("resolved to %+v", r)
	}
	if len(seen) != 1 || seen[0].Mention != last || len(seen[0].Claimants) != 2 {
		t.Errorf("observed %v", seen)
	}
}

// What is surer has the higher confidence.
func TestConfidence(t *testing.T) {
	var last float64
	for _, text := range []string{
		"Bo Ek met Ulf Dahl and Nils Moe and sat with them. [He] said it rained.",
		"Bo Ek came home. [He] said it rained.",
		"Bo Ek came home. [Ek] said it rained.",
		"It was late. [Bo Ek] said it rained.",
	} {
		r, _ := resolved(t, text)
		if r.Confidence < last-0.05 { // a forest is not even
			t.Errorf("%s: %v, less than the one before, %v", text, r.Confidence, last)
		}
		last = r.Confidence
	}
	if last == 0 {
		t.Error("no confidence at all")
	}
}
