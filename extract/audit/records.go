package audit

import (
	"bufio"
	"cmp"
	"encoding/json"
	"fmt"
	"hash/fnv"
	"io"
	"os"
	"slices"

	"github.com/qushu/qushu/extract/fact"
)

// card files a fact under a key of what it may be held against.
type card struct {
	view  view
	key   uint64  // a hash: the facts themselves tell of two keys that share one
	at    int64   // where the line of the fact begins
	size  int32   // of the line
	says  uint32  // a hash of the value and all it is of: cards that say the same need no check
	value float64 // roughly, for the comparison of magnitudes; of a sheet whether it is an anchor
}

// view is a way of laying facts side by side.
type view uint8

// The views: all of one thing over time, all of one area and time, one thing and time in
// all areas, the values of one indicator wherever they are of, and a sentence.
const (
	series view = iota
	sheet
	field
	peers
	sentence
	alone // what is said of a fact by itself
)

func hash(parts ...string) uint64 {
	h := fnv.New64a()
	for _, p := range parts {
		io.WriteString(h, p)
		h.Write([]byte{0})
	}
	return h.Sum64()
}

// lines are the facts of a run, read from beginning to end or one at its place.
type lines struct {
	*os.File
	name string
}

func openLines(name string) (*lines, error) {
	f, err := os.Open(name)
	if err != nil {
		return nil, err
	}
	return &lines{f, name}, nil
}

// each calls use for every fact with the place and the size of its line.
func (l *lines) each(use func(f *fact.Fact, at int64, size int)) error {
	r := bufio.NewReaderSize(l.File, 1<<20)
	at := int64(0)
	for n := 1; ; n++ {
		line, err := r.ReadBytes('\n')
		if len(line) > 0 {
			var f fact.Fact
			if err := json.Unmarshal(line, &f); err != nil {
				return fmt.Errorf("%s:%d: is no fact: %w", l.name, n, err)
			}
			use(&f, at, len(line))
			at += int64(len(line))
		}
		if err == io.EOF {
			return nil
		}
		if err != nil {
			return fmt.Errorf("%s: %w", l.name, err)
		}
	}
}

// fact reads the line of a card.
func (l *lines) fact(c card) (f fact.Fact, err error) {
	line := make([]byte, c.size)
	if _, err = l.ReadAt(line, c.at); err == nil {
		err = json.Unmarshal(line, &f)
	}
	if err != nil {
		err = fmt.Errorf("%s: %w", l.name, err)
	}
	return f, err
}

// groups sorts cards by view and key and calls use for each run of those that share
// both.
func groups(cards []card, use func([]card) error) error {
	slices.SortFunc(cards, func(a, b card) int {
		return cmp.Or(cmp.Compare(a.view, b.view), cmp.Compare(a.key, b.key), cmp.Compare(a.at, b.at))
	})
	for i := 0; i < len(cards); {
		j := i + 1
		for j < len(cards) && cards[j].view == cards[i].view && cards[j].key == cards[i].key {
			j++
		}
		if err := use(cards[i:j]); err != nil {
			return err
		}
		i = j
	}
	return nil
}
