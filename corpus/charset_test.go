package corpus

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/traditionalchinese"
	"golang.org/x/text/encoding/unicode"
)

const (
	plainHan = "云溪县去年完成固定资产投资35.6亿元，同比增长8.2%，增速居全市第二位。\n新增企业120家，其中规模以上工业企业12家。\n"
	tradHan  = "雲溪縣去年整體收入達到三億五千萬元，按年增加百分之八，創有紀錄以來新高。\n其中以旅遊業的升幅最大，達到一億元。\n"
)

func codec(name string) encoding.Encoding {
	switch name {
	case gbName:
		return simplifiedchinese.GB18030
	case big5Name:
		return traditionalchinese.Big5
	case leName:
		return unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM)
	case beName:
		return unicode.UTF16(unicode.BigEndian, unicode.IgnoreBOM)
	}
	return unicode.UTF8
}

func encode(t testing.TB, name, s string) []byte {
	b, err := codec(name).NewEncoder().Bytes([]byte(s))
	require.NoError(t, err)
	return b
}

func TestDetect(t *testing.T) {
	noASCII := "云溪县去年完成投资三十五亿元，同比增长百分之八。青石湾的新增企业有一百二十家。"
	for _, c := range []struct {
		name, bom, text, want string
	}{
		{"utf-8", "", plainHan, utf8Name},
		{"utf-8 with mark", "\xEF\xBB\xBF", plainHan, utf8Name},
		{"ascii", "", "GDP 3.5%\n", utf8Name},
		{"gb18030", "", plainHan, gbName},
		{"gb18030 with four bytes", "", plainHan + "㐂𠮷§", gbName},
		{"big5", "", tradHan, big5Name},
		{"utf-16le with mark", "\xFF\xFE", plainHan, leName},
		{"utf-16be with mark", "\xFE\xFF", plainHan, beName},
		{"utf-16le", "", plainHan, leName},
		{"utf-16be", "", plainHan, beName},
		{"utf-16le, no ASCII", "", noASCII, leName},
		{"utf-16be, no ASCII", "", noASCII, beName},
	} {
		t.Run(c.name, func(t *testing.T) {
			data := append([]byte(c.bom), encode(t, c.want, c.text)...)
			f := decode(data)
			assert.Equal(t, c.want, f.encoding)
			assert.Equal(t, c.text, f.text)
			assert.Empty(t, f.warnings)
			checkPieces(t, f.pieces, f.text, data, f.encoding)
		})
	}
}

func TestDamagedBytes(t *testing.T) {
	data := []byte("增长8%\xFF，\x00居全市第二\xE4\xBA")
	f := decode(data)
	assert.Equal(t, utf8Name, f.encoding)
	assert.Equal(t, "增长8%\uFFFD， 居全市第二\uFFFD\uFFFD", f.text)
	assert.Len(t, f.warnings, 2)
	checkPieces(t, f.pieces, f.text, data, f.encoding)

	data = append(encode(t, gbName, plainHan), 0xD4)
	f = decode(data)
	assert.Equal(t, gbName, f.encoding)
	assert.Equal(t, plainHan+"\uFFFD", f.text)
}

func TestPiecesAreFew(t *testing.T) {
	assert.Len(t, decode([]byte(plainHan)).pieces, 1)
	assert.Less(t, len(decode(encode(t, gbName, plainHan)).pieces), 20)
}

// checkPieces holds for every text: pieces tile it, lie within the data, and the bytes
// of any character read as that character.
func checkPieces(t testing.TB, pieces []Piece, text string, data []byte, enc string) {
	require.True(t, utf8.ValidString(text))
	at := 0
	for _, p := range pieces {
		require.Equal(t, at, p.Text.Start)
		require.Greater(t, p.Text.Len(), 0)
		require.LessOrEqual(t, 0, p.Raw.Start)
		require.LessOrEqual(t, p.Raw.Start, p.Raw.End)
		require.LessOrEqual(t, p.Raw.End, len(data))
		require.Zero(t, p.Text.Len()%p.TextStep)
		require.Equal(t, p.Raw.Len(), p.Text.Len()/p.TextStep*p.RawStep)
		at = p.Text.End
	}
	require.Equal(t, len(text), at)
	d := &Document{Text: text, Pieces: pieces}
	for i, r := range text {
		s := Span{i, i + utf8.RuneLen(r)}
		raw := d.Raw(s)
		if r == '\uFFFD' || r == ' ' || len(raw) == 0 {
			continue
		}
		require.Len(t, raw, 1)
		got := data[raw[0].Start:raw[0].End]
		b, err := codec(enc).NewDecoder().Bytes(got)
		if shown := unescaped(string(b)); err == nil && !strings.HasPrefix(shown, "&") {
			require.Contains(t, shown, string(r), "at %d", i)
		}
	}
}

// unescaped is what stands for a character, without the escapes of JSON.
func unescaped(s string) string {
	if len(s) < 2 || s[0] != '\\' {
		return s
	}
	n, out := escape(s)
	return out + s[n:]
}

func FuzzDecode(f *testing.F) {
	for _, name := range []string{utf8Name, gbName, big5Name, leName, beName} {
		text := plainHan
		if name == big5Name {
			text = tradHan
		}
		f.Add(encode(f, name, text))
	}
	f.Add([]byte("a\x00b\xFF"))
	f.Fuzz(func(t *testing.T, data []byte) {
		fl := decode(data)
		checkPieces(t, fl.pieces, fl.text, data, fl.encoding)
	})
}

// TestDetectSamples holds for every sample, or text of the folder that TEXTS names, in
// every encoding, whole and cut off at any byte about the first and the fourth KB, and
// with a page that declares another encoding. Of a text in traditional script only the
// folder BIG5 has what can be written in Big5.
func TestDetectSamples(t *testing.T) {
	for _, name := range textsOf(t, "TEXTS", "samples") {
		text := textOfFile(t, name)
		for _, meta := range declared {
			for _, e := range []string{utf8Name, leName, beName, gbName} {
				data := encode(t, e, meta+text)
				assertDetected(t, name, e, data)
				if mark := encode(t, e, "\uFEFF"); e != gbName {
					assertDetected(t, name, e, append(mark, data...))
				}
			}
			gbk, err := encoding.ReplaceUnsupported(simplifiedchinese.GBK.NewEncoder()).Bytes([]byte(meta + text))
			require.NoError(t, err)
			assertDetected(t, name, gbName, gbk)
		}
	}
	for _, name := range textsOf(t, "BIG5", "samples/news-big5.html") {
		text := textOfFile(t, name)
		for _, meta := range declared {
			data, err := encoding.ReplaceUnsupported(traditionalchinese.Big5.NewEncoder()).Bytes([]byte(meta + text))
			require.NoError(t, err)
			assertDetected(t, name, big5Name, data)
		}
	}
}

// declared are what a page may say of its encoding, right or wrong.
var declared = []string{
	"", "<html><head><meta charset=gb2312></head><body>", "<html><head><meta charset=utf-8></head><body>",
	"<html><head><meta http-equiv=Content-Type content=\"text/html; charset=big5\"></head><body>",
}

// textsOf are the files of the folder that a variable of the environment names, or
// those of another one.
func textsOf(t *testing.T, variable, samples string) []string {
	if dir := os.Getenv(variable); dir != "" {
		samples = dir
	}
	if i, err := os.Stat(samples); err == nil && i.IsDir() {
		samples = filepath.Join(samples, "*")
	}
	names, err := filepath.Glob(samples)
	require.NoError(t, err)
	require.NotEmpty(t, names)
	return names
}

func textOfFile(t *testing.T, name string) string {
	raw, err := os.ReadFile(name)
	require.NoError(t, err)
	return decode(raw).text
}

func assertDetected(t *testing.T, name, want string, data []byte) {
	cuts := []int{len(data)}
	for d := -16; d <= 16; d++ {
		cuts = append(cuts, min(1<<10+d, len(data)), min(4<<10+d, len(data)))
	}
	for _, cut := range cuts {
		got, _ := detect(data[:cut])
		assert.Equal(t, want, got, "%s, first %d bytes", name, cut)
	}
}
