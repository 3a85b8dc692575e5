package area

import (
	"fmt"
	"unicode/utf8"
)

// words are the words that go with the areas, by kind.
type words struct {
	suffixes []string        // suffix: ends of official names, in the order they are tried
	peoples  []string        // people: cut off before the end of an autonomous area
	cityEnds []string        // city: the end of a county that is a city
	aliases  []alias         // alias: other short names
	stops    map[string]bool // stop: names that are common words; never alone
	tails    map[string]bool // tail: words that begin with the last rune of a name, which then is none
	heads    map[string]bool // head: words that end with the first rune of a name, which then is none
	afters   []string        // after: what may not follow a short name
	bars     map[rune]bool   // bar: runes that no unknown name holds
	commons  map[string]bool // common: ends of words that end like a place and are none
}

type alias struct{ word, code string }

func (w *words) read(rows [][]string) error {
	w.stops, w.tails, w.heads, w.commons = map[string]bool{}, map[string]bool{}, map[string]bool{}, map[string]bool{}
	w.bars = map[rune]bool{}
	for i, r := range rows {
		if err := w.readOne(cell(r, 0), cell(r, 1), cell(r, 2)); err != nil {
			return fmt.Errorf("extra row %d: %w", i+1, err)
		}
	}
	return nil
}

func (w *words) readOne(kind, word, code string) error {
	if word == "" {
		return fmt.Errorf("found no word for the kind %q", kind)
	}
	switch kind {
	case "suffix":
		w.suffixes = append(w.suffixes, word)
	case "people":
		w.peoples = append(w.peoples, word)
	case "city":
		w.cityEnds = append(w.cityEnds, word)
	case "alias":
		w.aliases = append(w.aliases, alias{word, code})
	case "stop":
		w.stops[word] = true
	case "tail":
		w.tails[word] = true
	case "head":
		w.heads[word] = true
	case "after":
		w.afters = append(w.afters, word)
	case "bar":
		r, _ := utf8.DecodeRuneInString(word)
		w.bars[r] = true
	case "common":
		w.commons[word] = true
	default:
		return fmt.Errorf("found the kind %q, wanted suffix, people, city, alias, stop, tail, head, after, bar or common", kind)
	}
	return nil
}

// headed reports whether a name at s[i] is the end of another word.
func (w *words) headed(s []rune, i int) bool {
	return i > 0 && w.heads[string(s[i-1:i+1])]
}

// tailed reports whether the name that ends before s[j] runs on into another word.
func (w *words) tailed(s []rune, j int) bool {
	return j < len(s) && w.tails[string(s[j-1:j+1])]
}

// followed reports whether a word stands at s[j] that makes a short name part of another
// name.
func (w *words) followed(s []rune, j int) bool {
	for _, a := range w.afters {
		if hasWord(s, j, a) {
			return true
		}
	}
	return false
}

// hasWord reports whether word stands at s[j].
func hasWord(s []rune, j int, word string) bool {
	for _, r := range word {
		if j >= len(s) || s[j] != r {
			return false
		}
		j++
	}
	return true
}
