package kartu

import (
	"fmt"
	"slices"
	"strings"

	"siip-asn/flow"
	"siip-asn/flow/dialog"
	"siip-asn/flow/dialog/engine"
	"siip-asn/flow/dialog/ui"
	"siip-asn/flow/kalender"
	"siip-asn/flow/percakapan/wording"
	"siip-asn/flow/spelling"
)

// Judge looks up the usulan of a button and asks the table whether this person may do the aksi to it now. When not, it
// says why, shows the usulan as it is, and answers false.
func Judge(t *engine.Turn, a flow.Aksi, b ui.Button) (flow.Usulan, flow.Baris, bool) {
	u, exists := t.Usulan(flow.UsulanID(b.ID))
	if !exists {
		t.Refuse(NotFound)
		return u, flow.Baris{}, false
	}
	noteSeen(t, u)
	if asked.Get(t) == u.ID {
		asked.Clear(t) // this tap is the answer
	}
	roles := flow.Relation(t.Who, u)
	row, reason := flow.Judge(t.Aturan(), u, roles, a, b.Versi)
	if reason == flow.Boleh {
		return u, row, true
	}
	t.Refuse(Why(t, reason, a, u))
	t.Forget(u.ID)
	if reason == flow.TakTerlihat {
		Show(t, t.Me(), u, dialog.Quietly, dialog.Reply) // which closes one that he has from earlier; there is none for a forged tap
	} else {
		Restore(t, u)
	}
	return u, row, false
}

// NotFound is said of an usulan that is not there and of one that the person may not see: he learns no difference.
const NotFound = "Usulan ini tidak ditemukan."

// Why explains a refusal by the table, with what to do now.
func Why(t *engine.Turn, reason flow.Reason, a flow.Aksi, u flow.Usulan) string {
	switch reason {
	case flow.SudahDihapus:
		return wording.Sentence("Usulan ini sudah " + since(t, u))
	case flow.VersiLama:
		return fmt.Sprintf("Usulan ini sudah berubah%s (kini %s). Silakan periksa pesan usulan yang terbaru.", lastChange(t, u), u.Status)
	case flow.BukanPeran:
		return fmt.Sprintf("%s hanya untuk %s.", a, PeranOf(a))
	case flow.UsulanSendiri:
		return "Usulan sendiri tidak dapat diverifikasi sendiri. " + wording.Sentence(Holder(t, t.Who, u))
	case flow.StatusTutup:
		return a.String() + " " + whyShut(t, u) + deskSentence(t, a, u)
	default:
		return NotFound
	}
}

// whyShut says why the status of the usulan closes an aksi.
func whyShut(t *engine.Turn, u flow.Usulan) string {
	if u.Status == flow.Masuk {
		return fmt.Sprintf("belum dapat dilakukan karena usulan masih %s. Usulan perlu diteruskan dahulu.", u.Status)
	}
	what := "usulan"
	if strings.HasPrefix(u.Status.String(), "USULAN") {
		what = "status usulan" // not "usulan sudah USULAN DITOLAK"
	}
	return wording.Sentence(fmt.Sprintf("ditutup karena %s sudah %s", what, since(t, u)))
}

// deskSentence names who can do now what the person cannot; nothing when nobody can.
func deskSentence(t *engine.Turn, a flow.Aksi, u flow.Usulan) string {
	desk := desk(a, u.Status)
	if desk == "" {
		return ""
	}
	if t.Who.AdminSIIP && t.Who.ID == u.Pegawai {
		desk += " lain"
	}
	return " Kini hanya dapat dilakukan oleh " + desk + "."
}

// desk names the admin role that has the aksi in this status.
func desk(a flow.Aksi, s flow.Status) string {
	var names []string
	for _, row := range flow.Siklus {
		if row.Aksi == a && row.Peran != flow.Pemilik && slices.Contains(row.Dari, s) {
			names = append(names, row.Peran.String())
		}
	}
	return strings.Join(names, " dan ")
}

// since says who brought the usulan where it is, and when.
func since(t *engine.Turn, u flow.Usulan) string {
	if u.Impor && u.Oleh == 0 {
		return fmt.Sprintf("%s di aplikasi web", u.Status)
	}
	who, _ := t.Pegawai(u.Oleh)
	return fmt.Sprintf("%s pada %s oleh %s", u.Status, kalender.TanggalOf(u.Sejak.In(t.Aturan().Zona)).Card(), spelling.Clip(who.Nama, 60))
}

// lastChange says what was done to the usulan last, and by whom.
func lastChange(t *engine.Turn, u flow.Usulan) string {
	trail := t.History(u.ID)
	if len(trail) == 0 {
		return ""
	}
	e := trail[len(trail)-1]
	return fmt.Sprintf(": %s pada %s oleh %s", e.Aksi, wording.Clock(t, e.At), spelling.Clip(e.OlehNama, 60))
}

// PeranOf lists the roles that have an aksi.
func PeranOf(a flow.Aksi) string {
	var names []string
	for _, row := range flow.Siklus {
		if name := row.Peran.String(); row.Aksi == a && !slices.Contains(names, name) {
			names = append(names, name)
		}
	}
	return strings.Join(names, " dan ")
}
