package kabar

import (
	"fmt"

	"siip-asn/flow"
	"siip-asn/flow/dialog/engine"
	"siip-asn/flow/dialog/ui"
	"siip-asn/flow/percakapan/buttons"
	"siip-asn/flow/percakapan/kartu"
)

// ownerNews is the short message to the pegawai.
func ownerNews(t *engine.Turn, n News) ui.Screen {
	u, by := n.Usulan, fmt.Sprintf("%s (%s)", t.Who.Nama, n.Oleh)
	mine := ui.Spans{}.Plain("Usulan Anda ").Bold(kartu.Title(t, u))
	see := buttons.Row(buttons.Door("📄 Lihat Usulan", "buka", uint64(u.ID)))
	edit := buttons.Row(buttons.On(u, kartu.AksiLabel(flow.Edit), "edit"), see[0])
	switch n.Aksi {
	case flow.Simpan:
		return message("📄", ui.Spans{}.Plain("Usulan diklat ").Bold(kartu.Title(t, u)).Plain(" telah ditambahkan untuk Anda oleh ", by, "."), see)
	case flow.Edit:
		return message("✏️", kartu.ChangesText(t, mine.Plain(" telah diubah oleh ", by, ":\n"), n.Changes), see)
	case flow.Teruskan:
		return message("📨", mine.Plain(" telah ").Bold(u.Status.String()).Plain(" ke Admin SIIP-ASN oleh ", by, ". Mohon menunggu keputusan."), see)
	case flow.Setujui:
		return message("✅", mine.Plain(" telah ").Bold(u.Status.String()).Plain(" oleh ", by, sentence(t.Aturan().PesanDisetujui)), see)
	case flow.Revisi:
		return message("🔁", reason(mine.Plain(" dikembalikan oleh ", by, " untuk diperbaiki. Status: ").Bold(u.Status.String()).Plain(".\n"), u, "Silakan tekan Edit untuk memperbaikinya."), edit)
	case flow.Tolak:
		return message("⛔", reason(mine.Plain(" DITOLAK oleh ", by, ". Status: ").Bold(u.Status.String()).Plain(".\n"), u, "Anda dapat mengajukan diklat lain melalui Edit."), edit)
	default:
		return deletedNews(t, mine.Plain(" telah dihapus oleh ", by, "."), u)
	}
}

// deletedNews tells the pegawai that he can propose again, where he can.
func deletedNews(t *engine.Turn, text ui.Spans, u flow.Usulan) ui.Screen {
	if u.Keterangan != "" {
		text = text.Plain("\nKeterangan:\n").Quote(u.Keterangan).Plain("\n")
	}
	today := t.Today()
	if t.Aturan().Periode(today).Has(u.TanggalUsul) && t.Jendela(today.Periode()).Open(today) {
		return message("🗑", text.Plain(" Anda dapat mengusulkan diklat lagi."), buttons.Row(buttons.Door("Tambah", "tambah", 0)))
	}
	return message("🗑", text, buttons.ToMenu())
}

// adminNews is the short message to the other admins of an usulan that was decided.
func adminNews(t *engine.Turn, n News) ui.Screen {
	u := n.Usulan
	p, _ := t.Pegawai(u.Pegawai)
	text := ui.Spans{}.Plain("Usulan ").Bold(kartu.Title(t, u)).Plain(" dari ", p.Nama, ": ").Bold(u.Status.String()).
		Plain(fmt.Sprintf(" oleh %s (%s).\n", t.Who.Nama, n.Oleh))
	if n.Aksi == flow.Revisi || n.Aksi == flow.Tolak {
		text = text.Quote(u.Keterangan)
	}
	return message(kartu.AksiFace[n.Aksi].Emoji, text, buttons.Row(buttons.Door("📄 Lihat Usulan", "buka", uint64(u.ID))))
}

func message(emoji string, text ui.Spans, ways []ui.Choice) ui.Screen {
	return ui.Screen{Text: append(ui.Spans{}.Plain(emoji, " "), text...), Rows: buttons.Rows(ways)}
}

// reason adds the keterangan of a Revisi or Tolak, and what to do now.
func reason(text ui.Spans, u flow.Usulan, next string) ui.Spans {
	return text.Plain("Keterangan:\n").Quote(u.Keterangan).Plain("\n", next)
}

// sentence ends one, and begins the next, if there is any.
func sentence(next string) string {
	if next == "" {
		return "."
	}
	return ". " + next
}
