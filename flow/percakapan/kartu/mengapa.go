package kartu

import (
	"slices"

	"siip-asn/flow"
)

// wonders tells whether somebody in these roles may look in vain for a button that he has at other times. Nobody looks for
// Teruskan where it was done.
func wonders(a flow.Aturan, u flow.Usulan, roles []flow.Peran) bool {
	return slices.ContainsFunc(flow.Aksis, func(aksi flow.Aksi) bool {
		_, reason := flow.Judge(a, u, roles, aksi, 0)
		done := aksi == flow.Teruskan && u.Status == flow.Diteruskan && reason == flow.StatusTutup
		return aksi != flow.Simpan && !done && (reason == flow.StatusTutup || reason == flow.UsulanSendiri)
	})
}
