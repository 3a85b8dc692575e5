package rules

import (
	"errors"
	"fmt"
	"sort"
)

// Error is one fault of a rule or lexicon file: where it stands, what was found there
// and what was wanted.
type Error struct {
	Pos Pos
	Msg string
}

// Error gives the fault as "level.rule:21:9: found …, wanted …".
func (e *Error) Error() string { return e.Pos.String() + ": " + e.Msg }

// String gives the place as file:line:column; what is 0 or empty is left out.
func (p Pos) String() string {
	s := p.File
	for _, n := range []int{p.Line, p.Col} {
		if n == 0 {
			break
		}
		if s != "" {
			s += ":"
		}
		s += fmt.Sprint(n)
	}
	return s
}

// faults gathers errors so that one run shows all of them.
type faults []error

func (f *faults) add(pos Pos, format string, args ...any) {
	*f = append(*f, &Error{pos, fmt.Sprintf(format, args...)})
}

func (f *faults) take(err error) {
	if err != nil {
		*f = append(*f, err)
	}
}

// join gives the faults in the order of their places, or nil.
func (f faults) join() error {
	sort.SliceStable(f, func(i, j int) bool {
		var a, b *Error
		if !errors.As(f[i], &a) || !errors.As(f[j], &b) {
			return false
		}
		if a.Pos.File != b.Pos.File {
			return a.Pos.File < b.Pos.File
		}
		return a.Pos.Line < b.Pos.Line || a.Pos.Line == b.Pos.Line && a.Pos.Col < b.Pos.Col
	})
	return errors.Join(f...)
}

// takeAll takes the faults of a joined error one by one.
func (f *faults) takeAll(err error) {
	if joined, ok := err.(interface{ Unwrap() []error }); ok {
		*f = append(*f, joined.Unwrap()...)
		return
	}
	f.take(err)
}
