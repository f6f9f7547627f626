package form

import (
	"fmt"
	"strings"

	"github.com/xuri/excelize/v2"

	"siip-asn/flow/spelling"
	"siip-asn/reports/sheet"
	"siip-asn/reports/workbook"
)

// Text is a column of free text in a field of the row.
func Text[T any](name string, width float64, most int, must bool, field func(*T) *string, about string) Column[T] {
	return Column[T]{
		Name: name, Width: width, Head: headOf(must), Must: must, Most: most, About: fmt.Sprintf("%s Paling banyak %d karakter.", about, most),
		Write: func(row T) any { return *field(&row) },
		Read: func(row *T, v sheet.Cell) string {
			if reason := shown(name, v); reason != "" {
				return reason
			}
			if n := len([]rune(v.Text)); n > most {
				return fmt.Sprintf("%s terlalu panjang (%d karakter); paling banyak %d karakter.", name, n, most)
			}
			*field(row) = v.Text
			return ""
		},
	}
}

// headOf shows on a form which columns must be filled in.
func headOf(must bool) workbook.Look {
	if must {
		return workbook.Header
	}
	return workbook.Optional
}

// Unknown says which words there are.
func Unknown(name, text string, choices []string) string {
	return fmt.Sprintf("%s %q tidak dikenal; pilih: %s.", name, spelling.Clip(text, 40), strings.Join(choices, ", "))
}

// WordsOf are the words of a list, such as the choices of a column.
func WordsOf[S ~string](list []S) []string {
	all := make([]string, len(list))
	for i, s := range list {
		all[i] = string(s)
	}
	return all
}

// Called gives a column the other names under which offices have it.
func Called[T any](c Column[T], alias ...string) Column[T] {
	c.Alias = alias
	return c
}

// Position reads the name of a cell, "B5" as 2, 5.
func Position(cell string) (column, row int, ok bool) {
	column, row, err := excelize.CellNameToCoordinates(cell)
	return column, row, err == nil
}
