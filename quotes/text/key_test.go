package text

import "testing"

func TestKey(t *testing.T) {
	tests := []struct{ name, want string }{
		{"", ""},
		{"Vladimir Putin", "vladimir putin"},
		{"  Vladimir\u00a0\u200bPUTIN’s ", "vladimir putin"},
		{"Kim Jong-un", "kim jong un"},
		{"Kim Jong‑Un's", "kim jong un"},
		{"J. K. Rowling", "jk rowling"},
		{"J.K. Rowling", "jk rowling"},
		{"J K Rowling", "jk rowling"},
		{"John F. Kennedy, Jr.", "john f kennedy jr"},
		{"U.S. Coast Guard", "us coast guard"},
		{"Maeve O’Brien", "maeve obrien"},
		{"Maeve O'Brien", "maeve obrien"},
		{"Jones'", "jones"},
		{"Zoë Ångström", "zoe angstrom"},
		{"Søren Łukasz Æbelø Đorđević Strauß", "soren lukasz aebelo dordevic strauss"},
		{"STRAẞE", "strasse"},
		{"İstanbul", "istanbul"},
		{"Nguyễn Phú Trọng", "nguyen phu trong"},
		{"Σίσυφος", "σισυφοσ"},
		{`Ola "Bear" Benn (retired)`, "ola bear benn retired"},
		{"AT&T", "at&t"},
		{"B & Q", "b&q"},
		{"김정은", "김정은"},
		{"Ｆｕｌｌ", "full"},
		{"@FerryBoard", "ferryboard"},
		{"!!!", ""},
	}
	for _, test := range tests {
		if got := Key(test.name); got != test.want {
			t.Errorf("Key(%q) = %q, want %q", test.name, got, test.want)
		}
	}
}
