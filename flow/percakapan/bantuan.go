package percakapan

import "siip-asn/flow/percakapan/bantuan"

func init() { add(bantuan.Conversation()) }
