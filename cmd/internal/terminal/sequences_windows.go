package terminal

import (
	"io"
	"os"

	"golang.org/x/sys/windows"
)

// enableSequences has an older Windows console understand control sequences,
// and reports whether it does. What is no console takes them as they come.
func enableSequences(out io.Writer) bool {
	file, ok := out.(*os.File)
	if !ok {
		return true
	}
	console := windows.Handle(file.Fd())
	var mode uint32
	if windows.GetConsoleMode(console, &mode) != nil {
		return true
	}
	return windows.SetConsoleMode(console, mode|windows.ENABLE_VIRTUAL_TERMINAL_PROCESSING) == nil
}
