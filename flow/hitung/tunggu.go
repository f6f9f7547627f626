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

// places are the statuses in which an usulan waits for somebody.
func places() (list []Tunggu) {
	for _, s := range flow.Statuses {
		switch peran := s.Record().Tunggu; peran {
		case flow.Tanpa:
		case flow.Pemilik:
			list = append(list, Tunggu{Status: s, Di: peran.String() + " (perbaikan)"})
		default:
			list = append(list, Tunggu{Status: s, Di: peran.String()})
		}
	}
	return list
}

func waiting(work kerja, b Bahan) []Tunggu {
	list := places()
	for i, place := range list {
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
