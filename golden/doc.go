// Package golden holds the truth about documents and measures the program against it:
// the golden files that quote a document sentence by sentence, their comparison with
// what a run extracts, floors that scores may not fall below, the difference of two
// runs, and the score against annotated gold.
package golden
