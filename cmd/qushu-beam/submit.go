package main

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"os"
	"strings"

	"github.com/apache/beam/sdks/v2/go/pkg/beam"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/core/metrics"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/io/filesystem"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/options/jobopts"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/x/beamx"

	"github.com/qushu/qushu/extract/segment"
	"github.com/qushu/qushu/rules"
)

// someFailed says that a job was done and some documents could not be read.
type someFailed struct{ n, of int64 }

func (f someFailed) Error() string {
	return fmt.Sprintf("%d of %d documents could not be read", f.n, f.of)
}

// submit runs a job to its end and sums it up.
func submit(ctx context.Context, o Options, names []string) error {
	if err := o.check(names); err != nil {
		return err
	}
	if err := refuseOthers(ctx, o); err != nil {
		return err
	}
	if err := stageSelf(); err != nil {
		return err
	}
	result, err := attempts(o.Attempts, func() (beam.PipelineResult, error) {
		p, s := beam.NewPipelineWithRoot()
		build(s, o, inputs(names, o.FilesFrom))
		return beamx.RunWithMetrics(ctx, p)
	})
	if err != nil {
		return err
	}
	if err := sweep(ctx, o.Output); err != nil {
		return err
	}
	if err := o.finish(ctx, names); err != nil {
		return err
	}
	return report(result)
}

// stageSelf makes this program the worker's, where a user names no other. Beam would compile
// one, without the C++ of the segmenter.
func stageSelf() error {
	if *jobopts.WorkerBinary != "" || *jobopts.EnvironmentType == "" {
		return nil
	}
	self, err := self()
	*jobopts.WorkerBinary = self
	return err
}

// attempts submits a job until a runner has done it. What a job has written before it was
// given up is written again, the same.
func attempts(most int, submit func() (beam.PipelineResult, error)) (beam.PipelineResult, error) {
	for n := 1; ; n++ {
		result, err := submit()
		if err == nil || n == most {
			return result, err
		}
		fmt.Fprintf(os.Stderr, "qushu-beam: the runner gave the job up (%v); submitting it again, %d of %d\n", err, n+1, most)
	}
}

// refuseOthers refuses an output folder that holds another number of shards: old and new
// parts would be read together.
func refuseOthers(ctx context.Context, o Options) error {
	fs, err := filesystem.New(ctx, o.Output)
	if err != nil {
		return err
	}
	defer fs.Close()
	there, err := fs.List(ctx, join(o.Output, "facts-*-of-*"))
	if err != nil {
		return nil // there is no such folder yet
	}
	for _, name := range there {
		if !strings.HasSuffix(name, fmt.Sprintf("-of-%05d.%s", o.Shards, o.Format)) {
			return fmt.Errorf("%s holds parts of another job, such as %s: choose an empty folder", o.Output, name)
		}
	}
	return nil
}

// finish writes run.json, which says that the output is whole and what made it.
func (o Options) finish(ctx context.Context, inputs []string) error {
	set, err := rules.Default()
	if err != nil {
		return err
	}
	data, err := json.MarshalIndent(struct {
		Rules     string   `json:"rules"`
		Segmenter string   `json:"segmenter"`
		Inputs    []string `json:"inputs"`
		Shards    int      `json:"shards"`
	}{set.Hash, segment.Name, inputs, o.Shards}, "", "  ")
	if err != nil {
		return err
	}
	fs, err := filesystem.New(ctx, o.Output)
	if err != nil {
		return err
	}
	defer fs.Close()
	return write(ctx, fs, join(o.Output, "run.json"), bytes.NewReader(append(data, '\n')))
}

// report prints the metrics of a job, where its runner keeps them, on standard error.
func report(result beam.PipelineResult) error {
	if result == nil {
		return nil
	}
	all := result.Metrics().AllMetrics()
	var failures someFailed
	for _, c := range all.Counters() {
		if c.Key.Namespace != "qushu" {
			continue
		}
		fmt.Fprintf(os.Stderr, "%-26s %d\n", c.Key.Name, c.Result())
		switch c.Key.Name {
		case "documents":
			failures.of += c.Result()
		case "failed":
			failures.n += c.Result()
		}
	}
	for _, d := range all.Distributions() {
		if d.Key.Namespace == "qushu" {
			fmt.Fprintln(os.Stderr, distribution(d))
		}
	}
	if failures.n > 0 {
		return failures
	}
	return nil
}

func distribution(d metrics.DistributionResult) string {
	v := d.Result()
	return fmt.Sprintf("%-26s mean %.0f, min %d, max %d of %d", d.Key.Name, float64(v.Sum)/float64(max(v.Count, 1)), v.Min, v.Max, v.Count)
}
