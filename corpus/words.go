package corpus

import (
	"slices"
	"sort"
	"strings"
	"unicode/utf8"
)

// Words are the words that give a line of a page away: 设为首页 ("make this your home
// page") a menu, 供图 a picture credit, 免责声明 a disclaimer. The zero value knows none.
type Words struct {
	whole  map[string]Role
	menu   map[string]Role
	prefix wordList
	suffix wordList
	part   wordList
	labels map[Role][]word // words of roles that are no block's: date, credit, genre …
	longs  map[rune]int    // bytes of the longest menu word that begins with a character
	firsts runeSet         // the characters that menu words begin with
}

// word is a word with what it gives away.
type word struct {
	text string
	role Role
}

// The roles of words that name no role of a block.
const (
	dateLabel  Role = "date"     // stands before the page's own date
	titleLabel Role = "headline" // stands before the title
	deckLabel  Role = "deck"     // stands before an abstract
	creditWord Role = "credit"   // marks who took a picture
	nameWord   Role = "byname"   // stands before or behind the name of an author
	signWord   Role = "sign"     // sign:notice …: several in the text tell the genre
	genreWord  Role = "genre"    // genre:report …: in a title, tells the genre
	foldRole   Role = "fold"     // a line that ends the article: what follows is furniture
	surname    Role = "surname"  // begins the name of a person

	postLabel     Role = "post"      // stands before the day of a post of a forum
	postMark      Role = "post-mark" // beside that day, names the place of the post among others
	postEnd       Role = "post-end"  // a button below a post or before the first one
	unitWord      Role = "unit"      // stands before the unit of a table
	noteWord      Role = "note"      // begins a note to a table
	headWord      Role = "stub-head" // heads the stub of a table
	continuedWord Role = "continued" // begins the title of a table that goes on another

	notLabel  Role = "not-label"  // behind a label, makes a phrase of it: 来源于
	notCredit Role = "not-credit" // before a credit, makes a phrase of it: 拍摄于
	notDate   Role = "not-date"   // in a line with a day, tells that the day is no page's
)

// NewWords makes the table of rows of three or more cells: the word, the role it gives
// away, how it is matched, a note. It is matched as
//
//	whole   the line is the word, figures and punctuation aside
//	menu    the line is made of such words
//	prefix  the line begins with it
//	suffix  the line ends in it
//	part    the line holds it
//
// Rows with fewer cells or another way of matching are passed over. Words are compared
// without spaces, with full-width letters and punctuation folded. The roles that
// are no block's are listed at the head of the table.
func NewWords(rows [][]string) Words {
	w := Words{whole: map[string]Role{}, menu: map[string]Role{}, longs: map[rune]int{}, labels: map[Role][]word{}}
	for _, r := range rows {
		if len(r) >= 3 && squeeze(r[0]) != "" {
			w.add(squeeze(r[0]), Role(r[1]), r[2])
		}
	}
	return w
}

func (w *Words) add(text string, role Role, match string) {
	switch role {
	case dateLabel, titleLabel, deckLabel, creditWord, nameWord, foldRole, surname, postLabel, postMark, postEnd, notLabel, notCredit, notDate, unitWord, noteWord, headWord, continuedWord:
		w.label(role, word{text, role})
	default:
		if g, ok := strings.CutPrefix(string(role), string(genreWord)+":"); ok {
			w.labels[genreWord] = append(w.labels[genreWord], word{text, Role(g)})
			return
		}
		if g, ok := strings.CutPrefix(string(role), string(signWord)+":"); ok {
			w.labels[signWord] = append(w.labels[signWord], word{text, Role(g)})
			return
		}
		w.match(word{text, role}, match)
	}
}

// label keeps the longest words of a role first, so that 发布时间 is found before 时间.
func (w *Words) label(role Role, x word) {
	list := append(w.labels[role], x)
	sort.SliceStable(list, func(i, j int) bool { return len(list[i].text) > len(list[j].text) })
	w.labels[role] = list
}

func (w *Words) match(x word, how string) {
	switch how {
	case "whole":
		w.whole[x.text] = x.role
	case "menu":
		w.menu[x.text], w.whole[x.text] = x.role, x.role
		r, _ := utf8.DecodeRuneInString(x.text)
		w.longs[r] = max(w.longs[r], len(x.text))
		w.firsts.add(r)
	case "prefix":
		r, _ := utf8.DecodeRuneInString(x.text)
		w.prefix.add(x, r)
	case "suffix":
		r, _ := utf8.DecodeLastRuneInString(x.text)
		w.suffix.add(x, r)
	case "part":
		r, _ := utf8.DecodeRuneInString(x.text)
		w.part.add(x, r)
	}
}

// ends reports whether s ends in a word of the role.
func (w *Words) ends(role Role, s string) bool {
	return slices.ContainsFunc(w.labels[role], func(x word) bool { return strings.HasSuffix(s, x.text) })
}

// begins returns the label of a role that a squeezed line begins with.
func (w *Words) begins(role Role, s string) string {
	for _, x := range w.labels[role] {
		if strings.HasPrefix(s, x.text) {
			return x.text
		}
	}
	return ""
}

// holds returns the word of a role that a squeezed line holds.
func (w *Words) holds(role Role, s string) string {
	for _, x := range w.labels[role] {
		if strings.Contains(s, x.text) {
			return x.text
		}
	}
	return ""
}

// genre is the kind of document that the first word of the table found in the title
// tells, or "".
func (w *Words) genre(title string) string {
	title = squeeze(title)
	for _, x := range w.labels[genreWord] {
		if strings.Contains(title, x.text) {
			return string(x.role)
		}
	}
	return ""
}

// shown is the genre that a text whose title tells none shows by at least three of the
// words for it: a text of 控股股东, 减持 and 总股本 is a notice.
func (w *Words) shown(texts func(yield func(string) bool)) string {
	found := map[string]bool{}
	count := map[Role]int{}
	for text := range texts {
		for _, x := range w.labels[signWord] {
			if !found[x.text] && strings.Contains(text, x.text) {
				found[x.text] = true
				if count[x.role]++; count[x.role] == enoughSigns {
					return string(x.role)
				}
			}
		}
	}
	return ""
}

// enoughSigns is how many different words make a genre.
const enoughSigns = 3
