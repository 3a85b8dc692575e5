package main

import (
	"context"
	"fmt"
	"net"
	"os"
	"os/exec"
	"strings"
	"sync"
	"testing"

	fnpb "github.com/apache/beam/sdks/v2/go/pkg/beam/model/fnexecution_v1"
	"github.com/stretchr/testify/require"
	"google.golang.org/grpc"
	"google.golang.org/grpc/credentials/insecure"
	"google.golang.org/grpc/metadata"
)

// workerPool starts the program of the tests as a worker whenever a runner asks for one.
type workerPool struct {
	fnpb.UnimplementedBeamFnExternalWorkerPoolServer
	t       *testing.T
	address string
	mu      sync.Mutex
	workers []*exec.Cmd
}

func newPool(t *testing.T) *workerPool {
	p := &workerPool{t: t}
	p.address = serve(t, func(s *grpc.Server) { fnpb.RegisterBeamFnExternalWorkerPoolServer(s, p) })
	t.Cleanup(p.stop)
	return p
}

// serve starts a server on a port of its own and gives its address.
func serve(t *testing.T, register func(*grpc.Server)) string {
	l, err := net.Listen("tcp", "localhost:0")
	require.NoError(t, err)
	s := grpc.NewServer(grpc.MaxRecvMsgSize(1 << 30))
	register(s)
	go s.Serve(l)
	t.Cleanup(s.Stop)
	return l.Addr().String()
}

func (p *workerPool) StartWorker(_ context.Context, r *fnpb.StartWorkerRequest) (*fnpb.StartWorkerResponse, error) {
	p.mu.Lock()
	defer p.mu.Unlock()
	control, err := newRelay(p.t, r.GetControlEndpoint().GetUrl(), len(p.workers))
	if err != nil {
		return &fnpb.StartWorkerResponse{Error: err.Error()}, nil
	}
	cmd := exec.Command(os.Args[0], "--worker", "--id="+r.GetWorkerId(), "--logging_endpoint="+r.GetLoggingEndpoint().GetUrl(), "--control_endpoint="+control)
	if err := cmd.Start(); err != nil {
		return &fnpb.StartWorkerResponse{Error: err.Error()}, nil
	}
	p.workers = append(p.workers, cmd)
	return &fnpb.StartWorkerResponse{}, nil
}

func (*workerPool) StopWorker(context.Context, *fnpb.StopWorkerRequest) (*fnpb.StopWorkerResponse, error) {
	return &fnpb.StopWorkerResponse{}, nil
}

func (p *workerPool) stop() {
	for _, w := range p.workers {
		w.Process.Kill()
		w.Wait()
	}
}

// relay stands between Prism and one of several workers. Workers number their metrics from
// one, and Prism keeps the numbers of all workers of a job in one table (Beam 2.77): here
// each is given numbers of its own.
type relay struct {
	fnpb.UnimplementedBeamFnControlServer
	to     fnpb.BeamFnControlClient
	prefix string
}

func newRelay(t *testing.T, to string, n int) (string, error) {
	conn, err := grpc.NewClient(to, grpc.WithTransportCredentials(insecure.NewCredentials()), grpc.WithDefaultCallOptions(grpc.MaxCallRecvMsgSize(1<<30)))
	if err != nil {
		return "", err
	}
	r := &relay{to: fnpb.NewBeamFnControlClient(conn), prefix: fmt.Sprintf("%d-", n)}
	return serve(t, func(s *grpc.Server) { fnpb.RegisterBeamFnControlServer(s, r) }), nil
}

// onward is the context of a call that goes on with the worker's name.
func onward(ctx context.Context) context.Context {
	md, _ := metadata.FromIncomingContext(ctx)
	return metadata.NewOutgoingContext(ctx, metadata.MD{"worker_id": md.Get("worker_id")})
}

func (r *relay) GetProcessBundleDescriptor(ctx context.Context, q *fnpb.GetProcessBundleDescriptorRequest) (*fnpb.ProcessBundleDescriptor, error) {
	return r.to.GetProcessBundleDescriptor(onward(ctx), q)
}

func (r *relay) Control(worker fnpb.BeamFnControl_ControlServer) error {
	runner, err := r.to.Control(onward(worker.Context()))
	if err != nil {
		return err
	}
	ended := make(chan error, 2)
	go func() { ended <- r.down(runner, worker) }()
	go func() { ended <- r.up(worker, runner) }()
	return <-ended
}

// down hands the runner's requests on.
func (r *relay) down(from fnpb.BeamFnControl_ControlClient, to fnpb.BeamFnControl_ControlServer) error {
	for {
		q, err := from.Recv()
		if err != nil {
			return err
		}
		ids := q.GetMonitoringInfos().GetMonitoringInfoId()
		for i := range ids {
			ids[i] = strings.TrimPrefix(ids[i], r.prefix)
		}
		if err := to.Send(q); err != nil {
			return err
		}
	}
}

// up hands the worker's answers on.
func (r *relay) up(from fnpb.BeamFnControl_ControlServer, to fnpb.BeamFnControl_ControlClient) error {
	for {
		a, err := from.Recv()
		if err != nil {
			return err
		}
		if b := a.GetProcessBundle(); b != nil {
			b.MonitoringData = renamed(r.prefix, b.MonitoringData)
		}
		if b := a.GetProcessBundleProgress(); b != nil {
			b.MonitoringData = renamed(r.prefix, b.MonitoringData)
		}
		if b := a.GetMonitoringInfos(); b != nil {
			b.MonitoringInfo = renamed(r.prefix, b.MonitoringInfo)
		}
		if err := to.Send(a); err != nil {
			return err
		}
	}
}

func renamed[V any](prefix string, m map[string]V) map[string]V {
	out := make(map[string]V, len(m))
	for k, v := range m {
		out[prefix+k] = v
	}
	return out
}
