package main

import (
	"context"
	"crypto/rand"
	"errors"
	"fmt"
	"net"
	"net/http"
	"os"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"github.com/qushu/qushu/cmd/qushu/view"
	"github.com/qushu/qushu/corpus"
	"github.com/qushu/qushu/extract"
	"github.com/qushu/qushu/extract/export"
)

// serveFlags are the flags of qushu serve.
type serveFlags struct {
	address, goldens string
	inputs, names    []string
}

func serveCommand() *cobra.Command {
	var f serveFlags
	cmd := &cobra.Command{
		Use:   "serve OUT",
		Short: "Show the result of a run in the browser, however large",
		Long: `Shows the result of a run, the folder OUT, over HTTP: the page of qushu report for results
too large for one file, with a permanent address for each fact and the raw files for
download. It reads OUT and the inputs (--input, else as qushu report finds them) and no
other file, changes nothing, and listens on this machine alone unless --address says
otherwise: it knows no users, and whoever reaches it sees everything. It answers to its
address in digits, to localhost, the name of this machine and those of --host, so that no
site reaches it through a browser by a name of its own.

With --golden DIR the page lets a reviewer mark a fact right, wrong (with the right fact
line) or missing; that goes into the goldens of DIR, which propose the rest of the
document as qushu golden record does.`,
		Example: `  qushu serve out
  qushu serve out --input reports/ --address 127.0.0.1:9000
  qushu serve out --golden goldens`,
		Args: cobra.ExactArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error { return f.serve(cmd, args[0]) },
	}
	cmd.Flags().StringVar(&f.address, "address", "127.0.0.1:8642", "where to listen")
	cmd.Flags().StringVar(&f.goldens, "golden", "", "a folder of goldens that verdicts are written into")
	cmd.Flags().StringArrayVar(&f.names, "host", nil, "a name that browsers may call the server by; may be given again")
	inputFlag(cmd, &f.inputs)
	return cmd
}

func (f *serveFlags) serve(cmd *cobra.Command, dir string) error {
	r, err := export.Open(dir)
	if err != nil {
		return err
	}
	s, err := view.NewServer(r)
	if err != nil {
		return err
	}
	defer s.Close()
	if err := f.prepare(cmd, s, dir); err != nil {
		return err
	}
	listener, err := net.Listen("tcp", f.address)
	if err != nil {
		return fmt.Errorf("--address %s: %w", f.address, err)
	}
	s.Hosts = f.hosts()
	fmt.Fprintf(cmd.ErrOrStderr(), "serving %s on http://%s/ until interrupted\n", dir, listener.Addr())
	return untilDone(cmd.Context(), s.HTTP(), listener)
}

// untilDone serves until the context ends, and lets the answers under way finish.
func untilDone(ctx context.Context, server *http.Server, listener net.Listener) error {
	ended := make(chan error, 1)
	go func() { ended <- server.Serve(listener) }()
	select {
	case err := <-ended:
		return err
	case <-ctx.Done():
	}
	last, cancel := context.WithTimeout(context.Background(), 2*time.Second)
	defer cancel()
	if err := server.Shutdown(last); err != nil && !errors.Is(err, context.DeadlineExceeded) {
		return err
	}
	return nil
}

// hosts are the names by which browsers call the server: that of this machine and those
// that were given.
func (f *serveFlags) hosts() []string {
	names := append([]string{"localhost"}, f.names...)
	if name, err := os.Hostname(); err == nil {
		names = append(names, name)
	}
	return names
}

// prepare gives the server the inputs and the goldens.
func (f *serveFlags) prepare(cmd *cobra.Command, s *view.Server, dir string) error {
	in, o, err := inputsOf(dir, f.inputs)
	if err != nil {
		return err
	}
	set, err := ruleSet(cmd)
	if err != nil {
		return err
	}
	words, err := extract.PageWords(set)
	if err != nil {
		return err
	}
	files, _ := corpus.Find(in)
	if len(files) > 0 {
		s.Open = func(doc string) ([]byte, error) { return bytesOf(files, doc) }
		s.Read = func(doc string, data []byte) (d *corpus.Document, err error) {
			err = guarded(func() (err error) {
				d, err = o.Read(doc, data, words)
				return err
			})
			return d, err
		}
	}
	if f.goldens == "" {
		return nil
	}
	if err := os.MkdirAll(f.goldens, 0o755); err != nil {
		return fmt.Errorf("--golden %s: %w", f.goldens, err)
	}
	reviewer := &reviewer{dir: f.goldens, files: files}
	s.Review, s.Token = reviewer.take, rand.Text()
	return nil
}

// bytesOf reads a document again from the file that holds it.
func bytesOf(files []corpus.File, doc string) (data []byte, err error) {
	err = errors.New("no input holds it")
	for _, f := range files {
		if rest, ok := strings.CutPrefix(doc, f.Path); !ok || rest != "" && rest[0] != '/' {
			continue
		}
		corpus.Members(f, func(m corpus.Member) bool {
			if m.Path == doc {
				data, err = m.Data, m.Err
			}
			return m.Path != doc
		})
	}
	return data, err
}
