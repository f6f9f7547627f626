package percakapan

import "siip-asn/flow/percakapan/kelola/opd"

func init() { add(opd.Conversation()) }

// NoSlipsScreen says that nobody of an OPD needs an activation code.
var NoSlipsScreen = opd.NoSlipsScreen
