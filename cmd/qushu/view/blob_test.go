package view

import (
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
