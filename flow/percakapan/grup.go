package percakapan

import "siip-asn/flow/percakapan/grup"

func init() { add(grup.Conversation()) }
