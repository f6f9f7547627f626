package rekap

import (
	"io"
	"slices"

	"siip-asn/flow/cetakan"
	"siip-asn/flow/hitung"
	"siip-asn/reports/cetak"
	"siip-asn/reports/workbook"
)

// Write writes the workbook of the rekap: Ringkasan, Rekap, Per OPD, Per Jenjang, Per Jenis Kompetensi, Tren and Data. The
// totals of all are those of r, so they agree. The errors are those of w.
func Write(w io.Writer, r hitung.Rekap, t cetakan.Tanda) error {
	b, err := workbook.New("Rekap Usulan Diklat SIIP-ASN", r.Dibuat)
	if err != nil {
		return err
	}
	b.Sign(r.Aturan.Instansi, t)
	if err := b.Free(ringkasanSheet, func(s *workbook.Free) error { return ringkasan(s, r) }); err != nil {
		return err
	}
	for _, t := range tables(r) {
		if err := workbook.Put(b, t); err != nil {
			return err
		}
	}
	if err := workbook.Put(b, trenTable(r)); err != nil {
		return err
	}
	if err := workbook.Put(b, cetak.DataTable(r.Aturan.Instansi, []string{r.Title()}, r.Dibuat, slices.Values(r.Data))); err != nil {
		return err
	}
	return b.Write(w)
}
