package main

import (
	"context"
	"fmt"
	"io"
	"math/rand/v2"
	"os"
	"path"
	"strings"

	"github.com/apache/beam/sdks/v2/go/pkg/beam/io/filesystem"
	_ "github.com/apache/beam/sdks/v2/go/pkg/beam/io/filesystem/gcs"
	_ "github.com/apache/beam/sdks/v2/go/pkg/beam/io/filesystem/local"
	_ "github.com/apache/beam/sdks/v2/go/pkg/beam/io/filesystem/s3"
)

// remote reports whether a name is one of a store, such as gs://bucket/a.txt.
func remote(name string) bool { return strings.Contains(name, "://") }

// download copies an object to a temporary file: archives are read from both ends.
func download(ctx context.Context, name string) (string, func(), error) {
	to, err := os.CreateTemp("", "qushu-*")
	if err != nil {
		return "", func() {}, err
	}
	drop := func() { os.Remove(to.Name()) }
	err = copyTo(ctx, to, name)
	if closed := to.Close(); err == nil {
		err = closed
	}
	return to.Name(), drop, err
}

func copyTo(ctx context.Context, to io.Writer, name string) error {
	return reading(ctx, name, func(r io.Reader) error {
		_, err := io.Copy(to, r)
		return err
	})
}

// reading opens an object of any store for the length of a call.
func reading(ctx context.Context, name string, use func(io.Reader) error) error {
	fs, err := filesystem.New(ctx, name)
	if err != nil {
		return err
	}
	defer fs.Close()
	r, err := fs.OpenRead(ctx, name)
	if err != nil {
		return err
	}
	defer r.Close()
	return use(r)
}

// partFolder holds files of the output while they are being written.
const partFolder = ".part"

// publish makes a file of this machine appear in the output folder, whole or not at all,
// over what stands there. Stores show an object when it is closed; a file system that can
// rename is made to do the same.
func publish(ctx context.Context, from, folder, name string) error {
	fs, err := filesystem.New(ctx, folder)
	if err != nil {
		return err
	}
	defer fs.Close()
	in, err := os.Open(from)
	if err != nil {
		return err
	}
	defer in.Close()
	to := join(folder, name)
	files, renames := fs.(filesystem.Renamer)
	if !renames {
		return write(ctx, fs, to, in)
	}
	part := join(folder, partFolder, fmt.Sprintf("%s-%016x", name, rand.Uint64()))
	if err := write(ctx, fs, part, in); err != nil {
		return err
	}
	return files.Rename(ctx, part, to)
}

// write fills a file and closes it only if it is whole.
func write(ctx context.Context, fs filesystem.Interface, name string, from io.Reader) error {
	ctx, cancel := context.WithCancel(ctx)
	defer cancel() // a store drops what was not closed
	w, err := fs.OpenWrite(ctx, name)
	if err != nil {
		return fmt.Errorf("%s cannot be written: %w", name, err)
	}
	if _, err := io.Copy(w, from); err != nil {
		return fmt.Errorf("%s cannot be written: %w", name, err)
	}
	return w.Close()
}

// sweep removes what workers that were killed have left.
func sweep(ctx context.Context, folder string) error {
	fs, err := filesystem.New(ctx, folder)
	if err != nil {
		return err
	}
	defer fs.Close()
	files, ok := fs.(interface {
		filesystem.Renamer
		filesystem.Remover
	})
	if !ok {
		return nil
	}
	left, err := fs.List(ctx, join(folder, partFolder, "*"))
	if err != nil {
		return err
	}
	for _, name := range left {
		if err := files.Remove(ctx, name); err != nil {
			return err
		}
	}
	if err := files.Remove(ctx, join(folder, partFolder)); err != nil && !os.IsNotExist(err) {
		return err
	}
	return nil
}

// join joins the parts of a name, which may begin with that of a store.
func join(folder string, names ...string) string {
	return strings.TrimRight(folder, "/") + "/" + path.Join(names...)
}

// shardName is the name of a part of the output.
func shardName(table string, shard, shards int, ext string) string {
	return fmt.Sprintf("%s-%05d-of-%05d.%s", table, shard, shards, ext)
}
