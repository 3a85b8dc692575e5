package golden

import (
	"fmt"
	"slices"

	"github.com/qushu/qushu/rules"
)

// Accept takes the mark off proposed lines of a golden, so that they count from then on:
// off all where lines is empty, else off those whose numbers it lists. It gives how many
// there were. A number at which nothing is proposed is an error, and nothing is accepted.
func (f *File) Accept(lines ...int) (int, error) {
	var chosen []*bool
	found := map[int]bool{}
	for i := range f.Sections {
		s := &f.Sections[i]
		for j := range s.Lines {
			if l := &s.Lines[j]; l.Proposed && wants(lines, l.Pos.Line) {
				chosen, found[l.Pos.Line] = append(chosen, &l.Proposed), true
			}
		}
		if s.Nothing && s.Proposed && wants(lines, s.NothingPos.Line) {
			chosen, found[s.NothingPos.Line] = append(chosen, &s.Proposed), true
		}
	}
	for _, n := range lines {
		if !found[n] {
			return 0, &rules.Error{Pos: rules.Pos{File: f.name(), Line: n}, Msg: "found no proposed line here, wanted one that begins with ?"}
		}
	}
	for _, mark := range chosen {
		*mark = false
	}
	return len(chosen), nil
}

func wants(lines []int, n int) bool { return len(lines) == 0 || slices.Contains(lines, n) }

// name is the file that the golden was read from.
func (f *File) name() string {
	if len(f.Sections) == 0 {
		return ""
	}
	return f.Sections[0].Pos.File
}

// Proposed counts the lines of a golden that do not count yet.
func (f *File) Proposed() int {
	n := 0
	for _, s := range f.Sections {
		for _, l := range s.Lines {
			if l.Proposed {
				n++
			}
		}
		if s.Nothing && s.Proposed {
			n++
		}
	}
	return n
}

// ParseLines reads the numbers of lines, as 7 or 7-12.
func ParseLines(text string) ([]int, error) {
	var from, to int
	if n, err := fmt.Sscanf(text, "%d-%d", &from, &to); n == 1 && err != nil {
		to = from
	}
	plain := fmt.Sprint(from)
	if from < 1 || to < from || to-from > 1_000_000 || text != plain && text != plain+"-"+fmt.Sprint(to) {
		return nil, fmt.Errorf("found the lines %q, wanted a number as 7, or two as 7-12", text)
	}
	var out []int
	for n := from; n <= to; n++ {
		out = append(out, n)
	}
	return out, nil
}
