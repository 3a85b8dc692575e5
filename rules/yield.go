package rules

import (
	"regexp"
	"strings"
)

// parseYield reads a rule's fact line: a measure and what else the fact takes.
func parseYield(text string, pos Pos) (Yield, error) {
	s := newScanner(text, pos)
	y := Yield{Pos: pos}
	s.more()
	start := s.at()
	y.Measure = s.run(never)
	if !contains(Measures, y.Measure) {
		return y, s.fault(start, "found the measure "+quoted(y.Measure)+", "+wanted(y.Measure, Measures))
	}
	var err error
	y.Fields, err = s.keyValues(yieldKeys)
	return y, err
}

// String writes the yield as a fact line of a rule has it.
func (y Yield) String() string {
	return strings.TrimRight(y.Measure+"  "+fieldsString(y.Fields), " ")
}

var namedCapture = regexp.MustCompile(`<([^<>]*)>`)

// Captures are the fields that a template such as <indicator>增速 names, in order.
func Captures(template string) []string {
	var out []string
	for _, m := range namedCapture.FindAllStringSubmatch(template, -1) {
		out = append(out, m[1])
	}
	return out
}

// checkYield wants each capture that a fact line names in every match line. The
// indicator may always be named: where no pattern has it, it is found by its place.
func checkYield(y Yield, r *Rule, errs *faults) {
	for _, kv := range y.Fields {
		if strings.ContainsAny(namedCapture.ReplaceAllString(kv.Value, ""), "<>") {
			errs.add(y.Pos, "found %s=%s with a lone < or >, wanted <field>", kv.Key, kv.Value)
		}
		for _, name := range Captures(kv.Value) {
			checkCaptured(name, y, r, errs)
		}
	}
}

func checkCaptured(name string, y Yield, r *Rule, errs *faults) {
	if !contains(CaptureFields, name) {
		errs.add(y.Pos, "found the field <%s>, %s", name, wanted(name, CaptureFields))
		return
	}
	if name == "indicator" {
		return
	}
	for _, elems := range r.Match {
		if len(elems) > 0 && !captures(elems, name) {
			errs.add(y.Pos, "found <%s>, which the match line %d does not capture", name, elems[0].Pos.Line)
		}
	}
}

func captures(elems []Elem, field string) bool {
	for _, e := range elems {
		if e.Field == field {
			return true
		}
	}
	return false
}

// ParseGiven reads what a case or golden says of its document: year=2023 area=….
func ParseGiven(text string, pos Pos) ([]KV, error) {
	s := newScanner(text, pos)
	kvs, err := s.keyValues(givenKeys)
	if err == nil && len(kvs) == 0 {
		err = s.fault(s.at(), "found nothing given, wanted key=value")
	}
	return kvs, err
}
