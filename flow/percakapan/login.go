package percakapan

import "siip-asn/flow/percakapan/login"

func init() { add(login.Conversation()) }
