package corpus

import (
	"archive/tar"
	"archive/zip"
	"errors"
	"fmt"
	"io"
	"sort"
	"strings"
)

// zip walks a zip archive, its files sorted by name.
func (u *unpacker) zip(name string, r io.ReaderAt, size int64) error {
	z, err := zip.NewReader(r, size)
	if err != nil {
		return u.fail(name, fmt.Errorf("is a broken zip archive: %w", err))
	}
	files := z.File
	sort.SliceStable(files, func(i, j int) bool { return files[i].Name < files[j].Name })
	for _, f := range files {
		if f.FileInfo().IsDir() || passedOver(f.Name) {
			continue
		}
		if err := u.zipped(name, f); err != nil {
			return err
		}
	}
	return nil
}

// The ratio beyond which a compressed file is taken for a bomb: text packs to a tenth,
// seldom to a fiftieth.
const (
	bombRatio = 500
	bombSize  = 8 << 20
)

func (u *unpacker) zipped(container string, f *zip.File) error {
	name, err := inside(container, f.Name)
	switch {
	case err != nil:
		return u.fail(name, err)
	case f.Flags&1 != 0:
		return u.fail(name, errors.New("is encrypted: unpack it with its password first"))
	case f.UncompressedSize64 > bombSize && f.UncompressedSize64/max(f.CompressedSize64, 1) > bombRatio:
		return u.fail(name, fmt.Errorf("unpacks to %d times its size: it is not read, it could be a bomb", f.UncompressedSize64/max(f.CompressedSize64, 1)))
	}
	r, err := f.Open()
	if err != nil {
		return u.fail(name, fmt.Errorf("cannot be unpacked: %w", err))
	}
	defer r.Close()
	return u.stream(name, r)
}

// tar walks a tar archive in its own order.
func (u *unpacker) tar(name string, r io.Reader) error {
	t := tar.NewReader(r)
	for {
		h, err := t.Next()
		switch {
		case errors.Is(err, io.EOF):
			return nil
		case err != nil:
			return u.fail(name, fmt.Errorf("is a broken tar archive: %w", err))
		case h.Typeflag != tar.TypeReg || passedOver(strings.TrimPrefix(h.Name, "./")):
			continue
		}
		at, err := inside(name, h.Name)
		if err != nil {
			if err := u.fail(at, err); err != nil {
				return err
			}
			continue
		}
		if err := u.stream(at, t); err != nil {
			return err
		}
	}
}
