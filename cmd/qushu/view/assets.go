package view

import (
	"crypto/sha256"
	"embed"
	"encoding/base64"
	"encoding/json"
	"fmt"
	"html"
	"io"
	"strings"

	"github.com/qushu/qushu/extract/fact"
)

//go:embed page
var files embed.FS

// scripts are the parts of the page's program, in their order.
var scripts = []string{"labels.js", "source.js", "table.js", "reader.js", "card.js", "chart.js", "main.js"}

func asset(name string) string {
	data, err := files.ReadFile("page/" + name)
	if err != nil {
		panic("the page was not built in: " + err.Error())
	}
	return string(data)
}

// script is the program of the page, in a scope of its own.
func script() string {
	var b strings.Builder
	b.WriteString("(() => {\n'use strict';\n")
	for _, name := range scripts {
		b.WriteString(asset(name))
	}
	b.WriteString("})();\n")
	return b.String()
}

func style() string { return asset("app.css") }

// hash names an inline script or style in a Content-Security-Policy.
func hash(text string) string {
	sum := sha256.Sum256([]byte(text))
	return "'sha256-" + base64.StdEncoding.EncodeToString(sum[:]) + "'"
}

// head writes a page up to the end of its body's own elements. Attributes go to its html
// element, more into its head, charts into its place.
func head(w io.Writer, attributes, more, charts string) error {
	flags, err := json.Marshal(fact.Flags)
	if err != nil {
		return err
	}
	_, err = fmt.Fprintf(w, `<!doctype html>
<html lang="zh-CN" %s data-flags="%s">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<link rel="icon" href="data:,">
%s<title>qushu</title>
</head>
<body>
%s%s%s`, attributes, html.EscapeString(string(flags)), more, asset("index.html"), charts, asset("end.html"))
	return err
}
