package corpus

import (
	"bytes"
	stdctx "context"
	"errors"
	"fmt"
	"os/exec"
	"strings"
	"time"
)

// isDOC knows the compound files of Office programs before 2007.
func isDOC(data []byte) bool { return bytes.HasPrefix(data, []byte("\xD0\xCF\x11\xE0")) }

// docPrograms are the programs that read old Word documents, with what makes them write
// UTF-8 without line breaks in paragraphs from standard input.
var docPrograms = [][]string{
	{"antiword", "-w", "0", "-m", "UTF-8.txt", "-"},
	{"catdoc", "-w", "-d", "utf-8"},
}

// docPatience is how long such a program may take.
const docPatience = time.Minute

// readDOC takes the text out of an old Word document by a program of the system, if one
// is there. Its lines are paragraphs.
func readDOC(data []byte) (*extracted, error) {
	for _, p := range docPrograms {
		if path, err := exec.LookPath(p[0]); err == nil {
			return readDOCBy(path, p[1:], data)
		}
	}
	return nil, errors.New("is an old Word document: install antiword or catdoc to have it read, or save it as .docx")
}

func readDOCBy(path string, args []string, data []byte) (*extracted, error) {
	ctx, cancel := stdctx.WithTimeout(stdctx.Background(), docPatience)
	defer cancel()
	cmd := exec.CommandContext(ctx, path, args...)
	cmd.Stdin = bytes.NewReader(data)
	var out boundedText
	cmd.Stdout = &out
	if err := cmd.Run(); err != nil {
		return nil, fmt.Errorf("is an old Office document that %s cannot read (%w): save it as .docx", path, err)
	}
	x := &extracted{}
	for i, l := range strings.Split(out.String(), "\n") {
		x.line(l, fmt.Sprintf("line %d", i+1), 0)
	}
	return x, nil
}

// boundedText keeps what a program writes up to the size of a document.
type boundedText struct{ bytes.Buffer }

func (b *boundedText) Write(p []byte) (int, error) {
	if b.Len()+len(p) > limit {
		return 0, errors.New("the text is too long")
	}
	return b.Buffer.Write(p)
}
