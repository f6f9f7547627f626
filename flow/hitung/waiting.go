package hitung

import "siip-asn/flow"

// Waiting is one place where usulan wait.
type Waiting struct {
	Status  flow.Status
	With    string // with whom
	Count   int
	Middle  Median // working days so far
	Longest int    // working days that the oldest has waited
}

// places are the statuses in which an usulan waits for somebody.
func places() (list []Waiting) {
	for _, s := range flow.Statuses {
		switch peran := s.Record().Tunggu; peran {
		case flow.Tanpa:
		case flow.Pemilik:
			list = append(list, Waiting{Status: s, With: peran.String() + " (perbaikan)"})
		default:
			list = append(list, Waiting{Status: s, With: peran.String()})
		}
	}
	return list
}

func waiting(work kerja, b Input) []Waiting {
	list := places()
	for i, place := range list {
		var days []int
		for _, row := range b.Baris {
			if row.Status == place.Status {
				days = append(days, work.between(row.Sejak.In(b.Dibuat.Location()), b.Dibuat))
			}
		}
		place.Count, place.Middle = len(days), medianOf(days)
		if len(days) > 0 {
			place.Longest = days[len(days)-1] // medianOf has sorted them
		}
		list[i] = place
	}
	return list
}
