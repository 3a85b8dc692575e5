package fact

import "slices"

// The flags of a fact: what is damaged or doubtful about it. Flags tells what each
// means.
const (
	LostScale = "lost_scale"
	LostUnit  = "lost_unit"
	Fused     = "fused"
	Masked    = "masked"
	Noise     = "noise"
	OCR       = "ocr"
	Torn      = "torn"
	Cut       = "cut"
	Stitched  = "stitched"
	Codepoint = "codepoint"
	Conflict  = "conflict"
	Repeated  = "repeated"
)

// Flag is a kind of damage or doubt and what it says of a fact.
type Flag struct {
	Name, Means string
	Doubtful    bool // the figure may be another than it seems
}

// Flags are all flags, in the order in which they are documented.
var Flags = []Flag{
	{LostScale, "Too small to be true, as 征收房屋26.9m2: 万 or 亿 is missing; value is what stands there, repaired what it must have been.", true},
	{LostUnit, "The unit is missing: 新增“小巨人”企业2 at the end of a line.", true},
	{Fused, "Runs into its neighbour because a separator is missing: 增长78%113%, 车间63家企业入选.", true},
	{Masked, "Signs stand in the place of digits: ■5亿元, 3××5亿元; value is what is left.", true},
	{Noise, "Stray letters stood between the digits and were left out: 3a5.2亿元.", true},
	{OCR, "A letter stood in the place of the digit it looks like and was read as one: 1O5亿元.", true},
	{Torn, "Bytes that could not be read stand at it.", true},
	{Cut, "Its paragraph breaks off right behind it, without a stop.", false},
	{Stitched, "Its sentence was put together from places apart in the file; sentence.spans lists them.", false},
	{Codepoint, "Written with a sign that only looks like the right one: 1∕3 with U+2215.", false},
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
