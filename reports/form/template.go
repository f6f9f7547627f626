package form

import (
	"io"
	"slices"

	"github.com/xuri/excelize/v2"

	"siip-asn/flow/spelling"
	"siip-asn/reports/sheet"
	"siip-asn/reports/typeset"
	"siip-asn/reports/workbook"
)

// The sheets beside the one to fill in. An import passes them over.
const (
	exampleSheet = "Contoh"
	guideSheet   = "Petunjuk"
)

func sheetKey(name string) string { return spelling.Key(typeset.Line(name)) }

// WriteTemplate makes the sheet to fill in with the rows that it has already, some examples on a sheet of their own, and what
// belongs into each column.
func (f Form[T]) WriteTemplate(w io.Writer, rows []T) error {
	b, err := workbook.New(f.Sheet+" SIIP-ASN", workbook.Undated)
	if err != nil {
		return err
	}
	blank := f.table(f.Sheet, rows)
	blank.Dress = func(book *excelize.File, name string, head, _ int) error { return f.guide(book, name, head) }
	if err := workbook.Put(b, blank); err != nil {
		return err
	}
	if err := workbook.Put(b, f.table(exampleSheet, f.Examples)); err != nil {
		return err
	}
	if err := workbook.Put(b, f.guideTable()); err != nil {
		return err
	}
	return b.Write(w)
}

func (f Form[T]) table(name string, rows []T) workbook.Table[T] {
	return workbook.Table[T]{
		Sheet: name, Columns: written(f.Columns), Rows: slices.Values(rows), Form: true, Freeze: 1,
		Page: workbook.Page{Left: []string{f.Sheet + " SIIP-ASN"}},
	}
}

// guide gives each column its hint and, where it has choices, its drop-down.
func (f Form[T]) guide(book *excelize.File, name string, head int) error {
	for i, c := range f.Columns {
		rule := excelize.NewDataValidation(true)
		rule.SetSqref(workbook.Ref(i+1, head+1) + ":" + workbook.Ref(i+1, head+sheet.RowsMax))
		rule.SetInput(c.Name, spelling.Clip(c.About, 250))
		if len(c.Choices) > 0 {
			rule.SetSqrefDropList(f.choicesAt(i))
		}
		if len(c.Choices) > 0 && !c.Several {
			rule.SetError(excelize.DataValidationErrorStyleStop, c.Name, "Silakan pilih salah satu dari daftar.")
		}
		if err := book.AddDataValidation(name, rule); err != nil {
			return err
		}
	}
	return nil
}
