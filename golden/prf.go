package golden

import "fmt"

// PRF is precision, recall and their harmonic mean.
type PRF struct {
	P float64 `json:"p"`
	R float64 `json:"r"`
	F float64 `json:"f"`
}

// NewPRF scores right answers among those given and those wanted. What has no
// denominator is 0.
func NewPRF(right, given, wanted int) PRF {
	var s PRF
	if given > 0 {
		s.P = float64(right) / float64(given)
	}
	if wanted > 0 {
		s.R = float64(right) / float64(wanted)
	}
	if s.P+s.R > 0 {
		s.F = 2 * s.P * s.R / (s.P + s.R)
	}
	return s
}

// String gives "P 0.912  R 0.880  F1 0.896".
func (s PRF) String() string { return fmt.Sprintf("P %.3f  R %.3f  F1 %.3f", s.P, s.R, s.F) }
