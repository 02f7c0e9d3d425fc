// Package fetch gets a page from the web, within limits of time, size and
// redirects.
package fetch

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/url"
	"time"

	"onrecord/quotes"
)

// The limits of a Client whose own are zero.
const (
	DefaultTimeout   = 30 * time.Second
	DefaultMaxBytes  = 20 << 20
	maxRedirects     = 10
	acceptedTypes    = "text/html,application/xhtml+xml,text/plain;q=0.9,application/x-ndjson;q=0.8,*/*;q=0.5"
	acceptedLanguage = "en,*;q=0.5"
)

// Client fetches pages. The zero value works.
type Client struct {
	Version  string        // of onrecord, for the user agent
	Timeout  time.Duration // for the whole answer; 0 is DefaultTimeout
	MaxBytes int64         // of the body, decompressed; 0 is DefaultMaxBytes
	// Transport is another than http.DefaultTransport, which heeds the
	// environment's proxy settings.
	Transport http.RoundTripper
}

// Page is what was fetched.
type Page struct {
	URL         string // after redirects
	ContentType string // as the server gives it
	Body        []byte
}

// IsURL reports whether an argument is an address to fetch, not a path.
func IsURL(s string) bool {
	u, err := url.Parse(s)
	return err == nil && (u.Scheme == "http" || u.Scheme == "https") && u.Host != ""
}

// Get fetches an http or https address. Every failure is a *quotes.Error with
// a remedy, but for ctx's own end, which comes as ctx.Err().
func (c *Client) Get(ctx context.Context, address string) (*Page, error) {
	if !IsURL(address) {
		return nil, quotes.Errorf(quotes.CodeInvalid, "%s: no web address", address).Do("give one that begins with https:// or http://")
	}
	timeout := c.Timeout
	if timeout <= 0 {
		timeout = DefaultTimeout
	}
	limited, cancel := context.WithTimeout(ctx, timeout)
	defer cancel()
	request, err := http.NewRequestWithContext(limited, http.MethodGet, address, nil)
	if err != nil {
		return nil, &quotes.Error{Code: quotes.CodeInvalid, Message: address + ": no web address", Remedy: "check its spelling"}
	}
	version := c.Version
	if version == "" {
		version = "devel"
	}
	request.Header.Set("User-Agent", "onrecord/"+version+" (+a newsroom's record of quotes)")
	request.Header.Set("Accept", acceptedTypes)
	request.Header.Set("Accept-Language", acceptedLanguage)

	client := &http.Client{Transport: c.Transport, CheckRedirect: checkRedirect}
	response, err := client.Do(request)
	if err != nil {
		return nil, c.failed(ctx, limited, address, timeout, err)
	}
	defer func() { _ = response.Body.Close() }()
	if response.StatusCode >= 300 || response.StatusCode < 200 {
		return nil, statusError(address, response)
	}
	return c.body(ctx, limited, address, timeout, response)
}

// body reads the answer, up to the limit.
func (c *Client) body(ctx, limited context.Context, address string, timeout time.Duration, response *http.Response) (*Page, error) {
	limit := c.MaxBytes
	if limit <= 0 {
		limit = DefaultMaxBytes
	}
	tooLarge := quotes.Errorf(quotes.CodeUnusable, "%s: larger than %s", address, size(limit)).
		Do("save the article's words as a text file and read that")
	if response.ContentLength > limit {
		return nil, tooLarge
	}
	body, err := io.ReadAll(io.LimitReader(response.Body, limit+1))
	if err != nil {
		return nil, c.failed(ctx, limited, address, timeout, err)
	}
	if int64(len(body)) > limit {
		return nil, tooLarge
	}
	return &Page{URL: response.Request.URL.String(), ContentType: response.Header.Get("Content-Type"), Body: body}, nil
}

func size(bytes int64) string {
	if bytes >= 1<<20 {
		return fmt.Sprintf("%d MB", bytes>>20)
	}
	return fmt.Sprintf("%d bytes", bytes)
}

var errRedirects = errors.New("too many redirects")

// errScheme is a redirect to something that is not the web.
type errScheme string

func (e errScheme) Error() string { return "redirects to " + string(e) + ":" }

func checkRedirect(request *http.Request, via []*http.Request) error {
	if len(via) >= maxRedirects {
		return errRedirects
	}
	if s := request.URL.Scheme; s != "http" && s != "https" {
		return errScheme(s)
	}
	return nil
}

// failed makes an error of one from the network.
func (c *Client) failed(ctx, limited context.Context, address string, timeout time.Duration, err error) error {
	if ctx.Err() != nil {
		return ctx.Err()
	}
	var scheme errScheme
	var unknown *net.DNSError
	switch {
	case errors.Is(limited.Err(), context.DeadlineExceeded):
		return quotes.Errorf(quotes.CodeUnusable, "%s: no whole answer within %s", address, timeout).
			Do("try again later, or save the page and read the file")
	case errors.Is(err, errRedirects):
		return quotes.Errorf(quotes.CodeUnusable, "%s: redirects more than %d times", address, maxRedirects).
			Do("open it in a browser and give the address it ends at, or save the page and read the file")
	case errors.As(err, &scheme):
		return quotes.Errorf(quotes.CodeUnusable, "%s: %s", address, scheme.Error()).Do("give an address of the web")
	case errors.As(err, &unknown) && unknown.IsNotFound:
		return quotes.Errorf(quotes.CodeNotFound, "%s: no host named %s", address, unknown.Name).Do("check the address's spelling and the connection")
	}
	var inner *url.Error
	if errors.As(err, &inner) {
		err = inner.Err // without the address once more
	}
	return &quotes.Error{
		Code: quotes.CodeUnusable, Message: address + ": cannot be fetched", Err: err,
		Remedy: "check the address and the connection, or save the page and read the file",
	}
}

// statusError says what a status means to who wants to read the page.
func statusError(address string, response *http.Response) error {
	code, remedy := quotes.CodeUnusable, "open it in a browser, save the page and read the file"
	switch status := response.StatusCode; {
	case status == http.StatusNotFound || status == http.StatusGone:
		code, remedy = quotes.CodeNotFound, "check the address"
	case status == http.StatusTooManyRequests:
		remedy = "wait a while and try again"
		if after := response.Header.Get("Retry-After"); after != "" {
			remedy += " (the site says after " + after + ")"
		}
	case status >= 500:
		remedy = "the site has trouble: try again later"
	}
	text := http.StatusText(response.StatusCode)
	return quotes.Errorf(code, "%s: the site answered %d %s", address, response.StatusCode, text).Do("%s", remedy)
}
