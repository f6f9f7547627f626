package percakapan

import "siip-asn/flow/percakapan/antrian"

func init() { add(antrian.Conversation()) }
