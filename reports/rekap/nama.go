package rekap

import (
	"time"

	"siip-asn/flow/kalender"
)

// Name is the file name of a rekap: Rekap_SIIP-ASN_2026_2026-11-23.xlsx.
func Name(p kalender.Periode, made time.Time) string {
	return "Rekap_SIIP-ASN_" + p.String() + "_" + made.Format(time.DateOnly) + ".xlsx"
}
