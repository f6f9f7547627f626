package percakapan

import "siip-asn/flow/percakapan/kelola/panduan"

func init() { add(panduan.Conversation()) }
