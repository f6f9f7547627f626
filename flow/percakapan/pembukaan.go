package percakapan

import "siip-asn/flow/percakapan/pembukaan"

func init() { add(pembukaan.Conversation()) }
