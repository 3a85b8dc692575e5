package rules

import (
	"strings"
	"unicode"
)

// ParseLine reads one fact line. pos is the place of its first character; errors name
// the column from there. A plus before a number is dropped, a missing bound is exact.
//
//	growth   茶叶产值  +3.6 %  “3.6%”  basis=yoy
//	period   2020  “2020年”
//	duration 16 mo “16个月”
func ParseLine(text string, pos Pos) (Line, error) {
	s := newScanner(text, pos)
	line := Line{Pos: pos}
	line.marks(s)
	for _, step := range []func(*scanner) error{line.measure, line.indicator, line.value, line.unit, line.quote} {
		if err := step(s); err != nil {
			return line, err
		}
	}
	var err error
	line.Fields, err = s.keyValues(lineKeys)
	return line, err
}

// marks takes the leading ? and todo.
func (l *Line) marks(s *scanner) {
	for s.more() {
		start := s.i
		if s.accept('?') {
			l.Proposed = true
		} else if s.run(never) == "todo" {
			l.Todo = true
		} else {
			s.i = start
			return
		}
	}
}

func (l *Line) measure(s *scanner) error {
	if !s.more() {
		return s.fault(s.at(), "found an empty line, wanted a measure, an indicator and a value")
	}
	start := s.at()
	l.Measure = s.run(never)
	if !contains(Measures, l.Measure) && !isMention(l.Measure) {
		return s.fault(start, "found the measure "+quoted(l.Measure)+", "+wanted(l.Measure, Measures))
	}
	return nil
}

// indicator takes the second word; - is no indicator, a mention alone has none.
func (l *Line) indicator(s *scanner) error {
	if isMention(l.Measure) {
		return nil
	}
	if !s.more() {
		return s.fault(s.at(), "found nothing after "+l.Measure+", wanted an indicator and a value")
	}
	enclosed := s.peek() == '`'
	word, err := s.word()
	if word == "-" && !enclosed {
		word = ""
	}
	l.Indicator = word
	return err
}

func (l *Line) value(s *scanner) error {
	if !s.more() {
		return s.fault(s.at(), "found the end of the line, wanted a value")
	}
	start := s.at()
	l.Bound, l.Value = cutBound(s.run(never))
	form := numberValue
	if isTime(l.Measure) {
		form = timeValue
	}
	if l.Value != "null" && !form.MatchString(l.Value) {
		return s.fault(start, "found the value "+quoted(l.Value)+", wanted "+valueForms(l.Measure))
	}
	l.Value = strings.TrimPrefix(l.Value, "+")
	return nil
}

func valueForms(measure string) string {
	if isTime(measure) {
		return "an ISO 8601 date or period, or null"
	}
	return "a number such as 12.5, 3..5, 6:55:39 or 1/3, with ~ <~ > >= < or <= before it, or null"
}

// unit takes the word after the value, unless that is the quote or a field.
func (l *Line) unit(s *scanner) error {
	if !s.more() || s.peek() == '“' || isTime(l.Measure) {
		return nil
	}
	start := s.i
	word, err := s.word()
	if s.text[start] != '`' && strings.Contains(word, "=") {
		s.i = start
		return nil
	}
	l.Unit = word
	return err
}

func (l *Line) quote(s *scanner) error {
	if !s.more() || s.peek() != '“' {
		return nil
	}
	var err error
	l.Quote, err = s.enclosed('”')
	if r := s.peek(); err == nil && r != 0 && !unicode.IsSpace(r) {
		return s.fault(s.at(), "found "+quoted(string(r))+" right after the quote, wanted a space; a ” within a quote is written \\”")
	}
	return err
}

// Get gives the value of a field, or "" where the line has none.
func (l Line) Get(key string) string {
	for _, f := range l.Fields {
		if f.Key == key {
			return f.Value
		}
	}
	return ""
}

// String writes the line so that ParseLine reads it back, two spaces between columns.
func (l Line) String() string {
	var out []string
	for _, c := range l.columns() {
		if c != "" {
			out = append(out, c)
		}
	}
	return strings.Join(out, "  ")
}

// columns are the marks with the measure, the indicator, the value with its unit, the
// quote and the fields. A mention alone has no indicator; its value takes that column.
func (l Line) columns() [5]string {
	if isMention(l.Measure) {
		return [5]string{l.head(), l.valueColumn(), "", l.quoteColumn(), fieldsString(l.Fields)}
	}
	return [5]string{l.head(), l.indicatorColumn(), l.valueColumn(), l.quoteColumn(), fieldsString(l.Fields)}
}

func (l Line) head() string {
	head := l.Measure
	if l.Todo {
		head = "todo " + head
	}
	if l.Proposed {
		head = "? " + head
	}
	return head
}

func (l Line) indicatorColumn() string {
	switch {
	case l.Indicator == "":
		return "-"
	case l.Indicator == "-":
		return "`-`"
	}
	return bareWord(l.Indicator)
}

func (l Line) valueColumn() string {
	value := l.Value
	if signed(l.Measure) {
		value = withPlus(value)
	}
	value = boundMark(l.Bound) + value
	if l.Unit == "" {
		return value
	}
	if strings.ContainsAny(l.Unit, "=“") {
		return value + " `" + escape(l.Unit, '`', '`') + "`"
	}
	return value + " " + bareWord(l.Unit)
}

func (l Line) quoteColumn() string {
	if l.Quote == "" {
		return ""
	}
	return "“" + escape(l.Quote, '”', '”') + "”"
}
