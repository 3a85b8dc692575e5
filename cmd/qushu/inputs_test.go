package main

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/qushu/qushu/corpus"
)

func TestNamesDoNotClash(t *testing.T) {
	var in inputs
	for _, p := range []string{"a/report.txt", "a_report.htm", "b/report.txt", "report.html", "report.txt", "report.txt/report.txt"} {
		in.files = append(in.files, corpus.File{Path: p})
	}
	assert.Equal(t, []string{"a_report.txt", "a_report", "b_report", "report", "report.txt", "report.txt_report"}, in.names())
}

func TestDisplayedPaths(t *testing.T) {
	for path, want := range map[string]string{
		"in/a/b.txt":     "a/b.txt",
		"./in/b.txt":     "b.txt",
		"in":             "in",
		"missing.txt":    "missing.txt",
		"/x/missing.txt": "missing.txt",
	} {
		assert.Equal(t, want, displayed(path, []string{"in", "missing.txt"}), path)
	}
}
