package percakapan

import "siip-asn/flow/percakapan/kelola/periode"

func init() { add(periode.Conversation()) }
