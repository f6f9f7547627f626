package percakapan

import "siip-asn/flow/percakapan/peralihan"

func init() { add(peralihan.Conversation()) }
