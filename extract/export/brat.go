package export

import (
	"crypto/sha256"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"unicode"

	"github.com/qushu/qushu/extract/fact"
	"github.com/qushu/qushu/rules"
)

// writeBrat writes for each document NAME.txt, its text, and NAME.ann, the marks in it as
// standoff annotations of brat, and the configuration annotation.conf. NAME is the path
// of the document, with its folders.
func writeBrat(r *Run, path string) (Note, error) {
	if err := makeFolder(path); err != nil {
		return "", err
	}
	note, err := annotate(r, func(a *annotated) error {
		base := filepath.Join(path, fileName(a.Doc))
		if err := makeFolder(filepath.Dir(base)); err != nil {
			return err
		}
		if err := os.WriteFile(base+".txt", []byte(a.Text), 0o644); err != nil {
			return err
		}
		return os.WriteFile(base+".ann", []byte(standoff(a)), 0o644)
	})
	if err != nil {
		return "", err
	}
	return note, os.WriteFile(filepath.Join(path, "annotation.conf"), []byte(bratConf()), 0o644)
}

// fileName is the path of a document as one that any system can write, inside the folder
// it is written to: the path of a page of a crawl is an address.
func fileName(doc string) string {
	parts := strings.Split(doc, "/")
	for i, p := range parts {
		p = strings.Map(func(r rune) rune {
			if unicode.IsLetter(r) || unicode.IsDigit(r) || strings.ContainsRune("._-~ ", r) {
				return r
			}
			return '_'
		}, p)
		if p == "" || strings.Trim(p, ".") == "" {
			p = strings.Repeat("_", max(len(p), 1))
		}
		if len(p) > 120 {
			p = fmt.Sprintf("%x", sha256.Sum256([]byte(p)))
		}
		parts[i] = p
	}
	return filepath.Join(parts...)
}

// standoff writes the marks: a text-bound annotation each, its status and bound as
// attributes, the rest of the fact as a note.
func standoff(a *annotated) string {
	var b strings.Builder
	text := []rune(a.Text)
	attribute := 0
	for i, m := range a.Marks {
		t := i + 1
		fmt.Fprintf(&b, "T%d\t%s %d %d\t%s\n", t, bratType(m.label()), m.Start, m.End, string(text[m.Start:m.End]))
		if m.Fact == nil {
			continue
		}
		for _, x := range [][2]string{{"Status", m.Fact.Status}, {"Bound", m.Fact.Bound}} {
			if x[1] != "" {
				attribute++
				fmt.Fprintf(&b, "A%d\t%s T%d %s\n", attribute, x[0], t, x[1])
			}
		}
		fmt.Fprintf(&b, "#%d\tAnnotatorNotes T%d\t%s\n", t, t, bratNote(m.Fact))
	}
	return b.String()
}

// bratNote is what a fact says beside its measure, as "key=value; key=value".
func bratNote(f *fact.Fact) string {
	var parts []string
	for _, x := range [][2]string{
		{"id", f.ID}, {"kind", f.Kind}, {"value", exact(f.Value)}, {"unit", f.Unit}, {"indicator", f.Indicator}, {"area", f.Area}, {"subject", f.Subject},
		{"period", f.Period}, {"basis", f.Basis}, {"scope", f.Scope}, {"agg", f.Agg}, {"flags", strings.Join(f.Flags, ",")},
	} {
		if x[1] != "" {
			parts = append(parts, x[0]+"="+strings.Join(strings.Fields(x[1]), " "))
		}
	}
	return strings.Join(parts, "; ")
}

// bratType is a label as brat wants the names of types.
func bratType(label string) string { return strings.ToUpper(label[:1]) + label[1:] }

// bratLabels are all labels that marks may have.
func bratLabels() []string {
	return append(append([]string{}, rules.Measures...), "date", "period", "duration", "unresolved")
}

func bratConf() string {
	var b strings.Builder
	b.WriteString("[entities]\n")
	for _, l := range bratLabels() {
		b.WriteString(bratType(l) + "\n")
	}
	b.WriteString("\n[relations]\n\n[events]\n\n[attributes]\n")
	fmt.Fprintf(&b, "Status\tArg:<ENTITY>, Value:%s\n", "actual|expected|target")
	fmt.Fprintf(&b, "Bound\tArg:<ENTITY>, Value:%s\n", strings.Join(rules.Bounds, "|"))
	return b.String()
}
