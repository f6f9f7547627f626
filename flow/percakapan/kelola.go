package percakapan

import "siip-asn/flow/percakapan/kelola"

func init() { add(kelola.Conversation()) }
