package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"

	"github.com/apache/beam/sdks/v2/go/container/pool"
	"github.com/apache/beam/sdks/v2/go/container/tools"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/runners/prism"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/util/grpcx"
)

// The arguments that a runner gives the program of a worker, besides those that Beam knows.
var (
	provisionEndpoint = flag.String("provision_endpoint", "", "of a worker, given by its runner: where it learns its task")
	_                 = flag.String("artifact_endpoint", "", "of a worker, given by its runner; not used: all it needs is in this program")
)

// boot makes this process the worker that a runner has started it as, in a container or by
// a pool. It takes the place of Beam's own boot program, which would fetch a worker binary:
// this is it.
func boot(ctx context.Context) error {
	if *provisionEndpoint == "" {
		return nil
	}
	info, err := tools.ProvisionInfo(grpcx.WriteWorkerID(ctx, flag.Lookup("id").Value.String()), *provisionEndpoint)
	if err != nil {
		return fmt.Errorf("the runner at %s does not say what to do: %w", *provisionEndpoint, err)
	}
	options, err := tools.ProtoToJSON(info.GetPipelineOptions())
	if err != nil {
		return err
	}
	os.Setenv("RUNNER_CAPABILITIES", strings.Join(info.GetRunnerCapabilities(), " "))
	os.Setenv("STATUS_ENDPOINT", info.GetStatusEndpoint().GetUrl())
	var errs []error
	for name, value := range map[string]string{"worker": "true", "options": options,
		"logging_endpoint": info.GetLoggingEndpoint().GetUrl(), "control_endpoint": info.GetControlEndpoint().GetUrl()} {
		if value != "" {
			errs = append(errs, flag.Set(name, value))
		}
	}
	return errors.Join(errs...)
}

// self is the path of this program, also where there is no /proc that tells it.
func self() (string, error) {
	if name, err := os.Executable(); err == nil {
		return name, nil
	}
	name, err := exec.LookPath(os.Args[0])
	if err != nil {
		return "", err
	}
	return filepath.Abs(name)
}

// servePool starts this program as a worker whenever a runner asks for one.
func servePool(ctx context.Context, port string) error {
	n, err := strconv.Atoi(port)
	if err != nil {
		return fmt.Errorf("the port %q is no number", port)
	}
	self, err := self()
	if err != nil {
		return err
	}
	p, err := pool.New(ctx, n, self)
	if err != nil {
		return err
	}
	return p.ServeAndWait()
}

// servePrism serves jobs until this process is ended.
func servePrism(ctx context.Context, port string) error {
	n, err := strconv.Atoi(port)
	if err != nil {
		return fmt.Errorf("the port %q is no number", port)
	}
	if _, err := prism.CreateJobServer(ctx, prism.Options{Port: n}); err != nil {
		return err
	}
	fmt.Fprintf(os.Stderr, "qushu-beam: Prism serves jobs at localhost:%d\n", n)
	select {}
}
