package dossier

import (
	"fmt"
	"html/template"
	"math"
	"strconv"
	"strings"

	"github.com/go-analyze/charts" //nolint:misspell // its name
)

// The chart's size in units of its own: the page scales it.
const (
	chartWidth  = 880
	chartHeight = 260
)

// chart draws the tally as stacked bars, one for each period. Its colours are
// the page's, light or dark as the reader's system is.
func chart(t *tally) (template.HTML, error) {
	opt := charts.NewBarChartOptionWithData(t.values())
	opt.StackSeries = charts.Ptr(true)
	opt.Theme = theme(len(t.words))
	opt.Legend.Show = charts.Ptr(false) // the page has one, which wraps
	opt.CategoryAxis.Labels = t.labels()
	opt.CategoryAxis.LabelFontStyle = charts.NewFontStyleWithSize(11)
	opt.CategoryAxis.LabelCount = len(t.periods)    // labels leaves the others empty
	opt.CategoryAxis.BoundaryGap = charts.Ptr(true) // each below its bar
	top := niceTop(t.most())
	opt.ValueAxis[0].Min, opt.ValueAxis[0].Max = charts.Ptr(0.0), charts.Ptr(float64(top.value))
	opt.ValueAxis[0].LabelCount = top.steps + 1
	opt.ValueAxis[0].LabelFontStyle = charts.NewFontStyleWithSize(11)
	opt.ValueFormatter = func(f float64) string { return strconv.Itoa(int(math.Round(f))) }
	opt.BarSize = 0.7
	painter := charts.NewPainter(charts.PainterOptions{OutputFormat: charts.ChartOutputSVG, Width: chartWidth, Height: chartHeight})
	if err := painter.BarChart(opt); err != nil {
		return "", fmt.Errorf("drawing a chart: %w", err)
	}
	svg, err := painter.Bytes()
	if err != nil {
		return "", fmt.Errorf("drawing a chart: %w", err)
	}
	return template.HTML(painted(string(svg), t)), nil //nolint:gosec // the library escapes its labels; ours are dates
}

// The library writes colours out, so that each is given one of its own that
// nothing else has, and painted puts the page's in its place.
const (
	markText   = 1
	markAxis   = 2
	markGrid   = 3
	markGround = 4
	markSeries = 100 // and on
)

func mark(n int) charts.Color { return charts.Color{R: 1, G: 2, B: uint8(n), A: 255} } //nolint:gosec // n is small

func theme(series int) charts.ColorPalette {
	colours := make([]charts.Color, max(series, 1))
	for i := range colours {
		colours[i] = mark(markSeries + i)
	}
	return charts.MakeTheme(charts.ThemeOption{
		TextColor: mark(markText), AxisStrokeColor: mark(markAxis), AxisSplitLineColor: mark(markGrid),
		BackgroundColor: mark(markGround), SeriesColors: colours,
	})
}

// painted is the chart in the page's colours and font, named for those who
// cannot see it.
func painted(svg string, t *tally) string {
	pairs := []string{
		"font-family:'Roboto Medium',sans-serif", "font-family:inherit",
		"<svg ", `<svg role="img" aria-label="` + template.HTMLEscapeString(t.title) + `" `,
	}
	paint := func(n int, with string) { pairs = append(pairs, fmt.Sprintf("rgb(1,2,%d)", n), with) }
	for i := len(t.words) - 1; i >= 0; i-- {
		paint(markSeries+i, "var(--"+t.words[i].Tone+")")
	}
	paint(markText, "var(--dim)")
	paint(markAxis, "var(--line)")
	paint(markGrid, "var(--line)")
	paint(markGround, "none")
	return strings.NewReplacer(pairs...).Replace(svg)
}

// scale is the top of an axis and the steps to it.
type scale struct{ value, steps int }

// niceTop is the least round number that most fits below, in four or five
// steps, or as many as there are below that.
func niceTop(most int) scale {
	if most <= 5 {
		return scale{max(most, 1), max(most, 1)}
	}
	for step := 1; ; step *= 10 {
		for _, round := range []int{1, 2, 5} {
			for _, steps := range []int{4, 5} {
				if step*round*steps >= most {
					return scale{step * round * steps, steps}
				}
			}
		}
	}
}
