package view

import (
	"bytes"
	"crypto/subtle"
	"encoding/json"
	"errors"
	"fmt"
	"html"
	"net"
	"net/http"
	"path"
	"slices"
	"strconv"
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
	// Hosts are the names that a browser may call the server by; empty for any. It keeps
	// sites from reaching it by a name of their own.
	Hosts []string

	index  *index
	ledger map[string][]fact.Entry
	start  []byte
	mu     sync.Mutex
	asked  []answer // the last queries, the newest first
}

// Verdict is what a person says of a fact, or of a number without one.
type Verdict struct {
	Says     string     // right, wrong or missing
	Fact     *fact.Fact // nil for a number without one
	Span     corpus.Span
	Line     string // the right fact line, where one was given
	Document fact.Summary
	Facts    []fact.Fact // all of the document
}

type answer struct {
	query query
	rows  []int32
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
		host, _, err := net.SplitHostPort(r.Host)
		if err != nil {
			host = r.Host
		}
		if len(s.Hosts) > 0 && !slices.Contains(s.Hosts, host) {
			fail(w, http.StatusForbidden, "this server is not known by that name")
			return
		}
		next.ServeHTTP(w, r)
	})
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
	if err := head(&b, attributes, "<link rel=\"stylesheet\" href=\"/app.css\">\n"); err != nil {
		fail(w, http.StatusInternalServerError, "the page cannot be made")
		return
	}
	b.WriteString("<script src=\"/app.js\"></script>\n</body>\n</html>\n")
	w.Header().Set("Content-Type", "text/html; charset=utf-8")
	_, _ = w.Write(b.Bytes())
}

func (s *Server) getStart(w http.ResponseWriter, _ *http.Request) {
	s.mu.Lock()
	if s.start == nil {
		start := s.index.start()
		start["raw"] = s.Open != nil
		s.start, _ = json.Marshal(start)
	}
	s.mu.Unlock()
	w.Header().Set("Content-Type", "application/json")
	_, _ = w.Write(s.start)
}

// remembered is how many answers are remembered, for the next pages of a table.
const remembered = 8

// rows answers a query, from memory where it was asked lately.
func (s *Server) rows(q query) []int32 {
	s.mu.Lock()
	defer s.mu.Unlock()
	for i, a := range s.asked {
		if a.query == q {
			s.asked = slices.Insert(slices.Delete(s.asked, i, i+1), 0, a)
			return a.rows
		}
	}
	a := answer{q, s.index.rowsOf(q)}
	s.asked = slices.Insert(s.asked, 0, a)
	s.asked = s.asked[:min(len(s.asked), remembered)]
	return a.rows
}

// mostRows is how many facts one answer holds.
const mostRows = 10000

func (s *Server) getFacts(w http.ResponseWriter, r *http.Request) {
	v := r.URL.Query()
	rows := []int32{}
	if id := v.Get("id"); id != "" {
		if n := s.index.find(id); n >= 0 {
			rows = append(rows, int32(n))
		}
	} else {
		rows = s.rows(queryOf(v))
	}
	offset, _ := strconv.Atoi(v.Get("offset"))
	limit, _ := strconv.Atoi(v.Get("limit"))
	from := min(max(offset, 0), len(rows))
	to := min(from+min(max(limit, 0), mostRows), len(rows))
	facts := []shownFact{}
	for _, n := range rows[from:to] {
		f, err := s.index.fact(int(n))
		if err != nil {
			fail(w, http.StatusInternalServerError, "facts.jsonl cannot be read any more")
			return
		}
		facts = append(facts, f)
	}
	answerJSON(w, map[string]any{"total": len(rows), "facts": facts})
}

func (s *Server) getRow(w http.ResponseWriter, r *http.Request) {
	n, err := strconv.Atoi(r.URL.Query().Get("n"))
	i, found := -1, false
	if err == nil {
		i, found = slices.BinarySearch(s.rows(queryOf(r.URL.Query())), int32(n))
	}
	if !found {
		i = -1
	}
	answerJSON(w, map[string]int{"row": i})
}

func (s *Server) getCharts(w http.ResponseWriter, r *http.Request) {
	answerJSON(w, s.index.charts(s.rows(queryOf(r.URL.Query()))))
}

// document finds a document that the run read; only such a one is ever opened.
func (s *Server) document(w http.ResponseWriter, r *http.Request) (int, bool) {
	i, ok := s.index.docAt[r.URL.Query().Get("doc")]
	if !ok {
		fail(w, http.StatusNotFound, "the run read no such document")
	}
	return i, ok
}

func (s *Server) getDoc(w http.ResponseWriter, r *http.Request) {
	i, ok := s.document(w, r)
	if !ok {
		return
	}
	summary := &s.index.docs[i]
	facts := []shownFact{}
	err := s.index.factsOf(i, func(f shownFact) { facts = append(facts, f) })
	if err != nil {
		fail(w, http.StatusInternalServerError, "facts.jsonl cannot be read any more")
		return
	}
	out := document(summary, s.text(summary.Doc), facts, s.ledger[summary.Doc])
	for k := range facts {
		if out.Blocks != nil {
			facts[k].Sentence = nil // it stands in the text
		}
	}
	answerJSON(w, struct {
		shownDocument
		Count int         `json:"facts_count"`
		Facts []shownFact `json:"facts"`
	}{out, summary.Facts, facts})
}

// text reads a document again; nil where that cannot be.
func (s *Server) text(doc string) *corpus.Document {
	if s.Open == nil {
		return nil
	}
	data, err := s.Open(doc)
	if err != nil {
		return nil
	}
	d, err := s.Read(doc, data)
	if err != nil {
		return nil
	}
	return d
}

// getRaw gives out the file of a document, never to be shown by the browser itself.
func (s *Server) getRaw(w http.ResponseWriter, r *http.Request) {
	i, ok := s.document(w, r)
	if !ok {
		return
	}
	err := errors.New("no inputs are known")
	var data []byte
	if s.Open != nil {
		data, err = s.Open(s.index.docs[i].Doc)
	}
	if err != nil {
		fail(w, http.StatusNotFound, "the file of the document is not there")
		return
	}
	w.Header().Set("Content-Type", "application/octet-stream")
	w.Header().Set("Content-Disposition", disposition(s.index.docs[i].Doc))
	w.Header().Set("Content-Security-Policy", "sandbox; default-src 'none'")
	_, _ = w.Write(data)
}

// disposition names a download after a document.
func disposition(doc string) string {
	plain := []byte{}
	encoded := ""
	for _, c := range []byte(path.Base(doc)) {
		switch {
		case c >= 'a' && c <= 'z', c >= 'A' && c <= 'Z', c >= '0' && c <= '9', c == '.', c == '-', c == '_':
			plain = append(plain, c)
			encoded += string(rune(c))
		default:
			plain = append(plain, '_')
			encoded += fmt.Sprintf("%%%02X", c)
		}
	}
	return fmt.Sprintf(`attachment; filename="%s"; filename*=UTF-8''%s`, plain, encoded)
}

// review takes a verdict from the page that the server gave out itself.
func (s *Server) review(w http.ResponseWriter, r *http.Request) {
	switch {
	case s.Review == nil:
		fail(w, http.StatusForbidden, "this server takes no verdicts")
		return
	case s.Token == "" || subtle.ConstantTimeCompare([]byte(r.Header.Get("X-Qushu-Token")), []byte(s.Token)) != 1:
		fail(w, http.StatusForbidden, "the token is wrong: load the page again")
		return
	}
	var in struct {
		Verdict string      `json:"verdict"`
		N       int         `json:"n"`
		Doc     string      `json:"doc"`
		Line    string      `json:"line"`
		Span    corpus.Span `json:"span"`
	}
	if err := json.NewDecoder(http.MaxBytesReader(w, r.Body, 64<<10)).Decode(&in); err != nil {
		fail(w, http.StatusBadRequest, "the verdict is no JSON of a verdict")
		return
	}
	i, ok := s.index.docAt[in.Doc]
	if !ok {
		fail(w, http.StatusNotFound, "the run read no such document")
		return
	}
	v := Verdict{Says: in.Verdict, Span: in.Span, Line: in.Line, Document: s.index.docs[i]}
	err := s.index.factsOf(i, func(f shownFact) {
		v.Facts = append(v.Facts, *f.Fact)
		if f.N == in.N {
			v.Fact = f.Fact
		}
	})
	if err != nil {
		fail(w, http.StatusInternalServerError, "facts.jsonl cannot be read any more")
		return
	}
	file, err := s.Review(v)
	if err != nil {
		fail(w, http.StatusBadRequest, err.Error())
		return
	}
	answerJSON(w, map[string]string{"file": file})
}
