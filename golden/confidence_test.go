package golden

import (
	"os"
	"path/filepath"
	"slices"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/qushu/qushu/extract"
	"github.com/qushu/qushu/extract/fact"
	"github.com/qushu/qushu/rules"
)

// judged counts the facts of the documents of our goldens by confidence: a fact is right
// where a line of the golden, a known miss as well, says all that it says.
func judged(t *testing.T) bands {
	t.Helper()
	set, err := rules.Default()
	require.NoError(t, err)
	e, err := extract.New(set)
	require.NoError(t, err)
	paths, err := filepath.Glob("cases/*.golden")
	require.NoError(t, err)
	require.NotEmpty(t, paths)
	var out bands
	for _, path := range paths {
		src, err := os.ReadFile(path)
		require.NoError(t, err)
		f, err := Parse(path, src)
		require.NoError(t, err)
		data, err := os.ReadFile(filepath.Join("..", f.Doc))
		require.NoError(t, err)
		r, err := e.Bytes(f.Doc, data, OptionsOf(f.Given))
		require.NoError(t, err)
		out.add(judgedOf(f, r.Facts))
	}
	return out
}

func judgedOf(f File, facts []fact.Fact) (out bands) {
	c := comparison{given: f.Given}
	pools, _ := poolsOf(f)
	for _, x := range facts {
		if x.Measure == "" {
			continue
		}
		right, core := false, false
		if p := pools[sentenceKey(sentenceOf(x).Text)]; p != nil {
			right, core = c.claim(p, LineOf(x, f.Given))
		}
		out.given(x.Confidence)
		out.judged(x.Confidence, core, right)
	}
	return out
}

// claim takes the line that a fact comes nearest to out of a pool, so that no other fact
// has it, and says whether the fact is right by it, and whether its core is.
func (c *comparison) claim(p *pool, got rules.Line) (right, core bool) {
	best, least := -1, 100
	for i, want := range p.want {
		if want.Proposed || c.likeness(want, got) == 0 {
			continue
		}
		if wrong := c.wrong(want, got); len(wrong) < least {
			best, least = i, len(wrong)
			right, core = len(wrong) == 0, !slices.ContainsFunc(wrong, isCore)
		}
	}
	if best >= 0 {
		p.want = slices.Delete(slices.Clone(p.want), best, best+1)
	}
	return right, core
}

// wrong are the parts of a fact that make it wrong, as gold is scored: the names of
// indicators are plain, and basis, scope, bound, aggregate and flags are not asked for.
func (c *comparison) wrong(want, got rules.Line) []string {
	want.Indicator, got.Indicator = plainName(want.Indicator), plainName(got.Indicator)
	return slices.DeleteFunc(c.differing(want, got), func(part string) bool {
		return slices.Contains([]string{"quote", "basis", "scope", "bound", "agg", "flags", "repaired"}, part)
	})
}

func isCore(part string) bool { return !slices.Contains([]string{"area", "subject", "status"}, part) }

// Of the facts believed 0.9 and more nine in ten are right, they are many, and the more a
// fact is believed the oftener it is right.
func TestConfidenceIsCalibratedOnTheGoldens(t *testing.T) {
	b := judged(t)
	least, doubted, believed := together(b[:5]), together(b[5:9]), together(b[9:])
	all := least.Facts + doubted.Facts + believed.Facts
	t.Logf("%d facts: %v", all, b.list())
	assert.GreaterOrEqual(t, believed.Core, 0.9)
	assert.GreaterOrEqual(t, believed.Fact, 0.9)
	assert.GreaterOrEqual(t, share(believed.Facts, all), 0.4)
	for _, pair := range [][2]Band{{least, doubted}, {doubted, believed}} {
		assert.Greater(t, pair[1].Core, pair[0].Core+0.1)
		assert.Greater(t, pair[1].Fact, pair[0].Fact+0.1)
	}
}

// together is what several bands come to.
func together(parts []band) Band {
	var sum band
	for _, n := range parts {
		sum.facts += n.facts
		sum.core += n.core
		sum.right += n.right
	}
	return sum.band(0)
}

func TestBands(t *testing.T) {
	var b bands
	for _, c := range []float64{0, .09, .5, .9, .9, 1} {
		b.given(c)
	}
	b.judged(.9, true, true)
	b.judged(1, true, false)
	assert.Equal(t, []Band{{0, 2, 0, 0}, {.5, 1, 0, 0}, {.9, 3, 2. / 3, 1. / 3}}, b.list())
	assert.Equal(t, "0.9              3 facts  core 0.667  fact 0.333", b.list()[2].String())
}
