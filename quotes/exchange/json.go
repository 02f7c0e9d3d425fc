package exchange

import (
	"bytes"
	"io"
)

// jsonWriter writes one object a line: as JSON lines, or as the elements of
// one array. Each object went through JSON.
type jsonWriter[T any] struct {
	sink
	encode func(*T) any
	array  bool
	count  int
}

func newJSONWriter[T any](w io.Writer, encode func(*T) any, array bool) *jsonWriter[T] {
	if encode == nil {
		encode = func(record *T) any { return record }
	}
	return &jsonWriter[T]{sink: newSink(w), encode: encode, array: array}
}

func (w *jsonWriter[T]) Write(record *T) error {
	line, err := JSON(w.encode(record))
	if err != nil {
		return err
	}
	if w.array {
		between := ",\n"
		if w.count == 0 {
			between = "[\n"
		}
		w.put(between)
	}
	w.count++
	w.put(string(line))
	if !w.array {
		w.put("\n")
	}
	return w.err()
}

func (w *jsonWriter[T]) Close() error {
	if w.array {
		end := "\n]\n"
		if w.count == 0 {
			end = "[]\n"
		}
		w.put(end)
	}
	return w.flush()
}

// chosen encodes an object of these columns only, in their order.
func chosen[T any](columns []Column[T]) func(*T) any {
	return func(record *T) any {
		fields := make(object, len(columns))
		for i, c := range columns {
			fields[i].name = c.Name
			if c.JSON != nil {
				fields[i].value = c.JSON(record)
			} else {
				fields[i].value = c.Value(record)
			}
		}
		return fields
	}
}

// object is a JSON object that keeps the order of its fields.
type object []struct {
	name  string
	value any
}

// MarshalJSON writes the fields in order.
func (o object) MarshalJSON() ([]byte, error) {
	var b bytes.Buffer
	b.WriteByte('{')
	for i, field := range o {
		if i > 0 {
			b.WriteByte(',')
		}
		name, err := JSON(field.name)
		if err != nil {
			return nil, err
		}
		value, err := JSON(field.value)
		if err != nil {
			return nil, err
		}
		b.Write(name)
		b.WriteByte(':')
		b.Write(value)
	}
	b.WriteByte('}')
	return b.Bytes(), nil
}
