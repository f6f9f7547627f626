package percakapan

import "siip-asn/flow/percakapan/daftar"

func init() { add(daftar.Conversation()) }

// FilterWords says what a list was chosen by: its filters, or that its rows were ticked.
var FilterWords = daftar.FilterWords
