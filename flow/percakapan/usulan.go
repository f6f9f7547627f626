package percakapan

import "siip-asn/flow/percakapan/usulan"

func init() { add(usulan.Conversation()) }
