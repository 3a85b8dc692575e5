package audit

import (
	"encoding/json"
	"math/big"
	"strings"

	"github.com/qushu/qushu/extract/fact"
)

// bounds are where a value lies that was stated rounded and perhaps hedged: from lo to
// hi, nil where there is no end.
//
//	1.54万户 → 15350 to 15450
//	超2万亿元 → 2000000000000 and more
//	近1/3 → 0.3 to 0.333333
type bounds struct{ lo, hi *big.Rat }

// tenth is how far a hedged value may be from the number that stands there, as a part of
// it: about 50 is 45 to 55, nearly 50 is 45 to 50.
var tenth = big.NewRat(1, 10)

// fractionLeeway is how far a fraction in words or strokes, 1/3, may be from what it
// stands for: half of a twelfth of itself.
var fractionLeeway = big.NewRat(1, 24)

// boundsOf reads a value as stated; ok is false where it is no number or a ratio.
func boundsOf(f *fact.Fact) (b bounds, ok bool) {
	low, high, ok := ends(f.Value)
	if !ok || f.Kind == "ratio" {
		return b, false
	}
	half := halfStep(f, high)
	b = bounds{new(big.Rat).Sub(low, half), new(big.Rat).Add(high, half)}
	leeway := new(big.Rat).Mul(abs(high), tenth)
	switch f.Bound {
	case "about":
		b.lo.Sub(b.lo, leeway)
		b.hi.Add(b.hi, leeway)
	case "nearly":
		b.towards(leeway, high.Sign() < 0)
	case "over", "at_least":
		b.open(high.Sign() >= 0)
	case "under", "at_most":
		b.open(high.Sign() < 0)
	}
	return b, true
}

// towards moves the end of a value that is nearly reached nearer to nought.
func (b *bounds) towards(by *big.Rat, negative bool) {
	if negative {
		b.hi.Add(b.hi, by)
	} else {
		b.lo.Sub(b.lo, by)
	}
}

// open leaves one end out: the upper one of 超过20, the lower one of 下降20以上.
func (b *bounds) open(upper bool) {
	if upper {
		b.hi = nil
	} else {
		b.lo = nil
	}
}

// ends are the value of a fact, or the least and the most of a range.
func ends(raw json.RawMessage) (low, high *big.Rat, ok bool) {
	parts := []json.Number{json.Number(raw)}
	if strings.HasPrefix(string(raw), "[") && json.Unmarshal(raw, &parts) != nil || len(parts) == 0 || len(parts) > 2 {
		return nil, nil, false
	}
	low, ok = rational(string(parts[0]))
	if !ok {
		return nil, nil, false
	}
	high, ok = rational(string(parts[len(parts)-1]))
	if ok && low.Cmp(high) > 0 {
		low, high = high, low
	}
	return low, high, ok
}

// longNumber is more than the characters of any number that measures something.
const longNumber = 64

func rational(s string) (*big.Rat, bool) {
	if len(s) > longNumber || strings.ContainsAny(s, "eE/\"") {
		return nil, false
	}
	return new(big.Rat).SetString(s)
}

// halfStep is half of what one in the last written digit is worth; of a fraction or of
// what is not written in plain digits a small part of the value.
func halfStep(f *fact.Fact, value *big.Rat) *big.Rat {
	if f.Kind == "rank" {
		return new(big.Rat)
	}
	if f.Raw == nil || f.Kind == "fraction" {
		return new(big.Rat).Mul(abs(value), fractionLeeway)
	}
	written := strings.ReplaceAll(f.Raw.Number, ",", "")
	n, ok := rational(written)
	if !ok || n.Sign() == 0 {
		return new(big.Rat).Mul(abs(value), fractionLeeway)
	}
	half := abs(new(big.Rat).Quo(value, n))
	half.Quo(half, big.NewRat(2, 1))
	if _, decimals, ok := strings.Cut(written, "."); ok {
		half.Quo(half, powerOfTen(len(decimals)))
	}
	return half
}

func powerOfTen(n int) *big.Rat {
	return new(big.Rat).SetInt(new(big.Int).Exp(big.NewInt(10), big.NewInt(int64(n)), nil))
}

func abs(x *big.Rat) *big.Rat { return new(big.Rat).Abs(x) }

// meets reports whether one value can be both.
func (b bounds) meets(c bounds) bool { return !b.below(c) && !c.below(b) }

// below reports whether all of b lies below all of c.
func (b bounds) below(c bounds) bool { return b.hi != nil && c.lo != nil && b.hi.Cmp(c.lo) < 0 }

// closed reports whether both ends are known.
func (b bounds) closed() bool { return b.lo != nil && b.hi != nil }

// times scales both ends by a positive number.
func (b bounds) times(by *big.Rat) bounds {
	return b.each(func(x *big.Rat) *big.Rat { return new(big.Rat).Mul(x, by) })
}

// widened moves both ends apart by a part of themselves.
func (b bounds) widened(part *big.Rat) bounds {
	out := b
	if b.lo != nil {
		out.lo = new(big.Rat).Sub(b.lo, new(big.Rat).Mul(abs(b.lo), part))
	}
	if b.hi != nil {
		out.hi = new(big.Rat).Add(b.hi, new(big.Rat).Mul(abs(b.hi), part))
	}
	return out
}

func (b bounds) each(f func(*big.Rat) *big.Rat) (out bounds) {
	if b.lo != nil {
		out.lo = f(b.lo)
	}
	if b.hi != nil {
		out.hi = f(b.hi)
	}
	return out
}

// plus is where the sum of two values lies, minus where their difference does.
func (b bounds) plus(c bounds) (out bounds) {
	if b.lo != nil && c.lo != nil {
		out.lo = new(big.Rat).Add(b.lo, c.lo)
	}
	if b.hi != nil && c.hi != nil {
		out.hi = new(big.Rat).Add(b.hi, c.hi)
	}
	return out
}

func (b bounds) minus(c bounds) bounds { return b.plus(c.negative()) }

func (b bounds) negative() (out bounds) {
	if b.hi != nil {
		out.lo = new(big.Rat).Neg(b.hi)
	}
	if b.lo != nil {
		out.hi = new(big.Rat).Neg(b.lo)
	}
	return out
}

// over is where the quotient of two positive values lies; ok is false where c may be
// nought or b is below it.
func (b bounds) over(c bounds) (out bounds, ok bool) {
	if b.lo == nil || b.lo.Sign() < 0 || c.lo == nil || c.lo.Sign() <= 0 {
		return out, false
	}
	if c.hi != nil {
		out.lo = new(big.Rat).Quo(b.lo, c.hi)
	}
	if b.hi != nil {
		out.hi = new(big.Rat).Quo(b.hi, c.lo)
	}
	return out, true
}

// product is where the product of two values lies that are not below nought.
func (b bounds) product(c bounds) (out bounds, ok bool) {
	if b.lo == nil || c.lo == nil || b.lo.Sign() < 0 || c.lo.Sign() < 0 {
		return out, false
	}
	out.lo = new(big.Rat).Mul(b.lo, c.lo)
	if b.hi != nil && c.hi != nil {
		out.hi = new(big.Rat).Mul(b.hi, c.hi)
	}
	return out, true
}
