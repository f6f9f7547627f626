package percakapan

import "siip-asn/flow/percakapan/menu"

func init() { add(menu.Conversation()) }
