package percakapan

import "siip-asn/flow/percakapan/cetakan"

func init() { add(cetakan.Conversation()) }

// CetakanScreen says whether a print is still true; CetakanUnknown answers every other code.
var (
	CetakanScreen  = cetakan.Screen
	CetakanUnknown = cetakan.Unknown
)
