package percakapan

import "siip-asn/flow/percakapan/kelola/opd"

func init() { add(opd.Conversation()) }
