package golden

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"maps"
	"math"
	"slices"
	"strconv"
	"strings"

	"github.com/qushu/qushu/rules"
)

// Floor is what one score of a set may not fall below. Name is a measure, or mention,
// span, core or fact.
type Floor struct {
	Set, Name   string
	Score       PRF
	Fingerprint string // of the set it was measured on, or ""
}

// Floors are the lines of a floors file, sorted by set and name.
type Floors []Floor

const floorsHeader = "set\tname\tprecision\trecall\tf1\tfingerprint\n"

// Fingerprint names the content of a set in 12 characters.
func Fingerprint(parts ...[]byte) string {
	h := sha256.New()
	for _, p := range parts {
		fmt.Fprintf(h, "%d\x00", len(p))
		h.Write(p)
	}
	return hex.EncodeToString(h.Sum(nil))[:12]
}

// ReadFloors reads a floors file: the columns set, name, precision, recall, f1 and
// fingerprint, separated by tabs.
func ReadFloors(name string, src []byte) (Floors, error) {
	t, err := rules.ParseTable("floors", name, src)
	if err != nil {
		return nil, err
	}
	var out Floors
	var errs []error
	for _, r := range t.Rows {
		f := Floor{Set: t.Cell(r, "set"), Name: t.Cell(r, "name"), Fingerprint: t.Cell(r, "fingerprint")}
		for col, to := range map[string]*float64{"precision": &f.Score.P, "recall": &f.Score.R, "f1": &f.Score.F} {
			x, err := strconv.ParseFloat(t.Cell(r, col), 64)
			if err != nil || !(x >= 0 && x <= 1) {
				errs = append(errs, &rules.Error{Pos: r.Pos, Msg: fmt.Sprintf("found the %s %q, wanted a number from 0 to 1", col, t.Cell(r, col))})
			}
			*to = x
		}
		out = append(out, f)
	}
	return out, errors.Join(errs...)
}

// Format writes the floors file.
func (f Floors) Format() []byte {
	var b strings.Builder
	b.WriteString(floorsHeader)
	for _, x := range f {
		fmt.Fprintf(&b, "%s\t%s\t%.4f\t%.4f\t%.4f\t%s\n", x.Set, x.Name, x.Score.P, x.Score.R, x.Score.F, x.Fingerprint)
	}
	return []byte(b.String())
}

// Check holds the scores of a set against its floors. The error joins every score that
// fell, every floor without a score, and says where the set is not the one that the
// floors were measured on. An empty fingerprint is not compared.
func (f Floors) Check(set string, scores map[string]PRF, fingerprint string) error {
	var errs []error
	found := false
	for _, x := range f {
		if x.Set != set {
			continue
		}
		found = true
		errs = append(errs, x.check(scores, fingerprint)...)
	}
	if !found {
		errs = append(errs, fmt.Errorf("found no floor for the set %s, wanted one: raise it once", set))
	}
	return errors.Join(errs...)
}

func (x Floor) check(scores map[string]PRF, fingerprint string) []error {
	if fingerprint != "" && x.Fingerprint != "" && fingerprint != x.Fingerprint {
		return []error{fmt.Errorf("%s %s: the set changed: found the fingerprint %s, the floor was measured on %s", x.Set, x.Name, fingerprint, x.Fingerprint)}
	}
	got, ok := scores[x.Name]
	if !ok {
		return []error{fmt.Errorf("%s %s: found no score, wanted one for its floor", x.Set, x.Name)}
	}
	var errs []error
	for _, part := range []struct {
		name       string
		got, floor float64
	}{{"precision", got.P, x.Score.P}, {"recall", got.R, x.Score.R}, {"f1", got.F, x.Score.F}} {
		if roundDown(part.got) < part.floor {
			errs = append(errs, fmt.Errorf("%s %s: found %s %.4f, wanted at least %.4f", x.Set, x.Name, part.name, part.got, part.floor))
		}
	}
	return errs
}

// roundDown cuts a score to the four places that a floors file holds. The small term
// keeps a score that is exact to four places where it is.
func roundDown(x float64) float64 { return math.Floor(x*1e4+1e-6) / 1e4 }

// Raise gives floors lifted to the scores of a set. A floor falls only where lower is
// set; on a set with another fingerprint the floors are measured anew, which also
// asks for lower if any of them would fall.
func (f Floors) Raise(set string, scores map[string]PRF, fingerprint string, lower bool) (Floors, error) {
	out := slices.Clone(f)
	var errs []error
	for _, name := range slices.Sorted(maps.Keys(scores)) {
		i := slices.IndexFunc(out, func(x Floor) bool { return x.Set == set && x.Name == name })
		if i < 0 {
			out, i = append(out, Floor{Set: set, Name: name}), len(out)
		}
		errs = append(errs, out[i].raise(scores[name], fingerprint, lower))
	}
	slices.SortFunc(out, func(a, b Floor) int {
		return strings.Compare(a.Set+"\t"+a.Name, b.Set+"\t"+b.Name)
	})
	if err := errors.Join(errs...); err != nil {
		return f, err
	}
	return out, nil
}

func (x *Floor) raise(score PRF, fingerprint string, lower bool) error {
	score = PRF{roundDown(score.P), roundDown(score.R), roundDown(score.F)}
	old := x.Score
	if !lower && (score.P < old.P || score.R < old.R || score.F < old.F) {
		return fmt.Errorf("%s %s: found %s, below its floor %s; a floor falls only when asked to", x.Set, x.Name, score, old)
	}
	x.Score, x.Fingerprint = score, fingerprint
	return nil
}
