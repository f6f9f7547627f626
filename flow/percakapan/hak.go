package percakapan

import (
	"fmt"
	"slices"
	"strings"

	"siip-asn/flow"
	"siip-asn/flow/dialog"
)

// judge looks up the usulan of a button and asks the table whether this person may do the aksi to it now. When not, it
// says why, shows the usulan as it is, and answers false.
func (t *turn) judge(a flow.Aksi, b dialog.Button) (flow.Usulan, flow.Baris, bool) {
	u, exists := t.Usulan(flow.UsulanID(b.ID))
	if !exists {
		t.refuse(notFound)
		return u, flow.Baris{}, false
	}
	if t.s.Tanya == u.ID {
		t.s.Tanya = 0 // this tap is the answer
	}
	roles := flow.Relation(t.saya, u)
	row, reason := flow.Judge(t.Aturan(), u, roles, a, b.Versi)
	if reason == flow.Boleh {
		return u, row, true
	}
	t.refuse(t.why(reason, a, u))
	t.forgetAlasan(u.ID)
	if reason == flow.TakTerlihat {
		t.showCard(t.me(), u, dialog.Quietly, dialog.Reply) // which closes one that he has from earlier; there is none for a forged tap
	} else {
		t.showUsulan(u)
	}
	return u, row, false
}

// notFound is said of an usulan that is not there and of one that the person may not see: he learns no difference.
const notFound = "Usulan ini tidak ditemukan."

// why explains a refusal by the table, with what to do now.
func (t *turn) why(reason flow.Reason, a flow.Aksi, u flow.Usulan) string {
	switch reason {
	case flow.SudahDihapus:
		return sentence("Usulan ini sudah " + t.since(u))
	case flow.VersiLama:
		return fmt.Sprintf("Usulan ini sudah berubah%s (kini %s). Silakan periksa kartu terbaru.", t.lastChange(u), u.Status)
	case flow.BukanPeran:
		return fmt.Sprintf("%s hanya untuk %s.", a, peranOf(a))
	case flow.UsulanSendiri:
		return "Usulan sendiri tidak dapat diverifikasi sendiri. Admin lain di OPD Anda atau Admin SIIP-ASN yang memeriksanya."
	case flow.StatusTutup:
		return a.String() + " " + t.whyShut(u)
	default:
		return notFound
	}
}

// whyShut says why the status of the usulan closes an aksi.
func (t *turn) whyShut(u flow.Usulan) string {
	if u.Status == flow.Masuk {
		return fmt.Sprintf("belum dapat dilakukan karena usulan masih %s. Usulan perlu diteruskan dahulu.", u.Status)
	}
	what := "usulan"
	if strings.HasPrefix(u.Status.String(), "USULAN") {
		what = "status usulan" // not "usulan sudah USULAN DITOLAK"
	}
	return sentence(fmt.Sprintf("ditutup karena %s sudah %s", what, t.since(u)))
}

// since says who brought the usulan where it is, and when.
func (t *turn) since(u flow.Usulan) string {
	who, _ := t.Pegawai(u.Oleh)
	return fmt.Sprintf("%s pada %s oleh %s", u.Status, flow.TanggalOf(u.Sejak.In(t.Aturan().Zona)).Card(), flow.Clip(who.Nama, 60))
}

// lastChange says what was done to the usulan last, and by whom.
func (t *turn) lastChange(u flow.Usulan) string {
	trail := t.History(u.ID)
	if len(trail) == 0 {
		return ""
	}
	e := trail[len(trail)-1]
	return fmt.Sprintf(": %s pada %s oleh %s", e.Aksi, t.clock(e.At), flow.Clip(e.OlehNama, 60))
}

// peranOf lists the roles that have an aksi.
func peranOf(a flow.Aksi) string {
	var names []string
	for _, row := range flow.Siklus {
		if name := row.Peran.String(); row.Aksi == a && !slices.Contains(names, name) {
			names = append(names, name)
		}
	}
	return strings.Join(names, " dan ")
}
