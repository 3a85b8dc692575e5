package audit

import (
	"math/big"
	"strconv"
	"strings"

	"github.com/qushu/qushu/normalize/number"
)

// hedges are the signs of bounds that a verb before the figure sets: 突破200亿元 is >200亿元.
var hedges = map[string]string{"about": "~", "nearly": "<~", "over": ">", "at_least": "≥", "under": "<", "at_most": "≤"}

// figure is the value as it stands in the document, with a sign for the bound where that
// is not said in it.
func (i *item) figure() string {
	if i.Raw != nil && i.Text == i.Raw.Number+i.Raw.Unit {
		return hedges[i.Bound] + i.Text
	}
	return i.Text
}

// joined writes items with a sign between.
func joined(items []*item, sign string) string {
	texts := make([]string, len(items))
	for n, i := range items {
		texts[n] = i.figure()
	}
	return strings.Join(texts, sign)
}

// between writes bounds as a worked figure, by their ends, or one where they are the same.
func between(b bounds) string {
	low, high := short(b.lo), short(b.hi)
	switch {
	case low == high:
		return low
	case b.lo == nil:
		return "≤ " + high
	case b.hi == nil:
		return "≥ " + low
	}
	return low + " … " + high
}

// as writes bounds as a figure in the scale and unit in which an item is written: 509 …
// 511亿元.
func (b bounds) as(i *item) string {
	middle, _, ok := ends(i.Value)
	if !ok || i.Raw == nil || i.Base != nil {
		return between(b)
	}
	written, ok := rational(strings.ReplaceAll(i.Raw.Number, ",", ""))
	if !ok || written.Sign() == 0 || middle.Sign() == 0 {
		return between(b)
	}
	scale := abs(new(big.Rat).Quo(written, middle))
	return between(b.times(scale)) + i.Raw.Unit
}

// longFigure is more characters than a figure is read with.
const longFigure = 10

// short writes a number as it is where that is short, else to five significant digits.
func short(x *big.Rat) string {
	if x == nil {
		return ""
	}
	if _, exact := x.FloatPrec(); exact && len(number.Format(x)) <= longFigure {
		return number.Format(x)
	}
	f, _ := x.Float64()
	s := strconv.FormatFloat(f, 'g', 5, 64)
	if r, ok := new(big.Rat).SetString(s); ok {
		return number.Format(r)
	}
	return s
}
