package reports

import (
	"time"

	"siip-asn/flow"
)

// RekapName is the file name of a rekap: Rekap_SIIP-ASN_2026_2026-11-23.xlsx.
func RekapName(r flow.Rekap) string {
	return "Rekap_SIIP-ASN_" + r.Periode.String() + "_" + r.Dibuat.Format(time.DateOnly) + ".xlsx"
}

// DataName is the file name of an export: Data_SIIP-ASN_2026-11-23.xlsx.
func DataName(d flow.Daftaran) string {
	return "Data_SIIP-ASN_" + d.Dibuat.Format(time.DateOnly) + ".xlsx"
}

// CetakName is the file name of a printed list: Daftar_SIIP-ASN_2026-11-23.pdf.
func CetakName(d flow.Daftaran) string {
	return "Daftar_SIIP-ASN_" + d.Dibuat.Format(time.DateOnly) + ".pdf"
}
