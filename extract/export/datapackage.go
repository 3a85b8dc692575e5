package export

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"io"
	"os"
	"path/filepath"
)

// The parts of datapackage.json of Frictionless Data that are written.
type (
	dataPackage struct {
		Profile   string         `json:"profile"`
		Name      string         `json:"name"`
		Title     string         `json:"title"`
		Resources []dataResource `json:"resources"`
	}
	dataResource struct {
		Profile   string      `json:"profile"`
		Name      string      `json:"name"`
		Path      string      `json:"path"`
		Format    string      `json:"format"`
		Mediatype string      `json:"mediatype"`
		Encoding  string      `json:"encoding"`
		Bytes     int64       `json:"bytes"`
		Hash      string      `json:"hash"`
		Dialect   dataDialect `json:"dialect"`
		Schema    dataSchema  `json:"schema"`
	}
	dataDialect struct {
		Delimiter      string `json:"delimiter"`
		LineTerminator string `json:"lineTerminator"`
		QuoteChar      string `json:"quoteChar"`
		DoubleQuote    bool   `json:"doubleQuote"`
		Header         bool   `json:"header"`
	}
	dataSchema struct {
		Fields        []dataField `json:"fields"`
		MissingValues []string    `json:"missingValues"`
		PrimaryKey    string      `json:"primaryKey,omitempty"`
		ForeignKeys   []dataKey   `json:"foreignKeys,omitempty"`
	}
	dataField struct {
		Name        string `json:"name"`
		Type        string `json:"type"`
		Description string `json:"description"`
	}
	dataKey struct {
		Fields    string        `json:"fields"`
		Reference dataReference `json:"reference"`
	}
	dataReference struct {
		Resource string `json:"resource"`
		Fields   string `json:"fields"`
	}
)

// datapackageTables writes tables as CSV into a folder, with datapackage.json, which
// describes them, beside.
func datapackageTables(tables []Table, path string) (Note, error) {
	if _, err := csvTables(tables, path); err != nil {
		return "", err
	}
	p := dataPackage{Profile: "tabular-data-package", Name: "qushu", Title: "Numeric facts of documents"}
	for _, t := range tables {
		resource, err := resourceOf(t, path)
		if err != nil {
			return "", err
		}
		p.Resources = append(p.Resources, resource)
	}
	return "", whole(filepath.Join(path, "datapackage.json"), func(f *os.File) error {
		enc := json.NewEncoder(f)
		enc.SetEscapeHTML(false)
		enc.SetIndent("", "  ")
		return enc.Encode(p)
	})
}

func resourceOf(t Table, dir string) (dataResource, error) {
	d := dataResource{Profile: "tabular-data-resource", Name: t.Name, Path: t.Name + ".csv", Format: "csv", Mediatype: "text/csv", Encoding: "utf-8",
		Dialect: dataDialect{",", "\r\n", `"`, true, true}, Schema: dataSchema{MissingValues: []string{""}}}
	types := map[Kind]string{Text: "string", Integer: "integer", Number: "number"}
	for _, c := range t.Columns {
		d.Schema.Fields = append(d.Schema.Fields, dataField{c.Name, types[c.Kind], c.Means})
	}
	switch t.Name {
	case "documents":
		d.Schema.PrimaryKey = "doc"
	case "facts", "ledger":
		d.Schema.ForeignKeys = []dataKey{{"doc", dataReference{"documents", "doc"}}}
	}
	f, err := os.Open(filepath.Join(dir, d.Path))
	if err != nil {
		return d, err
	}
	defer f.Close()
	sum := sha256.New()
	d.Bytes, err = io.Copy(sum, f)
	d.Hash = "sha256:" + hex.EncodeToString(sum.Sum(nil))
	return d, err
}
