package kabar

import (
	"siip-asn/flow"
	"siip-asn/flow/dialog"
	"siip-asn/flow/percakapan/kartu"
)

// Waits tells an admin that the usulan waits for him now.
func Waits(t *dialog.Turn, p flow.Pegawai, u flow.Usulan) {
	if account, ok := flow.Reachable(t, p); ok {
		kartu.Show(t, account.ID, u, dialog.Anew, dialog.News)
	}
}
