// Command qushu-beam runs qushu on Apache Beam: the facts of qushu run, of more documents
// than one machine reads, on Flink, Spark or Dataflow, and within this process for tests.
package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"os"

	"github.com/apache/beam/sdks/v2/go/pkg/beam"
)

// Exit statuses, those of qushu.
const (
	exitDiffers = 1 // done, but some documents failed
	exitMisuse  = 2 // misuse, or the job could not be done
)

const usage = `usage: qushu-beam [flags] --output OUT INPUT…     extract, by the runner of --runner
       qushu-beam pool PORT      start workers for a runner's EXTERNAL environment
       qushu-beam prism PORT     serve jobs with Prism

An INPUT is a file, a folder or a pattern: reports/, 'gs://bucket/crawl/*.warc.gz'.
`

func main() {
	register()
	err := command(os.Args[1:])
	var failed someFailed
	switch {
	case err == nil:
		return
	case errors.As(err, &failed):
		fmt.Fprintln(os.Stderr, "qushu-beam:", err)
		os.Exit(exitDiffers)
	}
	fmt.Fprintln(os.Stderr, "qushu-beam:", err)
	os.Exit(exitMisuse)
}

func command(args []string) error {
	ctx := context.Background()
	if len(args) == 2 && args[0] == "pool" {
		return servePool(ctx, args[1])
	}
	if len(args) == 2 && args[0] == "prism" {
		return servePrism(ctx, args[1])
	}
	var o Options
	o.flags(flag.CommandLine)
	flag.Usage = func() {
		fmt.Fprint(os.Stderr, usage)
		flag.PrintDefaults()
	}
	flag.Parse()
	if err := boot(ctx); err != nil {
		return err
	}
	beam.Init() // does not return in a worker
	return submit(ctx, o, flag.Args())
}
