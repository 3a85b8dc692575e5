package rules

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io/fs"
	"path"
	"slices"
	"strings"
)

// wordsFile holds many small word lists in one table.
const wordsFile = "words"

// Load reads a rule set: *.rule and lexicon/*.tsv of a folder. It refuses a set with
// any fault; the error joins all of them, each with its place.
func Load(fsys fs.FS) (*Set, error) { return LoadLayers(Layer{FS: fsys}) }

type file struct {
	name string
	data []byte
}

// readFiles gives the files that match a pattern, sorted by name.
func readFiles(fsys fs.FS, patterns ...string) ([]file, error) {
	var names []string
	for _, p := range patterns {
		found, err := fs.Glob(fsys, p)
		if err != nil {
			return nil, err
		}
		names = append(names, found...)
	}
	slices.Sort(names)
	if len(names) == 0 {
		return nil, fmt.Errorf("found no rule set, wanted %s", strings.Join(patterns, " and "))
	}
	out := make([]file, len(names))
	for i, name := range names {
		data, err := fs.ReadFile(fsys, name)
		if err != nil {
			return nil, fmt.Errorf("reading a rule set: %w", err)
		}
		out[i] = file{name, data}
	}
	return out, nil
}

// hashFiles is the sha256 over names, lengths and contents.
func hashFiles(files []file) string {
	h := sha256.New()
	for _, f := range files {
		fmt.Fprintf(h, "%s\x00%d\x00", f.name, len(f.data))
		h.Write(f.data)
	}
	return hex.EncodeToString(h.Sum(nil))
}

// loader reads the files of one layer.
type loader struct {
	dir    string // before the names of files in messages
	rules  []Rule
	tables []Table // in the order of their files
	lists  []wordEntry
	errs   faults
}

// wordEntry is a word of a small list with its place.
type wordEntry struct {
	list, word string
	pos        Pos
}

func (l *loader) read(f file) {
	where := path.Join(l.dir, f.name)
	if !strings.HasSuffix(f.name, ".tsv") {
		rules, err := Parse(where, f.data)
		l.rules = append(l.rules, rules...)
		l.errs.takeAll(err)
		return
	}
	t, err := ParseTable(strings.TrimSuffix(path.Base(f.name), ".tsv"), where, f.data)
	l.errs.takeAll(err)
	if t.Cols == nil {
		return
	}
	checkRows(t, &l.errs)
	if t.Name == wordsFile {
		l.lists = wordEntries(t, &l.errs)
	}
	l.tables = append(l.tables, t)
}

// checkNames wants each rule's name once in a layer.
func (l *loader) checkNames() {
	first := map[string]Pos{}
	for _, r := range l.rules {
		if p, ok := first[r.Name]; ok {
			l.errs.add(r.Pos, "found the rule %s a second time, the first is at %s", r.Name, p)
			continue
		}
		first[r.Name] = r.Pos
	}
}

// checkLists wants each list that a pattern names in the lexicon.
func (s *Set) checkLists(errs *faults) {
	names := s.listNames()
	for _, r := range s.Rules {
		for _, elems := range r.Match {
			for _, e := range elems {
				if _, ok := s.Lists[e.List]; e.Kind == WordOf && !ok {
					errs.add(e.Pos, "found the list @%s, which the lexicon does not have%s", e.List, hint(e.List, "@", names))
				}
			}
		}
	}
}

func (s *Set) listNames() []string {
	var names []string
	for name := range s.Lists {
		names = append(names, name)
	}
	return names
}

// hint is the nearest name as a question, mark before it, or "".
func hint(got, mark string, names []string) string {
	if near := nearest(got, names); near != "" {
		return "; did you mean " + mark + near + "?"
	}
	return ""
}
