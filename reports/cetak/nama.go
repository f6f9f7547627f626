package cetak

import "time"

// DataName is the file name of an export: Data_SIIP-ASN_2026-11-23.xlsx.
func DataName(made time.Time) string {
	return "Data_SIIP-ASN_" + made.Format(time.DateOnly) + ".xlsx"
}

// Name is the file name of a printed list: Daftar_SIIP-ASN_2026-11-23.pdf.
func Name(made time.Time) string {
	return "Daftar_SIIP-ASN_" + made.Format(time.DateOnly) + ".pdf"
}
