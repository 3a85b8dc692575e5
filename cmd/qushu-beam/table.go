package main

import (
	"bufio"
	"context"
	"errors"
	"os"
	"path/filepath"

	"github.com/qushu/qushu/extract/export"
	"github.com/qushu/qushu/extract/sink"
)

// The tables of a shard. The first three hold what the files of qushu run do; documents that
// failed are named a second time in the last.
const (
	factsTable     = "facts"
	documentsTable = "documents"
	ledgerTable    = "ledger"
	failedTable    = "failed"
)

// table is the part of the output that one shard makes, on this machine until it is whole.
type table struct {
	dir   string
	files map[string]*output
}

type output struct {
	*bufio.Writer
	file *os.File
}

func newTable(dir string) (*table, error) {
	t := &table{dir: dir, files: map[string]*output{}}
	for _, name := range []string{factsTable, documentsTable, ledgerTable, failedTable} {
		f, err := os.Create(filepath.Join(dir, name+".jsonl"))
		if err != nil {
			t.close()
			return nil, err
		}
		t.files[name] = &output{bufio.NewWriterSize(f, 1<<16), f}
	}
	return t, nil
}

func (t *table) put(r *sink.Rows) error {
	for name, rows := range map[string][]byte{factsTable: r.Facts, documentsTable: r.Documents, ledgerTable: r.Ledger} {
		if _, err := t.files[name].Write(rows); err != nil {
			return err
		}
	}
	return nil
}

func (t *table) fail(d deadLetter) error {
	_, err := t.files[failedTable].Write(d.line())
	return err
}

func (t *table) close() error {
	var errs []error
	for _, f := range t.files {
		errs = append(errs, f.Flush(), f.file.Close())
	}
	t.files = nil
	return errors.Join(errs...)
}

// publish makes the tables appear in the output, each whole or not at all.
func (t *table) publish(ctx context.Context, o Options, shard int) error {
	if err := t.close(); err != nil {
		return err
	}
	if o.Format == "parquet" {
		if err := t.parquet(); err != nil {
			return err
		}
	}
	for _, name := range []string{factsTable, documentsTable, ledgerTable, failedTable} {
		ext := o.Format
		if name == failedTable {
			ext = "jsonl"
		}
		if err := publish(ctx, filepath.Join(t.dir, name+"."+ext), o.Output, shardName(name, shard, o.Shards, ext)); err != nil {
			return err
		}
	}
	return nil
}

// parquet writes the tables again, as Parquet.
func (t *table) parquet() error {
	format, err := export.Find("parquet")
	if err != nil {
		return err
	}
	r, err := export.Open(t.dir)
	if err != nil {
		return err
	}
	_, err = format.Write(r, t.dir)
	return err
}
