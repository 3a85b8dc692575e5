package corpus

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"sort"
	"strings"
)

// File is a file to be read.
type File struct {
	Path string // as the user will see it: relative to the input folder, "/" separated
	OS   string // as the system opens it
	Size int64  // bytes, when it was found
	Err  error  // why it cannot be used, a sentence
}

// Problem is an input that could not be used, with a sentence that says why.
type Problem struct {
	Path string
	Err  error
}

// Find lists the files of the inputs, folders with all that is in them, sorted by
// display path. Names that begin with a dot are passed over. Symbolic links are
// followed; one that leads back into a folder on its own path is a problem. Where two inputs hold
// the same display path, the later one's is prefixed with the input's name.
func Find(inputs []string) ([]File, []Problem) {
	f := finder{taken: map[string]bool{}}
	for _, in := range inputs {
		f.input(in)
	}
	return f.sorted()
}

// Listed are the files of a list, sorted by display path, which is their path as it is
// listed without what leads to the root or above the folder it starts from. A file that
// is listed twice is read once; a folder is a problem.
func Listed(names []string) ([]File, []Problem) {
	f := finder{taken: map[string]bool{}}
	for _, name := range names {
		f.found = nil
		info, err := os.Stat(name)
		switch {
		case err != nil:
			f.fail(name, err)
		case info.IsDir():
			f.problems = append(f.problems, Problem{name, errors.New("is a folder: a list names files")})
		default:
			f.file(name, Rooted(name), info)
		}
		for _, file := range f.found {
			if !f.taken[file.Path] {
				f.taken[file.Path] = true
				f.files = append(f.files, file)
			}
		}
	}
	return f.sorted()
}

// Rooted is the display path of a file that is listed by name: "../a/b.txt" and
// "/a/b.txt" are a/b.txt.
func Rooted(name string) string {
	return strings.TrimPrefix(path.Clean("/"+strings.TrimPrefix(filepath.ToSlash(name), filepath.VolumeName(name))), "/")
}

func (f *finder) sorted() ([]File, []Problem) {
	sort.Slice(f.files, func(i, j int) bool { return f.files[i].Path < f.files[j].Path })
	sort.SliceStable(f.problems, func(i, j int) bool { return f.problems[i].Path < f.problems[j].Path })
	return f.files, f.problems
}

// finder walks the inputs.
type finder struct {
	files    []File
	problems []Problem
	taken    map[string]bool
	found    []File // of the input that is being walked
}

func (f *finder) input(in string) {
	f.found = nil
	info, err := os.Stat(in)
	switch {
	case err != nil:
		f.fail(in, err)
	case info.IsDir():
		f.folder(in, "", nil)
	default:
		f.file(in, filepath.Base(in), info)
	}
	for _, file := range f.found {
		file.Path = f.unique(file.Path, in)
		f.taken[file.Path] = true
		f.files = append(f.files, file)
	}
}

// unique prefixes a display path that is taken with the base name of its input and,
// where that is taken too, with a number.
func (f *finder) unique(p, in string) string {
	if !f.taken[p] {
		return p
	}
	base := "."
	if abs, err := filepath.Abs(in); err == nil {
		base = filepath.Base(abs)
	}
	q := path.Join(base, p)
	for n := 2; f.taken[q]; n++ {
		q = path.Join(fmt.Sprintf("%s~%d", base, n), p)
	}
	return q
}

// folder walks dir, whose display path is rel; above are the folders it lies in.
func (f *finder) folder(dir, rel string, above []fs.FileInfo) {
	info, err := os.Stat(dir)
	if err != nil {
		f.fail(dir, err)
		return
	}
	for _, a := range above {
		if os.SameFile(a, info) {
			f.problems = append(f.problems, Problem{dir, errors.New("the link leads back to a folder that it lies in: it is not followed")})
			return
		}
	}
	entries, err := os.ReadDir(dir)
	if err != nil {
		f.fail(dir, err)
	}
	for _, e := range entries {
		if !strings.HasPrefix(e.Name(), ".") {
			f.entry(filepath.Join(dir, e.Name()), path.Join(rel, e.Name()), append(above[:len(above):len(above)], info))
		}
	}
}

func (f *finder) entry(name, rel string, above []fs.FileInfo) {
	info, err := os.Stat(name)
	switch {
	case err != nil:
		f.fail(name, err)
	case info.IsDir():
		f.folder(name, rel, above)
	default:
		f.file(name, rel, info)
	}
}

func (f *finder) file(name, rel string, info fs.FileInfo) {
	if !info.Mode().IsRegular() {
		f.problems = append(f.problems, Problem{name, errors.New("is no regular file: it is not read")})
		return
	}
	f.found = append(f.found, File{Path: rel, OS: name, Size: info.Size()})
}

// fail notes an error of the system.
func (f *finder) fail(name string, err error) {
	f.problems = append(f.problems, Problem{name, sentence(err)})
}

// sentence is an error of the system as a sentence without the path, which the problem
// names already.
func sentence(err error) error {
	var pe *fs.PathError
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return errors.New("there is no such file or folder")
	case errors.Is(err, fs.ErrPermission):
		return errors.New("may not be read: permission denied")
	case errors.As(err, &pe):
		return fmt.Errorf("cannot be read: %w", pe.Err)
	}
	return fmt.Errorf("cannot be read: %w", err)
}
