package variant

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"fmt"
	"strings"
)

// part is a file of an Office document.
type part struct{ name, text string }

const (
	declaration = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>` + "\n"
	packageNS   = "http://schemas.openxmlformats.org/package/2006/"
	officeRel   = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
	wordNS      = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
	sheetNS     = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
	wordType    = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
	bookType    = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"
	sheetType   = "application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"
)

// DOCX writes the paragraphs as a Word document.
func DOCX(paragraphs []string) []byte {
	var b strings.Builder
	for _, p := range paragraphs {
		wordParagraph(&b, p)
	}
	return Word(b.String())
}

// DOCXTable writes the rows as a Word document that holds one table.
func DOCXTable(rows [][]string) []byte {
	var b strings.Builder
	b.WriteString("<w:tbl><w:tblPr/><w:tblGrid>")
	b.WriteString(strings.Repeat("<w:gridCol/>", widest(rows)) + "</w:tblGrid>")
	for _, row := range rows {
		b.WriteString("<w:tr>")
		for _, cell := range row {
			b.WriteString("<w:tc>")
			wordParagraph(&b, cell)
			b.WriteString("</w:tc>")
		}
		b.WriteString("</w:tr>")
	}
	b.WriteString("</w:tbl><w:p/>") // a table may not end the body
	return Word(b.String())
}

// wordParagraph writes a paragraph of one run.
func wordParagraph(b *strings.Builder, text string) {
	fmt.Fprintf(b, `<w:p><w:r><w:t xml:space="preserve">%s</w:t></w:r></w:p>`, escape(text))
}

// Word packs the body of a Word document, and what further parts hold, by their names.
func Word(body string, more ...[2]string) []byte {
	parts := []part{
		{"[Content_Types].xml", contentTypes([2]string{"/word/document.xml", wordType})},
		{"_rels/.rels", relations([2]string{"officeDocument", "word/document.xml"})},
		{"word/document.xml", fmt.Sprintf(`<w:document xmlns:w="%s"><w:body>%s<w:sectPr/></w:body></w:document>`, wordNS, body)},
	}
	for _, m := range more {
		parts = append(parts, part{m[0], fmt.Sprintf(`<w:part xmlns:w="%s">%s</w:part>`, wordNS, m[1])})
	}
	return pack(parts)
}

// XLSX writes the rows as a workbook of one sheet. Every cell is an inline string, an
// empty text is no cell at all. The cells of the ranges are merged: "B1:C1".
func XLSX(sheet string, rows [][]string, ranges ...string) []byte {
	var b strings.Builder
	for i, row := range rows {
		fmt.Fprintf(&b, `<row r="%d">`, i+1)
		for j, cell := range row {
			if cell != "" {
				fmt.Fprintf(&b, `<c r="%s%d" t="inlineStr"><is><t xml:space="preserve">%s</t></is></c>`, column(j), i+1, escape(cell))
			}
		}
		b.WriteString("</row>")
	}
	merged := ""
	for _, r := range ranges {
		merged += fmt.Sprintf(`<mergeCell ref="%s"/>`, r)
	}
	if merged != "" {
		merged = "<mergeCells>" + merged + "</mergeCells>"
	}
	return pack([]part{
		{"[Content_Types].xml", contentTypes([2]string{"/xl/workbook.xml", bookType}, [2]string{"/xl/worksheets/sheet1.xml", sheetType})},
		{"_rels/.rels", relations([2]string{"officeDocument", "xl/workbook.xml"})},
		{"xl/workbook.xml", fmt.Sprintf(`<workbook xmlns="%s" xmlns:r="%s"><sheets><sheet name="%s" sheetId="1" r:id="rId1"/></sheets></workbook>`, sheetNS, officeRel, escape(sheet))},
		{"xl/_rels/workbook.xml.rels", relations([2]string{"worksheet", "worksheets/sheet1.xml"})},
		{"xl/worksheets/sheet1.xml", fmt.Sprintf(`<worksheet xmlns="%s"><sheetData>%s</sheetData>%s</worksheet>`, sheetNS, b.String(), merged)},
	})
}

// column is the name of a column of a sheet, counted from 0: A to Z, AA and so on.
func column(n int) string {
	name := ""
	for n++; n > 0; n = (n - 1) / 26 {
		name = string(rune('A'+(n-1)%26)) + name
	}
	return name
}

// widest is the number of cells of the longest row.
func widest(rows [][]string) int {
	n := 0
	for _, r := range rows {
		n = max(n, len(r))
	}
	return n
}

// contentTypes is the list of the parts of a package with their types.
func contentTypes(parts ...[2]string) string {
	var b strings.Builder
	for _, p := range parts {
		fmt.Fprintf(&b, `<Override PartName="%s" ContentType="%s"/>`, p[0], p[1])
	}
	return fmt.Sprintf(`<Types xmlns="%scontent-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>%s</Types>`, packageNS, b.String())
}

// relations lists kinds of relation with their targets; the first is rId1.
func relations(to ...[2]string) string {
	var b strings.Builder
	for i, r := range to {
		fmt.Fprintf(&b, `<Relationship Id="rId%d" Type="%s/%s" Target="%s"/>`, i+1, officeRel, r[0], r[1])
	}
	return fmt.Sprintf(`<Relationships xmlns="%srelationships">%s</Relationships>`, packageNS, b.String())
}

// escape makes a text fit to stand in XML.
func escape(s string) string {
	var b bytes.Buffer
	_ = xml.EscapeText(&b, []byte(s)) // a buffer does not fail
	return b.String()
}

// pack zips the parts, each an XML file.
func pack(parts []part) []byte {
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for _, p := range parts {
		w, err := z.Create(p.name)
		if err == nil {
			_, err = w.Write([]byte(declaration + p.text))
		}
		if err != nil {
			panic(err) // a buffer does not fail
		}
	}
	if err := z.Close(); err != nil {
		panic(err)
	}
	return b.Bytes()
}

// Raw is a zip archive that holds one XML file.
func Raw(name, content string) []byte { return pack([]part{{name, content}}) }
