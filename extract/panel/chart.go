package panel

import (
	"cmp"
	"fmt"
	"html"
	"io"
	"math"
	"slices"
	"strconv"
	"strings"
)

// How many lines share one plot; more get a plot each, side by side.
const mostLines = 8

// mostPlots is how many lines a chart has at most.
const mostPlots = 400

// Chart draws the lines of the wide form as SVG: time to the right, a line for each area,
// subject and indicator. What came about is a full dot, what is expected or aimed at an
// empty one, beside the line where both are known; a bar is a range, a cross a value that
// contradicts the one drawn. A dot of a longer or shorter time than most of its line stands
// alone. All lines must be of one measure and unit.
func (w *Wide) Chart(to io.Writer) error {
	c := &chart{axis: axisOf(w.when)}
	for l, err := range w.Lines() {
		if err != nil {
			return err
		}
		if s, ok := c.seriesIn(l, w.when); ok {
			c.series = append(c.series, s)
		}
		if len(c.series) > mostPlots {
			return fmt.Errorf("a chart has %d lines at most: choose with --indicator, --area and --measure", mostPlots)
		}
	}
	if err := c.fits(); err != nil {
		return err
	}
	c.scale()
	_, err := io.WriteString(to, c.draw())
	return err
}

// series is a line of a chart.
type series struct {
	line   *Line
	points []point
}

// point is a value at a moment; low and high differ where it is a range.
type point struct {
	moment
	x         float64 // 0 to 1
	low, high float64
	bound     string
	hollow    bool
	alone     bool      // no part of the line
	against   []float64 // values that contradict it
}

func (p *point) mid() float64 { return (p.low + p.high) / 2 }

// beyond are numbers that are left out: no scale holds them.
const beyond = 1e100

// seriesIn takes the numbers of a line that have a time; a ratio is none.
func (c *chart) seriesIn(l *Line, when []moment) (series, bool) {
	s := series{line: l}
	for i, r := range l.Cells {
		if r == nil || r.Period == "" || r.Unit == "1" && r.Measure == "ratio" {
			continue
		}
		n := numbers(string(r.Value))
		if len(n) == 0 || len(n) > 2 || slices.ContainsFunc(n, func(x float64) bool { return math.Abs(x) > beyond }) {
			continue
		}
		p := point{moment: when[i], x: c.axis.at(when[i].period), low: slices.Min(n), high: slices.Max(n), bound: r.Bound, hollow: r.Status == "expected" || r.Status == "target"}
		for _, v := range r.Values[1:] {
			if x := numbers(string(v.Value)); v.Stands == Conflicted && len(x) == 1 && math.Abs(x[0]) <= beyond {
				p.against = append(p.against, x[0])
			}
		}
		s.points = append(s.points, p)
	}
	s.setApart()
	return s, len(s.points) > 0
}

// setApart takes out of the line what is of another length of time than most of it, and
// what is only expected where it is known what came about.
func (s *series) setApart() {
	count, most := map[int]int{}, 0
	for _, p := range s.points {
		n := len(p.period)
		if count[n]++; count[n] > count[most] || count[n] == count[most] && n < most {
			most = n
		}
	}
	seen := map[string]bool{}
	for i := range s.points {
		p := &s.points[i]
		p.alone = len(p.period) != most || seen[p.period]
		seen[p.period] = true
	}
}

type chart struct {
	axis      axis
	series    []series
	power     int     // of ten, by which the numbers shown are divided
	low, high float64 // of the values
	step      float64 // between the lines of the grid
}

// fits wants lines, all of one measure and unit.
func (c *chart) fits() error {
	if len(c.series) == 0 {
		return fmt.Errorf("there is nothing to draw: no row has a number")
	}
	first := c.series[0].line
	for _, s := range c.series {
		if s.line.Measure != first.Measure || s.line.Unit != first.Unit {
			return fmt.Errorf("one chart cannot hold %s in %s and %s in %s: choose with --indicator and --measure", first.Measure, orNone(first.Unit), s.line.Measure, orNone(s.line.Unit))
		}
	}
	return nil
}

func orNone(unit string) string {
	if unit == "" {
		return "no unit"
	}
	return unit
}

// scale finds round limits around all values.
func (c *chart) scale() {
	c.low, c.high = math.Inf(1), math.Inf(-1)
	for _, s := range c.series {
		for _, p := range s.points {
			for _, x := range append(p.against, p.low, p.high) {
				c.low, c.high = min(c.low, x), max(c.high, x)
			}
		}
	}
	if c.low == c.high {
		half := max(math.Abs(c.low)/10, 0.5)
		c.low, c.high = c.low-half, c.high+half
	}
	c.step = roundStep((c.high - c.low) / 4)
	c.low, c.high = math.Floor(c.low/c.step)*c.step, math.Ceil(c.high/c.step)*c.step
	if top := max(math.Abs(c.low), math.Abs(c.high)); top >= 1e5 {
		c.power = int(math.Floor(math.Log10(top))) / 3 * 3
	}
}

// shown is a number as the chart writes it: 132.5 of 132500000000 where it counts 10⁹.
func (c *chart) shown(v float64) string {
	return strconv.FormatFloat(v/math.Pow10(c.power), 'g', 6, 64)
}

// typeset writes bounds and ranges as printed books do.
var typeset = strings.NewReplacer(">=", "≥", "<=", "≤", "<~", "≲", "..", "–")

var superscript = strings.NewReplacer("0", "⁰", "1", "¹", "2", "²", "3", "³", "4", "⁴", "5", "⁵", "6", "⁶", "7", "⁷", "8", "⁸", "9", "⁹")

// label writes the figure of a point.
func (c *chart) label(p *point) string {
	out := c.shown(p.low)
	if p.high > p.low {
		out += ".." + c.shown(p.high)
	}
	return typeset.Replace(signs[p.bound] + out)
}

// roundStep is the next of 1, 2, 5, 10 … from x on.
func roundStep(x float64) float64 {
	unit := math.Pow10(int(math.Floor(math.Log10(x))))
	for _, m := range []float64{1, 2, 5, 10} {
		if x <= m*unit {
			return m * unit
		}
	}
	return 10 * unit
}

// The colours of lines in one plot, told apart by those who see few colours as well.
var colours = []string{"#0072b2", "#d55e00", "#009e73", "#cc79a7", "#e69f00", "#56b4e9", "#7f6000", "#000000"}

const style = `<style>text{font:12px "Noto Sans CJK SC","Source Han Sans SC","PingFang SC","Microsoft YaHei",sans-serif;fill:#222}` +
	`.t{font-size:16px;font-weight:bold}.s{font-size:10px}.g{stroke:#ddd}.l{fill:none;stroke-width:2}.x{stroke:#c00;stroke-width:1.5}</style>`

func (c *chart) draw() string {
	if len(c.series) <= mostLines {
		return c.onePlot()
	}
	return c.manyPlots()
}

// onePlot draws all lines in one plot, each named at its end.
func (c *chart) onePlot() string {
	const width, height = 880, 440
	var b strings.Builder
	c.open(&b, width, height)
	f := field{c, 70, 50, width - 70 - 230, height - 50 - 50}
	f.grid(&b, true)
	f.times(&b, "", 64)
	for i, y := range f.labelPlaces() {
		s := &c.series[i]
		f.line(&b, s, colours[i], len(c.series) == 1)
		fmt.Fprintf(&b, `<text x="%.1f" y="%.1f" style="fill:%s">%s</text>`+"\n", f.left+f.width+12, y+4, colours[i], esc(c.nameOf(s)))
	}
	b.WriteString("</svg>\n")
	return b.String()
}

// manyPlots draws a small plot for each line, all on one scale.
func (c *chart) manyPlots() string {
	const across, width, height, top = 6, 160, 130, 50
	down := (len(c.series) + across - 1) / across
	var b strings.Builder
	c.open(&b, across*width+20, top+down*height+10)
	for i := range c.series {
		s := &c.series[i]
		f := field{c, float64(i%across*width) + 40, float64(top+i/across*height) + 24, width - 56, height - 58}
		fmt.Fprintf(&b, `<text x="%.1f" y="%.1f">%s</text>`+"\n", f.left, f.top-9, esc(c.nameOf(s)))
		f.grid(&b, i%across == 0)
		f.line(&b, s, colours[0], true)
		f.times(&b, "s", 52)
	}
	b.WriteString("</svg>\n")
	return b.String()
}

func (c *chart) open(b *strings.Builder, width, height int) {
	fmt.Fprintf(b, `<svg xmlns="http://www.w3.org/2000/svg" width="%d" height="%d" viewBox="0 0 %d %d">`+"\n%s\n", width, height, width, height, style)
	fmt.Fprintf(b, `<rect width="%d" height="%d" fill="#fff"/>`+"\n"+`<text class="t" x="20" y="28">%s</text>`+"\n", width, height, esc(c.title()))
}

// title is what all lines have in common.
func (c *chart) title() string {
	first := c.series[0].line
	parts := []string{measureText(first.Row)}
	if c.same(func(l *Line) string { return l.Indicator }) {
		parts = append([]string{first.Indicator}, parts...)
	}
	if c.same(func(l *Line) string { return whoseText(l.Row) }) {
		parts = append([]string{whoseText(first.Row)}, parts...)
	}
	title := strings.TrimSpace(strings.Join(parts, " "))
	unit := first.Unit
	if unit == "1" {
		unit = ""
	}
	if c.power > 0 {
		unit = strings.TrimSpace("10" + superscript.Replace(strconv.Itoa(c.power)) + " " + unit)
	}
	if unit != "" {
		title += ", " + unit
	}
	return title
}

func (c *chart) same(get func(*Line) string) bool {
	return !slices.ContainsFunc(c.series, func(s series) bool { return get(s.line) != get(c.series[0].line) })
}

// nameOf is what tells a line from the others.
func (c *chart) nameOf(s *series) string {
	var parts []string
	for _, get := range []func(*Line) string{func(l *Line) string { return whoseText(l.Row) }, func(l *Line) string { return l.Indicator }, func(l *Line) string { return measureText(l.Row) }} {
		if !c.same(get) {
			parts = append(parts, get(s.line))
		}
	}
	return strings.Join(parts, " ")
}

// field is the area of a plot.
type field struct {
	*chart
	left, top, width, height float64
}

func (f *field) x(at float64) float64 { return f.left + f.width*(0.1+0.8*at) }

// times names the moments below the plot, but those too near to the one before.
func (f *field) times(b *strings.Builder, class string, apart float64) {
	last := math.Inf(-1)
	for _, t := range f.axis {
		x := f.x(t.at)
		if x-last < apart {
			continue
		}
		last = x
		fmt.Fprintf(b, `<text class="%s" x="%.1f" y="%.1f" text-anchor="middle">%s</text>`+"\n", class, x, f.top+f.height+16, esc(t.name))
	}
}

func (f *field) y(v float64) float64 { return f.top + f.height*(f.high-v)/(f.high-f.low) }

// grid draws the lines of the scale, with their numbers where asked.
func (f *field) grid(b *strings.Builder, numbered bool) {
	for n := 0; n <= int(math.Round((f.high-f.low)/f.step)); n++ {
		v := f.low + float64(n)*f.step
		fmt.Fprintf(b, `<line class="g" x1="%.1f" x2="%.1f" y1="%.1f" y2="%.1f"/>`+"\n", f.left, f.left+f.width, f.y(v), f.y(v))
		if numbered {
			fmt.Fprintf(b, `<text class="s" x="%.1f" y="%.1f" text-anchor="end">%s</text>`+"\n", f.left-5, f.y(v)+4, f.shown(v))
		}
	}
}

// line draws a series.
func (f *field) line(b *strings.Builder, s *series, colour string, labelled bool) {
	var path []string
	for _, p := range s.points {
		if !p.alone {
			path = append(path, fmt.Sprintf("%.1f,%.1f", f.x(p.x), f.y(p.mid())))
		}
	}
	fmt.Fprintf(b, `<polyline class="l" stroke="%s" points="%s"/>`+"\n", colour, strings.Join(path, " "))
	for _, p := range s.points {
		x := f.x(p.x)
		if p.low != p.high {
			fmt.Fprintf(b, `<line stroke="%s" stroke-width="12" stroke-opacity="0.3" x1="%.1f" x2="%.1f" y1="%.1f" y2="%.1f"/>`+"\n", colour, x, x, f.y(p.low), f.y(p.high))
		}
		fill := colour
		if p.hollow {
			fill = "#fff"
		}
		fmt.Fprintf(b, `<circle cx="%.1f" cy="%.1f" r="3.5" fill="%s" stroke="%s" stroke-width="2"><title>%s</title></circle>`+"\n", x, f.y(p.mid()), fill, colour, esc(p.name()+": "+f.label(&p)))
		for _, v := range p.against {
			fmt.Fprintf(b, `<path class="x" d="M%.1f %.1fl8 8m0 -8l-8 8"/>`+"\n", x-4, f.y(v)-4)
		}
		if labelled {
			f.write(b, x, &p)
		}
	}
}

// write sets the figure above its dot, or below where that is the top of the plot.
func (f *field) write(b *strings.Builder, x float64, p *point) {
	y := f.y(p.high) - 7
	if y < f.top+4 {
		y = f.y(p.low) + 15
	}
	fmt.Fprintf(b, `<text class="s" x="%.1f" y="%.1f" text-anchor="middle">%s</text>`+"\n", x, y, esc(f.label(p)))
}

// labelPlaces are where the names of the lines stand: at their ends, moved apart.
func (f *field) labelPlaces() []float64 {
	const apart = 16
	order := make([]int, len(f.series))
	places := make([]float64, len(f.series))
	for i, s := range f.series {
		order[i], places[i] = i, f.y(s.points[len(s.points)-1].mid())
	}
	slices.SortStableFunc(order, func(a, b int) int { return cmp.Compare(places[a], places[b]) })
	for k := 1; k < len(order); k++ {
		places[order[k]] = max(places[order[k]], places[order[k-1]]+apart)
	}
	return places
}

func esc(s string) string { return html.EscapeString(s) }
