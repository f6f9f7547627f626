package percakapan

import (
	"siip-asn/flow"
	"siip-asn/flow/dialog"
)

// Kelola is the master data in the chat, for an Admin SIIP-ASN: the panduan, the titles typed by hand, the pegawai, the
// periode, the OPD and the trail, one file each.

// The places of the master data.
const (
	atKelola             dialog.Place = "kelola"
	atKelolaPanduan      dialog.Place = "kelola/panduan"
	atPanduanSatu        dialog.Place = "kelola/panduan/satu"
	atPanduanNama        dialog.Place = "kelola/panduan/nama"
	atPanduanBaru        dialog.Place = "kelola/panduan/baru"
	atKelolaJudul        dialog.Place = "kelola/judul"
	atJudulSatu          dialog.Place = "kelola/judul/satu"
	atJudulPanduan       dialog.Place = "kelola/judul/panduan"
	atJudulGabungan      dialog.Place = "kelola/judul/gabungan"
	atKelolaPegawai      dialog.Place = "kelola/pegawai"
	atPegawaiSatu        dialog.Place = "kelola/pegawai/satu"
	atPegawaiYakin       dialog.Place = "kelola/pegawai/yakin"
	atPegawaiNilai       dialog.Place = "kelola/pegawai/nilai"
	atPegawaiRekomendasi dialog.Place = "kelola/pegawai/rekomendasi"
	atImpor              dialog.Place = "kelola/impor"
	atKelolaPeriode      dialog.Place = "kelola/periode"
	atPeriodeBuka        dialog.Place = "kelola/periode/buka"
	atPeriodeTutup       dialog.Place = "kelola/periode/tutup"
	atKelolaOPD          dialog.Place = "kelola/opd"
	atOPDSatu            dialog.Place = "kelola/opd/satu"
	atOPDLembar          dialog.Place = "kelola/opd/lembar"
	atKelolaJejak        dialog.Place = "kelola/jejak"
	atJejakOrang         dialog.Place = "kelola/jejak/orang"
)

// kelolaPlaceOf is the map of this part of the house; a place that no version knows leads to the menu.
func kelolaPlaceOf(p dialog.Place) place {
	var here place
	switch p {
	case atKelola:
		here = kelolaPlace()
	case atKelolaPanduan:
		here = kelolaPanduanPlace()
	case atPanduanSatu:
		here = panduanSatuPlace()
	case atPanduanNama:
		here = panduanNamaPlace()
	case atPanduanBaru:
		here = panduanBaruPlace()
	case atKelolaJudul:
		here = kelolaJudulPlace()
	case atJudulSatu:
		here = judulSatuPlace()
	case atJudulPanduan:
		here = judulPanduanPlace()
	case atJudulGabungan:
		here = judulGabunganPlace()
	case atKelolaPegawai:
		here = kelolaPegawaiPlace()
	case atPegawaiSatu:
		here = pegawaiSatuPlace()
	case atPegawaiYakin:
		here = pegawaiYakinPlace()
	case atPegawaiNilai:
		here = pegawaiNilaiPlace()
	case atPegawaiRekomendasi:
		here = pegawaiRekomendasiPlace()
	case atImpor:
		here = imporPlace()
	case atKelolaPeriode:
		here = kelolaPeriodePlace()
	case atPeriodeBuka:
		here = periodeBukaPlace()
	case atPeriodeTutup:
		here = periodeTutupPlace()
	case atKelolaOPD:
		here = kelolaOPDPlace()
	case atOPDSatu:
		here = opdSatuPlace()
	case atOPDLembar:
		here = opdLembarPlace()
	case atKelolaJejak:
		here = kelolaJejakPlace()
	case atJejakOrang:
		here = jejakOrangPlace()
	default:
		return menuPlace()
	}
	here.only = &adminSIIP
	return here
}

// openKelola opens the master data.
func (t *turn) openKelola() {
	if t.may(adminSIIP, "Kelola") {
		t.goTo(atKelola)
	}
}

// enter opens a part of the master data, with nothing chosen in it.
func (t *turn) enter(p dialog.Place) {
	t.s.Kelola = dialog.Kelola{Berkas: t.s.Kelola.Berkas, Sidik: t.s.Kelola.Sidik}
	t.goTo(p)
}

func kelolaPlace() place {
	part := func(p dialog.Place) func(*turn, uint64) { return func(t *turn, _ uint64) { t.enter(p) } }
	return place{
		screen: (*turn).kelolaScreen,
		taps: map[string]func(*turn, uint64){
			"panduan": part(atKelolaPanduan), "judul": part(atKelolaJudul), "pegawai": part(atKelolaPegawai),
			"periode": part(atKelolaPeriode), "opd": part(atKelolaOPD), "jejak": part(atKelolaJejak),
		},
	}
}

func (t *turn) kelolaScreen() dialog.Screen {
	return dialog.Screen{
		Text: dialog.Spans{}.Bold("Kelola Data Induk").Plain("\n",
			"Silakan pilih bagian yang dikelola. Berkas Excel data pegawai atau panduan dapat dikirim ke percakapan ini kapan saja."),
		Rows: rows(
			row(t.here("📚 Panduan", "panduan", 0), t.here("✍️ Judul Manual", "judul", 0)),
			row(t.here("👥 Pegawai", "pegawai", 0), t.here("🗓 Periode", "periode", 0)),
			row(t.here("🏢 OPD", "opd", 0), t.here("🔎 Jejak", "jejak", 0)),
			toMenu()),
	}
}

// back is the row that leads back inside the master data.
func (t *turn) back() []dialog.Choice {
	return row(t.here("⬅️ Kembali", "kembali", 0), door("🏠 Menu", "menu", 0))
}

// record writes into the trail what was done to the master data.
func (t *turn) record(a flow.Aksi, p flow.PegawaiID, keterangan string, changes ...flow.Perubahan) {
	t.do(dialog.AppendHistory{Entry: flow.Entry{
		At: t.e.At, Pegawai: p, Oleh: t.saya.ID, OlehNama: t.saya.Nama, Peran: flow.AdminSIIP,
		Aksi: a, Keterangan: keterangan, Ubah: changes,
	}})
}

// searchKelola narrows the list that is being looked at to what contains the words that are typed.
func (t *turn) searchKelola(body string) {
	t.s.Kelola.Cari, t.s.Kelola.Halaman = sought(body), 0
	t.showPlace()
}

// turnKelola shows another page of it.
func (t *turn) turnKelola(page uint64) {
	t.s.Kelola.Halaman = int(min(page, pageMax))
	t.showPlace()
}
