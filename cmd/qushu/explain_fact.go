package main

import (
	"fmt"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"github.com/qushu/qushu/corpus"
	"github.com/qushu/qushu/extract"
	"github.com/qushu/qushu/extract/fact"
)

// factOfRun explains the sentence of a fact of a run, with that fact alone below it.
func (f *explainFlags) factOfRun(cmd *cobra.Command, id string) (x extract.Explained, err error) {
	want, err := findFact(f.run, id)
	if err != nil {
		return x, err
	}
	made, err := readManifest(f.run)
	if err != nil {
		return x, err
	}
	e, err := engine(cmd)
	if err != nil {
		return x, err
	}
	if made.Rules != "" && e.Set.Hash != made.Rules {
		fmt.Fprintf(cmd.ErrOrStderr(), "qushu: the run %s was made with other rules: give its packs with --rules, or the fact may be read otherwise\n", f.run)
	}
	data, err := f.document(want.Doc)
	if err != nil {
		return x, err
	}
	list, err := e.ExplainBytes(want.Doc, data, made.Options.known())
	if err != nil {
		return x, fmt.Errorf("%s: %w", want.Doc, err)
	}
	return sentenceWith(list, want)
}

// findFact finds the fact whose id begins with some characters.
func findFact(run, id string) (fact.Fact, error) {
	facts, err := readFacts(run)
	if err != nil {
		return fact.Fact{}, err
	}
	var found []fact.Fact
	for _, f := range facts {
		if strings.HasPrefix(f.ID, id) && id != "" {
			found = append(found, f)
		}
	}
	switch {
	case len(found) == 0:
		return fact.Fact{}, fmt.Errorf("%s: there is no fact whose id begins with %q", factsPath(run), id)
	case found[0].ID != found[len(found)-1].ID:
		return fact.Fact{}, fmt.Errorf("%s: %d facts have an id that begins with %q, wanted more of it", factsPath(run), len(found), id)
	}
	return found[0], nil
}

// known is what the run was told of its documents.
func (o runOptions) known() extract.Options {
	return extract.Options{Published: o.Published, Area: o.Area, Year: o.Year, Read: corpus.Options{TextField: o.TextField}}
}

// document finds the bytes of a document of the run by its path.
func (f *explainFlags) document(doc string) (data []byte, err error) {
	docs := f.docs
	if len(docs) == 0 {
		docs = []string{"."}
	}
	files, _ := corpus.Find(docs)
	err = fmt.Errorf("there is no document %s in %s: --docs takes what the run was given", doc, strings.Join(docs, ", "))
	for _, file := range files {
		if doc != file.Path && !strings.HasPrefix(doc, file.Path+"/") {
			continue
		}
		corpus.Members(file, func(m corpus.Member) bool {
			if m.Path != doc {
				return true
			}
			data, err = m.Data, m.Err
			return false
		})
	}
	return data, err
}

// sentenceWith is the sentence that states a fact, with that fact alone.
func sentenceWith(list []extract.Explained, want fact.Fact) (extract.Explained, error) {
	for _, x := range list {
		if i := slices.IndexFunc(x.Facts, func(f extract.ExplainedFact) bool { return f.Fact.ID == want.ID }); i >= 0 {
			x.Facts = x.Facts[i : i+1]
			return x, nil
		}
	}
	return extract.Explained{}, fmt.Errorf("%s is not the document that the run read, or its rules are others: it does not state the fact %s", want.Doc, want.ID)
}
