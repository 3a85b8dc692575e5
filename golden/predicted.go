package golden

import (
	"encoding/json"
	"io"
	"path"
	"strings"

	"github.com/qushu/qushu/corpus"
)

// predicted is what scoring reads of a line of facts.jsonl.
type predicted struct {
	Doc       string      `json:"doc"`
	Span      corpus.Span `json:"span"`
	Text      string      `json:"text"`
	Kind      string      `json:"kind"`
	Value     any         `json:"value"`
	Unit      string      `json:"unit"`
	Bound     *string     `json:"bound"`
	Measure   *string     `json:"measure"`
	Indicator *string     `json:"indicator"`
	Period    *string     `json:"period"`
	Area      *string     `json:"area"`
	Subject   *string     `json:"subject"`
	Status    *string     `json:"status"`
	Basis     *string     `json:"basis"`
	Scope     *string     `json:"scope"`
	Flags     []string    `json:"flags"`

	Sentence   sentenceOfLine `json:"sentence"`
	Confidence float64        `json:"confidence"`

	raw corpus.Span // where Span was moved for a golden
}

// origin is the span in the document.
func (p predicted) origin() corpus.Span {
	if p.raw.End > 0 {
		return p.raw
	}
	return p.Span
}

// sentenceOfLine is the sentence of a prediction.
type sentenceOfLine struct {
	Start int    `json:"start"`
	Text  string `json:"text"`
}

// isFact reports whether the line states something; else it is a mention alone.
func (p predicted) isFact() bool { return p.Measure != nil && *p.Measure != "" }

// predictedDoc holds the predictions of a document by span, the spans in the order in
// which they come first.
type predictedDoc struct {
	spans []corpus.Span
	lines map[corpus.Span][]predicted
}

func (d *predictedDoc) add(p predicted) {
	if d.lines[p.Span] == nil {
		d.spans = append(d.spans, p.Span)
	}
	d.lines[p.Span] = append(d.lines[p.Span], p)
}

// drop forgets the spans that drop holds for.
func (d *predictedDoc) drop(drop func(corpus.Span) bool) {
	kept := d.spans[:0:0]
	for _, s := range d.spans {
		if !drop(s) {
			kept = append(kept, s)
		}
	}
	d.spans = kept
}

// facts counts the lines that state something.
func (d *predictedDoc) facts(count func(predicted)) {
	for _, s := range d.spans {
		for _, p := range d.lines[s] {
			if p.isFact() {
				count(p)
			}
		}
	}
}

// readPredicted reads facts.jsonl, by the documents' names without folder and last
// extension.
func readPredicted(r io.Reader) (map[string]*predictedDoc, error) {
	out := map[string]*predictedDoc{}
	err := eachLine(r, "facts.jsonl", func(line []byte) error {
		var p predicted
		if err := json.Unmarshal(line, &p); err != nil {
			return err
		}
		base := path.Base(p.Doc)
		name := strings.TrimSuffix(base, path.Ext(base))
		if out[name] == nil {
			out[name] = &predictedDoc{lines: map[corpus.Span][]predicted{}}
		}
		out[name].add(p)
		return nil
	})
	return out, err
}
