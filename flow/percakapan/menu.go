package percakapan

import (
	"fmt"

	"siip-asn/flow"
	"siip-asn/flow/dialog"
)

func menuPlace() place { return place{screen: (*turn).menuScreen} }

// menuScreen greets the person by name and role, says what is open, and leads everywhere he may go.
func (t *turn) menuScreen() dialog.Screen {
	opd, _ := t.OPD(t.saya.OPD)
	text := dialog.Spans{}.
		Bold("SIIP-ASN ", t.Aturan().Instansi).Plain("\n\n").
		Bold(t.saya.Nama).Plain("\n", t.saya.PeranWords(), "\n", opd.Nama, "\n\n").
		Plain(t.ownLine(), "\n")
	waiting := len(t.antrian())
	if t.saya.Admin() {
		text = text.Plain(waitingLine(waiting), "\n")
	}
	if t.s.Form.Begun() {
		text = text.Plain("Ada isian yang belum disimpan.\n")
	}
	return dialog.Screen{Text: text.Plain("\nSilakan pilih:"), Rows: t.menuRows(waiting)}
}

func (t *turn) menuRows(waiting int) [][]dialog.Choice {
	var all [][]dialog.Choice
	if t.s.Form.Begun() {
		all = append(all, row(door("📝 Lanjutkan Isian", "lanjut", 0)))
	}
	if t.saya.Admin() {
		all = append(all, deskRow(waiting))
	}
	if t.saya.AdminSIIP {
		all = append(all, officeRows()...)
	}
	return append(all,
		ownRow(),
		row(door("❓ Bantuan", "bantuan", 0), door("🚪 Keluar", "keluar", 0)))
}

// ownRow is for everybody's own usulan.
func ownRow() []dialog.Choice {
	return row(door("➕ Tambah", "tambah", 0), door("📄 Usulan Saya", "usulan", 0))
}

// deskRow is for whoever verifies usulan.
func deskRow(waiting int) []dialog.Choice {
	return row(door(fmt.Sprintf("📥 Antrian (%d)", waiting), "antrian", 0), door("📋 Daftar", "daftar", 0))
}

// officeRows are for an Admin SIIP-ASN.
func officeRows() [][]dialog.Choice {
	return rows(
		row(door("📊 Rekap", "rekap", 0), door("🗂 Kelola", "kelola", 0)),
		row(door("👤 Tambah untuk Pegawai", "tambahkan", 0)))
}

// ownLine says in one line where the person's own usulan of this periode stands.
func (t *turn) ownLine() string {
	u, ok := t.running(t.saya.ID)
	if !ok {
		return "Anda belum mengusulkan diklat " + t.inPeriode() + "."
	}
	return fmt.Sprintf("Usulan Anda %s: %s (%s).", t.inPeriode(), t.title(u), u.Status)
}

func (t *turn) inPeriode() string {
	if p := t.Aturan().Periode(t.today()); p != flow.Semua {
		return "untuk periode " + p.String()
	}
	return "di SIIP-ASN"
}

func waitingLine(n int) string {
	if n == 0 {
		return "Tidak ada usulan yang menunggu Anda."
	}
	return fmt.Sprintf("%d usulan menunggu Anda.", n)
}

// running is the usulan that takes the place of the pegawai in the present periode, if there is one.
func (t *turn) running(p flow.PegawaiID) (flow.Usulan, bool) {
	now := t.Aturan().Periode(t.today())
	for _, u := range t.UsulanOf(p) {
		if now.Has(u.TanggalUsul) {
			return u, true
		}
	}
	return flow.Usulan{}, false
}
