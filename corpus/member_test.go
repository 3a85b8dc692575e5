package corpus

import (
	"archive/tar"
	"archive/zip"
	"bytes"
	"compress/gzip"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"golang.org/x/text/encoding/simplifiedchinese"

	"github.com/qushu/qushu/corpus/variant"
)

const sentenceOfSample = "云溪县完成投资35亿元。"

// zipOf makes a zip archive of name, content pairs.
func zipOf(t testing.TB, pairs ...string) []byte {
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for i := 0; i < len(pairs); i += 2 {
		w, err := z.CreateHeader(&zip.FileHeader{Name: pairs[i], Method: zip.Deflate})
		require.NoError(t, err)
		_, err = w.Write([]byte(pairs[i+1]))
		require.NoError(t, err)
	}
	require.NoError(t, z.Close())
	return b.Bytes()
}

func tarOf(t testing.TB, pairs ...string) []byte {
	var b bytes.Buffer
	w := tar.NewWriter(&b)
	for i := 0; i < len(pairs); i += 2 {
		require.NoError(t, w.WriteHeader(&tar.Header{Name: pairs[i], Mode: 0o600, Size: int64(len(pairs[i+1])), Typeflag: tar.TypeReg, Format: tar.FormatPAX}))
		_, err := w.Write([]byte(pairs[i+1]))
		require.NoError(t, err)
	}
	require.NoError(t, w.WriteHeader(&tar.Header{Name: "link", Linkname: "/etc/passwd", Typeflag: tar.TypeSymlink}))
	require.NoError(t, w.Close())
	return b.Bytes()
}

func gzipOf(t testing.TB, data []byte) []byte {
	var b bytes.Buffer
	w := gzip.NewWriter(&b)
	_, err := w.Write(data)
	require.NoError(t, err)
	require.NoError(t, w.Close())
	return b.Bytes()
}

// members lists the documents of a file as "path|content" or "path!error".
func members(t testing.TB, name string, data []byte) []string {
	at := filepath.Join(t.TempDir(), name)
	require.NoError(t, os.WriteFile(at, data, 0o600))
	var out []string
	Members(File{Path: name, OS: at}, func(m Member) bool {
		if m.Err != nil {
			out = append(out, m.Path+"!"+m.Err.Error())
		} else {
			out = append(out, m.Path+"|"+string(m.Data))
		}
		return true
	})
	return out
}

func TestMembersOfArchives(t *testing.T) {
	inner := zipOf(t, "丙.txt", sentenceOfSample)
	gbk, err := simplifiedchinese.GBK.NewEncoder().String("年报/公报.txt")
	require.NoError(t, err)
	archive := zipOf(t, "b.txt", "二", "a/x.txt", "一", "__MACOSX/a", "no", ".hidden", "no", "深.zip", string(inner), gbk, "三")
	want := []string{"z/a/x.txt|一", "z/b.txt|二", "z/年报/公报.txt|三", "z/深.zip/丙.txt|" + sentenceOfSample}
	got := members(t, "z", archive)
	assert.ElementsMatch(t, want, got)
	assert.Equal(t, got, members(t, "z", archive), "the order is the same each time")
	assert.Equal(t, []string{"t.tgz/b|二", "t.tgz/a|一"}, members(t, "t.tgz", gzipOf(t, tarOf(t, "b", "二", "./a", "一"))))
	assert.Equal(t, []string{"r.txt.gz|一"}, members(t, "r.txt.gz", gzipOf(t, []byte("一"))))
}

func TestArchivesThatMeanHarm(t *testing.T) {
	bomb := zipOf(t, "zeros.txt", strings.Repeat("\x00", bombSize+1))
	assert.Contains(t, members(t, "b.zip", bomb)[0], "b.zip/zeros.txt!unpacks to")
	for _, name := range []string{"../out.txt", "/abs.txt", "a/../../x", `..\win.txt`, `C:\x`} {
		got := members(t, "p", zipOf(t, name, "x", "good.txt", "一"))
		assert.Contains(t, strings.Join(got, "\n"), "leads out of the archive", name)
		assert.Contains(t, got, "p/good.txt|一", name)
		got = members(t, "p", tarOf(t, name, "x", "good.txt", "一"))
		assert.Contains(t, got[0], "leads out of the archive", name)
		assert.Contains(t, got, "p/good.txt|一", name)
	}
	data := []byte(sentenceOfSample)
	for range 6 {
		data = gzipOf(t, data)
	}
	assert.Contains(t, members(t, "deep", data)[0], "containers deep")
	broken := zipOf(t, "a.txt", strings.Repeat("云溪县完成投资。", 99))
	assert.Contains(t, members(t, "x.zip", broken[:len(broken)/2])[0], "is a broken zip archive")
	assert.Contains(t, members(t, "x.gz", gzipOf(t, []byte(strings.Repeat("云溪", 999)))[:30])[0], "cannot be read")
	assert.Contains(t, members(t, "x.tar", tarOf(t, "a", "一")[:514])[0], "x.tar/a!cannot be read")
}

func TestMembersStopWhereTheCallerDoes(t *testing.T) {
	at := filepath.Join(t.TempDir(), "z")
	require.NoError(t, os.WriteFile(at, zipOf(t, "a", "一", "b", "二"), 0o600))
	n := 0
	Members(File{Path: "z", OS: at}, func(Member) bool { n++; return false })
	assert.Equal(t, 1, n)
}

func warcRecord(kind, uri, body string) string {
	return fmt.Sprintf("WARC/1.0\r\nWARC-Type: %s\r\nWARC-Target-URI: %s\r\nContent-Type: application/http\r\nContent-Length: %d\r\n\r\n%s\r\n\r\n", kind, uri, len(body), body)
}

func httpOf(kind, body string) string {
	return fmt.Sprintf("HTTP/1.1 200 OK\r\nContent-Type: %s\r\nContent-Length: %d\r\n\r\n%s", kind, len(body), body)
}

func TestMembersOfACrawl(t *testing.T) {
	records := []string{
		warcRecord("warcinfo", "", "software: x"),
		warcRecord("request", "http://a.example/r.html", "GET / HTTP/1.1\r\n\r\n"),
		warcRecord("response", "http://a.example/r/1.html?x=1", httpOf("text/html", "<p>"+sentenceOfSample)),
		warcRecord("response", "http://a.example/x.png", httpOf("image/png", "\x89PNG")),
		warcRecord("response", "http://b.example/", "HTTP/1.1 404 Not Found\r\nContent-Type: text/html\r\n\r\ngone"),
		warcRecord("response", "http://b.example/2", httpOf("text/plain", "二")),
	}
	want := []string{"c/000003/a.example/r/1.html|<p>" + sentenceOfSample, "c/000006/b.example/2|二"}
	assert.Equal(t, want, members(t, "c", []byte(strings.Join(records, ""))))
	var packed []byte
	for _, r := range records {
		packed = append(packed, gzipOf(t, []byte(r))...)
	}
	assert.Equal(t, want, members(t, "c", packed), "one gzip member a record")
	broken := strings.Join(records[:3], "") + "WARC/1.0\r\nContent-Length: x\r\n\r\n"
	assert.Equal(t, "c!is a broken WARC file at record 4: its Content-Length \"x\" is no length", members(t, "c", []byte(broken))[1])
}

const mailText = "From: a@b.example\r\nDate: Mon, 2 Feb 2026 08:00:00 +0800\r\nSubject: =?utf-8?B?5pel5oql?=\r\nMIME-Version: 1.0\r\n"

func TestMembersOfAMail(t *testing.T) {
	parts := mailText + "Content-Type: multipart/mixed; boundary=M\r\n\r\n" +
		"--M\r\nContent-Type: multipart/alternative; boundary=A\r\n\r\n" +
		"--A\r\nContent-Type: text/plain\r\n\r\nplain\r\n" +
		"--A\r\nContent-Type: text/html; charset=gb2312\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n<p>=D4=C6=CF=AA\r\n--A--\r\n" +
		"--M\r\nContent-Type: image/png\r\n\r\nx\r\n" +
		"--M\r\nContent-Type: text/plain; name=x\r\nContent-Disposition: attachment; filename=\"=?utf-8?B?5pel5oqlLnR4dA==?=\"\r\nContent-Transfer-Encoding: base64\r\n\r\n5LqR\r\n5rqq\r\n--M--\r\n"
	assert.Equal(t, []string{"m/1/2|<p>\xD4\xC6\xCF\xAA", "m/3-日报.txt|云溪"}, members(t, "m", []byte(parts)))
	assert.Equal(t, []string{"m|一"}, members(t, "m", []byte(mailText+"Content-Type: text/plain\r\n\r\n一")))
	assert.Contains(t, members(t, "m", []byte(parts[:len(parts)-8]))[1], "cannot be read")
	text := "标题：公报\n\n" + sentenceOfSample
	assert.Equal(t, []string{"t|" + text}, members(t, "t", []byte(text)), "a text with a colon is no mail")
}

func TestMembersOfLines(t *testing.T) {
	lines := `{"text":"一"}` + "\n\n" + `{"text":"二"` + "\n"
	assert.Equal(t, []string{`l/1|{"text":"一"}`, `l/3|{"text":"二"`}, members(t, "l", []byte(lines)))
	assert.Equal(t, []string{`l|{"text":` + "\n" + `"一"}`}, members(t, "l", []byte(`{"text":`+"\n"+`"一"}`)))
}

func FuzzMembers(f *testing.F) {
	f.Add(zipOf(f, "a.txt", sentenceOfSample))
	f.Add(variant.DOCX([]string{sentenceOfSample, plainHan}))
	f.Add(variant.DOCXTable([][]string{{"税收", "35.2"}, {"投资", "41"}}))
	f.Add([]byte("地区,产值,说明\n云溪,35.2,\"含\"\"两区\"\"\"\n岚州,7,\n"))
	f.Add(tarOf(f, "a.txt", sentenceOfSample))
	f.Add(gzipOf(f, []byte(sentenceOfSample)))
	f.Add([]byte(warcRecord("response", "http://a.example/", httpOf("text/html", "<p>一"))))
	f.Add([]byte(mailText + "Content-Type: multipart/mixed; boundary=M\r\n\r\n--M\r\n\r\n一\r\n--M--"))
	f.Add([]byte(`{"text":"一\u4e8c"}` + "\n" + `{"content":"三"}`))
	f.Fuzz(func(t *testing.T, data []byte) {
		u := &unpacker{yield: func(m Member) bool {
			if m.Err == nil {
				if d, err := Read(m.Path, m.Data, pageWords()); err == nil {
					checkDocument(t, d)
				}
			}
			return true
		}}
		u.stream("x", bytes.NewReader(data))
	})
}
