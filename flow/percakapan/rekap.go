package percakapan

import "siip-asn/flow/percakapan/rekap"

func init() { add(rekap.Conversation()) }

// RekapScreen is the text that goes with the workbook of a rekap.
var RekapScreen = rekap.Screen
