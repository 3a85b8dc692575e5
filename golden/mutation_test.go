package golden

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/qushu/qushu/extract"
	"github.com/qushu/qushu/rules"
)

// needless are the rules that may be deleted with no case and no golden failing, with the
// reason to keep them.
var needless = map[string]string{}

// TestEveryRuleIsNeeded deletes each rule in turn and wants a case of some rule, or a
// golden, to come out otherwise.
func TestEveryRuleIsNeeded(t *testing.T) {
	set, err := rules.Default()
	require.NoError(t, err)
	e, err := extract.New(set)
	require.NoError(t, err)
	require.Zero(t, faultyCases(e, set), "the cases hold with all rules")
	for i := range set.Rules {
		name := set.Rules[i].Name
		without, err := e.Without(name)
		require.NoError(t, err)
		require.Len(t, without.Set.Rules, len(set.Rules)-1)
		noticed := faultyCases(without, set) > 0 || !goldensHold(t, without)
		if needless[name] != "" {
			assert.False(t, noticed, "%s is needed: take it out of the exceptions", name)
			continue
		}
		assert.True(t, noticed, "%s can be deleted and no case and no golden fails", name)
	}
	for name := range needless {
		assert.Contains(t, namesOf(set), name, "an exception that is no rule")
	}
}

func namesOf(set *rules.Set) (names []string) {
	for _, r := range set.Rules {
		names = append(names, r.Name)
	}
	return names
}

// faultyCases counts the cases of all rules of a set whose facts an engine gives
// otherwise, whatever rule it makes them by.
func faultyCases(e *extract.Engine, set *rules.Set) (n int) {
	for i := range set.Rules {
		r := &set.Rules[i]
		for _, c := range r.Cases {
			if caseFault(r, c, factsOf(e, r, c), false) != "" {
				n++
			}
		}
	}
	return n
}

func goldensHold(t *testing.T, e *extract.Engine) bool {
	paths, err := filepath.Glob("cases/*.golden")
	require.NoError(t, err)
	require.NotEmpty(t, paths)
	for _, path := range paths {
		src, err := os.ReadFile(path)
		require.NoError(t, err)
		f, err := Parse(path, src)
		require.NoError(t, err)
		data, err := os.ReadFile(filepath.Join("..", f.Doc))
		require.NoError(t, err)
		r, err := e.Bytes(f.Doc, data, OptionsOf(f.Given))
		require.NoError(t, err)
		if !Compare(f, r.Facts).OK() {
			return false
		}
	}
	return true
}
