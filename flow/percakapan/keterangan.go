package percakapan

import (
	"fmt"
	"hash/fnv"
	"slices"

	"siip-asn/flow"
	"siip-asn/flow/dialog"
)

// FORM KETERANGAN (panduan, bagian II.4 and II.5): the reason for a Revisi or Tolak is typed or chosen, shown once more,
// and nothing changes before Simpan. It stands where the card stood.

// keteranganOffered is how many of the reasons used most are offered.
const keteranganOffered = 5

// keteranganFirst are offered while an office has not used enough of its own.
var keteranganFirst = map[flow.Aksi][]string{
	flow.Revisi: {
		"Nama diklat belum jelas, mohon ditulis lengkap.",
		"Mohon pilih diklat yang sesuai dengan jabatan.",
		"Mohon pilih dari panduan jenis diklat yang tersedia.",
	},
	flow.Tolak: {
		"Diklat tidak sesuai dengan tugas dan jabatan.",
		"Diklat yang sama sudah pernah diikuti.",
		"Syarat untuk mengikuti diklat belum terpenuhi.",
	},
}

// askKeterangan opens the form for the reason.
func (t *turn) askKeterangan(a flow.Aksi, b dialog.Button) {
	u, _, ok := t.judge(a, b)
	if !ok {
		return
	}
	if other := t.s.Alasan.Usulan; other != u.ID {
		t.showCardIn(other, dialog.Quietly)
	}
	t.s.Alasan = dialog.Alasan{Usulan: u.ID, Versi: u.Versi, Aksi: a}
	t.goToIn(atKeterangan, t.slotOf(u))
}

func keteranganPlace() place {
	return place{
		screen: (*turn).keteranganScreen,
		typed:  (*turn).typeKeterangan,
		taps: map[string]func(*turn, uint64){
			"pakai":   (*turn).pickKeterangan,
			"kembali": does((*turn).backToQuestion),
			"batal":   does((*turn).dropKeterangan),
		},
	}
}

func (t *turn) keteranganScreen() dialog.Screen {
	var all [][]dialog.Choice
	for _, k := range t.offeredKeterangan() {
		all = append(all, row(t.here(k, "pakai", textMark(k))))
	}
	return dialog.Screen{
		Text: t.alasanHead().Bold("FORM KETERANGAN").Plain("\n",
			fmt.Sprintf("Silakan ketik alasan %s (%d sampai %s karakter)", t.s.Alasan.Aksi, flow.KeteranganMin, thousands(flow.KeteranganMax)),
			", atau pilih salah satu di bawah."),
		Rows: append(all, t.backAndStop()),
	}
}

// alasanHead says what the reason is for: one usulan, or all that are ticked.
func (t *turn) alasanHead() dialog.Spans {
	if t.s.Alasan.Usulan == 0 {
		return dialog.Spans{}.Plain(fmt.Sprintf("%s usulan yang dicentang\n\n", thousands(len(t.s.Borongan.Butir))))
	}
	u, _ := t.Usulan(t.s.Alasan.Usulan)
	return t.brief(u)
}

// offeredKeterangan are the reasons used most where the person decides, filled up with common ones.
func (t *turn) offeredKeterangan() []string {
	list := t.Keterangan(t.keteranganScope(), t.s.Alasan.Aksi, keteranganOffered)
	for _, k := range keteranganFirst[t.s.Alasan.Aksi] {
		if len(list) < keteranganOffered && !slices.Contains(list, k) {
			list = append(list, k)
		}
	}
	return list
}

// keteranganScope keeps the reasons of one OPD from the eyes of another.
func (t *turn) keteranganScope() flow.OPDID {
	if t.saya.AdminSIIP {
		return 0
	}
	return t.saya.OPD
}

// textMark names a text on a button, where the text itself has no room.
func textMark(text string) uint64 {
	h := fnv.New64a()
	h.Write([]byte(text))
	return h.Sum64()
}

func (t *turn) pickKeterangan(id uint64) {
	list := t.offeredKeterangan()
	i := slices.IndexFunc(list, func(k string) bool { return textMark(k) == id })
	if i < 0 {
		t.again("Pilihan itu sudah berubah. Silakan pilih lagi atau ketik alasannya.")
		return
	}
	t.setKeterangan(list[i])
}

func (t *turn) typeKeterangan(body string) {
	k := flow.TidyLines(body)
	if wrong := wrongLength("Keterangan", k, flow.KeteranganMin, flow.KeteranganMax); wrong != "" {
		t.again(wrong)
		return
	}
	t.setKeterangan(k)
}

func (t *turn) setKeterangan(k string) {
	t.s.Alasan.Keterangan = k
	t.goToIn(atAlasan, t.s.Slot)
}

func alasanPlace() place {
	return place{
		screen: (*turn).alasanScreen,
		typed:  (*turn).typeKeterangan,
		taps: map[string]func(*turn, uint64){
			"simpan":  does((*turn).saveKeterangan),
			"kembali": func(t *turn, _ uint64) { t.goToIn(atKeterangan, t.s.Slot) },
			"batal":   does((*turn).dropKeterangan),
		},
	}
}

func (t *turn) alasanScreen() dialog.Screen {
	return dialog.Screen{
		Text: t.alasanHead().Bold("FORM KETERANGAN").Plain("\n", "Alasan ", t.s.Alasan.Aksi.String(), ":\n").
			Quote(t.s.Alasan.Keterangan).
			Plain("\nSilakan tekan ").Bold("Simpan").Plain(" bila sudah benar, atau ketik lagi untuk mengganti."),
		Rows: rows(row(t.here("💾 Simpan", "simpan", 0)), t.backAndStop()),
	}
}

func (t *turn) saveKeterangan() {
	a := t.s.Alasan
	if a.Usulan == 0 {
		t.s.Borongan.Keterangan = a.Keterangan
		t.goTo(atBorongan)
		return
	}
	u, row, ok := t.judge(a.Aksi, dialog.Button{ID: uint64(a.Usulan), Versi: a.Versi})
	if !ok {
		t.forgetAlasan(a.Usulan)
		return
	}
	t.do(dialog.CountKeterangan{Scope: t.keteranganScope(), Aksi: a.Aksi, Keterangan: a.Keterangan})
	t.decide(u, row, a.Keterangan)
}

// backToQuestion asks once more whether the aksi is meant.
func (t *turn) backToQuestion() {
	a := t.s.Alasan
	if a.Usulan == 0 {
		t.goTo(atDaftar)
		return
	}
	t.ask(a.Aksi, dialog.Button{ID: uint64(a.Usulan), Versi: a.Versi})
}

// dropKeterangan puts the card back; nothing has changed.
func (t *turn) dropKeterangan() {
	t.answer("Dibatalkan. Tidak ada yang diubah.")
	if t.s.Alasan.Usulan == 0 {
		t.s.Borongan = dialog.Borongan{}
		t.goTo(atDaftar)
		return
	}
	t.kartu(dialog.Button{ID: uint64(t.s.Alasan.Usulan)})
}

// forgetAlasan ends the form for the reason, if it is about this usulan: what is typed now is no keterangan any more.
func (t *turn) forgetAlasan(id flow.UsulanID) {
	if t.s.Alasan.Usulan == id && id != 0 {
		t.s.Alasan = dialog.Alasan{}
		t.s.Place, t.s.Slot = atMenu, ""
	}
}
