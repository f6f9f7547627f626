package percakapan

import "siip-asn/flow/percakapan/kelola/judul"

func init() { add(judul.Conversation()) }
