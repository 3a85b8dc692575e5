package segment

import (
	"bytes"
	"compress/gzip"
	"crypto/sha256"
	"embed"
	"encoding/binary"
	"fmt"
	"io"
	"os"
	"path/filepath"
)

// The dictionary of cppjieba travels in the binary, because gojieba otherwise looks
// for it in the module cache of the machine that built it. Its idf and stop-word files
// serve keyword extraction, which qushu does not do: one line each, for an empty idf
// file aborts the process.
//
//go:embed dict/*.gz
var dictFiles embed.FS

// dictNames are the files in the order gojieba.NewJieba takes them.
var dictNames = []string{"jieba.dict.utf8", "hmm_model.utf8", "user.dict.utf8", "idf.utf8", "stop_words.utf8"}

// dictPaths unpacks the dictionary once into a cache folder named by its hash and
// returns the paths. Where the user's cache folder cannot be written it uses the
// folder for temporary files.
func dictPaths() ([]string, error) {
	hash, err := dictHash()
	if err != nil {
		return nil, err
	}
	var last error
	for _, root := range cacheRoots() {
		dir := filepath.Join(root, "qushu", "dict-"+hash)
		if last = unpack(dir); last == nil {
			paths := make([]string, len(dictNames))
			for i, name := range dictNames {
				paths[i] = filepath.Join(dir, name)
			}
			return paths, nil
		}
	}
	return nil, fmt.Errorf("the segmenter's dictionary cannot be unpacked: %w; set XDG_CACHE_HOME or TMPDIR to a folder that can be written", last)
}

func cacheRoots() []string {
	roots := []string{os.TempDir()}
	if dir, err := os.UserCacheDir(); err == nil {
		roots = append([]string{dir}, roots...)
	}
	return roots
}

func dictHash() (string, error) {
	h := sha256.New()
	for _, name := range dictNames {
		data, err := dictFiles.ReadFile("dict/" + name + ".gz")
		if err != nil {
			return "", err
		}
		h.Write(data)
	}
	return fmt.Sprintf("%x", h.Sum(nil))[:16], nil
}

// unpack writes the files into a folder beside dir and renames it, so that two
// processes starting at once never see half a dictionary.
func unpack(dir string) error {
	if complete(dir) {
		return nil
	}
	if err := os.MkdirAll(filepath.Dir(dir), 0o755); err != nil {
		return err
	}
	tmp, err := os.MkdirTemp(filepath.Dir(dir), "unpacking-")
	if err != nil {
		return err
	}
	defer os.RemoveAll(tmp)
	for _, name := range dictNames {
		data, err := unzip(name)
		if err != nil {
			return err
		}
		if err := os.WriteFile(filepath.Join(tmp, name), data, 0o644); err != nil {
			return err
		}
	}
	if err := os.Chmod(tmp, 0o755); err != nil {
		return err
	}
	if err := os.Rename(tmp, dir); err != nil && !complete(dir) {
		return err
	}
	return nil
}

func unzip(name string) ([]byte, error) {
	packed, err := dictFiles.ReadFile("dict/" + name + ".gz")
	if err != nil {
		return nil, err
	}
	r, err := gzip.NewReader(bytes.NewReader(packed))
	if err != nil {
		return nil, err
	}
	return io.ReadAll(r)
}

// complete reports whether every file stands in dir with its full length, which the
// last four bytes of a gzip file give.
func complete(dir string) bool {
	for _, name := range dictNames {
		packed, err := dictFiles.ReadFile("dict/" + name + ".gz")
		if err != nil || len(packed) < 4 {
			return false
		}
		size := int64(binary.LittleEndian.Uint32(packed[len(packed)-4:]))
		if info, err := os.Stat(filepath.Join(dir, name)); err != nil || info.Size() != size {
			return false
		}
	}
	return true
}
