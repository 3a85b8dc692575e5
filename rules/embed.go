package rules

import "embed"

//go:embed *.rule lexicon/*.tsv
var builtin embed.FS

// Default loads the rule set that the program was built with.
func Default() (*Set, error) { return Load(builtin) }
