package terminal

import (
	"io"

	"github.com/vbauerster/mpb/v8"
	"github.com/vbauerster/mpb/v8/decor"
)

// Progress shows how far long work is, on a terminal only. A nil Progress
// shows nothing, so callers need not ask.
type Progress struct {
	bars *mpb.Progress
	bar  *mpb.Bar
}

// Progress begins to show work of that many steps, 0 if unknown. It is nil,
// and nothing is shown, unless the screen is a real terminal. The screen is
// that of stderr; End must be called before anything else is written to it.
func (s *Screen) Progress(what string, steps int) *Progress {
	if !s.IsTerminal || s.forced || s.getenv("TERM") == "dumb" {
		return nil
	}
	return newProgress(s.out, s.Width, what, steps)
}

func newProgress(out io.Writer, width int, what string, steps int) *Progress {
	bars := mpb.New(mpb.WithOutput(out), mpb.WithWidth(min(width, 80)), mpb.WithAutoRefresh())
	style := mpb.BarStyle().Lbound(" ").Filler("━").Tip("━").Padding("─").Rbound(" ")
	// A bar made with its total would end itself when that is reached, and lose
	// the lines that come later.
	bar := bars.New(0, style,
		mpb.BarRemoveOnComplete(),
		mpb.PrependDecorators(decor.Name(what)),
		mpb.AppendDecorators(counter(steps), decor.OnComplete(clock(steps), "")),
	)
	bar.SetTotal(int64(steps), false)
	return &Progress{bars: bars, bar: bar}
}

// counter counts steps, out of how many if that is known.
func counter(steps int) decor.Decorator {
	if steps > 0 {
		return decor.CountersNoUnit("%d/%d")
	}
	return decor.CurrentNoUnit("%d")
}

// clock tells the time that is left, or that has passed where nobody can know.
func clock(steps int) decor.Decorator {
	if steps > 0 {
		return decor.AverageETA(decor.ET_STYLE_GO, decor.WC{C: decor.DextraSpace})
	}
	return decor.Elapsed(decor.ET_STYLE_GO, decor.WC{C: decor.DextraSpace})
}

// Over is a writer of whole lines that come above the bar. It stands for the
// writer given, which is that of the screen, and is the same if no bar is shown.
func (p *Progress) Over(out io.Writer) io.Writer {
	if p == nil {
		return out
	}
	return p.bars
}

// Add counts n more steps as done.
func (p *Progress) Add(n int) {
	if p != nil {
		p.bar.IncrBy(n)
	}
}

// End takes the bar off the screen.
func (p *Progress) End() {
	if p != nil {
		p.bar.Abort(true)
		p.bars.Wait()
	}
}
