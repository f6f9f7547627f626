// Package colours is the colours of charts. Statuses are told apart by lightness first, so that they differ for who is
// colour-blind and on grey paper too; a refused usulan is an empty box with an edge.
package colours

import "siip-asn/flow"

// Of is the colour of a status, RRGGBB.
func Of(s flow.Status) string { return statuses[s] }

var statuses = map[flow.Status]string{
	flow.Disetujui:  "0B2E4F",
	flow.Diteruskan: "2F7FB8",
	flow.Masuk:      "EFB23A",
	flow.Direvisi:   "FBE3B5",
	flow.Ditolak:    "FFFFFF",
}

// Solid is the colour of a status where no line can be drawn around a bar: a refused usulan is grey there.
func Solid(s flow.Status) string {
	if s == flow.Ditolak {
		return "9CA5AD"
	}
	return Of(s)
}

// Edge is the line around every bar.
const Edge = "5A6570"

// Stacked is the order in which statuses stand in a bar: what is decided first, what is refused apart at the end.
var Stacked = []flow.Status{flow.Disetujui, flow.Diteruskan, flow.Masuk, flow.Direvisi, flow.Ditolak}
