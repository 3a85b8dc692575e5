package view

import (
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
)

func TestBlob(t *testing.T) {
	var b blob
	for _, text := range []string{"", "税收税收", "收税", "", "a", "税", "收", "税收"} {
		b.add(text)
	}
	assert.Equal(t, []bool{false, true, false, false, false, false, false, true}, b.holding("税收"))
	assert.Equal(t, []bool{false, true, true, false, false, true, false, true}, b.holding("税"))
	assert.Equal(t, make([]bool, 8), b.holding("收\x00税"), "a word of two texts")
	assert.Equal(t, make([]bool, 8), b.holding("税收税收税收"))
	assert.Empty(t, (&blob{}).holding("税"))
}

// TestBlobFindsWhatIsThere compares with a plain search, on texts of few letters.
func TestBlobFindsWhatIsThere(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	letters := []rune("税收税a茶")
	some := func(most int) string {
		out := make([]rune, r.IntN(most))
		for i := range out {
			out[i] = letters[r.IntN(len(letters))]
		}
		return string(out)
	}
	var b blob
	var texts []string
	for range 300 {
		texts = append(texts, some(12))
		b.add(texts[len(texts)-1])
	}
	for range 300 {
		word := some(4) + "税"
		var want []bool
		for _, text := range texts {
			want = append(want, strings.Contains(text, word))
		}
		assert.Equal(t, want, b.holding(word), word)
	}
}
