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
func Load(fsys fs.FS) (*Set, error) {
	l := loader{set: &Set{Lists: map[string]List{}, Tables: map[string]Table{}}}
	files, err := readFiles(fsys, "*.rule", "lexicon/*.tsv")
	if err != nil {
		return nil, err
	}
	for _, f := range files {
		if strings.HasSuffix(f.name, ".tsv") {
			l.lexicon(f)
		} else {
			l.rules(f)
		}
	}
	l.set.Hash = hashFiles(files)
	l.checkNames()
	l.checkLists()
	if err := l.errs.join(); err != nil {
		return nil, err
	}
	return l.set, nil
}

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

type loader struct {
	set  *Set
	errs faults
}

func (l *loader) rules(f file) {
	rules, err := Parse(f.name, f.data)
	l.set.Rules = append(l.set.Rules, rules...)
	l.errs.takeAll(err)
}

func (l *loader) lexicon(f file) {
	name := strings.TrimSuffix(path.Base(f.name), ".tsv")
	t, err := ParseTable(name, f.name, f.data)
	l.errs.takeAll(err)
	if t.Cols == nil {
		return
	}
	l.set.Tables[name] = t
	checkRows(t, &l.errs)
	if name != wordsFile {
		l.addList(listOf(t, f.name))
		return
	}
	for _, list := range wordLists(t, f.name, &l.errs) {
		l.addList(list)
	}
}

func (l *loader) addList(list List) {
	if old, ok := l.set.Lists[list.Name]; ok {
		l.errs.add(Pos{File: list.File}, "found the list %s, which %s has already", list.Name, old.File)
		return
	}
	l.set.Lists[list.Name] = list
}

// checkNames wants each rule's name once in the set.
func (l *loader) checkNames() {
	first := map[string]Pos{}
	for _, r := range l.set.Rules {
		if p, ok := first[r.Name]; ok {
			l.errs.add(r.Pos, "found the rule %s a second time, the first is at %s", r.Name, p)
			continue
		}
		first[r.Name] = r.Pos
	}
}

// checkLists wants each list that a pattern names in the lexicon.
func (l *loader) checkLists() {
	var names []string
	for name := range l.set.Lists {
		names = append(names, name)
	}
	for _, r := range l.set.Rules {
		for _, elems := range r.Match {
			for _, e := range elems {
				if _, ok := l.set.Lists[e.List]; e.Kind == WordOf && !ok {
					l.errs.add(e.Pos, "found the list @%s, which the lexicon does not have%s", e.List, hint(e.List, names))
				}
			}
		}
	}
}

func hint(got string, names []string) string {
	if near := nearest(got, names); near != "" {
		return "; did you mean @" + near + "?"
	}
	return ""
}
