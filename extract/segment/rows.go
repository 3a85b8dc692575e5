package segment

import (
	"strings"

	"github.com/qushu/qushu/corpus"
)

// stretch is a row of a table, or what of it stands before, between or behind cells that
// hold sentences.
type stretch struct {
	corpus.Span
	table, row int
}

// rowsOf are the rows of the tables of a document, in the order of the text. Cells that
// are texts are left out: they are read as such.
func rowsOf(d *corpus.Document) []stretch {
	var out []stretch
	last := 0
	for i, t := range d.Tables {
		for r, row := range t.Rows {
			open := false
			for _, c := range row {
				switch {
				case c.Row != r || c.Empty() || c.Span.Start < last:
				case speaks(d.Text[c.Span.Start:c.Span.End]):
					open = false
				case open && c.Span.End-out[len(out)-1].Start <= longRow:
					out[len(out)-1].End, last = c.Span.End, c.Span.End
				default:
					out = append(out, stretch{c.Span, i + 1, r})
					open, last = true, c.Span.End
				}
			}
		}
	}
	return out
}

// speaks reports whether a cell is a text: it holds the end of a clause, or is long and
// holds a comma.
func speaks(s string) bool {
	return strings.ContainsAny(s, terminals+";；") || len(s) > longName && strings.ContainsAny(s, "，")
}

// longRow is the longest part of a row that is one sentence, in bytes: each fact carries
// its sentence.
const longRow = 4 * longSentence

// longName is the longest name that may have a comma in it, in bytes.
const longName = 48
