package percakapan

import "siip-asn/flow/percakapan/kata"

func init() { add(kata.Conversation()) }
