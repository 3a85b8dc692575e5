package main

import (
	"bufio"
	"fmt"
	"hash/fnv"
	"io"
	"os"
	"path"
	"slices"
	"strconv"
	"strings"

	"github.com/bmatcuk/doublestar/v4"

	"github.com/qushu/qushu/corpus"
)

// choice says which of the files found are read.
type choice struct {
	include, exclude []string
	shard            shard
}

// check refuses patterns that are none.
func (c choice) check() error {
	for _, p := range slices.Concat(c.include, c.exclude) {
		if !doublestar.ValidatePattern(p) {
			return fmt.Errorf("the pattern %q is none: wanted one such as *.html or 2024/**", p)
		}
	}
	return nil
}

// takes reports whether a file is read, by its display path, if not in this part.
func (c choice) takes(name string) bool {
	return (len(c.include) == 0 || matches(c.include, name)) && !matches(c.exclude, name)
}

// matches reports whether one of the patterns holds for a display path. A pattern
// without a slash is one of the file's name.
func matches(patterns []string, name string) bool {
	return slices.ContainsFunc(patterns, func(p string) bool {
		of := name
		if !strings.Contains(p, "/") {
			of = path.Base(name)
		}
		return doublestar.MatchUnvalidated(p, of)
	})
}

// files leaves the files that are read, in all parts.
func (c choice) files(all []corpus.File) []corpus.File {
	return slices.DeleteFunc(all, func(f corpus.File) bool { return !c.takes(f.Path) })
}

// shard is a part of a folder, the zero value all of it. It is a flag: i/n.
type shard struct{ i, n int }

// takes reports whether a file is in the part. It depends on the display path alone, so
// that a file stays in its part whatever becomes of the others.
func (s shard) takes(name string) bool {
	if s.n == 0 {
		return true
	}
	h := fnv.New64a()
	io.WriteString(h, name)
	return int(h.Sum64()%uint64(s.n)) == s.i-1
}

// files are those of the part.
func (s shard) files(all []corpus.File) []corpus.File {
	return slices.DeleteFunc(slices.Clone(all), func(f corpus.File) bool { return !s.takes(f.Path) })
}

func (s shard) String() string {
	if s.n == 0 {
		return ""
	}
	return fmt.Sprintf("%d/%d", s.i, s.n)
}

// Type is how help names the value of the flag.
func (s *shard) Type() string { return "i/n" }

// Set reads 2/8.
func (s *shard) Set(v string) error {
	i, n, ok := strings.Cut(v, "/")
	if ok {
		var err1, err2 error
		s.i, err1 = strconv.Atoi(i)
		s.n, err2 = strconv.Atoi(n)
		ok = err1 == nil && err2 == nil && 1 <= s.i && s.i <= s.n
	}
	if !ok {
		return fmt.Errorf("wanted a part such as 2/8, the second of eight")
	}
	return nil
}

// size is a number of bytes as a flag: 500KB, 64MB, 1048576.
type size struct{ bytes *int }

func (s size) String() string {
	if s.bytes == nil || *s.bytes == 0 {
		return "64MB"
	}
	return strconv.Itoa(*s.bytes)
}

// Type is how help names the value of the flag.
func (s size) Type() string { return "size" }

// Set reads a size.
func (s size) Set(v string) error {
	digits := strings.TrimRight(strings.ToUpper(v), "KMGB")
	n, err := strconv.Atoi(digits)
	factor, known := map[string]int{"": 1, "B": 1, "K": 1 << 10, "KB": 1 << 10, "M": 1 << 20, "MB": 1 << 20, "G": 1 << 30, "GB": 1 << 30}[strings.ToUpper(v)[len(digits):]]
	if err != nil || !known || n < 1 || n > 1<<40/factor {
		return fmt.Errorf("wanted a size such as 500KB or 64MB")
	}
	*s.bytes = n * factor
	return nil
}

// readList reads the names of files, one a line, from a file or, where it is -, from in.
func readList(name string, in io.Reader) ([]string, error) {
	if name != "-" {
		f, err := os.Open(name)
		if err != nil {
			return nil, fmt.Errorf("--files-from %s: %w", name, unreadable(err))
		}
		defer f.Close()
		in = f
	}
	var out []string
	lines := bufio.NewScanner(in)
	lines.Buffer(nil, 1<<20)
	for lines.Scan() {
		if line := strings.TrimSuffix(lines.Text(), "\r"); line != "" {
			out = append(out, line)
		}
	}
	if err := lines.Err(); err != nil {
		return nil, fmt.Errorf("--files-from %s cannot be read: %w", name, err)
	}
	return out, nil
}
