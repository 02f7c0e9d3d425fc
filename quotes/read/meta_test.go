package read

import (
	"strings"
	"testing"

	"golang.org/x/net/html"
)

func TestAddress(t *testing.T) {
	for _, c := range []struct{ base, link, want string }{
		{"https://a.example/news/1?x=2#top", "", "https://a.example/news/1?x=2"},
		{"https://a.example/news/1", "/news/one", "https://a.example/news/one"},
		{"https://a.example/news/1", "//b.example/one#frag", "https://b.example/one"},
		{"https://a.example/news/1", "https://a.example/", "https://a.example/news/1"},
		{"https://a.example/", "https://a.example/", "https://a.example/"},
		{"https://a.example/news/1", "javascript:alert(1)", "https://a.example/news/1"},
		{"", "https://a.example/one", "https://a.example/one"},
		{"", "/one", ""},
		{"", "https://[::1", ""},
	} {
		if got := address(c.base, c.link); got != c.want {
			t.Errorf("address(%q, %q) = %q, want %q", c.base, c.link, got, c.want)
		}
	}
}

func TestNames(t *testing.T) {
	for in, want := range map[string]string{
		"By Odile Farrant":             "Odile Farrant",
		"Written by Odile Farrant":     "Odile Farrant",
		"Byron Bay Bureau":             "Byron Bay Bureau",
		"https://social.example/odile": "",
		"@odile":                       "",
		"  Odile \n Farrant ":          "Odile Farrant",
		"By":                           "By",
	} {
		if got := personName(in); got != want {
			t.Errorf("personName(%q) = %q, want %q", in, got, want)
		}
	}
	for in, want := range map[string]string{
		"Odile Farrant March 9, 2025 3:46 PM": "Odile Farrant",
		"Odile Farrant9 Mar 2025651":          "Odile Farrant",
		"Odile Farrant • 8h":                  "Odile Farrant",
		"Odile Farrant | Courier":             "Odile Farrant",
		"9 March":                             "",
	} {
		if got := nameOnly(in); got != want {
			t.Errorf("nameOnly(%q) = %q, want %q", in, got, want)
		}
	}
	for in, want := range map[string]string{
		"Coast Weekly - News from the shore": "Coast Weekly",
		"Coast Weekly":                       "Coast Weekly",
		"The Star - Saltby":                  "The Star - Saltby",
		"http://www.coast.example":           "coast.example",
	} {
		if got := outletName(in); got != want {
			t.Errorf("outletName(%q) = %q, want %q", in, got, want)
		}
	}
	for in, want := range map[string]string{"en_us": "en-US", "EN": "en", "zh-hans-cn": "zh-Hans-CN", "english": "", "e": "", "": "", "en-": "", "x y": ""} {
		if got := languageTag(in); got != want {
			t.Errorf("languageTag(%q) = %q, want %q", in, got, want)
		}
	}
}

// Which of a page's headings and titles is the headline.
func TestTitles(t *testing.T) {
	for name, c := range map[string]struct{ page, want string }{
		"the heading":                   {"<title>Ferries stay in port | Courier</title><h1>Ferries stay in port today</h1>", "Ferries stay in port today"},
		"not the site's":                {"<title>Ferries stay in port - Saltby Courier</title><h1>Saltby Courier</h1>", "Ferries stay in port"},
		"not the site's, in front":      {"<title>Saltby Courier - Ferries stay in port</title><h1>Saltby Courier</h1>", "Ferries stay in port"},
		"the better of two":             {"<title>Ferries stay in port</title><h1>Ferries</h1><h1>Ferries stay in port again</h1>", "Ferries stay in port again"},
		"the only one":                  {"<title>Document</title><h1>Ferries stay in port</h1>", "Ferries stay in port"},
		"no heading":                    {"<meta property='og:site_name' content='Courier'><title>Ferries stay in port – Courier</title>", "Ferries stay in port"},
		"a dash of its own":             {"<title>Ferries stay in port – for now</title>", "Ferries stay in port – for now"},
		"for machines":                  {"<meta property='og:title' content='Ferries stay in port'><title>x</title><h1>Menu</h1><h1>Log in</h1>", "Ferries stay in port"},
		"a picture's title is none":     {"<svg><title>Arrow</title></svg><title>Ferries stay in port</title>", "Ferries stay in port"},
		"only the site's name anywhere": {"<title>Courier</title><h1>Courier</h1>", "Courier"},
	} {
		doc, err := html.Parse(strings.NewReader(c.page))
		if err != nil {
			t.Fatal(err)
		}
		m := readMeta(doc, "")
		if m.chooseTitle(doc); m.title != c.want {
			t.Errorf("%s: %q, want %q", name, m.title, c.want)
		}
	}
}

func TestTimes(t *testing.T) {
	for name, c := range map[string]struct{ page, want string }{
		"marked":               {"<time datetime=2020-01-01></time><article><time itemprop=datePublished datetime=2025-03-09>x</time></article>", "2025-03-09"},
		"in the article":       {"<aside><time datetime=2020-01-01></time></aside><article><time datetime=2025-03-09></time><time datetime=2025-03-10></time></article>", "2025-03-09"},
		"the only one":         {"<time>9 March 2025</time>", "2025-03-09"},
		"one of many":          {"<time datetime=2025-03-09></time><time datetime=2025-03-10></time>", ""},
		"a broken one goes on": {"<meta property='article:published_time' content='soon'><meta name=date content=2025-03-09>", "2025-03-09"},
	} {
		doc, err := html.Parse(strings.NewReader(c.page))
		if err != nil {
			t.Fatal(err)
		}
		if m := readMeta(doc, ""); m.published != c.want {
			t.Errorf("%s: %q, want %q", name, m.published, c.want)
		}
	}
}
