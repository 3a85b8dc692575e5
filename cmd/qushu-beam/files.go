package main

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"hash/fnv"
	"io"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"github.com/apache/beam/sdks/v2/go/pkg/beam/io/filesystem"

	"github.com/qushu/qushu/corpus"
)

// Input is what a user names: a file, a folder, a pattern, or files that list files.
type Input struct {
	Name  string
	List  bool // its lines name files
	Whole bool // paths are shown whole, since there are other inputs beside it
}

// inputs are the inputs of a job. Of one input the paths are relative to it, as those of
// qushu run; of several they are whole, so that no two files have the same.
func inputs(names []string, list string) []Input {
	var all []Input
	for _, name := range names {
		all = append(all, Input{Name: name, Whole: len(names) > 1 || list != ""})
	}
	if list != "" {
		all = append(all, Input{Name: list, List: true, Whole: true})
	}
	return all
}

// File is a file that is to be read.
type File struct {
	Path  string // as the user will see it
	Name  string // by which it is opened
	Error string // why it cannot be used, a sentence
}

// folder is where a file lies: what repeats there is told from its neighbours.
func (f File) folder() string {
	if remote(f.Name) {
		return f.Name[:strings.LastIndexByte(f.Name, '/')]
	}
	return filepath.Dir(f.Name)
}

// shard is the part of the output that a file belongs to, that of qushu run --shard.
func (f File) shard(n int) int {
	h := fnv.New64a()
	_, _ = h.Write([]byte(f.Path)) // never fails
	return int(h.Sum64() % uint64(n))
}

// listFn lists the files of an input by the folders they lie in.
type listFn struct{}

func (*listFn) ProcessElement(ctx context.Context, in Input, emit func(string, File)) error {
	put := func(f File) { emit(f.folder(), f) }
	switch {
	case in.List:
		return in.lists(ctx, put)
	case remote(in.Name) || strings.ContainsAny(in.Name, "*?["):
		return in.pattern(ctx, put)
	}
	in.found(in.Name, in.Name, put)
	return nil
}

// found lists a file or folder of this machine as qushu run does, with paths relative to a
// folder.
func (in Input) found(name, folder string, put func(File)) {
	files, problems := corpus.Find([]string{name})
	for _, f := range files {
		put(in.shown(File{Path: relative(folder, f.OS), Name: f.OS}))
	}
	for _, p := range problems {
		put(in.shown(File{Path: relative(folder, p.Path), Name: p.Path, Error: p.Err.Error()}))
	}
}

// relative is the path of a file below a folder; of the folder itself, its name.
func relative(folder, name string) string {
	rel, err := filepath.Rel(folder, name)
	if err != nil || rel == "." {
		rel = filepath.Base(name)
	}
	return filepath.ToSlash(rel)
}

// shown gives a file the path it has among those of several inputs.
func (in Input) shown(f File) File {
	if in.Whole {
		f.Path = whole(f.Name)
	}
	return f
}

// whole is the path of a file without what leads to the root or names the store.
func whole(name string) string {
	if _, rest, ok := strings.Cut(name, "://"); ok {
		return rest
	}
	return corpus.Rooted(name)
}

// pattern lists what a pattern matches. Paths are relative to the last folder that it names
// without a wildcard.
func (in Input) pattern(ctx context.Context, put func(File)) error {
	names, err := match(ctx, in.Name)
	if err != nil {
		return err
	}
	fixed := in.Name
	if i := strings.IndexAny(fixed, "*?["); i >= 0 {
		fixed = fixed[:i]
	}
	fixed = fixed[:strings.LastIndexByte(fixed, '/')+1]
	for _, name := range names {
		switch {
		case !remote(name):
			in.found(name, fixed, put)
		case !strings.HasSuffix(name, "/") && !strings.HasPrefix(path.Base(name), "."):
			put(in.shown(File{Path: strings.TrimPrefix(name, fixed), Name: name}))
		}
	}
	return nil
}

// match lists the names that a pattern matches; that there is none is an error.
func match(ctx context.Context, pattern string) ([]string, error) {
	fs, err := filesystem.New(ctx, pattern)
	if err != nil {
		return nil, err
	}
	defer fs.Close()
	names, err := fs.List(ctx, pattern)
	if err != nil {
		return nil, fmt.Errorf("%s cannot be listed: %w", pattern, err)
	}
	if len(names) == 0 {
		return nil, fmt.Errorf("%s matches no file", pattern)
	}
	return names, nil
}

// lists puts the files that the lines of lists name.
func (in Input) lists(ctx context.Context, put func(File)) error {
	names, err := match(ctx, in.Name)
	if err != nil {
		return err
	}
	for _, name := range names {
		if err := in.list(ctx, name, put); err != nil {
			return fmt.Errorf("the list %s cannot be read: %w", name, err)
		}
	}
	return nil
}

func (in Input) list(ctx context.Context, name string, put func(File)) error {
	return reading(ctx, name, func(r io.Reader) error {
		lines := bufio.NewScanner(r)
		lines.Buffer(nil, 1<<20)
		for lines.Scan() {
			if line := strings.TrimSuffix(lines.Text(), "\r"); line != "" {
				put(in.shown(File{Name: line}))
			}
		}
		return lines.Err()
	})
}

// Job is a file that is to be extracted.
type Job struct {
	File    File
	Repeats []byte // the key of what repeats in its folder
}

// folderFn looks at the first documents of a folder for what repeats in it, and deals its
// files out to the shards. A file that was named twice is read once.
type folderFn struct{ Shards int }

func (f *folderFn) ProcessElement(ctx context.Context, _ string, files func(*File) bool, emit func(int, Job)) error {
	all := sorted(files, func(a, b File) int { return strings.Compare(a.Path, b.Path) })
	all = slices.CompactFunc(all, func(a, b File) bool { return a.Name == b.Name })
	key := lookAt(ctx, all).Key()
	for _, file := range all {
		emit(file.shard(f.Shards), Job{file, key})
	}
	return nil
}

// lookAt finds what repeats among files. Of a store it fetches no more than it looks at.
func lookAt(ctx context.Context, all []File) *corpus.Repeats {
	return corpus.LookAt(func(yield func(corpus.File) bool) {
		for _, f := range all {
			file, drop := f.fetch(ctx)
			more := yield(file)
			if drop(); !more {
				return
			}
		}
	})
}

// sorted collects what an iterator of Beam yields.
func sorted[T any](next func(*T) bool, compare func(a, b T) int) []T {
	var all []T
	for {
		var v T // of its own: what the last holds must stay
		if !next(&v) {
			break
		}
		all = append(all, v)
	}
	slices.SortFunc(all, compare)
	return all
}

// fetch gives the file as one that this machine can open, and what to call when it has been
// read. One that cannot be fetched says so when it is read.
func (f File) fetch(ctx context.Context) (corpus.File, func()) {
	file := corpus.File{Path: f.Path, OS: f.Name}
	if f.Error != "" {
		file.Err = errors.New(f.Error)
	}
	if file.Err != nil || !remote(f.Name) {
		return file, func() {}
	}
	name, drop, err := download(ctx, f.Name)
	if err != nil {
		file.Err = fmt.Errorf("cannot be fetched: %w", err)
	}
	file.OS = name
	return file, drop
}
