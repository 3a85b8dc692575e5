package panel

import (
	"bufio"
	"bytes"
	"container/heap"
	"encoding/binary"
	"errors"
	"io"
	"iter"
	"os"
	"slices"
)

// sorter sorts entries of a key and what belongs to it by both, in bounded memory: what
// is too much for it goes into sorted files of a folder, which are merged as they are
// read.
type sorter struct {
	dir   string
	limit int // bytes held in memory
	held  []byte
	at    []place
	files []*os.File
}

// firstHold is what a sorter takes at first; one that outgrows it takes all at once.
const firstHold = 1 << 20

// place is an entry in the memory of a sorter.
type place struct{ start, key, end int }

// entry is what a sorter gives back; it is overwritten by the next.
type entry struct{ key, rest []byte }

func (a entry) compare(b entry) int {
	if c := bytes.Compare(a.key, b.key); c != 0 {
		return c
	}
	return bytes.Compare(a.rest, b.rest)
}

// add takes an entry in; both parts are copied.
func (s *sorter) add(key, rest []byte) error {
	if s.held == nil {
		s.held = make([]byte, 0, min(s.limit, firstHold))
	}
	start := len(s.held)
	if n := len(key) + len(rest); len(s.held)+n > cap(s.held) {
		s.held = slices.Grow(s.held, max(n, s.limit+n-len(s.held)))
	}
	s.held = append(append(s.held, key...), rest...)
	s.at = append(s.at, place{start, start + len(key), len(s.held)})
	if len(s.held) < s.limit {
		return nil
	}
	return s.spill()
}

func (s *sorter) entry(p place) entry { return entry{s.held[p.start:p.key], s.held[p.key:p.end]} }

func (s *sorter) sortHeld() {
	slices.SortFunc(s.at, func(a, b place) int { return s.entry(a).compare(s.entry(b)) })
}

// spill writes what is held into a file of its own, sorted.
func (s *sorter) spill() error {
	s.sortHeld()
	f, err := os.CreateTemp(s.dir, "sorted-*")
	if err != nil {
		return err
	}
	s.files = append(s.files, f)
	w := bufio.NewWriterSize(f, 1<<18)
	var head [2 * binary.MaxVarintLen64]byte
	for _, p := range s.at {
		n := binary.PutUvarint(head[:], uint64(p.key-p.start))
		n += binary.PutUvarint(head[n:], uint64(p.end-p.key))
		w.Write(head[:n]) // an error stays until Flush
		w.Write(s.held[p.start:p.end])
	}
	s.held, s.at = s.held[:0], s.at[:0]
	return w.Flush()
}

// close gives the files up.
func (s *sorter) close() error {
	var errs []error
	for _, f := range s.files {
		errs = append(errs, f.Close(), os.Remove(f.Name()))
	}
	s.files, s.held, s.at = nil, nil, nil
	return errors.Join(errs...)
}

// sorted are all entries in order. It may be walked again.
func (s *sorter) sorted() iter.Seq2[entry, error] {
	s.sortHeld()
	if len(s.files) == 0 {
		return func(yield func(entry, error) bool) {
			for _, p := range s.at {
				if !yield(s.entry(p), nil) {
					return
				}
			}
		}
	}
	return s.merged
}

func (s *sorter) merged(yield func(entry, error) bool) {
	var all streams
	for _, f := range s.files {
		all = append(all, &stream{in: bufio.NewReaderSize(io.NewSectionReader(f, 0, 1<<62), 1<<18)})
	}
	all = append(all, &stream{held: s})
	for i := len(all) - 1; i >= 0; i-- {
		if more, err := all[i].next(); err != nil {
			yield(entry{}, err)
			return
		} else if !more {
			all = slices.Delete(all, i, i+1)
		}
	}
	heap.Init(&all)
	for len(all) > 0 {
		if !yield(all[0].entry, nil) {
			return
		}
		more, err := all[0].next()
		switch {
		case err != nil:
			yield(entry{}, err)
			return
		case more:
			heap.Fix(&all, 0)
		default:
			heap.Pop(&all)
		}
	}
}

// stream reads the entries of one file, or of what is held.
type stream struct {
	entry
	in   *bufio.Reader
	buf  []byte
	held *sorter
	n    int
}

// next reads an entry; it reports false at the end.
func (r *stream) next() (bool, error) {
	if r.held != nil {
		if r.n == len(r.held.at) {
			return false, nil
		}
		r.entry = r.held.entry(r.held.at[r.n])
		r.n++
		return true, nil
	}
	key, err := binary.ReadUvarint(r.in)
	if err == io.EOF {
		return false, nil
	}
	rest, err2 := binary.ReadUvarint(r.in)
	if err = errors.Join(err, err2); err != nil {
		return false, err
	}
	r.buf = slices.Grow(r.buf[:0], int(key+rest))[:key+rest]
	_, err = io.ReadFull(r.in, r.buf)
	r.entry = entry{r.buf[:key], r.buf[key:]}
	return err == nil, err
}

// streams are a heap, the next entry first.
type streams []*stream

func (s streams) Len() int           { return len(s) }
func (s streams) Less(i, j int) bool { return s[i].compare(s[j].entry) < 0 }
func (s streams) Swap(i, j int)      { s[i], s[j] = s[j], s[i] }

// Push is never called: streams only end.
func (s *streams) Push(any) { panic("a stream cannot be added to those that are merged") }

// Pop takes the last one off.
func (s *streams) Pop() any {
	last := (*s)[len(*s)-1]
	*s = (*s)[:len(*s)-1]
	return last
}
