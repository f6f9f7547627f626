// Package sheet opens a table that a stranger sends, an Excel workbook (.xlsx) or a text file with separators (.csv), and
// gives its rows one by one, each cell as people see it. It knows nothing of what a table means.
//
// Files are hostile until proven otherwise. What is read is bounded before it is read: parts, bytes after unpacking, rows,
// columns, shared strings, characters of a cell (Excel's own limit of 32,767). Only the parts that hold the table are
// unpacked at all, in one pass, and the sheet itself is never in memory. No file under 20 MB takes more than five seconds
// or 200 MB. Between rows the context is looked at.
//
// A newcomer reads open.go and rows.go; xml.go is the reader of the parts, csv.go the other kind of file. Every error is
// an *Error, whose text is a sentence for the person who sent the file.
package sheet
