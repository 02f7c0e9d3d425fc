package extract

import (
	"os"
	"path/filepath"
	"testing"
)

// testdata is the text of testdata/file.
func testdata(t *testing.T, file string) string {
	t.Helper()
	data, err := os.ReadFile(filepath.Join("testdata", file))
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

// golden compares got with testdata/file, or writes it there if asked to.
func golden(t *testing.T, file, got string) {
	t.Helper()
	path := filepath.Join("testdata", file)
	if *update {
		if err := os.WriteFile(path, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatalf("%v; run go test -update", err)
	}
	if got != string(want) {
		t.Errorf("%s changed; run go test -update and look at the diff\ngot:\n%.3000s\nwant:\n%.3000s", file, got, want)
	}
}
