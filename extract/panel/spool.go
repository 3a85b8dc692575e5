package panel

import (
	"bufio"
	"bytes"
	"encoding/binary"
	"errors"
	"io"
	"iter"
	"os"
	"slices"
	"strings"
)

// spool is a temporary file of statements in the order in which they were read.
type spool struct {
	file *os.File
	out  *bufio.Writer
	buf  []byte
}

func newSpool(dir string) (*spool, error) {
	f, err := os.CreateTemp(dir, "statements-*")
	if err != nil {
		return nil, err
	}
	return &spool{file: f, out: bufio.NewWriterSize(f, 1<<18)}, nil
}

func (s *spool) add(x *statement) error {
	s.buf = x.append(s.buf[:0])
	var head [binary.MaxVarintLen64]byte
	s.out.Write(head[:binary.PutUvarint(head[:], uint64(len(s.buf)))]) // an error stays until Flush
	_, err := s.out.Write(s.buf)
	return err
}

// statements gives what was added back; each is overwritten by the next.
func (s *spool) statements() iter.Seq2[*statement, error] {
	return func(yield func(*statement, error) bool) {
		if err := s.out.Flush(); err != nil {
			yield(nil, err)
			return
		}
		in := bufio.NewReaderSize(io.NewSectionReader(s.file, 0, 1<<62), 1<<18)
		for {
			n, err := binary.ReadUvarint(in)
			if err == io.EOF {
				return
			}
			x := new(statement)
			s.buf = slices.Grow(s.buf[:0], int(n))[:n]
			if err == nil {
				_, err = io.ReadFull(in, s.buf)
			}
			if err == nil {
				err = x.parse(s.buf)
			}
			if !yield(x, err) || err != nil {
				return
			}
		}
	}
}

func (s *spool) close() error { return errors.Join(s.file.Close(), os.Remove(s.file.Name())) }

// cell is the statements of one thing, by status.
type cell struct {
	statements []statement
	left       int    // statements beyond what is weighed
	series     string // its key without the period
}

var endOfCell = []byte("\x00\x00")

// grouped are the cells in order.
func (p *Panel) grouped() iter.Seq2[*cell, error] {
	return func(yield func(*cell, error) bool) {
		c, key := &cell{}, ""
		for e, err := range p.cells.sorted() {
			if err != nil {
				yield(nil, err)
				return
			}
			own := e.key[:bytes.LastIndex(e.key, endOfCell)]
			if string(own) != key {
				if len(c.statements) > 0 && !yield(c, nil) {
					return
				}
				key = string(own)
				c = &cell{series: seriesOf(key)}
			}
			if len(c.statements) == mostStatements {
				c.left++
				continue
			}
			c.statements = append(c.statements, statement{})
			if err := c.statements[len(c.statements)-1].parse(e.rest); err != nil {
				yield(nil, err)
				return
			}
		}
		if len(c.statements) > 0 {
			yield(c, nil)
		}
	}
}

// partsOfSeries are the parts of a key before the period.
const partsOfSeries = 8

// seriesOf is the key of a cell without its period: what the cells of a line of a wide
// panel have in common. What is of one document only stays apart by that.
func seriesOf(key string) string {
	parts := strings.Split(key, "\x00")
	if len(parts) <= partsOfSeries {
		return key
	}
	return strings.Join(slices.Delete(parts, partsOfSeries, partsOfSeries+1), "\x00")
}
