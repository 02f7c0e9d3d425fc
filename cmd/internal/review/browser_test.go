package review

import (
	"strings"
	"testing"

	"onrecord/quotes"
)

func TestOnlyWebAddressesAreOpened(t *testing.T) {
	opened := 0
	for _, address := range []string{"", "javascript:alert(1)", "file:///etc/passwd", "ftp://a.example", "--help", "/etc/passwd", "https:", "http:///x", "data:text/html,x", "https://a b", "\x1b[31m"} {
		d := &Desk{browse: func(string) error { opened++; return nil }, card: &Card{}}
		d.card.Article.URL = address
		if _, err := d.act(t.Context(), actionFor("o"), nil); quotes.CodeOf(err) == "" {
			t.Errorf("%q: %v", address, err)
		}
		if err := Browser(func(string) string { return "false" })(address); quotes.CodeOf(err) == "" {
			t.Errorf("%q reached the browser: %v", address, err)
		}
	}
	if opened > 0 {
		t.Errorf("%d were opened", opened)
	}
	if err := checkAddress("https://a.example/x?y=1#z"); err != nil {
		t.Error(err)
	}
	if err := Browser(func(string) string { return "/no/such/browser" })("https://a.example"); quotes.CodeOf(err) != quotes.CodeUnusable {
		t.Errorf("no browser: %v", err)
	}
}

func TestBrowserCommand(t *testing.T) {
	const address = "https://a.example/;rm -rf $HOME"
	for _, c := range []struct{ browser, system, want string }{
		{"", "linux", "xdg-open|" + address},
		{"", "darwin", "open|" + address},
		{"", "windows", "rundll32|url.dll,FileProtocolHandler|" + address},
		{"firefox --new-tab", "linux", "firefox|--new-tab|" + address},
		{"w3m:lynx", "linux", "w3m|" + address},
		{`C:\firefox.exe`, "windows", `C:\firefox.exe|` + address},
		{"show --url=%s now", "linux", "show|--url=" + address + "|now"},
	} {
		if got := strings.Join(browserCommand(c.browser, c.system, address), "|"); got != c.want {
			t.Errorf("%q on %s: %s", c.browser, c.system, got)
		}
	}
}
