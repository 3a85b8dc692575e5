package link

import "github.com/qushu/qushu/extract/segment"

// bodyMeant is the body that a subject names: 公司 is the company that the sentence, or
// one before it in the paragraph, named in full, and nobody where none did.
func (c *context) bodyMeant(name string, at int) string {
	if !c.words.Issuer.Is(segment.FoldString(name)) {
		return name
	}
	if c.company != "" {
		return c.company
	}
	if found := c.companyIn(c.r[:at]); found != "" {
		return found
	}
	block := c.s.Block
	for si := c.si - 1; si >= 0 && si >= c.si-maxBack && c.read.Sentences[si].Block == block; si-- {
		if found := c.companyIn(c.read.Sentences[si].Runes); found != "" {
			return found
		}
	}
	return ""
}

// maxBack is how many sentences back a company may have been named.
const maxBack = 3

// companyIn is the last company that a text names in full.
func (c *context) companyIn(r []rune) string {
	for i := len(r); i > 0; i-- {
		n := c.words.CompanyTail.EndsAt(r, 0, i)
		if n == 0 {
			continue
		}
		from := i - n
		for from > 0 && i-from < maxCompany && (segment.IsHan(r[from-1]) || segment.IsLatin(r[from-1])) && c.words.Of.BeginsAt(r, from-1) == 0 {
			from--
		}
		if i-from >= n+2 && i-from < maxCompany && c.words.General.BeginsAt(r, from) == 0 && c.words.NoSubject.BeginsAt(r, from) == 0 && c.words.Action.BeginsAt(r, from) == 0 {
			return string(r[from:i])
		}
	}
	return ""
}
