package main

import (
	"fmt"
	"os"
	"path/filepath"
)

// expand puts the files of a pattern in place of the folders among args, in order. A
// path that is not there, or a folder without such a file, is an error; what names the
// kind of file in it.
func expand(args []string, pattern, what string) ([]string, error) {
	var out []string
	for _, a := range args {
		info, err := os.Stat(a)
		if err != nil {
			return nil, fmt.Errorf("%s: there is no such file or folder", a)
		}
		if !info.IsDir() {
			out = append(out, a)
			continue
		}
		found, err := filepath.Glob(filepath.Join(a, pattern))
		if err != nil {
			return nil, err
		}
		if len(found) == 0 {
			return nil, fmt.Errorf("%s: there is no %s in it, wanted files named %s", a, what, pattern)
		}
		out = append(out, found...)
	}
	return out, nil
}
