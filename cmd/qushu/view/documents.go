package view

import (
	"errors"
	"fmt"
	"net/http"
	"path"

	"github.com/qushu/qushu/corpus"
)

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
		N     int         `json:"n"`
		Count int         `json:"facts_count"`
		Facts []shownFact `json:"facts"`
	}{out, i, summary.Facts, facts})
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
