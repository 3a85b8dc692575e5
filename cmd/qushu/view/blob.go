package view

import (
	"bytes"
	"runtime"
	"sync"
)

// blob holds many texts one behind the other, so that all are searched at the speed of
// memory.
type blob struct {
	data []byte
	ends []int // behind each text; a zero byte stands between two
}

// add appends a text and gives its number.
func (b *blob) add(text ...string) int32 {
	for i, t := range text {
		if i > 0 {
			b.data = append(b.data, '\n')
		}
		b.data = append(b.data, t...)
	}
	b.ends = append(b.ends, len(b.data))
	b.data = append(b.data, 0)
	return int32(len(b.ends) - 1)
}

// holding says which texts hold a word.
func (b *blob) holding(word string) []bool {
	out := make([]bool, len(b.ends))
	inParts(len(b.ends), func(from, to int) {
		at := 0
		if from > 0 {
			at = b.ends[from-1] + 1
		}
		for i := from; i < to; {
			hit := bytes.Index(b.data[at:b.ends[to-1]], []byte(word))
			if hit < 0 {
				return
			}
			at += hit
			for b.ends[i] < at {
				i++
			}
			out[i] = b.ends[i] >= at+len(word)
			at = b.ends[i] + 1
			i++
		}
	})
	return out
}

// inParts cuts the numbers below n into as many parts as there are processors, does them
// side by side and waits.
func inParts(n int, do func(from, to int)) {
	var wait sync.WaitGroup
	parts := runtime.GOMAXPROCS(0)
	for p := range parts {
		from, to := n*p/parts, n*(p+1)/parts
		if from < to {
			wait.Go(func() { do(from, to) })
		}
	}
	wait.Wait()
}
