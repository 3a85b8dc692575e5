package corpus

import (
	"bufio"
	"bytes"
	"compress/gzip"
	"errors"
	"fmt"
	"io"
	"os"
	"path"
	"strings"
)

// Member is one document of a file: the file itself or, where the file is a container
// (an archive, a mail, a crawl), a document in it. Offsets of a document of a container
// count in Data, which is what the container holds once unpacked.
type Member struct {
	Path string // display path: that of the file, then the name in the container
	Data []byte
	Err  error // a sentence without the path, where it cannot be read
}

// The bounds that keep a container from filling the memory or the day.
const (
	mostMembers  = 1 << 20 // documents of one container
	mostNested   = 3       // containers in one another
	mostUnpacked = 4 << 30 // bytes of all documents of one container
)

// Members calls yield with each document of a file as the zero Options do.
func Members(f File, yield func(Member) bool) { Options{}.Members(f, yield) }

// Members calls yield with each document of a file, in the order in which the file holds
// them, until there is no more or yield returns false. Containers are told by content:
// zip, tar, gzip, WARC, MIME mail and web archives, newline-delimited JSON; all else is
// one document. What cannot be read is a Member with an error, and the rest goes on.
func (o Options) Members(f File, yield func(Member) bool) {
	if f.Err != nil {
		yield(Member{Path: f.Path, Err: f.Err})
		return
	}
	file, err := os.Open(f.OS)
	if err != nil {
		yield(Member{Path: f.Path, Err: sentence(err)})
		return
	}
	defer file.Close()
	u := &unpacker{yield: yield, longest: o.longest()}
	u.file(f.Path, file)
}

// errStop ends the walk: whoever asked for the members wants no more, or a bound is
// reached.
var errStop = errors.New("stop")

// unpacker walks containers.
type unpacker struct {
	yield   func(Member) bool
	longest int // bytes of a document
	depth   int
	members int
	bytes   int64
}

// put hands out a document.
func (u *unpacker) put(m Member) error {
	if u.members++; u.members > mostMembers {
		m = Member{Path: m.Path, Err: fmt.Errorf("the container holds more than %d documents: the rest is not read", mostMembers)}
		u.yield(m)
		return errStop
	}
	if len(m.Data) > u.longest {
		m = Member{Path: m.Path, Err: tooLong(u.longest)}
	}
	if !u.yield(m) {
		return errStop
	}
	return nil
}

// fail hands out a sentence in place of a document.
func (u *unpacker) fail(name string, err error) error {
	return u.put(Member{Path: name, Err: err})
}

// file walks a file of the system, which can be read at any place.
func (u *unpacker) file(name string, f *os.File) error {
	head := make([]byte, sniffed)
	n, err := io.ReadFull(f, head)
	if err != nil && !errors.Is(err, io.EOF) && !errors.Is(err, io.ErrUnexpectedEOF) {
		return u.fail(name, sentence(err))
	}
	if _, err := f.Seek(0, io.SeekStart); err != nil {
		return u.fail(name, sentence(err))
	}
	if containerOf(head[:n]) != zipKind {
		return u.stream(name, f)
	}
	info, err := f.Stat()
	if err != nil {
		return u.fail(name, sentence(err))
	}
	if info.Size() <= limit {
		return u.stream(name, f)
	}
	return u.zip(name, f, info.Size())
}

// sniffed is how many bytes tell a container.
const sniffed = 1024

// stream walks what can only be read on.
func (u *unpacker) stream(name string, r io.Reader) error {
	b := bufio.NewReaderSize(r, 1<<16)
	head, _ := b.Peek(sniffed)
	kind := containerOf(head)
	if kind != none && u.depth >= mostNested {
		return u.fail(name, fmt.Errorf("lies %d containers deep: it is not unpacked", u.depth))
	}
	u.depth++
	defer func() { u.depth-- }()
	switch kind {
	case gzipKind:
		return u.gzip(name, b)
	case tarKind:
		return u.tar(name, b)
	case warcKind:
		return u.warc(name, b)
	}
	data, err := u.read(b)
	if err != nil {
		return u.fail(name, err)
	}
	switch {
	case kind == zipKind && !isOffice(data):
		return u.zip(name, bytes.NewReader(data), int64(len(data)))
	case isMail(data):
		return u.mail(name, data)
	case isJSONLines(name, data):
		return u.jsonLines(name, data)
	}
	return u.put(Member{Path: name, Data: data})
}

// read takes one document into memory, within the bounds.
func (u *unpacker) read(r io.Reader) ([]byte, error) {
	most := max(limit, u.longest) // what is too long for a document may be a container
	data, err := io.ReadAll(io.LimitReader(r, int64(most)+1))
	u.bytes += int64(len(data))
	switch {
	case err != nil:
		return nil, sentence(err)
	case len(data) > most:
		return nil, tooLong(u.longest)
	case u.bytes > mostUnpacked:
		return nil, fmt.Errorf("the container unpacks to more than %d GB: the rest is not read", mostUnpacked>>30)
	}
	return data, nil
}

// The kinds of containers that their first bytes tell.
type container int

const (
	none container = iota
	zipKind
	gzipKind
	tarKind
	warcKind
)

func containerOf(head []byte) container {
	switch {
	case bytes.HasPrefix(head, []byte("PK\x03\x04")), bytes.HasPrefix(head, []byte("PK\x05\x06")):
		return zipKind
	case bytes.HasPrefix(head, []byte("\x1F\x8B\x08")):
		return gzipKind
	case len(head) > 262 && string(head[257:262]) == "ustar":
		return tarKind
	case bytes.HasPrefix(head, []byte("WARC/")):
		return warcKind
	}
	return none
}

// gzip walks what was compressed: mostly a tar, a crawl or one document, which keeps the
// path of the file.
func (u *unpacker) gzip(name string, r io.Reader) error {
	z, err := gzip.NewReader(r)
	if err != nil {
		return u.fail(name, fmt.Errorf("is a broken gzip file: %w", err))
	}
	return u.stream(name, z)
}

// inside is the display path of a document in a container, or an error where its name
// would lead out of it. Names in the encodings of old Windows programs are decoded.
func inside(container, name string) (string, error) {
	name = strings.ReplaceAll(decode([]byte(name)).text, `\`, "/")
	if path.IsAbs(name) || len(name) > 1 && name[1] == ':' {
		return container, fmt.Errorf("holds a file named %q, which leads out of the archive: it is not read", name)
	}
	for _, part := range strings.Split(name, "/") {
		if part == ".." {
			return container, fmt.Errorf("holds a file named %q, which leads out of the archive: it is not read", name)
		}
	}
	return path.Join(container, name), nil
}

// passedOver reports whether a file of an archive is none of its documents: hidden files
// and what an operating system puts beside.
func passedOver(name string) bool {
	for _, part := range strings.Split(strings.ReplaceAll(name, `\`, "/"), "/") {
		if strings.HasPrefix(part, ".") && part != "." && part != ".." || part == "__MACOSX" {
			return true
		}
	}
	return false
}
