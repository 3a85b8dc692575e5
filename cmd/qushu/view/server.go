package view

import (
	"bytes"
	"encoding/json"
	"fmt"
	"html"
	"net"
	"net/http"
	"slices"
	"strings"
	"sync"
	"time"

	"github.com/qushu/qushu/corpus"
	"github.com/qushu/qushu/extract/export"
	"github.com/qushu/qushu/extract/fact"
)

// servedPolicy lets a page use the server's own files and answers, and nothing else.
const servedPolicy = "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"

// Server shows a run over HTTP. It changes nothing, unless it has a Review.
type Server struct {
	// Open finds the bytes of a document among the inputs of the run, and Read makes a
	// document of them. Both are nil where the inputs are not known.
	Open func(doc string) ([]byte, error)
	Read func(doc string, data []byte) (*corpus.Document, error)
	// Review takes what a person says of a fact or of a number that was missed, and says
	// where that was written. It is nil where no one may.
	Review func(v Verdict) (file string, err error)
	// Token guards Review: only the page that the server gave out knows it.
	Token string
	// Hosts are the names that a browser may call the server by, besides any address in
	// digits; empty for any. It keeps sites from reaching it by a name of their own.
	Hosts []string

	index  *index
	ledger map[string][]fact.Entry
	start  []byte
	mu     sync.Mutex
	asked  []answer // the last queries, the newest first
	drawn  sync.Once
	chart  string
}

// NewServer reads a run.
func NewServer(r *export.Run) (*Server, error) {
	x, err := newIndex(r)
	if err != nil {
		return nil, err
	}
	s := &Server{index: x, ledger: map[string][]fact.Entry{}}
	for e, err := range r.Ledger() {
		if err != nil {
			x.file.Close()
			return nil, err
		}
		if e.Reason != "boilerplate" {
			s.ledger[e.Doc] = append(s.ledger[e.Doc], *e)
		}
	}
	return s, nil
}

// Close lets go of the files of the run.
func (s *Server) Close() error { return s.index.file.Close() }

// HTTP is a server of the page with bounds on time and size.
func (s *Server) HTTP() *http.Server {
	return &http.Server{
		Handler: s.Handler(), ReadHeaderTimeout: 5 * time.Second, ReadTimeout: 15 * time.Second, WriteTimeout: 2 * time.Minute, IdleTimeout: time.Minute, MaxHeaderBytes: 32 << 10,
	}
}

// Handler answers requests.
func (s *Server) Handler() http.Handler {
	mux := http.NewServeMux()
	mux.HandleFunc("GET /{$}", s.page)
	mux.HandleFunc("GET /fact/{id}", s.page)
	mux.HandleFunc("GET /app.js", text("text/javascript; charset=utf-8", script()))
	mux.HandleFunc("GET /app.css", text("text/css; charset=utf-8", style()))
	mux.HandleFunc("GET /api/start", s.getStart)
	mux.HandleFunc("GET /api/facts", s.getFacts)
	mux.HandleFunc("GET /api/documents", s.getDocuments)
	mux.HandleFunc("GET /api/row", s.getRow)
	mux.HandleFunc("GET /api/charts", s.getCharts)
	mux.HandleFunc("GET /api/doc", s.getDoc)
	mux.HandleFunc("GET /raw", s.getRaw)
	mux.HandleFunc("POST /api/review", s.review)
	return s.guard(mux)
}

// guard sets what keeps a browser to the page, and refuses to be called by a strange
// name.
func (s *Server) guard(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		h := w.Header()
		h.Set("Content-Security-Policy", servedPolicy)
		h.Set("X-Content-Type-Options", "nosniff")
		h.Set("X-Frame-Options", "DENY")
		h.Set("Referrer-Policy", "no-referrer")
		h.Set("Cross-Origin-Opener-Policy", "same-origin")
		h.Set("Cross-Origin-Resource-Policy", "same-origin")
		h.Set("Cache-Control", "no-store")
		if len(s.Hosts) > 0 && !named(r.Host, s.Hosts) {
			fail(w, http.StatusForbidden, "this server is not known by that name")
			return
		}
		next.ServeHTTP(w, r)
	})
}

// named says whether a host, with or without its port, is an address in digits or one of
// the names.
func named(host string, names []string) bool {
	if name, _, err := net.SplitHostPort(host); err == nil {
		host = name
	}
	host = strings.Trim(host, "[]")
	return net.ParseIP(host) != nil || slices.ContainsFunc(names, func(n string) bool { return strings.EqualFold(n, host) })
}

func text(kind, body string) http.HandlerFunc {
	return func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Type", kind)
		_, _ = w.Write([]byte(body))
	}
}

func fail(w http.ResponseWriter, status int, why string) {
	w.Header().Set("Content-Type", "application/json")
	w.WriteHeader(status)
	_ = json.NewEncoder(w).Encode(map[string]string{"error": why})
}

func answerJSON(w http.ResponseWriter, v any) {
	w.Header().Set("Content-Type", "application/json")
	_ = json.NewEncoder(w).Encode(v)
}

func (s *Server) page(w http.ResponseWriter, _ *http.Request) {
	var b bytes.Buffer
	token := ""
	if s.Review != nil {
		token = s.Token
	}
	attributes := fmt.Sprintf(`data-mode="serve" data-token="%s"`, html.EscapeString(token))
	if err := head(&b, attributes, "<link rel=\"stylesheet\" href=\"/app.css\">\n", s.charts()); err != nil {
		fail(w, http.StatusInternalServerError, "the page cannot be made")
		return
	}
	b.WriteString("<script src=\"/app.js\"></script>\n</body>\n</html>\n")
	w.Header().Set("Content-Type", "text/html; charset=utf-8")
	_, _ = w.Write(b.Bytes())
}

// charts are those of all facts, drawn once.
func (s *Server) charts() string {
	s.drawn.Do(func() { s.chart = charts(s.index.charts(s.answer(query{}).rows)) })
	return s.chart
}
