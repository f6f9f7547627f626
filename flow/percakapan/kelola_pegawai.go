package percakapan

import "siip-asn/flow/percakapan/kelola/pegawai"

func init() { add(pegawai.Conversation()) }

// The screens of an invitation: the code, its link as a picture, and that there is none.
var (
	InvitationScreen   = pegawai.InvitationScreen
	NoInvitationScreen = pegawai.NoInvitationScreen
	QRScreen           = pegawai.QRScreen
)
