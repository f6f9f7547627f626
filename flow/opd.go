package flow

// OPDID identifies an OPD.
type OPDID uint64

// OPD is an organisation of the city; it is made by being named in the master data.
type OPD struct {
	ID   OPDID  `json:"id"`
	Nama string `json:"nama"`
}

// MiripOPD finds the name that is most like another: the same words, its abbreviation, or a few letters different; "" if
// none is.
func MiripOPD(nama string, known []string) string {
	best, least := "", -1
	letters := []rune(JudulKey(nama))
	for _, k := range known {
		other := []rune(JudulKey(k))
		most := max(1, min(len(letters), len(other))/4)
		d := distance(letters, other, most)
		if Near(nama, k) {
			d = min(d, most)
		}
		if d <= most && (least < 0 || d < least) {
			best, least = k, d
		}
	}
	return best
}
