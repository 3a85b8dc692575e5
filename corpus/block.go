package corpus

// Role says what a block is on its page.
type Role string

// The roles. The first group is read, the second is furniture: its text stays in the
// document, and each number in it goes to the ledger as boilerplate.
const (
	Title    Role = "title"
	Heading  Role = "heading" // a section heading or a 【lead-in】 line of its own
	Body     Role = "body"
	Caption  Role = "caption"
	Abstract Role = "abstract"
	SideBox  Role = "sidebox" // a summary box beside the article
	Table    Role = "table"

	Byline     Role = "byline"
	DateLine   Role = "dateline" // the page's own date: feeds Given, states no fact
	Nav        Role = "nav"      // menus, breadcrumbs, buttons, paging
	Widget     Role = "widget"   // players, reply boxes, user cards, counters
	Counter    Role = "counter"
	Disclaimer Role = "disclaimer"
	Footer     Role = "footer"
	Blank      Role = "blank" // white space between blocks
)

// Block is a stretch of the text with one role: a paragraph, a heading, a menu line.
type Block struct {
	Span  Span
	Role  Role
	Why   string // for furniture: what gave it away, e.g. "word: 设为首页"
	Level int    // of a heading: 1 for 一、, 2 for (一), 3 for 1.; else 0
}

// Kept reports whether the block is read for facts.
func (b Block) Kept() bool {
	switch b.Role {
	case Title, Heading, Body, Caption, Abstract, SideBox, Table:
		return true
	}
	return false
}
