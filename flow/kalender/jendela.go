package kalender

// Jendela is when usulan can be proposed in a periode: from the first day to the last, both included. An empty day sets
// no bound. It does not hold for what an Admin SIIP-ASN adds, nor for changes of what was proposed in time.
type Jendela struct {
	Buka  Tanggal `json:"buka,omitempty"`
	Tutup Tanggal `json:"tutup,omitempty"`
}

// Open tells whether one can propose on that day.
func (j Jendela) Open(t Tanggal) bool {
	return (j.Buka == "" || t >= j.Buka) && (j.Tutup == "" || t <= j.Tutup)
}

// Bounded tells whether there is a bound at all.
func (j Jendela) Bounded() bool { return j != Jendela{} }

// DaysLeft is how many days lie between a day and the last one; negative when it is over or has no end.
func (j Jendela) DaysLeft(t Tanggal) int {
	if j.Tutup == "" || t > j.Tutup {
		return -1
	}
	return int(j.Tutup.Time().Sub(t.Time()).Hours() / 24)
}
