package reports

// look is the style of a cell.
type look uint8

const (
	plain    look = iota // text on several lines where it is long
	counter              // a row number
	centred              // a short word
	digits               // text made of digits: never a number
	count                // a whole number
	share                // a part of a whole, 0 to 1
	day                  // a date
	instant              // a date with its time
	link                 // where a click leads
	code                 // to be typed letter by letter
	title                // of a sheet
	subtitle             // below it
	header               // of a column
	optional             // of a column that may be missing
	wrong                // a cell with a fault in it
	reason               // what is wrong
	totalText
	totalCount
	totalShare
	looks
)

// The colours of the office's paper: navy on white, and what prints well in black.
const (
	navy  = "1F3864"
	slate = "44546A"
	grid  = "BFBFBF"
	pale  = "DCE6F1"
	rose  = "FFC7CE"
	wine  = "9C0006"
	blue  = "0563C1"
	white = "FFFFFF"
)

// total is the look of a column in the row of totals.
func (l look) total() look {
	switch l {
	case count:
		return totalCount
	case share:
		return totalShare
	}
	return totalText
}

// wraps tells whether a long text goes on below in the same cell.
func (l look) wraps() bool { return l == plain || l == centred || l == reason || l == wrong }
