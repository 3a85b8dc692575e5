package golden

import "fmt"

// Band is how the facts of one tenth of confidence came out: From 0.9 holds those
// believed 0.9 and more. A fact that gold does not have counts as wrong.
type Band struct {
	From  float64 `json:"from"`
	Facts int     `json:"facts"`
	Core  float64 `json:"core"` // the share with the right measure, indicator and period
	Fact  float64 `json:"fact"` // the share with the right area, subject and status too
}

// String gives "0.9             700 facts  core 0.970  fact 0.959".
func (b Band) String() string {
	return fmt.Sprintf("%-16.1f %d facts  core %.3f  fact %.3f", b.From, b.Facts, b.Core, b.Fact)
}

// band counts facts and the right ones of them.
type band struct{ facts, core, right int }

func (n band) band(from float64) Band {
	return Band{from, n.facts, share(n.core, n.facts), share(n.right, n.facts)}
}

// bands are the counts by tenths of confidence.
type bands [10]band

func bandOf(confidence float64) int { return min(9, max(0, int(confidence*10+1e-9))) }

func (b *bands) given(confidence float64) { b[bandOf(confidence)].facts++ }

func (b *bands) judged(confidence float64, core, right bool) {
	n := &b[bandOf(confidence)]
	if core {
		n.core++
	}
	if right {
		n.right++
	}
}

func (b *bands) add(c bands) {
	for i, n := range c {
		b[i].facts += n.facts
		b[i].core += n.core
		b[i].right += n.right
	}
}

// list gives the bands that hold facts.
func (b *bands) list() []Band {
	var out []Band
	for i, n := range b {
		if n.facts > 0 {
			out = append(out, n.band(float64(i)/10))
		}
	}
	return out
}
