package cetakan

import (
	"time"

	"siip-asn/flow"
)

// Header is the head of a list that is exported or printed: what its rows were chosen by, and when.
type Header struct {
	Aturan   flow.Aturan // whose paper it is, and who signs
	Saringan []string    // the filters in words, "Status: DITERUSKAN"; empty: everything
	Dibuat   time.Time
	Tanda    Tanda // by which it can be checked
}
