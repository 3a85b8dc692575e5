package corpus

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"
	"mime"
	"net/http"
	"net/textproto"
	"net/url"
	"strconv"
	"strings"
)

// warc walks a crawl (ISO 28500): each response and resource that is a text or a
// document. The display path of a document is its number among the records and its
// address; other records (requests, metadata, pictures) are passed over.
func (u *unpacker) warc(name string, b *bufio.Reader) error {
	for n := 1; ; n++ {
		h, size, err := warcHead(b)
		switch {
		case errors.Is(err, io.EOF):
			return nil
		case err != nil:
			return u.fail(name, fmt.Errorf("is a broken WARC file at record %d: %w", n, err))
		}
		body := io.LimitReader(b, size)
		if err := u.record(fmt.Sprintf("%s/%06d%s", name, n, addressPath(h.Get("WARC-Target-URI"))), h, body); err != nil {
			return err
		}
		if _, err := io.Copy(io.Discard, body); err != nil {
			return u.fail(name, sentence(err))
		}
	}
}

// warcHead reads the head of a record and the length of its block. The error is io.EOF
// behind the last.
func warcHead(b *bufio.Reader) (textproto.MIMEHeader, int64, error) {
	for {
		line, err := b.ReadSlice('\n')
		switch s := strings.TrimSpace(string(line)); {
		case strings.HasPrefix(s, "WARC/"):
			return warcFields(b)
		case s != "":
			return nil, 0, fmt.Errorf("found %q, wanted WARC/1.0", s[:min(len(s), 40)])
		case err != nil:
			return nil, 0, err
		}
	}
}

func warcFields(b *bufio.Reader) (textproto.MIMEHeader, int64, error) {
	h, err := textproto.NewReader(b).ReadMIMEHeader()
	if err != nil {
		return nil, 0, fmt.Errorf("its head ends too early: %w", err)
	}
	size, err := strconv.ParseInt(h.Get("Content-Length"), 10, 64)
	if err != nil || size < 0 {
		return nil, 0, fmt.Errorf("its Content-Length %q is no length", h.Get("Content-Length"))
	}
	return h, size, nil
}

// record hands out the document of a record.
func (u *unpacker) record(name string, h textproto.MIMEHeader, body io.Reader) error {
	kind, _, _ := mime.ParseMediaType(h.Get("Content-Type"))
	switch h.Get("WARC-Type") {
	case "response":
		r, err := http.ReadResponse(bufio.NewReader(body), nil)
		if err != nil {
			return u.fail(name, fmt.Errorf("is no HTTP response: %w", err))
		}
		defer r.Body.Close()
		kind, _, _ = mime.ParseMediaType(r.Header.Get("Content-Type"))
		if r.StatusCode != http.StatusOK {
			return nil
		}
		body = r.Body
	case "resource", "conversion":
	default:
		return nil
	}
	if !document(kind) {
		return nil
	}
	data, err := u.read(body)
	if err != nil {
		return u.fail(name, err)
	}
	return u.stream(name, bytes.NewReader(data))
}

// document reports whether a media type may be a document; crawls hold scripts and
// pictures beside.
func document(kind string) bool {
	switch kind {
	case "", "application/octet-stream", "application/xhtml+xml", "application/pdf", "application/json", "application/msword":
		return true
	case "text/css", "text/javascript":
		return false
	}
	return strings.HasPrefix(kind, "text/") || strings.HasPrefix(kind, "application/vnd.openxmlformats")
}

// addressPath is an address as the end of a display path: "/host/path".
func addressPath(uri string) string {
	a, err := url.Parse(strings.Trim(uri, "<>"))
	if err != nil || a.Host == "" {
		return ""
	}
	p, err := inside("/"+a.Host, strings.TrimLeft(a.Path, "/"))
	if err != nil {
		return "/" + a.Host
	}
	return p
}
