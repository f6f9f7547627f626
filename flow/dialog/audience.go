package dialog

import "siip-asn/flow"

// Audience is the group of people for whom a place, a command or a screen is.
type Audience struct {
	Name  string // as a refusal says it
	Has   func(flow.Pegawai) bool
	Right func(flow.Pegawai) Right // by which a screen for them is judged at its delivery
}

// The audiences.
var (
	Everybody = Audience{"semua pegawai", func(flow.Pegawai) bool { return true }, func(flow.Pegawai) Right { return Right{} }}
	Admins    = Audience{"Admin OPD dan Admin SIIP-ASN", flow.Pegawai.Admin, adminRight}
	AdminOPD  = Audience{"Admin OPD", func(p flow.Pegawai) bool { return p.AdminOPD }, func(p flow.Pegawai) Right { return Right{Who: AnAdminOPD, OPD: p.OPD} }}
	AdminSIIP = Audience{"Admin SIIP-ASN", func(p flow.Pegawai) bool { return p.AdminSIIP }, func(flow.Pegawai) Right { return Right{Who: AnAdminSIIP} }}
)

// adminRight is the right of the role that shows more.
func adminRight(p flow.Pegawai) Right {
	if p.AdminSIIP {
		return Right{Who: AnAdminSIIP}
	}
	return Right{Who: AnAdminOPD, OPD: p.OPD}
}

// refusal says that something is not for the person, and for whom it is.
func (a Audience) refusal(what string) string { return what + " hanya untuk " + a.Name + "." }
