package percakapan

import "siip-asn/flow/percakapan/kelola/jejak"

func init() { add(jejak.Conversation()) }

// JejakScreen says whether the trail is unbroken.
var JejakScreen = jejak.JejakScreen
