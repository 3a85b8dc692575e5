package view

import (
	"bufio"
	"encoding/json"
	"fmt"
	"io"

	"github.com/qushu/qushu/corpus"
	"github.com/qushu/qushu/extract/export"
	"github.com/qushu/qushu/extract/fact"
)

// reportPolicy lets a report run its own program and show its own style, and nothing
// else: no network, no script or style that came with a document.
const reportPolicy = "default-src 'none'; script-src %s; style-src %s; img-src data:; base-uri 'none'; form-action 'none'"

// Report writes the result of a run as one HTML file. It says how many documents were
// not found again, or had changed: of those it shows the sentences of the facts.
func Report(w io.Writer, r *export.Run, manifest any) (missing int, err error) {
	d, missing, err := gather(r)
	if err != nil {
		return 0, err
	}
	d.Manifest = manifest
	out := bufio.NewWriterSize(w, 1<<16)
	css, js := style(), script()
	policy := fmt.Sprintf("<meta http-equiv=\"Content-Security-Policy\" content=\""+reportPolicy+"\">\n<style>%s</style>\n", hash(js), hash(css), css)
	if err := head(out, `data-mode="file"`, policy, d.charts()); err != nil {
		return 0, err
	}
	// The encoder writes < as \u003c: no text of a document ends the element.
	if _, err := out.WriteString("<script type=\"application/json\" id=\"data\">"); err != nil {
		return 0, err
	}
	if err := json.NewEncoder(out).Encode(d); err != nil {
		return 0, err
	}
	if _, err := fmt.Fprintf(out, "</script>\n<script>%s</script>\n</body>\n</html>\n", js); err != nil {
		return 0, err
	}
	return missing, out.Flush()
}

// reportData is all that a report shows.
type reportData struct {
	Manifest  any             `json:"manifest"`
	Docs      []shownDocument `json:"docs"`
	Sentences []string        `json:"sentences"`
	Facts     []shownFact     `json:"facts"`
}

// charts are those of all facts; a mention of a time is none.
func (d *reportData) charts() string {
	years, indicators := map[string]int{}, map[string]int{}
	for _, f := range d.Facts {
		if f.Measure != "" {
			years[f.Period[:min(len(f.Period), 4)]]++
			indicators[f.Indicator]++
		}
	}
	return charts(most(years, mostYears), most(indicators, mostIndicators))
}

// gather reads a run and, where its texts are there, places facts and ledger in them.
func gather(r *export.Run) (*reportData, int, error) {
	d := &reportData{Docs: []shownDocument{}, Sentences: []string{}, Facts: []shownFact{}}
	at := map[string]int{}
	var summaries []*fact.Summary
	for s, err := range r.Documents() {
		if err != nil {
			return nil, 0, err
		}
		at[s.Doc] = len(summaries)
		summaries = append(summaries, s)
	}
	first, err := d.facts(r, at)
	if err != nil {
		return nil, 0, err
	}
	ledger := make([][]fact.Entry, len(summaries))
	for e, err := range r.Ledger() {
		if err != nil {
			return nil, 0, err
		}
		if i, ok := at[e.Doc]; ok {
			ledger[i] = append(ledger[i], *e)
		}
	}
	d.Docs = make([]shownDocument, len(summaries))
	for i, s := range summaries {
		d.Docs[i] = document(s, nil, nil, nil)
	}
	if r.Texts != nil {
		for text := range r.Texts {
			if i, ok := at[text.Source.Path]; ok {
				d.Docs[i] = document(summaries[i], text, d.Facts[first[i]:first[i+1]], ledger[i])
			}
		}
	}
	missing := 0
	for i := range d.Docs {
		if d.Docs[i].Blocks == nil && d.Docs[i].Error == "" {
			missing++
		}
	}
	return d, missing, nil
}

// facts reads the facts, and says for each document which is its first.
func (d *reportData) facts(r *export.Run, at map[string]int) ([]int, error) {
	first := make([]int, len(at)+1)
	doc := 0
	sentences := map[sentenceKey]int{}
	n := 0
	for f, err := range r.Facts() {
		if err != nil {
			return nil, err
		}
		i, ok := at[f.Doc]
		if !ok || i < doc {
			return nil, fmt.Errorf("facts.jsonl and documents.jsonl are not of one run: %s stands in another order", f.Doc)
		}
		for ; doc < i; doc++ {
			first[doc+1] = len(d.Facts)
			clear(sentences)
		}
		x := shown(f, n)
		x.Doc, x.S = i, d.sentence(f.Sentence, sentences)
		d.Facts = append(d.Facts, x)
		n++
	}
	for ; doc < len(at); doc++ {
		first[doc+1] = len(d.Facts)
	}
	return first, nil
}

// sentence gives the place of a sentence in the list; those of one document are listed
// once.
func (d *reportData) sentence(s *fact.Sentence, seen map[sentenceKey]int) int {
	if s == nil {
		return -1
	}
	key := sentenceKey{s.Span, s.Text}
	i, ok := seen[key]
	if !ok {
		i = len(d.Sentences)
		d.Sentences = append(d.Sentences, s.Text)
		seen[key] = i
	}
	return i
}

type sentenceKey struct {
	span corpus.Span
	text string
}
