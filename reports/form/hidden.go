package form

import (
	"context"

	"siip-asn/flow/imports"
	"siip-asn/reports/sheet"
)

// lookBehind names the hidden sheets that may be what was meant, where none that people see has the columns: one that is
// called as the form's, or has them all. Nothing is read from it: what is hidden was perhaps not to be sent.
func (f Form[T]) lookBehind(ctx context.Context, file *sheet.File, h *Head) error {
	for _, hidden := range file.Hidden {
		meant := sheetKey(hidden.Name) == sheetKey(f.Sheet)
		if !meant {
			rows, err := file.Peek(ctx, hidden, peekRows)
			if ctx.Err() != nil {
				return ctx.Err()
			}
			if err != nil {
				continue // a hidden sheet that cannot be read is nobody's trouble
			}
			meant = f.inSheet(hidden, rows).musts == f.musts()
		}
		if meant {
			h.faults = append(h.faults, imports.Fault{Sheet: h.Sheet.Name, Reason: "Lembar " + `"` + hidden.Name + `"` +
				" disembunyikan, sehingga tidak dibaca. Bila itu yang dimaksud, mohon tampilkan dahulu (Unhide), simpan, lalu coba lagi."})
		}
	}
	return nil
}
