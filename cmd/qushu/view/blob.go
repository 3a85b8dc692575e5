package view

import (
	"bytes"
	"runtime"
	"sync"
)

// blob holds many texts one behind the other, so that all are searched at the speed of
// memory.
type blob struct {
	data  []byte
	ends  []int    // behind each text; a zero byte stands between two
	count [256]int // of each byte in data
}

// add appends a text and gives its number.
func (b *blob) add(text string) int32 {
	b.data = append(b.data, text...)
	for i := range len(text) {
		b.count[text[i]]++
	}
	b.ends = append(b.ends, len(b.data))
	b.data = append(b.data, 0)
	return int32(len(b.ends) - 1)
}

// holding says which texts hold a word, which is not empty.
func (b *blob) holding(word string) []bool {
	out := make([]bool, len(b.ends))
	find := b.finder(word)
	inParts(len(b.ends), func(from, to int) {
		at := 0
		if from > 0 {
			at = b.ends[from-1] + 1
		}
		for i := from; i < to; {
			hit := find(b.data[at:b.ends[to-1]])
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

// finder finds a word by the byte of it that is rarest here: the first bytes of Han
// characters are few and everywhere.
func (b *blob) finder(word string) func(data []byte) int {
	rare := 0
	for i := range len(word) {
		if b.count[word[i]] < b.count[word[rare]] {
			rare = i
		}
	}
	return func(data []byte) int {
		for at := rare; ; at++ {
			hit := bytes.IndexByte(data[min(at, len(data)):], word[rare])
			if hit < 0 {
				return -1
			}
			at += hit
			from := at - rare
			if from+len(word) <= len(data) && string(data[from:from+len(word)]) == word {
				return from
			}
		}
	}
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
