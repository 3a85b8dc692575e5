package fact

// Result is what a document states.
type Result struct {
	Facts   []Fact
	Ledger  []Entry
	Summary Summary
	Bare    []Sentence // sentences that hold a numeral and state no fact
}
