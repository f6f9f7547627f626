// Package kartu is what several conversations need of an usulan: its live card, the words for it, the table of rights
// asked at a tap, and where it is spoken about. It is a library: it knows no conversation.
package kartu

import (
	"fmt"

	"siip-asn/flow"
	"siip-asn/flow/dialog"
	"siip-asn/flow/percakapan/buttons"
	"siip-asn/flow/percakapan/queue"
	"siip-asn/flow/percakapan/wording"
)

// SlotOf is where the usulan is spoken about: on its card, or in the queue when that shows it.
func SlotOf(t *dialog.Turn, u flow.Usulan) dialog.Slot {
	if _, is := t.Showing(u.ID); is {
		return dialog.Dialog
	}
	return dialog.SlotOf(u.ID)
}

// Restore shows the usulan as it is now where it is spoken about.
func Restore(t *dialog.Turn, u flow.Usulan) {
	if p, is := t.Showing(u.ID); is {
		t.Go(p)
		return
	}
	Show(t, t.Me(), u, dialog.Here, dialog.Reply)
}

// Brief says in a few lines which usulan is meant.
func Brief(t *dialog.Turn, u flow.Usulan) dialog.Spans {
	p, _ := t.Pegawai(u.Pegawai)
	return dialog.Spans{}.Plain("📄 ").Bold(Heading(t, u)).Plain("\n").
		Field("Nama Pegawai", p.Nama).Field("NIP", string(p.NIP)).Field("Usulan Diklat", Title(t, u)).
		Field("Status", u.Status.String()).Plain("\n")
}

// Update brings the card of an usulan up to date in the own chat.
func Update(t *dialog.Turn, id flow.UsulanID, manner dialog.Manner) {
	if u, ok := t.Usulan(id); ok {
		Show(t, t.Me(), u, manner, dialog.Reply)
	}
}

// Show shows somebody the usulan as he may see it.
func Show(t *dialog.Turn, to flow.AccountID, u flow.Usulan, manner dialog.Manner, lane dialog.Lane) {
	card := Card(t, to, u)
	card.Manner, card.Lane = manner, lane
	t.Do(card)
}

// Card is the card of the usulan as somebody may see it, in its slot.
func Card(t *dialog.Turn, to flow.AccountID, u flow.Usulan) dialog.Show {
	viewer, _ := t.Pegawai(t.Account(to).Pegawai)
	if to == t.Me() {
		viewer = t.Who // also when the binding is an effect of this very step
	}
	show := dialog.Show{To: to, Slot: dialog.SlotOf(u.ID), Screen: Screen(t, viewer, u)}
	if len(flow.Relation(viewer, u)) == 0 {
		show.Right = dialog.Right{Who: dialog.Anybody} // it says only that there is nothing to see
	}
	return show
}

// ShowOthers changes the cards that others have of the usulan, without a ring.
func ShowOthers(t *dialog.Turn, u flow.Usulan, but map[flow.AccountID]bool) {
	for _, to := range t.Viewers(u.ID) {
		if !but[to] && !t.Account(to).Hilang {
			Show(t, to, u, dialog.Quietly, dialog.News)
		}
	}
}

func Screen(t *dialog.Turn, viewer flow.Pegawai, u flow.Usulan) dialog.Screen {
	roles := flow.Relation(viewer, u)
	switch {
	case viewer.ID == 0 || len(roles) == 0:
		return dialog.Screen{Text: dialog.Spans{}.Plain("Usulan ini tidak lagi dapat Anda lihat.")}
	case u.Status == flow.Dihapus:
		return dialog.Screen{
			Text: dialog.Spans{}.Plain("🗑 ").Bold(Heading(t, u)).Plain("\n", Title(t, u), "\n\n", decidedLine(t, u)),
		}
	}
	return dialog.Screen{Text: cardText(t, u), Rows: cardRows(t, u, roles)}
}

// cardRows are the buttons that a person in these roles has now, and one that explains what he has not.
func cardRows(t *dialog.Turn, u flow.Usulan, roles []flow.Peran) [][]dialog.Choice {
	all := aksiRows(u, flow.Allowed(t.Aturan(), u, roles))
	if wonders(t.Aturan(), u, roles) {
		all = append(all, buttons.Row(buttons.Door("❓ Mengapa tidak bisa?", "mengapa", uint64(u.ID))))
	}
	return all
}

func Heading(t *dialog.Turn, u flow.Usulan) string {
	return fmt.Sprintf("Usulan Diklat No. %d", u.ID)
}

func cardText(t *dialog.Turn, u flow.Usulan) dialog.Spans {
	text := usulanText(t, dialog.Spans{}.Plain("📄 ").Bold(Heading(t, u)).Plain("\n\n"), u).
		Plain("\nStatus: ").Bold(u.Status.String()).Plain(" sejak ", wording.Clock(t, u.Sejak), "\n")
	if line := decidedLine(t, u); line != "" {
		text = text.Plain(line, "\n")
	}
	text = text.Plain(HolderLine(t, u))
	if u.Keterangan != "" {
		text = text.Plain("\n\nKeterangan terakhir:\n").Quote(u.Keterangan)
	}
	return text
}

// usulanText lists what is proposed and for whom.
func usulanText(t *dialog.Turn, text dialog.Spans, u flow.Usulan) dialog.Spans {
	p, _ := t.Pegawai(u.Pegawai)
	opd, _ := t.OPD(u.OPD)
	return text.
		Field("Nama Pegawai", fmt.Sprintf("[%s] %s", p.NIP, p.Nama)).
		Field("NIP", string(p.NIP)).
		Field("Jabatan", p.Jabatan).
		Field("OPD", opd.Nama).
		Field("Usulan Diklat", Title(t, u)).
		Field("Jenis Kompetensi", kompetensiWords(t, u)).
		Field("Rekomendasi Dari Hasil Talentpool", u.Rekomendasi).
		Field("Tanggal Usul", u.TanggalUsul.Card())
}

// Title is the diklat of the usulan under its present name.
func Title(t *dialog.Turn, u flow.Usulan) string {
	if u.Manual() {
		return u.Judul
	}
	p, _ := t.Panduan(u.Panduan)
	return p.Nama
}

func kompetensiWords(t *dialog.Turn, u flow.Usulan) string {
	if u.Manual() {
		return "Isi Manual"
	}
	p, _ := t.Panduan(u.Panduan)
	return string(p.Kompetensi)
}

// decidedLine says who brought the usulan where it is; nothing for one that was only proposed by the pegawai himself.
func decidedLine(t *dialog.Turn, u flow.Usulan) string {
	who, _ := t.Pegawai(u.Oleh)
	switch {
	case u.Impor && u.Oleh == 0:
		return "Berasal dari aplikasi web (impor)"
	case u.Status == flow.Masuk && u.Pembuat == u.Pegawai:
		return ""
	case u.Status == flow.Masuk:
		who, _ = t.Pegawai(u.Pembuat)
		return fmt.Sprintf("Ditambahkan oleh %s (%s)", who.Nama, flow.AdminSIIP)
	default:
		return fmt.Sprintf("%s oleh %s (%s)", u.Status.Record().Selesai, who.Nama, u.OlehPeran)
	}
}

// HolderLine says whose turn it is.
func HolderLine(t *dialog.Turn, u flow.Usulan) string {
	switch r := u.Status.Record(); {
	case r.Giliran != "":
		return r.Giliran
	case r.Tunggu == flow.AdminOPD && queue.Orphan(t, u):
		return "Menunggu: Admin SIIP-ASN (belum ada Admin OPD yang dapat memeriksa)"
	default:
		return "Menunggu: " + r.Tunggu.String()
	}
}
