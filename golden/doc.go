// Package golden holds the truth about documents and measures the program against it:
// the golden files that quote a document sentence by sentence, their comparison with
// what a run extracts, floors that scores may not fall below, the difference of two
// runs, and the score against annotated gold.
//
// # Goldens
//
// A golden is a text for people: a header that names a document, then its sentences,
// each with the fact lines that it states, or “nothing”. [Record] proposes one of what
// was extracted; a proposed line begins with “? ” and counts for nothing until a person
// takes that off, by hand or by [File.Accept]. A line that begins with “todo ” is right
// but not extracted yet. [Parse] reads a golden and names file and line of what is wrong
// in it; [File.Format] writes it, and parsing that gives the same file again.
//
// # Comparing
//
// [Compare] holds the facts of a document against its golden: every [Difference] has
// its place in the golden file and is missing, unexpected or differs. [WriteJUnit] and
// [WriteAnnotations] write outcomes for continuous integration. [Diff] compares two
// runs, and [Grouped] sorts what changed by the rule that did it.
//
// # Scoring
//
// [Score] measures facts.jsonl against gold or goldens: precision, recall and F1 of
// mentions, core facts and facts, by measure, by field and by confidence. [Floors] hold
// scores that may not fall, with a [Fingerprint] of what they were measured on.
// [Unread] groups the ledger by pattern: what to write the next rule for.
package golden
