package percakapan

import "siip-asn/flow/percakapan/lihat"

func init() { add(lihat.Conversation()) }
