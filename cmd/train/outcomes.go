package main

import (
	"onrecord/quotes/attribute/fit"
	"onrecord/quotes/attribute/model"
)

// outcomes are what held-out models said, and whether it came true: of all articles, and of those that no rule was
// written from.
type outcomes struct{ all, unread []fit.Outcome }

const (
	// leastGroup is how many outcomes make a point of a curve.
	leastGroup = 150
	// leastUnread is from how many outcomes on those of unread articles shift a curve.
	leastUnread = 600
)

// outcomesOf gathers what the documents of all publishers but one have in lists, as far as it tells an outcome.
func outcomesOf[T any](docs []*document, lists [][]T, without string, outcome func(T) (fit.Outcome, bool)) (o outcomes) {
	for i, d := range docs {
		if d.publisher() == without {
			continue
		}
		for _, x := range lists[i] {
			if y, ok := outcome(x); ok {
				o.add(d, y)
			}
		}
	}
	return o
}

func (o *outcomes) add(d *document, x fit.Outcome) {
	o.all = append(o.all, x)
	if d.unread {
		o.unread = append(o.unread, x)
	}
}

// curve is the curve by all outcomes, of at least so many a point, shifted by those of unread articles where there are
// enough of them: the rules flatter the others.
func (o *outcomes) curve(least int) model.Curve {
	c := fit.Calibrate(o.all, least)
	if len(o.unread) < leastUnread {
		return c
	}
	return fit.Shift(c, o.unread)
}
