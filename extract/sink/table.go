package sink

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"time"
)

// The names in the folder of a table.
const (
	factsName     = "facts.jsonl"
	documentsName = "documents.jsonl"
	ledgerName    = "ledger.jsonl"
	manifestName  = "run.json"
	journalName   = ".qushu-index" // of a finished table, where it was asked to be kept
	workName      = ".qushu-run"   // folder of a run that has not ended
	doneName      = ".qushu-done"  // folder of a run that has, while its files are moved
)

// errLocked says that another run writes the folder.
var errLocked = errors.New("another run of qushu is writing it")

// Table writes facts.jsonl, documents.jsonl, ledger.jsonl and run.json into a folder, in
// the order in which rows are put.
//
// Until Close it writes them in a folder of their own within that folder, along with a
// journal, and Close makes them appear: it syncs them, renames their folder, which says
// that they are whole, and moves them out. A process that is killed, or a disk that is
// full, thus leaves the former table, or a new one whose moving the next Table that is
// opened there completes; and what was done stays for a Table that is to resume.
type Table struct {
	dir      string
	disk     disk
	o        TableOptions
	unlock   func()
	files    map[string]*output
	resumed  *cursor // over what the run before has left; nil once something new was asked for
	previous *previous
	unsaved  int       // bytes put since they were last handed to the system
	saved    time.Time // when that was
}

// TableOptions say how a table is written.
type TableOptions struct {
	Key    string // all that rows depend on besides the document: rows made under another are not used
	Resume bool   // go on with what an unfinished run has left
	Reuse  bool   // take over rows of the table that stands there
	Keep   bool   // leave the journal beside the table, so that later runs can reuse it and Merge can merge it
}

// output is a file being written.
type output struct {
	*bufio.Writer
	file file
	path string
}

// Open makes the folder, keeps other runs out of it and gets ready to write. The error
// is a sentence about the folder.
func Open(dir string, o TableOptions) (*Table, error) { return openOn(system{}, dir, o) }

func openOn(d disk, dir string, o TableOptions) (*Table, error) {
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return nil, fmt.Errorf("the output folder %s cannot be written: %w", dir, err)
	}
	unlock, err := lock(dir)
	if err != nil {
		return nil, fmt.Errorf("the output folder %s cannot be written: %w", dir, err)
	}
	t := &Table{dir: dir, disk: d, o: o, unlock: unlock, files: map[string]*output{}}
	if err := t.begin(); err != nil {
		t.Stop()
		return nil, fmt.Errorf("the output folder %s cannot be written: %w", dir, err)
	}
	return t, nil
}

func (t *Table) begin() error {
	if err := t.move(); err != nil {
		return err
	}
	if !t.o.Resume {
		if err := os.RemoveAll(t.in(workName)); err != nil {
			return err
		}
	}
	if err := os.MkdirAll(t.in(workName), 0o755); err != nil {
		return err
	}
	for _, name := range []string{factsName, documentsName, ledgerName, journalName} {
		f, err := t.disk.open(t.in(workName, name))
		if err != nil {
			return err
		}
		t.files[name] = &output{bufio.NewWriterSize(f, 1<<16), f, t.in(workName, name)}
	}
	if t.o.Reuse {
		t.previous = openPrevious(t.dir, t.o.Key)
	}
	f := t.files
	t.resumed = newCursor(t.o.Key, f[journalName].file, f[factsName].file, f[documentsName].file, f[ledgerName].file)
	if t.resumed == nil {
		return t.start(offsets{})
	}
	return nil
}

func (t *Table) in(names ...string) string {
	return filepath.Join(append([]string{t.dir}, names...)...)
}

// start makes rows that are put go behind those that the offsets leave.
func (t *Table) start(at offsets) error {
	t.resumed, t.saved = nil, time.Now()
	for name, end := range map[string]int64{factsName: at.facts, documentsName: at.documents, ledgerName: at.ledger, journalName: at.journal} {
		f := t.files[name].file
		if err := f.Truncate(end); err != nil {
			return t.unwritten(name, err)
		}
		if _, err := f.Seek(end, io.SeekStart); err != nil {
			return t.unwritten(name, err)
		}
	}
	if at.journal == 0 {
		return Lines(t.files[journalName], []head{{journalForm, t.o.Key}})
	}
	return nil
}

// Done reports whether the rows of a document are there already, from the run that is
// resumed, and sums the document up. Documents must be asked for in their order; at the
// first that is not there, what the former run has left behind it is dropped, and the
// answer is no from then on. The error is one of the disk.
func (t *Table) Done(p Place) (*Rows, bool, error) {
	if t.resumed == nil {
		return nil, false, nil
	}
	at := t.resumed.at
	if l, err := t.resumed.next(); err == nil && l.place() == p {
		if r := t.resumed.rows(&l); r != nil {
			return r, true, nil
		}
	}
	return nil, false, t.start(at)
}

// The most that a process which is killed loses: so many bytes of rows, or the rows of
// so long.
const (
	mostUnsaved = 1 << 20
	longUnsaved = time.Second
)

// Put writes the rows of a document.
func (t *Table) Put(r *Rows) error {
	for name, data := range map[string][]byte{factsName: r.Facts, documentsName: r.Documents, ledgerName: r.Ledger} {
		if _, err := t.files[name].Write(data); err != nil {
			return t.unwritten(name, err)
		}
		t.unsaved += len(data)
	}
	if err := Lines(t.files[journalName], []entry{entryOf(r)}); err != nil {
		return t.unwritten(journalName, err)
	}
	if t.unsaved < mostUnsaved && time.Since(t.saved) < longUnsaved {
		return nil
	}
	return t.save()
}

// save hands all rows to the system, those of the journal last.
func (t *Table) save() error {
	t.unsaved, t.saved = 0, time.Now()
	for _, name := range []string{factsName, documentsName, ledgerName, journalName} {
		if err := t.files[name].Flush(); err != nil {
			return t.unwritten(name, err)
		}
	}
	return nil
}

func (t *Table) unwritten(name string, err error) error {
	var pe *fs.PathError
	if errors.As(err, &pe) {
		err = pe.Err
	}
	return fmt.Errorf("%s cannot be written: %w", t.in(name), err)
}

// Stop leaves the table as it was and keeps what was done for a run that resumes it.
func (t *Table) Stop() {
	t.shut()
	t.unlock()
}

// shut closes the files.
func (t *Table) shut() {
	for _, f := range t.files {
		f.Flush() // best effort: rows that are not whole are done again
		f.file.Close()
	}
	t.previous.close()
	t.files, t.previous = nil, nil
}

// Close writes the manifest and makes the table appear. On an error the former table
// stands, or the new one will once a table is opened here again.
func (t *Table) Close(manifest any) error {
	defer t.Stop()
	if err := t.finish(manifest); err != nil {
		return err
	}
	t.shut()
	if !t.o.Keep {
		for _, name := range []string{t.in(journalName), t.in(workName, journalName)} {
			if err := os.Remove(name); err != nil && !errors.Is(err, fs.ErrNotExist) {
				return t.unwritten(journalName, err)
			}
		}
	}
	syncFolder(t.in(workName))
	if err := t.disk.rename(t.in(workName), t.in(doneName)); err != nil {
		return t.unwritten(workName, err)
	}
	syncFolder(t.dir)
	return t.move()
}

// finish writes all files whole and lasting.
func (t *Table) finish(manifest any) error {
	if t.resumed != nil {
		if err := t.start(t.resumed.at); err != nil {
			return err
		}
	}
	f, err := t.disk.open(t.in(workName, manifestName))
	if err != nil {
		return t.unwritten(manifestName, err)
	}
	if err := f.Truncate(0); err != nil {
		return t.unwritten(manifestName, err)
	}
	out := &output{bufio.NewWriter(f), f, t.in(workName, manifestName)}
	t.files[manifestName] = out
	enc := encoder(out)
	enc.SetIndent("", "  ")
	if err := enc.Encode(manifest); err != nil {
		return t.unwritten(manifestName, err)
	}
	for name, f := range t.files {
		if err := errors.Join(f.Flush(), f.file.Sync()); err != nil {
			return t.unwritten(name, err)
		}
	}
	return nil
}

// move moves the files of a run that has ended to where they belong.
func (t *Table) move() error {
	if _, err := os.Stat(t.in(doneName)); errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	for _, name := range []string{journalName, factsName, documentsName, ledgerName, manifestName} {
		if err := t.disk.rename(t.in(doneName, name), t.in(name)); err != nil && !errors.Is(err, fs.ErrNotExist) {
			return t.unwritten(name, err)
		}
	}
	if err := os.Remove(t.in(doneName)); err != nil {
		return t.unwritten(doneName, err)
	}
	syncFolder(t.dir)
	return nil
}
