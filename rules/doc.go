// Package rules holds everything a linguist edits: the rule files, the word lists and
// tables of the lexicon, and the notation of fact lines in which cases and goldens are
// written. It reads, checks and formats them; it knows syntax and nothing of extraction.
package rules
