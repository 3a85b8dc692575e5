package extract

import (
	"fmt"
	"math/big"
	"strings"

	"github.com/qushu/qushu/extract/link"
	"github.com/qushu/qushu/rules"
)

// magnitude is the least that a figure under some name can be.
type magnitude struct {
	word, unit string
	least      *big.Rat
}

// single marks the words of names that speak of one person or household.
const single = "-"

func magnitudes(set *rules.Set) ([]magnitude, error) {
	rows, err := cells(set, "magnitudes")
	if err != nil {
		return nil, err
	}
	var out []magnitude
	for _, r := range rows {
		if len(r) < 3 {
			return nil, fmt.Errorf("magnitudes.tsv: a row has three cells or more, not %d", len(r))
		}
		least, ok := new(big.Rat).SetString(r[2])
		if !ok {
			return nil, fmt.Errorf("magnitudes.tsv: %q is no number", r[2])
		}
		out = append(out, magnitude{r[0], r[1], least})
	}
	return out, nil
}

// scales are what a figure may have lost, smallest first: 万 and 亿.
var scales = []*big.Rat{big.NewRat(1e4, 1), big.NewRat(1e8, 1)}

// lostScale reports what a level must have been if it is too small to be true: times the
// smallest scale that makes it plausible. Only official reports are judged, and only a
// figure written without a scale.
//
//	征收房屋26.9m2 → 269000
func (e *Engine) lostScale(d *link.Draft, unit string, official bool) (*big.Rat, bool) {
	if !official || d.Measure != "level" || len(d.Value) != 1 || d.Value[0].Sign() <= 0 {
		return nil, false
	}
	var least *big.Rat
	for _, m := range e.magnitudes {
		switch {
		case !strings.Contains(d.Indicator, m.word):
		case m.unit == single:
			return nil, false
		case m.unit == unit && (least == nil || m.least.Cmp(least) < 0):
			least = m.least
		}
	}
	if least == nil || d.Value[0].Cmp(least) >= 0 {
		return nil, false
	}
	for _, s := range scales {
		if v := new(big.Rat).Mul(d.Value[0], s); v.Cmp(least) >= 0 {
			return v, true
		}
	}
	return nil, false
}
