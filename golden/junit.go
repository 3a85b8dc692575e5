package golden

import (
	"encoding/xml"
	"fmt"
	"io"
)

// Outcome is what came of checking one golden file: a report, or an error where it could
// not be checked.
type Outcome struct {
	Path   string
	Report Report
	Err    error
}

type junitSuites struct {
	XMLName  xml.Name     `xml:"testsuites"`
	Name     string       `xml:"name,attr"`
	Tests    int          `xml:"tests,attr"`
	Failures int          `xml:"failures,attr"`
	Errors   int          `xml:"errors,attr"`
	Suites   []junitSuite `xml:"testsuite"`
}

type junitSuite struct {
	Name     string      `xml:"name,attr"`
	Tests    int         `xml:"tests,attr"`
	Failures int         `xml:"failures,attr"`
	Errors   int         `xml:"errors,attr"`
	Cases    []junitCase `xml:"testcase"`
}

type junitCase struct {
	Name    string       `xml:"name,attr"`
	Class   string       `xml:"classname,attr"`
	File    string       `xml:"file,attr"`
	Line    int          `xml:"line,attr,omitempty"`
	Failure []junitFault `xml:"failure"`
	Error   *junitFault  `xml:"error"`
}

type junitFault struct {
	Message string `xml:"message,attr"`
	Text    string `xml:",chardata"`
}

// WriteJUnit writes outcomes as JUnit XML: a suite a golden, a test a sentence, a failure
// a difference. It holds no times, so that the same outcomes give the same bytes.
func WriteJUnit(w io.Writer, outcomes []Outcome) error {
	all := junitSuites{Name: "qushu golden check"}
	for _, o := range outcomes {
		s := suiteOf(o)
		all.Suites = append(all.Suites, s)
		all.Tests, all.Failures, all.Errors = all.Tests+s.Tests, all.Failures+s.Failures, all.Errors+s.Errors
	}
	if _, err := io.WriteString(w, xml.Header); err != nil {
		return err
	}
	enc := xml.NewEncoder(w)
	enc.Indent("", "  ")
	if err := enc.Encode(all); err != nil {
		return err
	}
	_, err := io.WriteString(w, "\n")
	return err
}

func suiteOf(o Outcome) junitSuite {
	s := junitSuite{Name: o.Path}
	if o.Err != nil {
		s.Tests, s.Errors = 1, 1
		s.Cases = []junitCase{{Name: "can be checked", Class: o.Path, File: o.Path, Error: &junitFault{Message: o.Err.Error()}}}
		return s
	}
	for _, c := range o.Report.Checked {
		x := junitCase{Name: fmt.Sprintf("%d: %s", c.Pos.Line, c.Sentence), Class: o.Path, File: o.Path, Line: c.Pos.Line}
		for _, d := range c.Differences {
			x.Failure = append(x.Failure, junitFault{Message: d.What(), Text: d.String()})
		}
		s.Tests++
		if len(x.Failure) > 0 {
			s.Failures++
		}
		s.Cases = append(s.Cases, x)
	}
	return s
}
