package reports

import (
	"strings"
	"time"
	"unicode"

	"siip-asn/flow"
)

// RekapName is the file name of a rekap: Rekap_SIIP-ASN_2026_2026-11-23.xlsx.
func RekapName(p flow.Periode, made time.Time) string {
	return "Rekap_SIIP-ASN_" + p.String() + "_" + made.Format(time.DateOnly) + ".xlsx"
}

// DataName is the file name of an export: Data_SIIP-ASN_2026-11-23.xlsx.
func DataName(made time.Time) string {
	return "Data_SIIP-ASN_" + made.Format(time.DateOnly) + ".xlsx"
}

// CetakName is the file name of a printed list: Daftar_SIIP-ASN_2026-11-23.pdf.
func CetakName(made time.Time) string {
	return "Daftar_SIIP-ASN_" + made.Format(time.DateOnly) + ".pdf"
}

// JejakName is the file name of the trail: Jejak_SIIP-ASN_2026-11-23.xlsx.
func JejakName(made time.Time) string {
	return "Jejak_SIIP-ASN_" + made.Format(time.DateOnly) + ".xlsx"
}

// AktivasiName is the file name of the activation sheet of an OPD.
func AktivasiName(opd flow.OPD) string {
	plain := strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return r
		}
		return '_'
	}, flow.Clip(opd.Nama, 60))
	return "Aktivasi_" + strings.TrimRight(plain, "_") + ".pdf"
}
