package corpus

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestCSV(t *testing.T) {
	text := "地区,产值（亿元）,说明\n云溪县,35.2,\"含\"\"两区\"\"，\n合并\"\n岚州市,\"1,204\",\n"
	d, err := Read("a.csv", []byte(text), Words{})
	require.NoError(t, err)
	checkDocument(t, d)
	assert.Equal(t, "csv", d.Source.Format)
	assert.Equal(t, []string{"table|地区\t产值（亿元）\t说明", "table|云溪县\t35.2\t含\"两区\"， 合并", "table|岚州市\t1,204"}, roles(d))
	assert.Equal(t, byte(0), csvComma("a.txt", "全县产值35亿元，增长4%，\n岚州,产值，7\n"), "a text")
	assert.Equal(t, byte('\t'), csvComma("a", "a\tb\tc\n1\t2\t3\n4\t5\t6"), "told by content")
	assert.Equal(t, byte(0), csvComma("a.csv", "云溪县产值35亿元\n"), "one field a row")
}
