package engine

import (
	"siip-asn/flow"
	"siip-asn/flow/dialog"
)

// Audience is the group of people for whom a place, a command or a screen is.
type Audience struct {
	Name  string // as a refusal says it
	Has   func(flow.Pegawai) bool
	Right func(flow.Pegawai) dialog.Right // by which a screen for them is judged at its delivery
}

// The audiences: everybody who is bound, and those who have a role.
var (
	Everybody = Audience{"semua pegawai", func(flow.Pegawai) bool { return true }, func(flow.Pegawai) dialog.Right { return dialog.Right{} }}
	Admins    = Audience{"Admin OPD dan Admin SIIP-ASN", flow.Pegawai.Admin, adminRight}
	AdminOPD  = Audience{"Admin OPD", func(p flow.Pegawai) bool { return p.AdminOPD }, func(p flow.Pegawai) dialog.Right { return dialog.Right{Who: dialog.AnAdminOPD, OPD: p.OPD} }}
	AdminSIIP = Audience{"Admin SIIP-ASN", func(p flow.Pegawai) bool { return p.AdminSIIP }, func(flow.Pegawai) dialog.Right { return dialog.Right{Who: dialog.AnAdminSIIP} }}
)

// adminRight is the right of the role that shows more.
func adminRight(p flow.Pegawai) dialog.Right {
	if p.AdminSIIP {
		return dialog.Right{Who: dialog.AnAdminSIIP}
	}
	return dialog.Right{Who: dialog.AnAdminOPD, OPD: p.OPD}
}

// refusal says that something is not for the person, and for whom it is.
func (a Audience) refusal(what string) string { return what + " hanya untuk " + a.Name + "." }
