package main

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/apache/beam/sdks/v2/go/pkg/beam"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/core/runtime/graphx"
	pipepb "github.com/apache/beam/sdks/v2/go/pkg/beam/model/pipeline_v1"
	beamregister "github.com/apache/beam/sdks/v2/go/pkg/beam/register"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/runners/universal/runnerlib"
	"github.com/stretchr/testify/require"
	"google.golang.org/protobuf/proto"
)

// Prism starts one worker for each environment of a job, and a job of the Go SDK has one.
// So that it has several, the tests deal the extraction out to lanes, each with an
// environment of its own.

const lanePrefix = "lane-"

// laneFn leaves the files of one lane.
type laneFn struct{ Lane, Lanes int }

func (f *laneFn) ProcessElement(shard int, j Job, emit func(int, Job)) {
	if shard%f.Lanes == f.Lane {
		emit(shard, j)
	}
}

func registerLanes() {
	beamregister.DoFn3x0[int, Job, func(int, Job)](&laneFn{})
	beamregister.DoFn2x0[[]byte, func(string, Sums)](&skewFn{})
}

// buildLanes is build, with the extraction in lanes.
func buildLanes(s beam.Scope, o Options, in []Input, lanes int) {
	all := files(s, o, in)
	var sums, counts []beam.PCollection
	for lane := range lanes {
		s := s.Scope(fmt.Sprint(lanePrefix, lane))
		of, n := extracted(s, o, beam.ParDo(s, &laneFn{lane, lanes}, all))
		sums, counts = append(sums, of), append(counts, n)
	}
	panel(s.Scope("panel"), o, beam.Flatten(s, sums...))
	audit(s.Scope("audit"), o, beam.Flatten(s, counts...))
}

// submitLanes runs a job with workers of an external pool.
func submitLanes(t *testing.T, p *beam.Pipeline, endpoint, pool string) (beam.PipelineResult, error) {
	t.Helper()
	edges, _, err := p.Build()
	require.NoError(t, err)
	ctx := context.Background()
	env, err := graphx.CreateEnvironment(ctx, "beam:env:external:v1", func(context.Context) string { return pool })
	require.NoError(t, err)
	job, err := graphx.Marshal(edges, &graphx.Options{Environment: env})
	require.NoError(t, err)
	deal(job.GetComponents())
	worker := filepath.Join(t.TempDir(), "worker") // the pool has it
	require.NoError(t, os.WriteFile(worker, nil, 0o755))
	return runnerlib.Execute(ctx, job, endpoint, &runnerlib.JobOptions{Name: strings.ReplaceAll(t.Name(), "/", "-"), Worker: worker}, false)
}

// deal gives what lies in a lane, but the first, an environment of its own.
func deal(c *pipepb.Components) {
	for _, scope := range c.GetTransforms() {
		lane := scope.GetUniqueName()
		if !strings.HasPrefix(lane, lanePrefix) || lane == lanePrefix+"0" {
			continue
		}
		for _, id := range scope.GetSubtransforms() {
			t := c.GetTransforms()[id]
			if t.GetEnvironmentId() == "" {
				continue
			}
			env := proto.Clone(c.GetEnvironments()[t.GetEnvironmentId()]).(*pipepb.Environment)
			env.Dependencies = nil
			c.GetEnvironments()[lane], t.EnvironmentId = env, lane
		}
	}
}
