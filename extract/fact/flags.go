package fact

import "slices"

// The flags of a fact: what is damaged or doubtful about it. Flags tells what each
// means.
const (
	LostScale = "lost_scale" // 征收房屋26.9m2
	LostUnit  = "lost_unit"  // 新增企业2 at the end of a line
	Fused     = "fused"      // 增长78%113%, 智能工厂1个、车间63家企业入选
	Masked    = "masked"     // 出口■5亿元, 3××5亿元
	Noise     = "noise"      // 3a5.2亿元
	OCR       = "ocr"        // 1O5亿元, 82.6忆元
	Torn      = "torn"       // U+FFFD at the figure
	Cut       = "cut"        // 处置率均为100% at the end of a paragraph that has stops
	OddUnit   = "odd_unit"   // 地区生产总值25亩
	Stitched  = "stitched"   // a sentence over an empty line, or of a side box that was turned
	Codepoint = "codepoint"  // 1∕3 with U+2215
	Doubled   = "doubled"    // 装备制造制造业产值
	Numbered  = "numbered"   // 1. 2031年 where a conversion wrote the 1.
	Conflict  = "conflict"   // 市场主体1.54万户 … 市场主体2.34万户
	Repeated  = "repeated"   // an abstract, a box, a repost
)

// Flag is a kind of damage or doubt and what it says of a fact.
type Flag struct {
	Name, Means string
	Doubtful    bool // the figure may be another than it seems
}

// Flags are all flags, in the order in which they are documented.
var Flags = []Flag{
	{LostScale, "Too small to be true: a scale is missing; value is what stands there, repaired what it must have been.", true},
	{LostUnit, "The unit is missing.", true},
	{Fused, "Runs into its neighbour, because a separator is missing.", true},
	{Masked, "Signs stand in the place of digits; value is what is left.", true},
	{Noise, "Stray letters stood between the digits and were left out.", true},
	{OCR, "A character stood in the place of the digit or scale that it looks like, and was read as that.", true},
	{Torn, "Bytes that could not be read stand at it.", true},
	{OddUnit, "Its indicator is a standard one that is not given in such a unit.", true},
	{Cut, "Its paragraph breaks off right behind it, without a stop.", false},
	{Stitched, "Its sentence was put together from places apart in the file; sentence.spans lists them.", false},
	{Codepoint, "Written with a sign that only looks like the right one.", false},
	{Doubled, "A word of the name of its indicator stands twice in a row.", false},
	{Numbered, "A list number stands right before it that a conversion seems to have written.", false},
	{Conflict, "Its paragraph states another value of the same thing.", false},
	{Repeated, "The document states it elsewhere too.", false},
}

// Doubted is the confidence in a fact that its flags leave: what may be another figure
// than it seems is believed no more than half.
func Doubted(confidence float64, flags []string) float64 {
	for _, f := range Flags {
		if f.Doubtful && slices.Contains(flags, f.Name) {
			return min(confidence, 0.5)
		}
	}
	return confidence
}

// AddFlag adds a flag that the fact does not have yet.
func (f *Fact) AddFlag(name string) {
	if !slices.Contains(f.Flags, name) {
		f.Flags = append(f.Flags, name)
	}
}
