package hitung

import "siip-asn/flow"

// Tunggu is one place where usulan wait.
type Tunggu struct {
	Status  flow.Status
	Di      string // with whom
	Jumlah  int
	Tengah  Median // working days so far
	Terlama int    // working days that the oldest has waited
}

var places = []Tunggu{
	{Status: flow.Masuk, Di: "Admin OPD"},
	{Status: flow.Diteruskan, Di: "Admin SIIP-ASN"},
	{Status: flow.Direvisi, Di: "Pegawai (perbaikan)"},
}

func waiting(work kerja, b Bahan) []Tunggu {
	list := make([]Tunggu, len(places))
	for i, place := range places {
		var days []int
		for _, row := range b.Baris {
			if row.Status == place.Status {
				days = append(days, work.between(row.Sejak.In(b.Dibuat.Location()), b.Dibuat))
			}
		}
		place.Jumlah, place.Tengah = len(days), medianOf(days)
		if len(days) > 0 {
			place.Terlama = days[len(days)-1] // medianOf has sorted them
		}
		list[i] = place
	}
	return list
}
