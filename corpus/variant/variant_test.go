package variant

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestWrap(t *testing.T) {
	for name, c := range map[string]struct {
		text string
		want []string
	}{
		"empty":                {"", nil},
		"short":                {"粮食", []string{"粮食"}},
		"indent":               {"一二三四五六七八", []string{"一二三", "四五六七八"}},
		"number stays whole":   {"一二123.4吨", []string{"一二", "123.4吨"}},
		"closing mark hangs":   {"一二三，四五", []string{"一二三，", "四五"}},
		"long number is split": {"12345678901234567890", []string{"123456", "7890123456", "7890"}},
		"words":                {"one two three", []string{"one", "two three"}},
	} {
		t.Run(name, func(t *testing.T) {
			assert.Equal(t, c.want, wrap(c.text, 10))
		})
	}
}

func TestPDFBreaksPages(t *testing.T) {
	data := PDF(strings.Repeat("一段\n", 36))
	assert.Contains(t, string(data), "/Count 2 ")
	assert.Equal(t, data, PDF(strings.Repeat("一段\n", 36)))
	assert.True(t, bytes.HasSuffix(data, []byte("%%EOF\n")))
}

func TestDOCX(t *testing.T) {
	data := DOCX([]string{"粮食产量<5万吨 & 增长", "第二段"})
	assert.Equal(t, []string{"粮食产量<5万吨 & 增长", "第二段"}, texts(t, data, "word/document.xml"))
	assert.Equal(t, data, DOCX([]string{"粮食产量<5万吨 & 增长", "第二段"}))
}

func TestDOCXTable(t *testing.T) {
	data := DOCXTable([][]string{{"指标", "数"}, {"粮食"}})
	assert.Equal(t, []string{"指标", "数", "粮食"}, texts(t, data, "word/document.xml"))
}

func TestXLSX(t *testing.T) {
	data := XLSX("表1 \"县\"", [][]string{{"指标", "", "数"}, {"粮食", "5"}})
	assert.Equal(t, []string{"指标", "数", "粮食", "5"}, texts(t, data, "xl/worksheets/sheet1.xml"))
	assert.Contains(t, file(t, data, "xl/worksheets/sheet1.xml"), `<c r="C1" t="inlineStr">`)
	assert.Contains(t, file(t, data, "xl/workbook.xml"), "name=\"表1 &#34;县&#34;\"")
}

func TestColumn(t *testing.T) {
	for n, want := range map[int]string{0: "A", 25: "Z", 26: "AA", 51: "AZ", 52: "BA", 701: "ZZ", 702: "AAA"} {
		assert.Equal(t, want, column(n))
	}
}

// file is a file of a package; every file of it must be well-formed XML.
func file(t *testing.T, data []byte, name string) string {
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	require.NoError(t, err)
	found := ""
	for _, f := range z.File {
		r, err := f.Open()
		require.NoError(t, err)
		text, err := io.ReadAll(r)
		require.NoError(t, err)
		require.NoError(t, wellFormed(text), f.Name)
		if f.Name == name {
			found = string(text)
		}
	}
	require.NotEmpty(t, found)
	return found
}

// wellFormed reads XML to its end.
func wellFormed(text []byte) error {
	d := xml.NewDecoder(bytes.NewReader(text))
	for {
		if _, err := d.Token(); err != nil {
			if errors.Is(err, io.EOF) {
				return nil
			}
			return err
		}
	}
}

// texts are the texts of the t elements of a part.
func texts(t *testing.T, data []byte, name string) []string {
	d := xml.NewDecoder(strings.NewReader(file(t, data, name)))
	var out []string
	for {
		tok, err := d.Token()
		if errors.Is(err, io.EOF) {
			return out
		}
		require.NoError(t, err)
		if s, ok := tok.(xml.StartElement); ok && s.Name.Local == "t" {
			var text string
			require.NoError(t, d.DecodeElement(&text, &s))
			out = append(out, text)
		}
	}
}
