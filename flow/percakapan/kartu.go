package percakapan

import (
	"fmt"

	"siip-asn/flow"
	"siip-asn/flow/dialog"
)

// The card of an usulan is what a person sees of it: one in each chat, changed in place whenever the usulan changes,
// with the buttons that this person has now.

// buka opens the card of an usulan, asked for from somewhere else, at the end of the chat.
func (t *turn) buka(b dialog.Button) {
	if u, _, ok := t.judge(flow.History, dialog.Button{ID: b.ID}); ok {
		t.forgetAlasan(u.ID)
		t.showCard(t.me(), u, dialog.Anew, dialog.Reply)
	}
}

// kartu puts the card back where a question about it, or its history, stands.
func (t *turn) kartu(b dialog.Button) {
	if u, _, ok := t.judge(flow.History, dialog.Button{ID: b.ID}); ok {
		t.forgetAlasan(u.ID)
		t.showUsulan(u)
	}
}

// showCardIn brings the card of an usulan up to date in the own chat.
func (t *turn) showCardIn(id flow.UsulanID, manner dialog.Manner) {
	if u, ok := t.Usulan(id); ok {
		t.showCard(t.me(), u, manner, dialog.Reply)
	}
}

// showCard shows somebody the usulan as he may see it.
func (t *turn) showCard(to flow.AccountID, u flow.Usulan, manner dialog.Manner, lane dialog.Lane) {
	viewer, _ := t.Pegawai(t.Account(to).Pegawai)
	if to == t.me() {
		viewer = t.saya // also when the binding is an effect of this very step
	}
	t.do(dialog.Show{To: to, Slot: dialog.SlotOf(u.ID), Screen: t.cardScreen(viewer, u), Manner: manner, Lane: lane})
}

// refreshCards changes the cards that others have of the usulan, without a ring.
func (t *turn) refreshCards(u flow.Usulan, but map[flow.AccountID]bool) {
	for _, to := range t.Viewers(u.ID) {
		if !but[to] && !t.Account(to).Hilang {
			t.showCard(to, u, dialog.Quietly, dialog.News)
		}
	}
}

func (t *turn) cardScreen(viewer flow.Pegawai, u flow.Usulan) dialog.Screen {
	roles := flow.Relation(viewer, u)
	switch {
	case viewer.ID == 0 || len(roles) == 0:
		return dialog.Screen{Text: dialog.Spans{}.Plain("Usulan ini tidak lagi dapat Anda lihat.")}
	case u.Status == flow.Dihapus:
		return dialog.Screen{
			Text: dialog.Spans{}.Plain("🗑 ").Bold(t.cardTitle(u)).Plain("\n", t.title(u), "\n\n", t.decidedLine(u)),
		}
	}
	return dialog.Screen{Text: t.cardText(u), Rows: t.cardRows(u, roles)}
}

// cardRows are the buttons that a person in these roles has now, and one that explains what he has not.
func (t *turn) cardRows(u flow.Usulan, roles []flow.Peran) [][]dialog.Choice {
	all := aksiRows(u, flow.Allowed(t.Aturan(), u, roles))
	if wonders(t.Aturan(), u, roles) {
		all = append(all, row(door("❓ Mengapa tidak bisa?", "mengapa", uint64(u.ID))))
	}
	return all
}

func (t *turn) cardTitle(u flow.Usulan) string { return fmt.Sprintf("Usulan Diklat No. %d", u.ID) }

func (t *turn) cardText(u flow.Usulan) dialog.Spans {
	text := t.usulanText(dialog.Spans{}.Plain("📄 ").Bold(t.cardTitle(u)).Plain("\n\n"), u).
		Plain("\nStatus: ").Bold(u.Status.String()).Plain(" sejak ", t.clock(u.Sejak), "\n")
	if line := t.decidedLine(u); line != "" {
		text = text.Plain(line, "\n")
	}
	text = text.Plain(t.holderLine(u))
	if u.Keterangan != "" {
		text = text.Plain("\n\nKeterangan terakhir:\n").Quote(u.Keterangan)
	}
	return text
}

// usulanText lists what is proposed and for whom.
func (t *turn) usulanText(text dialog.Spans, u flow.Usulan) dialog.Spans {
	p, _ := t.Pegawai(u.Pegawai)
	opd, _ := t.OPD(u.OPD)
	return text.
		Field("Nama Pegawai", fmt.Sprintf("[%s] %s", p.NIP, p.Nama)).
		Field("NIP", string(p.NIP)).
		Field("Jabatan", p.Jabatan).
		Field("OPD", opd.Nama).
		Field("Usulan Diklat", t.title(u)).
		Field("Jenis Kompetensi", t.kompetensiWords(u)).
		Field("Rekomendasi Dari Hasil Talentpool", u.Rekomendasi).
		Field("Tanggal Usul", u.TanggalUsul.Card())
}

// title is the diklat of the usulan under its present name.
func (t *turn) title(u flow.Usulan) string {
	if u.Manual() {
		return u.Judul
	}
	p, _ := t.Panduan(u.Panduan)
	return p.Nama
}

func (t *turn) kompetensiWords(u flow.Usulan) string {
	if u.Manual() {
		return "Isi Manual"
	}
	p, _ := t.Panduan(u.Panduan)
	return string(p.Kompetensi)
}

// decidedLine says who brought the usulan where it is; nothing for one that was only proposed by the pegawai himself.
func (t *turn) decidedLine(u flow.Usulan) string {
	who, _ := t.Pegawai(u.Oleh)
	switch {
	case u.Status == flow.Masuk && u.Pembuat == u.Pegawai:
		return ""
	case u.Status == flow.Masuk:
		who, _ = t.Pegawai(u.Pembuat)
		return fmt.Sprintf("Ditambahkan oleh %s (%s)", who.Nama, flow.AdminSIIP)
	default:
		return fmt.Sprintf("%s oleh %s (%s)", u.Status.Record().Selesai, who.Nama, u.OlehPeran)
	}
}

// holderLine says whose turn it is.
func (t *turn) holderLine(u flow.Usulan) string {
	switch r := u.Status.Record(); {
	case r.Giliran != "":
		return r.Giliran
	case r.Tunggu == flow.AdminOPD && t.orphan(u):
		return "Menunggu: Admin SIIP-ASN (belum ada Admin OPD yang dapat memeriksa)"
	default:
		return "Menunggu: " + r.Tunggu.String()
	}
}
