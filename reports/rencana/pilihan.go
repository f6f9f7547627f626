package rencana

import (
	"github.com/xuri/excelize/v2"

	"siip-asn/flow/rencana"
	"siip-asn/reports/workbook"
)

const pilihanSheet = "Pilihan"

// bentuks are the forms of both jalur, one below the other.
func bentuks() []string {
	var list []string
	for _, jalur := range rencana.Jalurs {
		list = append(list, rencana.Bentuks[jalur]...)
	}
	return list
}

// pilihan lists what the drop-downs offer: a range works in every language of Excel.
func pilihan(s *workbook.Free) error {
	s.Widths(46, 16, 24)
	s.Page(workbook.Page{Portrait: true, One: true, Foot: "Peraturan LAN 10/2018"})
	s.Row(workbook.Header, "Bentuk (Peraturan LAN 10/2018)", "Jalur", "Kesesuaian Kurikulum")
	for i, b := range bentuks() {
		row := []any{b, rencana.JalurOf(b), ""}
		if i < len(rencana.Kurikulums) {
			row[2] = rencana.Kurikulums[i]
		}
		s.Row(workbook.Plain, row...)
	}
	return s.Err()
}

// guide gives the columns to type their drop-downs and hints.
func guide(f *excelize.File, sheet string, head, last int) error {
	n := len(bentuks())
	nonclassical := len(rencana.Bentuks[rencana.Klasikal]) + 2
	for i, c := range columns {
		rule := excelize.NewDataValidation(true)
		rule.SetSqref(workbook.Ref(i+1, head+1) + ":" + workbook.Ref(i+1, max(last, head+1)))
		switch c.Name {
		case "Jalur":
			rule.SetSqrefDropList(workbook.Absolute(pilihanSheet, 2, nonclassical-1, nonclassical))
		case "Bentuk":
			rule.SetSqrefDropList(workbook.Absolute(pilihanSheet, 1, 2, n+1))
		case "Kesesuaian Kurikulum":
			rule.SetSqrefDropList(workbook.Absolute(pilihanSheet, 3, 2, 1+len(rencana.Kurikulums)))
		case "Biaya per Peserta":
			rule.SetInput(c.Name, "Rupiah bulat, misalnya 2.500.000.")
		case "Mulai", "Selesai":
			rule.SetInput(c.Name, "Tanggal, misalnya 31/08/2026.")
		default:
			continue
		}
		if err := f.AddDataValidation(sheet, rule); err != nil {
			return err
		}
	}
	return nil
}
