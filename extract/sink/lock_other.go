//go:build !unix

package sink

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
)

// lock keeps other runs out of a folder until the function it gives is called. A process
// that is killed leaves the lock file behind, which the message of the next run names.
func lock(dir string) (unlock func(), err error) {
	name := filepath.Join(dir, ".qushu-lock")
	f, err := os.OpenFile(name, os.O_CREATE|os.O_EXCL, 0o644)
	if errors.Is(err, fs.ErrExist) {
		return nil, errLocked
	}
	if err != nil {
		return nil, err
	}
	f.Close()
	return func() { os.Remove(name) }, nil
}
