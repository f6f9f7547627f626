package percakapan

import "siip-asn/flow/percakapan/cetakan"

func init() { add(cetakan.Conversation()) }

// CetakanScreen says whether a print is still true; CetakanUnknown answers every other code, CetakanUnknownSince in a database
// that was restored.
var (
	CetakanScreen       = cetakan.Screen
	CetakanUnknown      = cetakan.Unknown
	CetakanUnknownSince = cetakan.UnknownSince
)
