// Package typeset makes text fit for paper and cells: it drops what cannot be seen, breaks lines, and writes days and times
// as the office does. It knows neither workbooks nor PDFs. A newcomer reads Line and Wrap.
package typeset
