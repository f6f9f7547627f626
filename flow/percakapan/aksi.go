package percakapan

import "siip-asn/flow/percakapan/aksi"

func init() { add(aksi.Conversation()) }
