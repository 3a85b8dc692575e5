package main

import (
	"context"
	"strings"

	"github.com/apache/beam/sdks/v2/go/pkg/beam"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/core/runtime/graphx"
	pipepb "github.com/apache/beam/sdks/v2/go/pkg/beam/model/pipeline_v1"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/options/jobopts"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/runners/universal/runnerlib"
	"google.golang.org/protobuf/proto"
)

// spread is a runner that submits a job as Beam's portable one does, and gives each lane of
// the extraction an environment of its own. Prism starts one worker for each environment of
// a job, however many machines there are; so it has several.
func spread(ctx context.Context, p *beam.Pipeline) (beam.PipelineResult, error) {
	endpoint, err := jobopts.GetEndpoint()
	if err != nil {
		return nil, err
	}
	edges, _, err := p.Build()
	if err != nil {
		return nil, err
	}
	env, err := graphx.CreateEnvironment(ctx, jobopts.GetEnvironmentUrn(ctx), jobopts.GetEnvironmentConfig)
	if err != nil {
		return nil, err
	}
	job, err := graphx.Marshal(edges, &graphx.Options{Environment: env, PipelineResourceHints: jobopts.GetPipelineResourceHints()})
	if err != nil {
		return nil, err
	}
	deal(job.GetComponents())
	return runnerlib.Execute(ctx, job, endpoint, &runnerlib.JobOptions{Name: jobopts.GetJobName(), Experiments: jobopts.GetExperiments(),
		Worker: *jobopts.WorkerBinary, Parallelism: *jobopts.Parallelism}, *jobopts.Async)
}

// deal gives what lies in the scope of a lane, but the first, an environment of its own.
func deal(c *pipepb.Components) {
	for _, scope := range c.GetTransforms() {
		lane := scope.GetUniqueName()
		if !strings.HasPrefix(lane, laneName(0)[:len("extract-")]) || lane == laneName(0) {
			continue
		}
		for _, id := range scope.GetSubtransforms() {
			t := c.GetTransforms()[id]
			if t.GetEnvironmentId() == "" {
				continue
			}
			if c.GetEnvironments()[lane] == nil {
				c.GetEnvironments()[lane] = proto.Clone(c.GetEnvironments()[t.GetEnvironmentId()]).(*pipepb.Environment)
			}
			t.EnvironmentId = lane
		}
	}
}
