package percakapan

import "siip-asn/flow/percakapan/kelola/pegawai"

func init() { add(pegawai.Conversation()) }

// QRScreen is the caption of a link as a picture.
var QRScreen = pegawai.QRScreen
