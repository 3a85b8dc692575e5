package corpus

import (
	"bytes"
	"encoding/base64"
	"errors"
	"fmt"
	"io"
	"mime"
	"mime/multipart"
	"mime/quotedprintable"
	"net/mail"
	"net/textproto"
	"strings"
)

// isMail knows a mail or a saved web page (MHTML): it begins with header fields, among
// them the version of MIME or those that no mail is without.
func isMail(data []byte) bool {
	head, _, found := bytes.Cut(data[:min(len(data), 16<<10)], []byte("\n\n"))
	if h, _, ok := bytes.Cut(data[:min(len(data), 16<<10)], []byte("\r\n\r\n")); ok && (!found || len(h) < len(head)) {
		head, found = h, true
	}
	if !found {
		return false
	}
	m, err := mail.ReadMessage(bytes.NewReader(append(head[:len(head):len(head)], "\r\n\r\n"...)))
	if err != nil {
		return false
	}
	h := m.Header
	return h.Get("MIME-Version") != "" && h.Get("Content-Type") != "" || h.Get("From") != "" && h.Get("Date") != "" && (h.Get("Subject") != "" || h.Get("Received") != "")
}

// mail walks the parts of a mail or web archive. The text of a mail that has it as HTML
// too is read once, as HTML.
func (u *unpacker) mail(name string, data []byte) error {
	m, err := mail.ReadMessage(bytes.NewReader(data))
	if err != nil {
		return u.fail(name, fmt.Errorf("is a broken mail: %w", err))
	}
	return u.part(name, textproto.MIMEHeader(m.Header), m.Body, 0)
}

// mostParts bounds parts within parts.
const mostParts = 16

func (u *unpacker) part(name string, h textproto.MIMEHeader, body io.Reader, depth int) error {
	kind, params, err := mime.ParseMediaType(h.Get("Content-Type"))
	if err != nil {
		kind = "text/plain"
	}
	if strings.HasPrefix(kind, "multipart/") && params["boundary"] != "" {
		if depth >= mostParts {
			return u.fail(name, errors.New("has parts within parts too deep to read"))
		}
		return u.parts(name, kind, multipart.NewReader(body, params["boundary"]), depth)
	}
	if !document(kind) && kind != "message/rfc822" {
		return nil
	}
	data, err := u.read(transfer(h, body))
	if err != nil {
		return u.fail(name, err)
	}
	return u.stream(name, bytes.NewReader(data))
}

// parts walks the parts of a multipart body, numbered from 1; of alternatives the last,
// which is the richest, is read.
func (u *unpacker) parts(name, kind string, r *multipart.Reader, depth int) error {
	type held struct {
		name string
		head textproto.MIMEHeader
		data []byte
	}
	var last *held
	for n := 1; ; n++ {
		p, err := r.NextRawPart()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			return u.fail(name, fmt.Errorf("is broken at part %d: %w", n, err))
		}
		at := fmt.Sprintf("%s/%d%s", name, n, partName(p))
		if kind != "multipart/alternative" {
			if err := u.part(at, p.Header, p, depth+1); err != nil {
				return err
			}
			continue
		}
		data, err := u.read(p)
		if err != nil {
			return u.fail(at, err)
		}
		last = &held{at, p.Header, data}
	}
	if last == nil {
		return nil
	}
	return u.part(last.name, last.head, bytes.NewReader(last.data), depth+1)
}

// partName is the file name of a part as the end of a display path.
func partName(p *multipart.Part) string {
	name, err := new(mime.WordDecoder).DecodeHeader(p.FileName())
	if err != nil || name == "" {
		return ""
	}
	at, err := inside("", strings.ReplaceAll(name, "/", "_"))
	if err != nil {
		return ""
	}
	return "-" + at
}

// transfer undoes the transfer encoding of a part.
func transfer(h textproto.MIMEHeader, r io.Reader) io.Reader {
	switch strings.ToLower(strings.TrimSpace(h.Get("Content-Transfer-Encoding"))) {
	case "base64":
		return base64.NewDecoder(base64.StdEncoding, r)
	case "quoted-printable":
		return quotedprintable.NewReader(r)
	}
	return r
}
