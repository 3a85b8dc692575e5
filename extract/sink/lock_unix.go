//go:build unix

package sink

import (
	"errors"
	"os"
	"syscall"
)

// lock keeps other runs out of a folder until the function it gives is called or the
// process ends, however it ends. It leaves no file behind.
func lock(dir string) (unlock func(), err error) {
	d, err := os.Open(dir)
	if err != nil {
		return nil, err
	}
	if err := syscall.Flock(int(d.Fd()), syscall.LOCK_EX|syscall.LOCK_NB); err != nil {
		d.Close()
		if errors.Is(err, syscall.EWOULDBLOCK) {
			return nil, errLocked
		}
		return nil, err
	}
	return func() { d.Close() }, nil
}
