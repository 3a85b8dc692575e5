package extract

import (
	"fmt"
	"strings"

	"github.com/qushu/qushu/extract/link"
	"github.com/qushu/qushu/extract/mention"
	"github.com/qushu/qushu/extract/segment"
	"github.com/qushu/qushu/extract/words"
	"github.com/qushu/qushu/normalize/area"
	"github.com/qushu/qushu/rules"
)

// currency is an area with the money its papers mean by 元.
type currency struct {
	code, unit string
	hints      words.Set
}

// chinese is the money of every other area.
const chinese = "CNY"

func currencies(set *rules.Set) ([]currency, error) {
	var out []currency
	err := build(set, "currencies", func(rows [][]string) error {
		out = nil
		for _, r := range rows {
			if len(r) != 3 {
				return fmt.Errorf("a row has three cells, not %d", len(r))
			}
			out = append(out, currency{r[0], r[1], words.New(strings.Fields(r[2]))})
		}
		return nil
	})
	return out, err
}

// hinted is the area outside the mainland that a text in traditional characters is
// about by the words it uses: three or more of its hints, and more than of any other's.
func (e *Engine) hinted(r *link.Read, year int) *area.Area {
	if !segment.Traditional(r.Doc.Text) {
		return nil
	}
	best, most := "", 2
	for _, c := range e.currencies {
		n := 0
		for i := range r.Sentences {
			s := r.Sentences[i].Runes
			for j := range s {
				if c.hints.BeginsAt(s, j) > 0 {
					n++
				}
			}
		}
		if n > most {
			best, most = c.code, n
		}
	}
	if best == "" {
		return nil
	}
	return e.gazetteer.ByCode(best, year)
}

// localMoney gives sums written with a bare 元 or $ the money of the document's area.
func (e *Engine) localMoney(r *link.Read, code string) {
	for _, c := range e.currencies {
		if c.code != code {
			continue
		}
		for _, ms := range r.Mentions {
			for k := range ms {
				m := &ms[k]
				if m.Kind == mention.Money && (m.Unit.Code == chinese && !m.Named || m.Sign) {
					m.Unit.Code = c.unit
				}
				if per, ok := strings.CutPrefix(m.Unit.Code, chinese+"/"); ok && m.Kind == mention.Rate && !m.Named {
					m.Unit.Code = c.unit + "/" + per
				}
			}
		}
	}
}
