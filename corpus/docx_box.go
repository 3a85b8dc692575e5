package corpus

// boxContent is the element with the text of a text box, which stands in the middle of
// the paragraph that the box hangs on. Its second version for older programs is left out.
const boxContent = "txbxContent"

// deepBox is how deep text boxes hang in one another: Word lets none.
const deepBox = 16

// wordBox is how a text box hangs in the document.
type wordBox struct {
	boxes  int         // it hangs in
	within *wordReader // what reads the paragraph that it hangs on; nil outside boxes
	done   []func()    // puts the lines of the box
	later  []func()    // puts the lines of the boxes that hang on the open paragraph or row
}

// box is the reader of a text box that begins.
func (w *wordReader) box() *wordReader {
	return &wordReader{wordPart: w.wordPart, wordBox: wordBox{within: w, boxes: w.boxes + 1}, out: w.out, paragraphs: w.paragraphs, tables: w.tables}
}

// unbox ends a text box and is the reader of what it hangs on.
func (w *wordReader) unbox() *wordReader {
	outer := w.within
	if outer == nil {
		return w
	}
	w.flush()
	outer.later = append(outer.later, w.done...)
	outer.paragraphs, outer.tables = w.paragraphs, w.tables
	return outer
}

// emit puts lines into the document, then those of the boxes that hang on them; in a box
// they wait for its end.
func (w *wordReader) emit(put func(), role Role) {
	w.put(func() {
		n := len(w.out.lines)
		if put(); len(w.out.lines) > n {
			w.out.lines[n].role = role
		}
	})
	w.flush()
}

func (w *wordReader) put(put func()) {
	if w.within != nil {
		w.done = append(w.done, put)
		return
	}
	put()
}

// flush puts the lines of the boxes that wait.
func (w *wordReader) flush() {
	for _, put := range w.later {
		w.put(put)
	}
	w.later = nil
}
