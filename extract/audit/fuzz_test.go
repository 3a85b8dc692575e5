package audit_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/qushu/qushu/extract"
	"github.com/qushu/qushu/extract/audit"
)

// FuzzRun audits facts that nobody extracted: it may refuse them, but not fall over.
func FuzzRun(f *testing.F) {
	for _, c := range inconsistencies[:6] {
		data, err := os.ReadFile(filepath.Join(c.docs.folder(f), "facts.jsonl"))
		require.NoError(f, err)
		f.Add(string(data))
	}
	for _, change := range [][2]string{{`"value":22130000000`, `"value":null`}, {`"period":"2031"`, `"period":"年/年"`}, {`"221.3"`, `"0"`}, {`"kind":"money"`, `"kind":"ratio","measure":"ratio"`}, {`"area":"岚州市"`, `"area":"岚州市","area_code":"5"`}} {
		line := `{"id":"0123456789abcdef","doc":"a.txt","span":{"start":0,"end":7},"text":"221.3亿元","kind":"money","value":22130000000,"unit":"CNY","raw":{"number":"221.3","unit":"亿元"},"bound":"exact","measure":"level","indicator":"税收收入","indicator_id":"budget.revenue.tax","area":"岚州市","period":"2031","status":"actual","confidence":0.95}` + "\n"
		f.Add(line + strings.Replace(line, change[0], change[1], 1))
	}
	e, err := engine()
	require.NoError(f, err)
	a, err := extract.Auditor(e.Set)
	require.NoError(f, err)
	f.Fuzz(func(t *testing.T, facts string) {
		name := filepath.Join(t.TempDir(), "facts.jsonl")
		require.NoError(t, os.WriteFile(name, []byte(facts), 0o644))
		found, err := a.Run(name, audit.Options{Agreements: true})
		if err != nil {
			return
		}
		for _, x := range found {
			require.NotEmpty(t, x.Sum)
			require.NotEmpty(t, x.Facts)
		}
	})
}
