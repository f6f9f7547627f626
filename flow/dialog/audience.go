package dialog

import "siip-asn/flow"

// Audience is the group of people for whom a place, a command or a screen is.
type Audience struct {
	Name string // as a refusal says it
	Has  func(flow.Pegawai) bool
}

// The audiences.
var (
	Everybody = Audience{"semua pegawai", func(flow.Pegawai) bool { return true }}
	Admins    = Audience{"Admin OPD dan Admin SIIP-ASN", flow.Pegawai.Admin}
	AdminOPD  = Audience{"Admin OPD", func(p flow.Pegawai) bool { return p.AdminOPD }}
	AdminSIIP = Audience{"Admin SIIP-ASN", func(p flow.Pegawai) bool { return p.AdminSIIP }}
)

// refusal says that something is not for the person, and for whom it is.
func (a Audience) refusal(what string) string { return what + " hanya untuk " + a.Name + "." }
