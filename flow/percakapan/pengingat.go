package percakapan

import "siip-asn/flow/percakapan/pengingat"

func init() { add(pengingat.Conversation()) }
