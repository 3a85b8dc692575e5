package main

import (
	"embed"
	"strings"
)

// Help that holds Chinese is a text of its own: Go holds no words.
//
//go:embed help/*.txt
var helpTexts embed.FS

// help is the text of a name.
func help(name string) string {
	text, err := helpTexts.ReadFile("help/" + name + ".txt")
	if err != nil {
		panic("the help text " + name + " was not built in: " + err.Error())
	}
	return strings.TrimRight(string(text), "\n")
}
