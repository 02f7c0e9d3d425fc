package review

import (
	"net/url"
	"os/exec"
	"runtime"
	"strings"

	"onrecord/quotes"
)

// checkAddress refuses what a browser is not to be given: an article can hold
// any address, and only those of the web do no more than show a page.
func checkAddress(address string) error {
	if address == "" {
		return quotes.Errorf(quotes.CodeNotFound, "the article has no web address").
			Do("give it one with `onrecord articles edit`")
	}
	u, err := url.Parse(address)
	if err != nil || u.Scheme != "http" && u.Scheme != "https" || u.Host == "" {
		return quotes.Errorf(quotes.CodeInvalid, "%q is no web address, and is not opened", address).
			Do("put it right with `onrecord articles edit`")
	}
	return nil
}

// Browser shows a web address in the user's browser, $BROWSER or else the
// system's, without waiting for it.
func Browser(getenv func(string) string) func(address string) error {
	return func(address string) error {
		if err := checkAddress(address); err != nil {
			return err
		}
		words := browserCommand(getenv("BROWSER"), runtime.GOOS, address)
		command := exec.Command(words[0], words[1:]...)
		if err := command.Start(); err != nil {
			return quotes.Errorf(quotes.CodeUnusable, "no browser: %v", err).Do("name one in BROWSER; the address is %s", address)
		}
		go func() { _ = command.Wait() }() // how it ends is its own affair
		return nil
	}
}

// browserCommand is the words of the command. BROWSER may be several commands
// parted by colons, of which the first is taken, and hold %s for the address.
// No shell sees the address.
func browserCommand(browser, system, address string) []string {
	if system != "windows" {
		browser, _, _ = strings.Cut(browser, ":")
	}
	words := strings.Fields(browser)
	if len(words) == 0 {
		switch system {
		case "darwin":
			words = []string{"open"}
		case "windows":
			words = []string{"rundll32", "url.dll,FileProtocolHandler"}
		default:
			words = []string{"xdg-open"}
		}
	}
	placed := false
	for i, w := range words {
		if strings.Contains(w, "%s") {
			words[i], placed = strings.ReplaceAll(w, "%s", address), true
		}
	}
	if !placed {
		words = append(words, address)
	}
	return words
}
