package percakapan

import "siip-asn/flow/percakapan/form"

func init() { add(form.Conversation()) }
