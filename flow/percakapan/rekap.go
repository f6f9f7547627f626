package percakapan

import "siip-asn/flow/percakapan/rekap"

func init() { add(rekap.Conversation()) }

// RekapScreen is a rekap in words; RekapCaption is as much of it as stands below the picture.
var (
	RekapScreen  = rekap.Screen
	RekapCaption = rekap.Caption

	SimulasiScreen = rekap.Simulasi // what a budget pays

	PartisipasiCaption = rekap.Partisipasi // below the picture of every OPD
)
