package view

import (
	"encoding/json"
	"net/http"
	"net/url"
	"slices"
	"strconv"

	"github.com/qushu/qushu/extract/fact"
)

type answer struct {
	query     query
	rows      []int32
	documents []hits
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

// answer answers a query, from memory where it was asked lately.
func (s *Server) answer(q query) answer {
	s.mu.Lock()
	defer s.mu.Unlock()
	for i, a := range s.asked {
		if a.query == q {
			s.asked = slices.Insert(slices.Delete(s.asked, i, i+1), 0, a)
			return a
		}
	}
	rows := s.index.rowsOf(q)
	a := answer{q, rows, s.index.documentsOf(q, rows)}
	s.asked = slices.Insert(s.asked, 0, a)
	s.asked = s.asked[:min(len(s.asked), remembered)]
	return a
}

// mostRows is how many facts one answer holds.
const mostRows = 10000

func (s *Server) getFacts(w http.ResponseWriter, r *http.Request) {
	v := r.URL.Query()
	a := answer{}
	if id := v.Get("id"); id != "" {
		if n := s.index.find(id); n >= 0 {
			a.rows, a.documents = []int32{int32(n)}, make([]hits, 1)
		}
	} else {
		a = s.answer(queryOf(v))
	}
	from, to := window(v, len(a.rows))
	facts := []shownFact{}
	for _, n := range a.rows[from:to] {
		f, err := s.index.fact(int(n))
		if err != nil {
			fail(w, http.StatusInternalServerError, "facts.jsonl cannot be read any more")
			return
		}
		facts = append(facts, f)
	}
	answerJSON(w, map[string]any{"total": len(a.rows), "documents": len(a.documents), "rows": facts})
}

// window is the part of a list that is asked for by offset and limit.
func window(v url.Values, all int) (from, to int) {
	offset, _ := strconv.Atoi(v.Get("offset"))
	limit, _ := strconv.Atoi(v.Get("limit"))
	from = min(max(offset, 0), all)
	return from, from + min(max(limit, 0), mostRows, all-from)
}

// listed is a document in the list of documents: N is its number in the run, Hits how many
// of its facts the query lets through, where one was asked.
type listed struct {
	*fact.Summary
	N    int  `json:"n"`
	Hits *int `json:"hits,omitempty"`
}

func (s *Server) getDocuments(w http.ResponseWriter, r *http.Request) {
	v := r.URL.Query()
	a := s.answer(queryOf(v))
	from, to := window(v, len(a.documents))
	docs := []listed{}
	for _, h := range a.documents[from:to] {
		d := listed{&s.index.docs[h.doc], h.doc, nil}
		if h.rows >= 0 {
			d.Hits = &h.rows
		}
		docs = append(docs, d)
	}
	answerJSON(w, map[string]any{"total": len(a.documents), "rows": docs})
}

func (s *Server) getRow(w http.ResponseWriter, r *http.Request) {
	n, err := strconv.Atoi(r.URL.Query().Get("n"))
	i, found := -1, false
	if err == nil {
		i, found = slices.BinarySearch(s.answer(queryOf(r.URL.Query())).rows, int32(n))
	}
	if !found {
		i = -1
	}
	answerJSON(w, map[string]int{"row": i})
}

func (s *Server) getCharts(w http.ResponseWriter, r *http.Request) {
	years, indicators := s.index.charts(s.answer(queryOf(r.URL.Query())).rows)
	answerJSON(w, map[string]any{"year": years, "indicator": indicators})
}
