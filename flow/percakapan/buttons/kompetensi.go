package buttons

import (
	"siip-asn/flow"
	"siip-asn/flow/dialog/engine"
	"siip-asn/flow/dialog/ui"
)

// KompetensiChoices are the jenis kompetensi; the id is the place in flow.Kompetensis.
func KompetensiChoices(t *engine.Turn) []ui.Choice {
	var r []ui.Choice
	for i, k := range flow.Kompetensis {
		r = append(r, Here(t, string(k), "kompetensi", uint64(i)))
	}
	return r
}
