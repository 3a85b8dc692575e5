package main

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strconv"
	"unicode/utf8"

	"github.com/spf13/cobra"

	"github.com/qushu/qushu/extract"
	"github.com/qushu/qushu/extract/fact"
)

// longestLine is the length of the longest line that is read.
const longestLine = 64 << 20

func pipeCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "pipe",
		Short: "Read texts as JSON lines and answer each with its mentions and facts",
		Long: `A filter: reads one JSON object a line,
  {"id": …, "text": "…", "date": "2026-01-27", "area": "…", "year": 2025}
and answers each with one line, in the same order and as soon as it is read:
  {"id": …, "mentions": [{start, end, text, kind, value, unit, bound}, …], "facts": […]}
All but text may be left out. The date is the day the text is counted from. Offsets are
bytes of the text. A line that cannot be read is answered by {"id": …, "error": "…"}.`,
		Example: help("pipe"),
		Args:    cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			e, err := trustedEngine(cmd)
			if err != nil {
				return err
			}
			return pipe(e, cmd.InOrStdin(), cmd.OutOrStdout())
		},
	}
}

// answer is a line out. An id that is absent is left out; mentions and facts are there
// unless the line could not be read.
type answer struct {
	ID       json.RawMessage  `json:"id,omitempty"`
	Mentions *[]extract.Found `json:"mentions,omitempty"`
	Facts    *[]fact.Fact     `json:"facts,omitempty"`
	Error    string           `json:"error,omitempty"`
}

// pipe answers every line of in. The error is that of reading or writing.
func pipe(e *extract.Engine, in io.Reader, out io.Writer) error {
	r, w := bufio.NewReaderSize(in, 1<<16), bufio.NewWriterSize(out, 1<<16)
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	for {
		line, tooLong, err := readLine(r)
		if err != nil && err != io.EOF {
			return fmt.Errorf("standard input cannot be read: %w", err)
		}
		if err == io.EOF && len(line) == 0 {
			return nil
		}
		if err := enc.Encode(answerTo(e, line, tooLong)); err != nil {
			return err
		}
		if err := w.Flush(); err != nil {
			return err
		}
	}
}

// readLine reads a line with its end, cut off where it is too long.
func readLine(r *bufio.Reader) (line []byte, tooLong bool, err error) {
	for {
		part, err := r.ReadSlice('\n')
		if room := longestLine - len(line); len(part) > room {
			part, tooLong = part[:room], true
		}
		line = append(line, part...)
		if !errors.Is(err, bufio.ErrBufferFull) {
			return line, tooLong, err
		}
	}
}

func answerTo(e *extract.Engine, line []byte, tooLong bool) (a answer) {
	err := guarded(func() error {
		if tooLong {
			return fmt.Errorf("the line is longer than %d MB", longestLine>>20)
		}
		q, err := parseQuestion(line)
		a.ID = q.ID
		if err != nil {
			return err
		}
		result, found := e.Text(name(q.ID), q.text, q.known)
		facts := []fact.Fact{}
		for _, f := range result.Facts {
			if f.Measure != "" {
				facts = append(facts, f)
			}
		}
		a.Mentions, a.Facts = &found, &facts
		return nil
	})
	if err != nil {
		a = answer{ID: a.ID, Error: err.Error()}
	}
	return a
}

// name is what facts call a text by: its id, without the quotes of a string.
func name(id json.RawMessage) string {
	var s string
	if json.Unmarshal(id, &s) == nil {
		return s
	}
	return string(id)
}

// question is a line in.
type question struct {
	ID    json.RawMessage `json:"id"`
	Text  json.RawMessage `json:"text"`
	Date  json.RawMessage `json:"date"`
	Area  json.RawMessage `json:"area"`
	Year  json.RawMessage `json:"year"`
	text  string
	known extract.Options
}

// parseQuestion reads a line. Along with an error comes what could be read of it, so
// that the answer can carry the id.
func parseQuestion(line []byte) (question, error) {
	var q question
	line = bytes.TrimSpace(bytes.TrimPrefix(line, []byte("\xEF\xBB\xBF")))
	switch {
	case len(line) == 0:
		return q, errors.New("the line is empty, wanted a JSON object with a text")
	case !utf8.Valid(line):
		return q, errors.New("the line is not UTF-8")
	case line[0] != '{':
		return q, errors.New("the line is no JSON object")
	}
	if err := json.Unmarshal(line, &q); err != nil {
		return q, fmt.Errorf("the line is no JSON object: %w", err)
	}
	if q.Text == nil {
		return q, errors.New("the line has no text")
	}
	for _, field := range []struct {
		name string
		raw  json.RawMessage
		to   *string
	}{{"text", q.Text, &q.text}, {"date", q.Date, &q.known.Published}, {"area", q.Area, &q.known.Area}} {
		if field.raw != nil && json.Unmarshal(field.raw, field.to) != nil {
			return q, fmt.Errorf("the %s is no string", field.name)
		}
	}
	if string(q.Text) == "null" {
		return q, errors.New("the text is no string")
	}
	if err := q.setYear(); err != nil {
		return q, err
	}
	return q, checkKnown(q.known)
}

// setYear takes the year as a number or as a string of digits.
func (q *question) setYear() error {
	var year json.Number
	if q.Year == nil || json.Unmarshal(q.Year, &year) == nil && year == "" {
		return nil
	}
	n, err := strconv.Atoi(year.String())
	if err != nil {
		return errors.New("the year is no whole number")
	}
	q.known.Year = n
	return nil
}
