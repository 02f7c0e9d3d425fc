package resolve

import "testing"

// A relative without a name is the one whose kinship the text has told, from either side.
func TestKinship(t *testing.T) {
	check(t, []row{
		{"Ada Quill's nephew, Rhys Tolland, steered. It rained, Tolland said. It was me, said his [aunt].", "Ada Quill"},
		{"Ada Quill's nephew, Rhys Tolland, steered. It rained, Tolland said. It was me, said his [mother].", "his mother"},
		{"Ada Quill sat down. Her husband, Rhys Tolland, steered. It rained, Tolland said. It was me, said his [wife].", "Ada Quill"},
		{"Tommy Orr fell. His brother, Will, won. It was easy, Will Orr said. It was luck, said his [brother].", "Tommy Orr"},
		{"Tommy Orr fell. Ed Orr, Tommy Orr's brother, won. It was easy, Tommy Orr said. It was luck, said his [brother].", "Ed Orr"},
	})
}

// Nobody's father is a priest who is called Father, nor anybody's mother a nun.
func TestReligious(t *testing.T) {
	check(t, []row{
		{"Father Noel Quigg prayed. Liam Orr sat. It rained, said his [father].", "his father"},
		{"Mother Agnes prayed. Liam Orr sat. It rained, said his [mother].", "his mother"},
		{"Father Noel Quigg prayed. Liam Orr sat. It rained, said the [priest].", "Noel Quigg"},
	})
}

// Couples and families are told apart by what the text says of them.
func TestFamilies(t *testing.T) {
	check(t, []row{
		{"The parents, Xebo and Golda Marlo, wept. The Marlos had a son. Mr. [Marlo] said so.\n\nTheir son was Yaw Marlo.", "Xebo Marlo"},
		{"Wendy Dunn won. Dunn sang. Her husband, Carl Dunn, was there. Wendy Dunn sat. It rained, [Dunn] said as he shut the door.", "Carl Dunn"},
		{"Wendy Dunn won. Dunn sang. Her husband, Carl Dunn, was there. Wendy Dunn sat. It rained, [Dunn] said as it got dark.", "Wendy Dunn"},
	})
}

// Whoever came in last by the whole name is meant by a title, not a relative who has only a
// first name.
func TestFamilyTitle(t *testing.T) {
	check(t, []row{
		{"Bea Coll lost her husband, Ned. None of them was Ned.\n\nMilo Coll, a baker, was there.\n\nI said it to Ned.\n\nIt rained, Mr [Coll] said.", "Milo Coll"},
	})
}

// Their mother is of those who share a surname, though others came between.
func TestTheirMother(t *testing.T) {
	check(t, []row{
		{"Nils Orr waved at Lars Orr. Their sister Marit Orr sang.\n\nThe baker, Solveig Hatlen, danced.\n\nTheir mother, Ragna, is 84. It rained, Mrs. [Orr] said.", "Ragna Orr"},
	})
}

// Kinship is told by marriages, by "whose", and of relatives who speak themselves.
func TestKinshipTold(t *testing.T) {
	check(t, []row{
		{"Rhys Tolland married Ada Quill in May. It rained, Tolland said. It was me, said his [wife].", "Ada Quill"},
		{"Ada Quill, whose son Tom was hurt, wept. It rained, Tom's [mother] said.", "Ada Quill"},
		{"Ada Quill and her daughter Liz own the mill. It rained, Ms. [Quill] said.", "Ada Quill"},
	})
}
