package sqlite

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"sync"
	"testing"
	"time"

	"onrecord/quotes"
	"onrecord/store"
	"onrecord/store/storetest/generate"
)

// sizes are the records that benchmarks work on. ONRECORD_BENCH_QUOTES names
// others, such as 10000,100000,1000000: the last takes about a minute to make
// and 1.5 GB below the folder for temporary files.
func sizes(b *testing.B) []int {
	names := os.Getenv("ONRECORD_BENCH_QUOTES")
	if names == "" {
		return []int{10000, 100000}
	}
	var out []int
	for _, name := range strings.Split(names, ",") {
		n, err := strconv.Atoi(strings.TrimSpace(name))
		if err != nil {
			b.Fatalf("ONRECORD_BENCH_QUOTES: %v", err)
		}
		out = append(out, n)
	}
	return out
}

var bench struct {
	sync.Mutex
	folder string
	paths  map[int]string
}

// TestMain removes the records that benchmarks made, and lets a test run this
// program as a process of its own.
func TestMain(m *testing.M) {
	if path := os.Getenv(childVariable); path != "" {
		child(path)
		return
	}
	code := m.Run()
	if bench.folder != "" {
		_ = os.RemoveAll(bench.folder)
	}
	os.Exit(code)
}

// recordOf gives a record of so many quotes, made once.
func recordOf(b *testing.B, n int) (*Store, *generate.Generator) {
	b.Helper()
	bench.Lock()
	defer bench.Unlock()
	if bench.paths[n] == "" {
		if bench.folder == "" {
			folder, err := os.MkdirTemp("", "onrecord-bench-")
			if err != nil {
				b.Fatal(err)
			}
			bench.folder, bench.paths = folder, map[int]string{}
		}
		path := filepath.Join(bench.folder, fmt.Sprintf("%d.db", n))
		s, err := OpenOrCreate(context.Background(), path, Options{})
		if err != nil {
			b.Fatal(err)
		}
		fill(b, s, generate.New(generate.Shape{Quotes: n}), 10000)
		if err := s.Close(); err != nil {
			b.Fatal(err)
		}
		bench.paths[n] = path
	}
	return openTest(b, bench.paths[n]), generate.New(generate.Shape{Quotes: n})
}

// fill stores all that a generator has, so many quotes to a transaction.
func fill(b testing.TB, s *Store, g *generate.Generator, at int) {
	op := &store.Op{Who: "bench", Command: "ingest"}
	for {
		some := g.Next(at)
		if len(some) == 0 {
			return
		}
		if _, err := s.SaveExtractions(context.Background(), op, some); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkIngest(b *testing.B) {
	for _, batch := range []int{10, 1000, 10000} {
		b.Run(fmt.Sprintf("batch=%d", batch), func(b *testing.B) {
			n := max(2000, min(20*batch, 100000))
			for b.Loop() {
				b.StopTimer()
				s := openTest(b, filepath.Join(b.TempDir(), "record.db"))
				g, op := generate.New(generate.Shape{Quotes: n}), &store.Op{Who: "bench", Command: "ingest"}
				for {
					some := g.Next(batch)
					if len(some) == 0 {
						break
					}
					b.StartTimer()
					if _, err := s.SaveExtractions(context.Background(), op, some); err != nil {
						b.Fatal(err)
					}
					b.StopTimer()
				}
				b.StartTimer()
			}
			b.ReportMetric(float64(n)*float64(b.N)/b.Elapsed().Seconds(), "quotes/s")
			b.ReportMetric(0, "ns/op")
		})
	}
}

func BenchmarkSize(b *testing.B) {
	for _, n := range sizes(b) {
		b.Run(strconv.Itoa(n), func(b *testing.B) {
			s, _ := recordOf(b, n)
			var file, texts, words float64
			for b.Loop() {
				query := func(q string, into *float64) {
					if err := s.db.QueryRow(q).Scan(into); err != nil {
						b.Fatal(err)
					}
				}
				query("SELECT page_count * page_size FROM pragma_page_count, pragma_page_size", &file)
				query("SELECT sum(length(CAST(text AS BLOB))) FROM articles", &texts)
				query("SELECT sum(length(block)) FROM articles_fts_data", &words)
			}
			b.ReportMetric((file-texts)/float64(n), "B/quote")
			b.ReportMetric((file-texts-words)/float64(n), "B/quote-without-article-index")
			b.ReportMetric(0, "ns/op")
		})
	}
}

// each runs a benchmark on records of every size.
func each(b *testing.B, run func(b *testing.B, s *Store, g *generate.Generator)) {
	for _, n := range sizes(b) {
		b.Run(strconv.Itoa(n), func(b *testing.B) {
			s, g := recordOf(b, n)
			b.ResetTimer()
			run(b, s, g)
		})
	}
}

func benchList(f func(g *generate.Generator) quotes.Filter) func(*testing.B, *Store, *generate.Generator) {
	return func(b *testing.B, s *Store, g *generate.Generator) {
		for b.Loop() {
			for _, err := range s.Quotes(context.Background(), f(g)) {
				if err != nil {
					b.Fatal(err)
				}
			}
		}
	}
}

func BenchmarkListNewest50(b *testing.B) {
	each(b, benchList(func(*generate.Generator) quotes.Filter { return quotes.Filter{Limit: 50} }))
}

func BenchmarkListSpeaker50(b *testing.B) {
	each(b, benchList(func(g *generate.Generator) quotes.Filter {
		return quotes.Filter{Limit: 50, Speakers: []string{g.Speaker(3)}}
	}))
}

func BenchmarkListTwoSpeakers50(b *testing.B) {
	each(b, benchList(func(_ *generate.Generator) quotes.Filter {
		return quotes.Filter{Limit: 50, SpeakerIDs: []quotes.SpeakerID{1, 2}}
	}))
}

func BenchmarkListText50(b *testing.B) {
	each(b, benchList(func(g *generate.Generator) quotes.Filter {
		return quotes.Filter{Limit: 50, Text: []string{g.Word(2000)}}
	}))
}

func BenchmarkExport(b *testing.B) {
	for _, n := range sizes(b) {
		b.Run(strconv.Itoa(n), func(b *testing.B) {
			s, g := recordOf(b, n)
			b.ResetTimer()
			benchList(func(*generate.Generator) quotes.Filter { return quotes.Filter{} })(b, s, g)
			b.ReportMetric(float64(n)*float64(b.N)/b.Elapsed().Seconds(), "quotes/s")
		})
	}
}

func BenchmarkCountTo1001(b *testing.B) {
	each(b, func(b *testing.B, s *Store, _ *generate.Generator) {
		for b.Loop() {
			if _, err := s.CountQuotes(context.Background(), quotes.Filter{}, 1001); err != nil {
				b.Fatal(err)
			}
		}
	})
}

func BenchmarkSpeakers50(b *testing.B) {
	each(b, func(b *testing.B, s *Store, _ *generate.Generator) {
		for b.Loop() {
			if _, err := s.Speakers(context.Background(), quotes.SpeakerFilter{Limit: 50}); err != nil {
				b.Fatal(err)
			}
		}
	})
}

func benchSearch(words func(g *generate.Generator) []string) func(*testing.B, *Store, *generate.Generator) {
	return func(b *testing.B, s *Store, g *generate.Generator) {
		q := quotes.Search{Words: words(g), Filter: quotes.Filter{Limit: 50}}
		for b.Loop() {
			if _, err := s.Search(context.Background(), q); err != nil {
				b.Fatal(err)
			}
		}
	}
}

func BenchmarkSearchRare(b *testing.B) {
	each(b, benchSearch(func(g *generate.Generator) []string { return []string{g.Word(20000)} }))
}

func BenchmarkSearchMedium(b *testing.B) {
	each(b, benchSearch(func(g *generate.Generator) []string { return []string{g.Word(500)} }))
}

func BenchmarkSearchCommonest(b *testing.B) {
	each(b, benchSearch(func(g *generate.Generator) []string { return []string{g.Word(0)} }))
}

func BenchmarkSearchTwo(b *testing.B) {
	each(b, benchSearch(func(g *generate.Generator) []string { return []string{g.Word(30), g.Word(300)} }))
}

func BenchmarkSearchSpeakerAndWord(b *testing.B) {
	each(b, benchSearch(func(g *generate.Generator) []string {
		return []string{strings.Fields(g.Speaker(2))[1], g.Word(300)}
	}))
}

func BenchmarkMark(b *testing.B) {
	each(b, func(b *testing.B, s *Store, _ *generate.Generator) {
		m := quotes.Mark{Axis: quotes.AxisVerdict, Verdict: quotes.VerdictTrue}
		for i := 0; b.Loop(); i++ {
			op := &store.Op{Who: "bench", Command: "mark"}
			if _, err := s.Mark(context.Background(), op, []quotes.QuoteID{quotes.QuoteID(i%9000 + 1)}, nil, m); err != nil {
				b.Fatal(err)
			}
		}
	})
}

func BenchmarkMark1000(b *testing.B) {
	each(b, func(b *testing.B, s *Store, _ *generate.Generator) {
		m := quotes.Mark{Axis: quotes.AxisVerdict, Verdict: quotes.VerdictTrue}
		ids := make([]quotes.QuoteID, 1000)
		for i := range ids {
			ids[i] = quotes.QuoteID(i*7 + 1)
		}
		for b.Loop() {
			op := &store.Op{Who: "bench", Command: "mark", DryRun: true}
			if _, err := s.Mark(context.Background(), op, ids, nil, m); err != nil {
				b.Fatal(err)
			}
		}
	})
}

// BenchmarkRename renames a speaker with 100,000 quotes.
func BenchmarkRename(b *testing.B) {
	path := filepath.Join(b.TempDir(), "record.db")
	s := openTest(b, path)
	fill(b, s, generate.New(generate.Shape{Quotes: 100000, Speakers: 1}), 10000)
	b.ResetTimer()
	for i := 0; b.Loop(); i++ {
		op := &store.Op{Who: "bench", Command: "speakers rename"}
		if err := s.RenameSpeaker(context.Background(), op, 1, fmt.Sprintf("Name Number%d", i)); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkCheck(b *testing.B) {
	each(b, func(b *testing.B, s *Store, _ *generate.Generator) {
		for b.Loop() {
			report, err := s.Check(context.Background(), "")
			if err != nil || len(report.Problems) > 0 {
				b.Fatal(err, report.Problems)
			}
		}
	})
}

// BenchmarkOpen is what every process pays before its first query.
func BenchmarkOpen(b *testing.B) {
	path := filepath.Join(b.TempDir(), "record.db")
	openTest(b, path)
	for b.Loop() {
		s, err := Open(context.Background(), path, Options{})
		if err != nil {
			b.Fatal(err)
		}
		_ = s.Close()
	}
}

// BenchmarkMatch looks for what is like statements of the record, each with
// every fourth word left out.
func BenchmarkMatch(b *testing.B) {
	each(b, func(b *testing.B, s *Store, _ *generate.Generator) {
		var asked []string
		for q, err := range s.Quotes(context.Background(), quotes.Filter{Brief: true, Limit: 200}) {
			if err != nil {
				b.Fatal(err)
			}
			words := strings.Fields(q.Text)
			for i := 3; i < len(words); i += 4 {
				words[i] = ""
			}
			asked = append(asked, strings.Join(words, " "))
		}
		var took []time.Duration
		b.ResetTimer()
		for i := 0; b.Loop(); i++ {
			begun := time.Now()
			found, err := s.Match(context.Background(), quotes.Likeness{Text: asked[i%len(asked)], Limit: 20})
			if err != nil || len(found) == 0 {
				b.Fatal(found, err)
			}
			took = append(took, time.Since(begun))
		}
		slices.Sort(took)
		b.ReportMetric(float64(took[len(took)/2].Microseconds())/1000, "p50-ms")
		b.ReportMetric(float64(took[len(took)*95/100].Microseconds())/1000, "p95-ms")
	})
}
