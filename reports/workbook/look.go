package workbook

// Look is the style of a cell.
type Look uint8

const (
	Plain      Look = iota // text on several lines where it is long
	Counter                // a row number
	Centred                // a short word
	Digits                 // text made of digits: never a number
	Count                  // a whole number
	Share                  // a part of a whole, 0 to 1
	Days                   // how long something took
	Day                    // a date
	Instant                // a date with its time
	Link                   // where a click leads
	Code                   // to be typed letter by letter
	Title                  // of a sheet
	Subtitle               // below it
	Header                 // of a column
	Optional               // of a column that may be missing
	Wrong                  // a cell with a fault in it
	Kosong                 // a cell that somebody still has to fill in
	Reason                 // what is wrong
	Paragraph              // over several columns, without lines around it
	Bare                   // one of several short texts, without lines around it
	TotalText              // Plain in the row of the sums, bold
	TotalCount             // Count there
	TotalShare             // Share there
	looks
)

// Colours of the office's paper: navy on white, and what prints well in black.
const (
	Navy  = "1F3864"
	Slate = "44546A"
	Grid  = "BFBFBF"
	Pale  = "DCE6F1"
	Rose  = "FFC7CE"
	Yolk  = "FFF2A8"
	Wine  = "9C0006"
	Blue  = "0563C1"
	White = "FFFFFF"
)

// total is the look of a column in the row of totals.
func (l Look) total() Look {
	switch l {
	case Count:
		return TotalCount
	case Share:
		return TotalShare
	}
	return TotalText
}

// wraps tells whether a long text goes on below in the same cell.
func (l Look) wraps() bool {
	return l == Plain || l == Paragraph || l == Bare || l == Centred || l == Reason || l == Wrong
}
