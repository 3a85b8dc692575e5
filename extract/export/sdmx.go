package export

import (
	"bufio"
	"encoding/csv"
	"fmt"
	"iter"
	"os"
	"slices"

	"github.com/qushu/qushu/extract/fact"
)

// sdmxStructure is the dataflow that the observations are said to be of.
const sdmxStructure = "QUSHU:FACTS(1.0.0)"

// sdmxHeader are the columns of SDMX-CSV 2.0: what the rows are of and what to do with
// them, the dimensions, the observation, the attributes.
var sdmxHeader = []string{
	"STRUCTURE", "STRUCTURE_ID", "ACTION",
	"FREQ", "REF_AREA", "INDICATOR", "SUBJECT", "MEASURE", "BASIS", "SCOPE", "STATUS", "SOURCE", "TIME_PERIOD",
	"OBS_VALUE", "OBS_STATUS", "UNIT_MEASURE", "UNIT_MULT", "BOUND", "REF_AREA_NAME", "DOCUMENT",
}

// writeSDMX writes the facts that state an area, an indicator, a period and one number
// as observations. SOURCE, the id of the fact, is a dimension: several documents may
// state the same thing. The values have their scale multiplied in: UNIT_MULT is 0.
func writeSDMX(r *Run, path string) (Note, error) { return SDMX(r.Facts(), path) }

// SDMX writes facts as the format sdmx-csv does.
func SDMX(facts iter.Seq2[*fact.Fact, error], path string) (Note, error) {
	all, left := 0, 0
	err := whole(path, func(f *os.File) error {
		out := bufio.NewWriterSize(f, 1<<16)
		w := csv.NewWriter(out)
		if err := w.Write(sdmxHeader); err != nil {
			return err
		}
		for f, err := range facts {
			if err != nil {
				return err
			}
			if f.Measure == "" {
				continue
			}
			all++
			row, ok := observation(f)
			if !ok {
				left++
				continue
			}
			if err := w.Write(row); err != nil {
				return err
			}
		}
		w.Flush()
		if err := w.Error(); err != nil {
			return err
		}
		return out.Flush()
	})
	if left == 0 {
		return "", err
	}
	return Note(fmt.Sprintf("%d of %d facts are no observations: they lack an area, a period or a value that is one number", left, all)), err
}

// observation is a fact as a row, where it is one.
func observation(f *fact.Fact) ([]string, bool) {
	period, freq, ok := sdmxPeriod(f.Period)
	value := single(f.Value)
	if !ok || value == "" || f.Area == "" || f.Indicator == "" {
		return nil, false
	}
	row := []string{
		"dataflow", sdmxStructure, "I",
		freq, or(f.AreaCode, f.Area), f.Indicator, or(f.Subject, "_Z"), f.Measure, or(f.Basis, "_Z"), or(f.Scope, "_Z"), f.Status, f.ID, period,
		value, obsStatus(f), f.Unit, "0", f.Bound, f.Area, f.Doc,
	}
	for i := range row {
		if sdmxHeader[i] != "OBS_VALUE" {
			row[i] = inert(row[i])
		}
	}
	return row, true
}

// obsStatus is the code of CL_OBS_STATUS: of low reliability, a forecast, or normal.
// Whether a value is a target is a dimension.
func obsStatus(f *fact.Fact) string {
	doubted := func(name string) bool {
		return slices.ContainsFunc(fact.Flags, func(x fact.Flag) bool { return x.Name == name && x.Doubtful })
	}
	switch {
	case slices.ContainsFunc(f.Flags, doubted):
		return "U"
	case f.Status == "expected":
		return "F"
	}
	return "A"
}

func or(s, other string) string {
	if s == "" {
		return other
	}
	return s
}
