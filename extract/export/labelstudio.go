package export

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"github.com/qushu/qushu/extract/fact"
)

// The parts of a task of Label Studio that are written.
type (
	labelTask struct {
		Data        labelData         `json:"data"`
		Predictions []labelPrediction `json:"predictions"`
	}
	labelData struct {
		Text string `json:"text"`
		Doc  string `json:"doc"`
	}
	labelPrediction struct {
		ModelVersion string        `json:"model_version"`
		Result       []labelResult `json:"result"`
	}
	labelResult struct {
		ID       string     `json:"id"`
		FromName string     `json:"from_name"`
		ToName   string     `json:"to_name"`
		Type     string     `json:"type"`
		Value    labelValue `json:"value"`
		Meta     *labelMeta `json:"meta,omitempty"`
	}
	labelValue struct {
		Start  int      `json:"start"`
		End    int      `json:"end"`
		Text   string   `json:"text"`
		Labels []string `json:"labels"`
	}
	labelMeta struct {
		Text []string   `json:"text"` // shown beside the region
		Fact *fact.Fact `json:"fact"`
	}
)

// writeLabelStudio writes tasks.json, a task a document with its marks as predictions,
// and labels.xml, the labelling interface to paste into a project. Offsets are
// characters, as Label Studio counts them.
func writeLabelStudio(r *Run, path string) (Note, error) {
	if err := makeFolder(path); err != nil {
		return "", err
	}
	var note Note
	err := whole(filepath.Join(path, "tasks.json"), func(f *os.File) (err error) {
		enc := json.NewEncoder(f)
		enc.SetEscapeHTML(false)
		between := "[\n"
		note, err = annotate(r, func(a *annotated) error {
			if _, err := f.WriteString(between); err != nil {
				return err
			}
			between = ","
			return enc.Encode(taskOf(a))
		})
		if err == nil {
			if between != "," {
				_, err = f.WriteString("[")
			}
		}
		if err == nil {
			_, err = f.WriteString("]\n")
		}
		return err
	})
	if err != nil {
		return "", err
	}
	return note, os.WriteFile(filepath.Join(path, "labels.xml"), []byte(labelConfig()), 0o644)
}

func taskOf(a *annotated) labelTask {
	text := []rune(a.Text)
	p := labelPrediction{ModelVersion: "qushu", Result: []labelResult{}}
	for i, m := range a.Marks {
		x := labelResult{ID: fmt.Sprintf("m%d", i+1), FromName: "label", ToName: "text", Type: "labels",
			Value: labelValue{m.Start, m.End, string(text[m.Start:m.End]), []string{m.label()}}}
		if m.Fact != nil {
			x.ID = m.Fact.ID
			x.Meta = &labelMeta{[]string{bratNote(m.Fact)}, m.Fact}
		}
		p.Result = append(p.Result, x)
	}
	return labelTask{labelData{a.Text, a.Doc}, []labelPrediction{p}}
}

func labelConfig() string {
	var b strings.Builder
	b.WriteString("<View>\n  <Labels name=\"label\" toName=\"text\">\n")
	for _, l := range bratLabels() {
		fmt.Fprintf(&b, "    <Label value=%q/>\n", l)
	}
	b.WriteString("  </Labels>\n  <Text name=\"text\" value=\"$text\" granularity=\"symbol\"/>\n</View>\n")
	return b.String()
}
