package text

import (
	"strings"
	"testing"

	"onrecord/quotes"
)

// TestSentences: | stands where sentences part.
func TestSentences(t *testing.T) {
	tests := []string{
		`The ferry sails at noon.| It is full.| Why?| Nobody knows!`,
		`Mr. Tarrow met Dr. Ola Benn, Gov. Dana Whitlock and Adm. J. K. Pell.| They ate.`,
		`The U.S. Coast Guard came.| It left the U.S.| The crew stayed.`,
		`The U.S. said so.| At 5 p.m. the crew left.| It was 6 a.m.| They slept.`,
		`Pell Jr. spoke first.| He sued Benn Inc.| The case is open.`,
		`On Jan. 6 and Sept. 11 the ferry stood still.| See No. 5 and p. 7 of vol. 2.`,
		`He said no.| Then he left.| She was ill.| Pell was not.`,
		`It cost $3.50 or 1.250 kroner.| See example.org for more.| Version 2.0 is out.`,
		`He waited ... and waited.| Then … nothing.| He left...| She stayed.`,
		`He waited . . . and left.| She stayed.`,
		`"The ferry sails. It is full," she said.| "Nobody minds."| He left.`,
		`“The ferry sails. It is full.” |He left.| ”Odd.`,
		`"Does it sail?" Ms. Tarrow asked.| "Does it sail?" |The mayor left.`,
		`"Does it sail?" he asked.| "No!" shouted the crew.`,
		`She called it "safe."| He laughed.`,
		`She called it (it is new) "safe." |(He laughed.)| Then they left.`,
		`"The ferry sails.| It is full. |He left.| Nobody minds.`,
		`'The ferry sails.' |'It is full,' she said.`,
		`« Le pont tient. Bien », dit-elle.| Elle sort.`,
		`橋は安全だ。|道はだめだ。`,
		`王芳说：“桥是安全的。”|她走了。`,
		`Plan B.| The end.`,
		`He and I.| The end.`,
		`It ends here`,
	}
	for _, test := range tests {
		s := strings.ReplaceAll(test, "|", "")
		var got []string
		for _, x := range Sentences(s, quotes.Span{Start: 0, End: len(s)}) {
			got = append(got, s[x.Start:x.End])
		}
		want := strings.Split(test, "|")
		for i := range want {
			want[i] = strings.TrimSpace(want[i])
		}
		if strings.Join(got, "|") != strings.Join(want, "|") {
			t.Errorf("got  %s\nwant %s", strings.Join(got, "|"), strings.Join(want, "|"))
		}
	}
}
