package main

import (
	"fmt"
	"reflect"
	"strings"

	"github.com/spf13/cobra"

	"github.com/qushu/qushu/extract/run"
	"github.com/qushu/qushu/extract/sink"
)

func mergeCommand() *cobra.Command {
	var out string
	cmd := &cobra.Command{
		Use:   "merge -o OUT PART…",
		Short: "Put the parts that run --shard has written together",
		Long: `Writes into OUT what one run without --shard would have written, to the byte. The parts are
the folders of all n runs with --shard 1/n to n/n, in any order.`,
		Example: `  qushu run -o part1 --shard 1/2 crawl/
  qushu run -o part2 --shard 2/2 crawl/
  qushu merge -o out part1 part2`,
		Args: cobra.MinimumNArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error { return merge(cmd, out, args) },
	}
	cmd.Flags().StringVarP(&out, "output", "o", "", "the folder to write")
	cobra.CheckErr(cmd.MarkFlagRequired("output"))
	return cmd
}

func merge(cmd *cobra.Command, out string, dirs []string) error {
	if out == "" || out == "-" {
		return fmt.Errorf("-o names no folder, wanted one to write")
	}
	if err := refuseInside(out, dirs); err != nil {
		return err
	}
	var parts []*sink.Part
	var manifests []*manifest
	for _, dir := range dirs {
		m := &manifest{}
		p, err := sink.OpenPart(dir, m)
		if err != nil {
			return err
		}
		defer p.Close()
		parts, manifests = append(parts, p), append(manifests, m)
	}
	whole, err := union(dirs, manifests)
	if err != nil {
		return err
	}
	t, err := sink.Open(out, sink.TableOptions{Key: parts[0].Key})
	if err != nil {
		return err
	}
	if err := sink.Merge(parts, t); err != nil {
		t.Stop()
		return err
	}
	if err := t.Close(whole); err != nil {
		return err
	}
	fmt.Fprintf(cmd.ErrOrStderr(), "%d parts, %d documents, %d facts in %s\n", len(parts), whole.Counts.Documents, whole.Counts.Facts, out)
	return nil
}

// union is the manifest of all parts together. They must be all parts of one run.
func union(dirs []string, parts []*manifest) (*manifest, error) {
	n, _ := shardOf(parts[0])
	found := make([]string, n+1)
	var counts run.Counts
	var failures []run.Failure
	for k, m := range parts {
		of, i := shardOf(m)
		switch {
		case of == 0:
			return nil, fmt.Errorf("%s is no part: it was not made with --shard", dirs[k])
		case of != n:
			return nil, fmt.Errorf("%s is one of %d parts, %s one of %d", dirs[0], n, dirs[k], of)
		case found[i] != "":
			return nil, fmt.Errorf("%s and %s are the same part, %s", found[i], dirs[k], m.Options.Shard)
		}
		found[i] = dirs[k]
		counts.Add(m.Counts)
		failures = append(failures, m.Failures...)
		m.Options.Shard, m.Counts, m.Failures = "", run.Counts{}, nil
		if !reflect.DeepEqual(m, parts[0]) {
			return nil, fmt.Errorf("%s and %s were made by other versions, rules or options: see their run.json", dirs[0], dirs[k])
		}
	}
	var missing []string
	for i := 1; i <= n; i++ {
		if found[i] == "" {
			missing = append(missing, fmt.Sprintf("%d/%d", i, n))
		}
	}
	if missing != nil {
		return nil, fmt.Errorf("the part %s is missing", strings.Join(missing, ", "))
	}
	whole := parts[0]
	whole.count(counts, failures)
	return whole, nil
}

// shardOf tells which of how many parts a manifest is of.
func shardOf(m *manifest) (n, i int) {
	var s shard
	if m.Options.Shard == "" || s.Set(m.Options.Shard) != nil {
		return 0, 0
	}
	return s.n, s.i
}
