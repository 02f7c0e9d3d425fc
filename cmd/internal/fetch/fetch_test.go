package fetch

import (
	"compress/gzip"
	"context"
	"errors"
	"fmt"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"

	"onrecord/quotes"
)

// site is a news site with every trouble a site can have.
func site(t *testing.T) *httptest.Server {
	t.Helper()
	mux := http.NewServeMux()
	mux.HandleFunc("/story", func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Content-Type", "text/html; charset=iso-8859-1")
		fmt.Fprintf(w, "<p>%s</p>", r.UserAgent())
	})
	mux.HandleFunc("/packed", func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Encoding", "gzip")
		z := gzip.NewWriter(w)
		fmt.Fprint(z, strings.Repeat("a", 100_000))
		_ = z.Close()
	})
	mux.HandleFunc("/moved", func(w http.ResponseWriter, r *http.Request) {
		http.Redirect(w, r, "/story", http.StatusMovedPermanently)
	})
	mux.HandleFunc("/round", func(w http.ResponseWriter, r *http.Request) { http.Redirect(w, r, "/round", http.StatusFound) })
	mux.HandleFunc("/file", func(w http.ResponseWriter, r *http.Request) {
		http.Redirect(w, r, "file:///etc/hosts", http.StatusFound)
	})
	mux.HandleFunc("/paywall", func(w http.ResponseWriter, _ *http.Request) { w.WriteHeader(http.StatusForbidden) })
	mux.HandleFunc("/busy", func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Retry-After", "120")
		w.WriteHeader(http.StatusTooManyRequests)
	})
	mux.HandleFunc("/broken", func(w http.ResponseWriter, _ *http.Request) { w.WriteHeader(http.StatusBadGateway) })
	mux.HandleFunc("/unchanged", func(w http.ResponseWriter, _ *http.Request) { w.WriteHeader(http.StatusNotModified) })
	mux.HandleFunc("/long", func(w http.ResponseWriter, _ *http.Request) {
		for range 100 { // without a length
			fmt.Fprint(w, strings.Repeat("x", 1000))
			w.(http.Flusher).Flush()
		}
	})
	mux.HandleFunc("/cut", func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Length", "500")
		fmt.Fprint(w, "<p>Half a sto")
	})
	mux.HandleFunc("/slow", func(w http.ResponseWriter, r *http.Request) {
		fmt.Fprint(w, "<p>")
		w.(http.Flusher).Flush()
		<-r.Context().Done()
	})
	server := httptest.NewServer(mux)
	t.Cleanup(server.Close)
	return server
}

func TestGet(t *testing.T) {
	s := site(t)
	c := &Client{Version: "1.2"}
	page, err := c.Get(context.Background(), s.URL+"/moved")
	if err != nil {
		t.Fatal(err)
	}
	if page.URL != s.URL+"/story" || page.ContentType != "text/html; charset=iso-8859-1" || !strings.HasPrefix(string(page.Body), "<p>onrecord/1.2 (+") {
		t.Errorf("%s, %s, %s", page.URL, page.ContentType, page.Body)
	}
	page, err = c.Get(context.Background(), s.URL+"/packed")
	if err != nil || len(page.Body) != 100_000 {
		t.Errorf("packed: %v", err)
	}
}

func TestFailures(t *testing.T) {
	s := site(t)
	c := &Client{MaxBytes: 50_000, Timeout: 5 * time.Second}
	for path, want := range map[string]struct {
		code quotes.Code
		text string
	}{
		"/none":      {quotes.CodeNotFound, "404 Not Found; check the address"},
		"/paywall":   {quotes.CodeUnusable, "403 Forbidden; open it in a browser"},
		"/busy":      {quotes.CodeUnusable, "after 120"},
		"/broken":    {quotes.CodeUnusable, "502 Bad Gateway; the site has trouble"},
		"/unchanged": {quotes.CodeUnusable, "304"},
		"/round":     {quotes.CodeUnusable, "redirects more than 10 times"},
		"/file":      {quotes.CodeUnusable, "redirects to file:"},
		"/long":      {quotes.CodeUnusable, "larger than 50000 bytes"},
		"/packed":    {quotes.CodeUnusable, "larger than 50000 bytes"},
		"/cut":       {quotes.CodeUnusable, "cannot be fetched: unexpected EOF"},
	} {
		_, err := c.Get(context.Background(), s.URL+path)
		var e *quotes.Error
		if !errors.As(err, &e) || e.Code != want.code || !strings.Contains(err.Error(), want.text) || e.Remedy == "" {
			t.Errorf("%s: %v, want %s: %s", path, err, want.code, want.text)
		}
		if err != nil && strings.Count(err.Error(), s.URL) != 1 {
			t.Errorf("%s: the address does not stand once in %v", path, err)
		}
	}
}

func TestNoServer(t *testing.T) {
	gone := httptest.NewServer(http.NotFoundHandler())
	gone.Close()
	_, err := (&Client{}).Get(context.Background(), gone.URL)
	if quotes.CodeOf(err) != quotes.CodeUnusable || !strings.Contains(err.Error(), "cannot be fetched") {
		t.Errorf("%v", err)
	}
	for _, address := range []string{"ftp://a.example/x", "a.example/x", "javascript:x", "file:///etc/hosts", "http://", "http://[::1"} {
		if _, err := (&Client{}).Get(context.Background(), address); quotes.CodeOf(err) != quotes.CodeInvalid {
			t.Errorf("%s: %v", address, err)
		}
	}
}

func TestTimeout(t *testing.T) {
	s := site(t)
	_, err := (&Client{Timeout: 50 * time.Millisecond}).Get(context.Background(), s.URL+"/slow")
	if quotes.CodeOf(err) != quotes.CodeUnusable || !strings.Contains(err.Error(), "within 50ms") {
		t.Errorf("timeout: %v", err)
	}
	ctx, cancel := context.WithCancel(context.Background())
	time.AfterFunc(50*time.Millisecond, cancel)
	if _, err := (&Client{}).Get(ctx, s.URL+"/slow"); !errors.Is(err, context.Canceled) || quotes.CodeOf(err) != "" {
		t.Errorf("cancelled: %v", err)
	}
}
