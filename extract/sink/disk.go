package sink

import (
	"io"
	"os"
)

// disk is what a table asks of the file system. Tests put one in its place that fails.
type disk interface {
	// open opens a file to read and write, and makes it where there is none.
	open(name string) (file, error)
	rename(from, to string) error
}

// file is an open file of a disk.
type file interface {
	io.Reader
	io.ReaderAt
	io.Writer
	io.Seeker
	Truncate(size int64) error
	Sync() error
	Close() error
}

// system is the disk of the operating system.
type system struct{}

func (system) open(name string) (file, error) {
	return os.OpenFile(name, os.O_RDWR|os.O_CREATE, 0o644)
}

func (system) rename(from, to string) error { return os.Rename(from, to) }

// syncFolder makes the names in a folder last. Where a system cannot sync folders they
// last anyway or cannot be made to.
func syncFolder(dir string) {
	if d, err := os.Open(dir); err == nil {
		d.Sync()
		d.Close()
	}
}
