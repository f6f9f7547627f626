package form

import (
	"fmt"

	"siip-asn/flow/imports"
)

// noRows is said of a table that holds nothing below its header.
const noRows = "Lembar %q belum berisi baris data. Silakan isi mulai baris %d, lalu coba lagi."

// FaultsMax is how many faults are told at once: more than that is a wrong file, not a file with faults.
const FaultsMax = 1000

// faults collects what is wrong in one sheet.
type faults struct {
	sheet string
	list  []imports.Fault
	more  bool
}

func (f *faults) add(cell, form string, args ...any) {
	if len(f.list) >= FaultsMax {
		f.more = true
		return
	}
	f.list = append(f.list, imports.Fault{Sheet: f.sheet, Cell: cell, Reason: fmt.Sprintf(form, args...)})
}

// count tells one more fault from none, also where it is not kept any more.
func (f *faults) count() int {
	if f.more {
		return len(f.list) + 1
	}
	return len(f.list)
}

// all lists the faults, and says where some are missing that there are more.
func (f *faults) all() []imports.Fault {
	if !f.more {
		return f.list
	}
	return append(f.list, imports.Fault{
		Sheet: f.sheet, Reason: "Masih ada kesalahan lain. Mohon perbaiki yang tercantum, lalu coba lagi.",
	})
}
