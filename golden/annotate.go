package golden

import (
	"fmt"
	"io"
	"strings"
)

// WriteAnnotations writes every difference and error as a workflow command of GitHub, which
// shows it at its line of the golden:
//
//	::error file=goldens/tea.golden,line=7,title=differs in value::全省茶叶产值12.5亿元%0Awant …
func WriteAnnotations(w io.Writer, outcomes []Outcome) error {
	for _, o := range outcomes {
		if o.Err != nil {
			if _, err := fmt.Fprintf(w, "::error file=%s,title=cannot be checked::%s\n", property(o.Path), message(o.Err.Error())); err != nil {
				return err
			}
		}
		for _, d := range o.Report.Differences {
			want, got := d.lines()
			text := fmt.Sprintf("%s\nwant  %s\ngot   %s", d.Sentence, want, got)
			if _, err := fmt.Fprintf(w, "::error file=%s,line=%d,title=%s::%s\n", property(o.Path), max(d.Pos.Line, 1), property(d.What()), message(text)); err != nil {
				return err
			}
		}
	}
	return nil
}

var escapeMessage = strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A")

// message escapes the text of a workflow command, property one of its properties.
func message(s string) string { return escapeMessage.Replace(s) }

var escapeProperty = strings.NewReplacer(":", "%3A", ",", "%2C")

func property(s string) string { return escapeProperty.Replace(message(s)) }
