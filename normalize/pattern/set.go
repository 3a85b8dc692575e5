package pattern

import (
	"math/bits"
	"regexp/syntax"
	"slices"
	"sync"
	"sync/atomic"
)

// SetSize is how many patterns a [Set] can hold.
const SetSize = 512

// Bits says of each pattern of a set, by its place, whether it may match.
type Bits [SetSize / 64]uint64

// Has reports whether pattern i is in b.
func (b *Bits) Has(i int) bool { return b[i>>6]>>(i&63)&1 != 0 }

// Each calls use with the place of every pattern in b, in order.
func (b *Bits) Each(use func(i int)) {
	for k, w := range b {
		for ; w != 0; w &= w - 1 {
			use(k<<6 + bits.TrailingZeros64(w))
		}
	}
}

// Set tells in one pass over a text which of its patterns may match at the beginning of
// it, so that the regular expressions themselves run only where they are likely to: the
// patterns are one automaton, whose states are built when a text first needs them. It is
// safe for concurrent use.
//
// Example: of the patterns 上半年, 上月 and 前N月 a text that begins with 上半场 needs none.
type Set struct {
	insts   []syntax.Inst // of all patterns, joined
	owner   []uint16      // the pattern of each
	size    int
	classOf [1<<16 + 1]uint16
	sample  []rune // a rune of each class
	start   *state
	mu      sync.Mutex
	states  map[string]*state
}

// state is a state of the automaton: the instructions that can read the next rune, and
// the patterns that have matched on the way into it.
type state struct {
	insts   []uint32
	matched Bits
	any     bool // something matched
	next    []atomic.Pointer[state]
}

// maxStates bounds the memory of a set; a text that needs more is answered with every
// pattern.
const maxStates = 1 << 14

// NewSet joins patterns, at most [SetSize].
func NewSet(list []Pattern) *Set {
	s := &Set{states: map[string]*state{}, size: len(list)}
	var starts []uint32
	for i, p := range list {
		base := uint32(len(s.insts))
		for _, in := range p.prog.Inst {
			in.Out += base
			if in.Op == syntax.InstAlt || in.Op == syntax.InstAltMatch {
				in.Arg += base
			}
			s.insts = append(s.insts, in)
			s.owner = append(s.owner, uint16(i))
		}
		starts = append(starts, base+uint32(p.prog.Start))
	}
	s.classes()
	s.start = s.enter(starts)
	return s
}

// May gives the patterns that may match at the beginning of r, at most [Window] runes
// long; ok is false where there are none.
func (s *Set) May(r []rune) (b Bits, ok bool) {
	at := s.start
	for i := 0; ; i++ {
		if at.any {
			for k, w := range at.matched {
				b[k] |= w
			}
			ok = true
		}
		if len(at.insts) == 0 || i == len(r) || i == Window {
			return b, ok
		}
		c := s.class(r[i])
		next := at.next[c].Load()
		if next == nil {
			if next = s.step(at, c); next == nil {
				for i := range b {
					b[i] = ^uint64(0)
				}
				return b, true
			}
		}
		at = next
	}
}

// Begins reports whether a match can begin with r.
func (s *Set) Begins(r rune) bool {
	c := s.class(r)
	next := s.start.next[c].Load()
	if next == nil {
		next = s.step(s.start, c)
	}
	return s.start.any || next == nil || next.any || len(next.insts) > 0
}

func (s *Set) class(r rune) uint16 {
	if uint32(r) >= 1<<16 {
		return s.classOf[1<<16]
	}
	return s.classOf[r]
}

// step builds the state that follows on a rune of class c, or nil where there are too
// many states.
func (s *Set) step(from *state, c uint16) *state {
	s.mu.Lock()
	defer s.mu.Unlock()
	if len(s.states) >= maxStates {
		return nil
	}
	var out []uint32
	for _, pc := range from.insts {
		if s.insts[pc].MatchRune(s.sample[c]) {
			out = append(out, s.insts[pc].Out)
		}
	}
	next := s.enter(out)
	from.next[c].Store(next)
	return next
}

// enter is the state of what can be reached from instructions without reading a rune.
// What is asked of the place in the text ($) is taken for granted: a set may name a
// pattern that does not match, never leave one out that does.
func (s *Set) enter(pcs []uint32) *state {
	st := &state{}
	seen := map[uint32]bool{}
	var walk func(pc uint32)
	walk = func(pc uint32) {
		if seen[pc] {
			return
		}
		seen[pc] = true
		switch in := &s.insts[pc]; in.Op {
		case syntax.InstAlt, syntax.InstAltMatch:
			walk(in.Out)
			walk(in.Arg)
		case syntax.InstCapture, syntax.InstNop, syntax.InstEmptyWidth:
			walk(in.Out)
		case syntax.InstMatch:
			st.any = true
			st.matched[s.owner[pc]>>6] |= 1 << (s.owner[pc] & 63)
		case syntax.InstFail:
		default:
			st.insts = append(st.insts, pc)
		}
	}
	for _, pc := range pcs {
		walk(pc)
	}
	slices.Sort(st.insts)
	key := st.key()
	if old := s.states[key]; old != nil {
		return old
	}
	st.next = make([]atomic.Pointer[state], len(s.sample))
	s.states[key] = st
	return st
}

func (st *state) key() string {
	b := make([]byte, 0, 4*len(st.insts)+8*len(st.matched))
	for _, w := range st.matched {
		for range 8 {
			b = append(b, byte(w))
			w >>= 8
		}
	}
	for _, pc := range st.insts {
		b = append(b, byte(pc), byte(pc>>8), byte(pc>>16), byte(pc>>24))
	}
	return string(b)
}

// classes puts runes that no instruction tells apart into one class.
func (s *Set) classes() {
	const end = 1<<16 + 1 // the last place stands for every rune beyond the first plane
	mark := make([]bool, end+1)
	s.ranges(func(_ int, lo, hi int) { mark[lo], mark[hi+1] = true, true })
	mark[end-1] = true
	place := make([]int, end+1)
	n := 0
	for r := range mark {
		if mark[r] {
			n++
		}
		place[r] = n
	}
	hash := make([]uint64, n+1)
	s.ranges(func(pc int, lo, hi int) {
		for k := place[lo]; k <= place[hi]; k++ {
			hash[k] = (hash[k] ^ uint64(pc+1)) * 0x9e3779b97f4a7c15
		}
	})
	number := map[uint64]uint16{}
	for r := range end {
		h := hash[place[r]]
		c, ok := number[h]
		if !ok {
			c = uint16(len(s.sample))
			number[h] = c
			s.sample = append(s.sample, rune(r))
		}
		s.classOf[r] = c
	}
}

// ranges calls use with every range of runes that an instruction reads, runes beyond the
// first plane counted as the one behind it.
func (s *Set) ranges(use func(pc, lo, hi int)) {
	const beyond = 1 << 16
	for pc := range s.insts {
		in := &s.insts[pc]
		switch in.Op {
		case syntax.InstRuneAny, syntax.InstRuneAnyNotNL:
			use(pc, 0, beyond)
		case syntax.InstRune, syntax.InstRune1:
			for k := 0; k < len(in.Rune); k += 2 {
				lo, hi := in.Rune[k], in.Rune[min(k+1, len(in.Rune)-1)]
				use(pc, min(int(lo), beyond), min(int(hi), beyond))
			}
		}
	}
}
