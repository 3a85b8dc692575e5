package corpus

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestDOCNeedsAProgram(t *testing.T) {
	dir := t.TempDir()
	t.Setenv("PATH", dir)
	data := []byte("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1")
	_, err := Read("a.doc", data, Words{})
	assert.ErrorContains(t, err, "install antiword or catdoc")

	script := "#!/bin/sh\nwhile read -r x; do :; done\necho '云溪县公报'\necho\necho '云溪县完成投资35亿元，增长8%。'\n"
	require.NoError(t, os.WriteFile(filepath.Join(dir, "catdoc"), []byte(script), 0o700))
	d, err := Read("a.doc", data, pageWords())
	require.NoError(t, err)
	checkDocument(t, d)
	assert.Contains(t, d.Clean(), "云溪县完成投资35亿元，增长8%。")
	assert.Equal(t, "line 3", d.Locator(len("云溪县公报\n")))

	require.NoError(t, os.WriteFile(filepath.Join(dir, "catdoc"), []byte("#!/bin/sh\nexit 3\n"), 0o700))
	_, err = Read("a.doc", data, Words{})
	assert.ErrorContains(t, err, "cannot read (exit status 3)")
}
