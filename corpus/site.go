package corpus

import (
	"iter"
	"path/filepath"
	"slices"
	"sync"
)

// sampled is how many documents of a folder are looked at for what repeats in it.
const sampled = 32

// Sites tell what repeats in the folders of a run, of each from its first documents, so
// that no folder is read twice as a whole. A folder is looked at when the first of its
// documents is read; what is found depends on the list of files alone, not on who asks.
type Sites struct {
	folders map[string]*site
}

// site is a folder of documents.
type site struct {
	files   []File // the first ones
	once    sync.Once
	repeats *Repeats
}

// NewSites groups files, in their order, by the folders they lie in.
func NewSites(files []File) *Sites {
	s := &Sites{folders: map[string]*site{}}
	for _, f := range files {
		dir := filepath.Dir(f.OS)
		if s.folders[dir] == nil {
			s.folders[dir] = &site{}
		}
		if in := s.folders[dir]; len(in.files) < sampled {
			in.files = append(in.files, f)
		}
	}
	return s
}

// Of is what repeats in the folder of a file; nil for a file that was not in the list, and
// where s is nil. It may be asked by many at the same time.
func (s *Sites) Of(f File) *Repeats {
	if s == nil {
		return nil
	}
	in := s.folders[filepath.Dir(f.OS)]
	if in == nil {
		return nil
	}
	in.once.Do(func() { in.repeats = LookAt(slices.Values(in.files)) })
	return in.repeats
}

// LookAt finds what repeats in a folder, given its files in their order: it reads the
// first of its documents; those in containers count as well. A folder with too few of
// them for anything to repeat is not read, and no file is asked for that is not needed.
func LookAt(files iter.Seq[File]) *Repeats {
	r := NewRepeats()
	var waiting []Member
	left, seen := sampled, 0
	for f := range files {
		Members(f, func(m Member) bool {
			waiting = append(waiting, m)
			if sampled-left+1 >= leastPages {
				for _, m := range waiting {
					addMember(r, m)
				}
				waiting = nil
			}
			left--
			return left > 0
		})
		if seen++; left == 0 || seen == sampled {
			break
		}
	}
	r.forget()
	return r
}

// addMember adds a document that can be read. A defect met in one is left for its own reading
// to report.
func addMember(r *Repeats, m Member) {
	defer func() { _ = recover() }()
	if m.Err == nil {
		r.Add(m.Path, m.Data)
	}
}
