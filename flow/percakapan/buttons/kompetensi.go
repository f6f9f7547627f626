package buttons

import (
	"siip-asn/flow"
	"siip-asn/flow/dialog"
)

// KompetensiChoices are the jenis kompetensi; the id is the place in flow.Kompetensis.
func KompetensiChoices(t *dialog.Turn) []dialog.Choice {
	var r []dialog.Choice
	for i, k := range flow.Kompetensis {
		r = append(r, Here(t, string(k), "kompetensi", uint64(i)))
	}
	return r
}
