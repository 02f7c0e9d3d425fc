package exchange

import (
	"bufio"
	"bytes"
	"encoding/base64"
	"encoding/json"
	"fmt"
	"net/url"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"onrecord/quotes"
)

// browser is a Chromium without a window, spoken to in its own protocol over
// two pipes: https://chromedevtools.github.io/devtools-protocol/
type browser struct {
	t       *testing.T
	in      *os.File
	out     *bufio.Reader
	session string
	last    int
}

// openPage shows a page in Chromium; a machine without one skips the test.
func openPage(t *testing.T, page string) *browser {
	t.Helper()
	program := ""
	for _, name := range []string{"chromium", "chromium-browser", "google-chrome"} {
		if path, err := exec.LookPath(name); err == nil {
			program = path
			break
		}
	}
	if program == "" {
		t.Skip("no Chromium to open the page in")
	}
	path := filepath.Join(t.TempDir(), "page.html")
	if err := os.WriteFile(path, []byte(page), 0o600); err != nil {
		t.Fatal(err)
	}
	fromUs, in, err := os.Pipe()
	if err != nil {
		t.Fatal(err)
	}
	out, toUs, err := os.Pipe()
	if err != nil {
		t.Fatal(err)
	}
	profile, err := os.MkdirTemp("", "onrecord-chromium-")
	if err != nil {
		t.Fatal(err)
	}
	c := exec.Command(program, "--headless", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--remote-debugging-pipe",
		"--user-data-dir="+profile, "--window-size=1400,900")
	c.ExtraFiles = []*os.File{fromUs, toUs}
	if err := c.Start(); err != nil {
		t.Skipf("Chromium does not start: %v", err)
	}
	_ = fromUs.Close()
	_ = toUs.Close()
	b := &browser{t: t, in: in, out: bufio.NewReader(out)}
	t.Cleanup(func() {
		_ = c.Process.Kill()
		_ = c.Wait()
		_ = in.Close()
		_ = out.Close()
		// Processes that it began may write there for a moment yet: t.TempDir would fail the test.
		for range 40 {
			if os.RemoveAll(profile) == nil {
				break
			}
			time.Sleep(50 * time.Millisecond)
		}
	})
	var target struct{ TargetID string }
	b.call("Target.createTarget", map[string]any{"url": "about:blank"}, &target)
	var attached struct{ SessionID string }
	b.call("Target.attachToTarget", map[string]any{"targetId": target.TargetID, "flatten": true}, &attached)
	b.session = attached.SessionID
	b.call("Page.enable", nil, nil)
	b.call("Log.enable", nil, nil)
	b.call("Page.navigate", map[string]any{"url": (&url.URL{Scheme: "file", Path: path}).String()}, nil)
	b.eval(`new Promise(done => document.readyState === "complete" ? done(1) : addEventListener("load", () => done(1)))`)
	return b
}

// call asks for something and waits for the answer.
func (b *browser) call(method string, parameters map[string]any, into any) {
	b.t.Helper()
	b.last++
	ask := map[string]any{"id": b.last, "method": method}
	if parameters != nil {
		ask["params"] = parameters
	}
	if b.session != "" {
		ask["sessionId"] = b.session
	}
	data, err := json.Marshal(ask)
	if err != nil {
		b.t.Fatal(err)
	}
	if _, err := b.in.Write(append(data, 0)); err != nil {
		b.t.Fatalf("%s: %v", method, err)
	}
	for {
		line, err := b.out.ReadBytes(0)
		if err != nil {
			b.t.Fatalf("%s: %v", method, err)
		}
		var answer struct {
			ID     int
			Result json.RawMessage
			Error  *struct{ Message string }
		}
		if err := json.Unmarshal(bytes.TrimSuffix(line, []byte{0}), &answer); err != nil {
			b.t.Fatal(err)
		}
		if answer.ID != b.last {
			continue
		}
		if answer.Error != nil {
			b.t.Fatalf("%s: %s", method, answer.Error.Message)
		}
		if into != nil {
			if err := json.Unmarshal(answer.Result, into); err != nil {
				b.t.Fatal(err)
			}
		}
		return
	}
}

// eval is the value of an expression on the page, as text.
func (b *browser) eval(expression string) string {
	b.t.Helper()
	var out struct {
		Result           struct{ Value any }
		ExceptionDetails *struct{ Text string }
	}
	b.call("Runtime.evaluate", map[string]any{"expression": expression, "returnByValue": true, "awaitPromise": true}, &out)
	if out.ExceptionDetails != nil {
		b.t.Fatalf("%s: %s", expression, out.ExceptionDetails.Text)
	}
	return fmt.Sprint(out.Result.Value)
}

// media makes the page look as it would in print or in the dark.
func (b *browser) media(media, scheme string) {
	b.call("Emulation.setEmulatedMedia", map[string]any{
		"media": media, "features": []map[string]string{{"name": "prefers-color-scheme", "value": scheme}},
	}, nil)
}

// picture keeps a picture of the page in ONRECORD_PICTURES, if that is set.
func (b *browser) picture(name string) {
	folder := os.Getenv("ONRECORD_PICTURES")
	if folder == "" {
		return
	}
	var shot struct{ Data string }
	b.call("Page.captureScreenshot", nil, &shot)
	data, err := base64.StdEncoding.DecodeString(shot.Data)
	if err == nil {
		err = os.WriteFile(filepath.Join(folder, name+".png"), data, 0o600)
	}
	if err != nil {
		b.t.Fatal(err)
	}
}

func TestPageInBrowser(t *testing.T) {
	var all []*quotes.Quote
	for i, speaker := range []string{"Ann Lee", "Zoë Brandt", "Bo Lund", ""} {
		q := sample()
		q.ID, q.Speaker, q.Text = quotes.QuoteID([]int{9, 10, 2, 33}[i]), speaker, "Words of "+speaker
		q.Tags = [][]string{{"sea", "ice"}, {"ice"}, nil, {"sea"}}[i]
		q.Status = []quotes.Status{"unchecked", "checked", "checked", "flagged"}[i]
		q.Context, q.Spans = "Before. “"+q.Text+",” and after.", nil
		all = append(all, q)
	}
	all[0].Note = `</td></script><script>document.title="owned"</script><img src=x onerror='document.title="owned"'>`
	b := openPage(t, write(t, FormatHTML, Quotes, nil, Options{Title: "For review"}, all...))
	is := func(what, expression, want string) {
		t.Helper()
		if got := b.eval(expression); got != want {
			t.Errorf("%s: %s, want %s", what, got, want)
		}
	}
	const shown = `[...document.querySelectorAll("tbody tr")].filter(r => r.offsetHeight > 0).map(r => r.cells[0].textContent).join(" ")`
	click := func(column string) {
		b.eval(`[...document.querySelectorAll("th button")].find(b => b.textContent === "` + column + `").click()`)
	}
	is("title", "document.title", "For review")
	is("scripts and pictures", `document.querySelectorAll("script").length + " " + document.images.length`, "1 0")
	is("lit", `document.querySelector("td.context mark").textContent`, "Words of Ann Lee")
	is("at first", shown, "9 10 2 33")
	b.picture("page-light")
	click("id")
	is("by number", shown, "2 9 10 33")
	click("id")
	is("and back", shown, "33 10 9 2")
	click("speaker")
	is("by speaker, the unknown last", shown, "9 2 10 33")
	is("told", `document.querySelector("th[aria-sort]").textContent + document.querySelector("th[aria-sort]").ariaSort`, "speakerascending")
	filter := func(selector, value string) {
		b.eval(`(() => { const e = document.querySelector("` + selector + `"); e.value = "` + value + `"; e.dispatchEvent(new Event("input", { bubbles: true })) })()`)
	}
	filter("select[aria-label='filter by tags']", "=ice")
	is("a tag", shown, "9 10")
	is("counted", `document.querySelector(".count").textContent`, "2 of 4 quotes")
	filter("input[type=search]", "BRANDT words")
	is("and words", shown, "10")
	b.media("print", "light")
	is("in print, the same rows", shown, "10")
	is("and no filters", `document.querySelector(".filters").offsetHeight`, "0")
	b.picture("page-print")
	b.media("screen", "dark")
	filter("input[type=search]", "")
	filter("select[aria-label='filter by tags']", "*")
	is("all", shown, "9 2 10 33")
	is("dark", `getComputedStyle(document.body).backgroundColor`, "rgb(24, 24, 23)")
	b.picture("page-dark")
	// Nothing else may run, not even here.
	is("no other script", `(() => { const s = document.createElement("script"); s.textContent = "document.title = 'owned'"; document.body.append(s); return document.title })()`, "For review")
	if title := b.eval("document.title"); strings.Contains(title, "owned") {
		t.Error("a cell ran a script")
	}
}
