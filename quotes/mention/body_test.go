package mention

import "testing"

// A body's name is one, whatever holds it together, and names of people beside a
// body's stay apart.
func TestBodies(t *testing.T) {
	for _, c := range []struct {
		text string
		want []string
	}{
		{"The Small Dockers’ Council met the Women's Institute.", []string{"Small Dockers’ Council", "Women's Institute"}},
		{"It reached the Hoppers' Guild and the Prime Minister’s Office.", []string{"It", "Hoppers' Guild", "Prime Minister’s Office"}},
		{"Then St Brendan’s Hospital met Ann Baker’s Council.", []string{"St Brendan’s Hospital", "Ann Baker", "Council"}},
		{"Then King’s College London met the Staff Union of Universities.", []string{"King’s College London", "Staff Union of Universities"}},
		{"The Transport and General Workers’ Union met the Eagles and Harbour Rovers.", []string{"Transport and General Workers’ Union", "Eagles", "Harbour Rovers"}},
		{"The Food and Seed Administration met the Kremlin and State Department.", []string{"Food and Seed Administration", "Kremlin", "State Department"}},
		{"The Department for Culture, Media and Sport met the Ministry of Health, Lee and Ek.", []string{"Department for Culture, Media and Sport", "Ministry of Health", "Lee", "Ek"}},
		{"The Society for the Protection of Birds met the Board of Trade and Ann Lee.", []string{"Society for the Protection of Birds", "Board of Trade", "Ann Lee"}},
		{"It was the Society for the Prevention of Cruelty to Goats.", []string{"It", "Society for the Prevention of Cruelty to Goats"}},
		{"It was Trade and Industry Minister Ann Lee.", []string{"It", "Trade", "Industry Minister Ann Lee / Ann Lee"}},
		{"It was the Ann and Ben Lee Foundation, with Ann and Ben Lee.", []string{"It", "Ann and Ben Lee Foundation", "Ann", "Ben Lee"}},
		{"Yesterday Stokers Without Borders met the All Fernwick Congress.", []string{"Stokers Without Borders", "All Fernwick Congress"}},
		{"Then Bundy’s said no. Dale’s said no, and Dale left.", []string{"Bundy’s", "Dale", "Dale"}},
		{"It was the NGO Green Harbour and a Fernwick research group.", []string{"It", "Green Harbour", "a Fernwick research group"}},
		{"A spokesman for Heritage Watch met the Liberal Democrats.", []string{"A spokesman", "Heritage Watch", "Liberal Democrats"}},
	} {
		checkFound(t, c.text, c.want)
	}
}
