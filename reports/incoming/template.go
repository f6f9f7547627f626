package incoming

import (
	"io"

	"siip-asn/flow"
	"siip-asn/flow/imports"
)

// WriteTemplatePegawai writes an empty workbook `pegawai` to fill in.
func WriteTemplatePegawai(w io.Writer) error { return pegawaiForm.WriteTemplate(w, nil) }

// WriteTemplatePanduan writes an empty workbook `panduan` to fill in.
func WriteTemplatePanduan(w io.Writer) error { return panduanForm.WriteTemplate(w, nil) }

// WritePanduan writes the panduan as a workbook that can be changed and imported again. Retired entries are not in it.
func WritePanduan(w io.Writer, list []flow.Panduan) error {
	var rows []imports.BarisPanduan
	for _, p := range list {
		if !p.Pensiun {
			rows = append(rows, imports.BarisPanduan{Nama: p.Nama, Kompetensi: p.Kompetensi, Sasaran: p.Sasaran})
		}
	}
	return panduanForm.WriteTemplate(w, rows)
}
