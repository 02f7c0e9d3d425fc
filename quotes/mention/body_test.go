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
		{"It was Trade and Industry Minister Ann Lee.", []string{"It", "Trade and Industry Minister Ann Lee / Ann Lee"}},
		{"It was the Ann and Ben Lee Foundation, with Ann and Ben Lee.", []string{"It", "Ann and Ben Lee Foundation", "Ann", "Ben Lee"}},
		{"Yesterday Stokers Without Borders met the All Fernwick Congress.", []string{"Stokers Without Borders", "All Fernwick Congress"}},
		{"Then Bundy’s said no. Dale’s said no, and Dale left.", []string{"Bundy’s", "Dale", "Dale"}},
		{"It was the NGO Green Harbour and a Fernwick research group.", []string{"It", "Green Harbour", "a Fernwick research group"}},
		{"A spokesman for Heritage Watch met the Liberal Democrats.", []string{"A spokesman", "Heritage Watch", "Liberal Democrats"}},
	} {
		checkFound(t, c.text, c.want)
	}
}

// What a body is of or for goes on its name, but no other body and nobody with a title does.
func TestBodiesGoOn(t *testing.T) {
	for _, c := range []struct {
		text string
		want []string
	}{
		{"The Alliance of Puppet Stage and Circus Producers met the Union of Ropers and Allied Workers.", []string{"Alliance of Puppet Stage and Circus Producers", "Union of Ropers and Allied Workers"}},
		{"The Mimes Guild-Federation of Circus and Fair Artists met the Society of Ropers and Ann Lee.", []string{"Mimes Guild-Federation of Circus and Fair Artists", "Society of Ropers", "Ann Lee"}},
		{"The Association of Directors of Harbour Services met the Society of Authors and Fernwick Books.", []string{"Association of Directors of Harbour Services", "Society of Authors", "Fernwick Books"}},
		{"The Ministry of Health and President Bako met the Bank of Norland and Fernbank.", []string{"Ministry of Health", "President Bako / Bako", "Bank of Norland", "Fernbank"}},
		{"It reached the charity Night Help for Orphans and Chemists for Human Rights.", []string{"It", "Night Help for Orphans", "Chemists for Human Rights"}},
		{"Chemists for Human Rights met the group Mothers Against Fog.", []string{"Chemists for Human Rights", "Mothers Against Fog"}},
		{"It reached Texas Chemists for Clean Water and Norwegian Women for Birds.", []string{"It", "Texas Chemists for Clean Water", "Norwegian Women for Birds"}},
		{"It was the Duchess of Fern, with Democrats against Bako and the charity Chemists on Call.", []string{"It", "the Duchess", "Fern", "Democrats", "Bako", "Chemists on Call"}},
		{"It rained. Chemists", []string{"It", "Chemists"}},
		{"Chemists for Ann Lee met the charity Fernlight on Monday.", []string{"Chemists", "Ann Lee", "Fernlight"}},
		{"It was the charity Action on Asthma and Health, with Health Secretary Ann Lee.", []string{"It", "Action on Asthma and Health", "Health Secretary Ann Lee / Ann Lee"}},
	} {
		checkFound(t, c.text, c.want)
	}
}

// A body that the state keeps for two places has the names of both, unless the first stands
// elsewhere for somebody.
func TestBodiesOfTwoPlaces(t *testing.T) {
	for _, c := range []struct {
		text string
		want []string
	}{
		{"Fernshire and Ashdale Police met West Fern and Ashdale NHS Trust.", []string{"Fernshire and Ashdale Police", "West Fern and Ashdale NHS Trust"}},
		{"It burned in Fernshire. Fernshire and Ashdale Fire and Rescue Service came.", []string{"It", "Fernshire", "Fernshire and Ashdale Fire and Rescue Service"}},
		{"Bako wept. It was Bako and Ashdale Police.", []string{"Bako", "It", "Bako", "Ashdale Police"}},
		{"It was Ann Lee and Ashdale City Council, the BBC and Ashdale Police.", []string{"It", "Ann Lee", "Ashdale City Council", "BBC", "Ashdale Police"}},
		{"It was Chirpify and Senate Committee, Fernshire and Ashdale University.", []string{"It", "Chirpify", "Senate Committee", "Fernshire", "Ashdale University"}},
		{"It was Member of Parliament Novlette Cargen and Sta. Rufina Police.", []string{"It", "Novlette Cargen", "Sta. Rufina Police"}},
	} {
		checkFound(t, c.text, c.want)
	}
}
