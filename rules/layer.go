package rules

import (
	"fmt"
	"io/fs"
	"path"
	"slices"
)

// Layer is a folder of rule files and lexicon tables. Dir is how messages name it; it is
// empty for the rules that others are laid over.
type Layer struct {
	Dir string
	FS  fs.FS
}

// Pack is a layer that lies over the first, with the hash of its files.
type Pack struct {
	Name string `json:"name"` // of the folder, without those above it
	Hash string `json:"sha256"`
}

// WithPacks lays folders over the rule set that the program was built with: what a later
// one says holds.
//
// A rule of the same name takes the place of the earlier one, any other is added. A row of
// a table takes the place of the rows with the same key (its word, or what [keyColumns]
// names), any other is added and goes before where order decides. The words of words.tsv
// are added to their lists. A minus before a word or a key takes that out.
func WithPacks(packs ...Layer) (*Set, error) {
	return LoadLayers(append([]Layer{{FS: builtin}}, packs...)...)
}

// LoadLayers reads rule sets that lie one over the other, the lowest first. It refuses
// them with any fault; the error joins all of them, each with its place.
func LoadLayers(layers ...Layer) (*Set, error) {
	s := &Set{Lists: map[string]List{}, Tables: map[string]Table{}}
	var all []file
	var errs faults
	for i, layer := range layers {
		files, err := readFiles(layer.FS, "*.rule", "lexicon/*.tsv")
		if err != nil {
			return nil, layer.named(err)
		}
		l := loader{dir: layer.Dir}
		for _, f := range files {
			l.read(f)
			all = append(all, file{path.Join(string(rune('0'+i)), f.name), f.data})
		}
		l.checkNames()
		errs = append(errs, l.errs...)
		s.lay(&l, i > 0, &errs)
		if s.Hash = hashFiles(all); i == 0 {
			s.Hash = hashFiles(files)
			continue
		}
		s.Packs = append(s.Packs, Pack{path.Base(layer.Dir), hashFiles(files)})
	}
	s.checkLists(&errs)
	s.checkRead(&errs)
	if err := errs.join(); err != nil {
		return nil, err
	}
	return s, nil
}

func (l Layer) named(err error) error {
	if l.Dir == "" {
		return err
	}
	return fmt.Errorf("%s: %w", l.Dir, err)
}

// lay puts what was read of a layer over the set.
func (s *Set) lay(l *loader, over bool, errs *faults) {
	for _, r := range l.rules {
		r.Pack = l.dir
		at := slices.IndexFunc(s.Rules, func(x Rule) bool { return x.Name == r.Name })
		if over && at >= 0 {
			s.Rules[at] = r
		} else {
			s.Rules = append(s.Rules, r)
		}
	}
	for _, t := range l.tables {
		if old, ok := s.Tables[t.Name]; ok {
			t = old.under(t, errs)
		}
		s.Tables[t.Name] = t
		if t.Name != wordsFile {
			s.addTableList(t, errs)
		}
	}
	for _, e := range l.lists {
		s.addWord(e, over, errs)
	}
}

// addTableList makes the word list of a table, which no list of words.tsv may be called.
func (s *Set) addTableList(t Table, errs *faults) {
	if old, ok := s.Lists[t.Name]; ok && !old.table {
		errs.add(Pos{File: t.File}, "found the list %s, which %s has already", t.Name, old.File)
		return
	}
	s.Lists[t.Name] = listOf(t)
}

// addWord adds a word to its list, or takes it out where a minus stands before it. A
// layer that lies over another may say again what that has; within one file a word
// stands once, which reading it saw to.
func (s *Set) addWord(e wordEntry, over bool, errs *faults) {
	l, known := s.Lists[e.list]
	if l.table {
		errs.add(Pos{File: e.pos.File}, "found the list %s, which %s has already", e.list, l.File)
		return
	}
	if !known {
		l = List{Name: e.list, File: e.pos.File, Pos: e.pos}
	}
	if !over {
		l.Words = append(l.Words, e.word)
	} else {
		l.overlay(e, errs)
	}
	s.Lists[e.list] = l
}

// overlay adds or takes out the word of a pack.
func (l *List) overlay(e wordEntry, errs *faults) {
	word, out := cutMinus(e.word)
	at := slices.Index(l.Words, word)
	switch {
	case out && at < 0:
		errs.add(e.pos, "found -%s, which the list %s does not have", word, e.list)
	case out:
		l.Words = slices.Delete(slices.Clone(l.Words), at, at+1)
	case at < 0:
		l.Words = append(l.Words, word)
	}
}

// cutMinus takes the minus off that stands before what a pack takes out; a minus alone
// is a word.
func cutMinus(word string) (rest string, out bool) {
	if len(word) < 2 || word[0] != '-' {
		return word, false
	}
	return word[1:], true
}

// checkRead wants the lists and tables that a pack adds read by a rule: a name written
// wrongly would change nothing.
func (s *Set) checkRead(errs *faults) {
	if len(s.Packs) == 0 {
		return
	}
	base, err := Default()
	if err != nil {
		errs.take(err)
		return
	}
	named := s.ListsNamed()
	for _, name := range s.listNames() {
		l := s.Lists[name]
		if _, known := base.Lists[name]; known || named[name] || name == wordsFile {
			continue
		}
		errs.add(l.Pos, "found the list %s, which nothing reads%s", name, hint(name, "", base.listNames()))
	}
}

// ListsNamed are the word lists that patterns name.
func (s *Set) ListsNamed() map[string]bool {
	out := map[string]bool{}
	for _, r := range s.Rules {
		for _, elems := range r.Match {
			for _, e := range elems {
				if e.Kind == WordOf {
					out[e.List] = true
				}
			}
		}
	}
	return out
}
