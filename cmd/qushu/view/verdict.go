package view

import (
	"crypto/subtle"
	"encoding/json"
	"net/http"

	"github.com/qushu/qushu/corpus"
	"github.com/qushu/qushu/extract/fact"
)

// Verdict is what a person says of a fact, or of a number without one.
type Verdict struct {
	Says     string     // right, wrong or missing
	Fact     *fact.Fact // nil for a number without one
	Span     corpus.Span
	Line     string // the right fact line, where one was given
	Document fact.Summary
	Facts    []fact.Fact // all of the document
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
