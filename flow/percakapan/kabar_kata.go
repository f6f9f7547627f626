package percakapan

import (
	"fmt"

	"siip-asn/flow"
	"siip-asn/flow/dialog"
)

// ownerNews is the short message to the pegawai.
func (t *turn) ownerNews(n news) dialog.Screen {
	u, by := n.usulan, fmt.Sprintf("%s (%s)", t.saya.Nama, n.oleh)
	mine := dialog.Spans{}.Plain("Usulan Anda ").Bold(t.title(u))
	see := row(door("📄 Lihat Usulan", "buka", uint64(u.ID)))
	edit := row(on(u, aksiLabel(flow.Edit), "edit"), see[0])
	switch n.aksi {
	case flow.Simpan:
		return message("📝", dialog.Spans{}.Plain("Usulan diklat ").Bold(t.title(u)).Plain(" telah ditambahkan untuk Anda oleh ", by, "."), see)
	case flow.Edit:
		return message("✏️", t.changesText(mine.Plain(" telah diubah oleh ", by, ":\n"), n.changes), see)
	case flow.Teruskan:
		return message("📨", mine.Plain(" telah ").Bold(u.Status.String()).Plain(" ke Admin SIIP-ASN oleh ", by, ". Mohon menunggu keputusan."), see)
	case flow.Setujui:
		return message("✅", mine.Plain(" telah ").Bold(u.Status.String()).Plain(" oleh ", by, "."), see)
	case flow.Revisi:
		return message("🔁", reason(mine.Plain(" perlu diperbaiki (").Bold(u.Status.String()).Plain(") menurut ", by, ".\n"), u, "Silakan tekan Edit untuk memperbaikinya."), edit)
	case flow.Tolak:
		return message("⛔", reason(mine.Plain(" ditolak (").Bold(u.Status.String()).Plain(") oleh ", by, ".\n"), u, "Silakan tekan Edit bila ingin mengajukan yang lain."), edit)
	default:
		return t.deletedNews(mine.Plain(" telah dihapus oleh ", by, "."), u)
	}
}

// deletedNews tells the pegawai that he can propose again, where he can.
func (t *turn) deletedNews(text dialog.Spans, u flow.Usulan) dialog.Screen {
	today := t.today()
	if t.Aturan().Periode(today).Has(u.TanggalUsul) && t.Jendela(today.Periode()).Open(today) {
		return message("🗑", text.Plain(" Anda dapat mengusulkan diklat lagi."), row(door("➕ Tambah", "tambah", 0)))
	}
	return message("🗑", text, toMenu())
}

// adminNews is the short message to the other admins of an usulan that was decided.
func (t *turn) adminNews(n news) dialog.Screen {
	u := n.usulan
	p, _ := t.Pegawai(u.Pegawai)
	text := dialog.Spans{}.Plain("Usulan ").Bold(t.title(u)).Plain(" dari ", p.Nama, ": ").Bold(u.Status.String()).
		Plain(fmt.Sprintf(" oleh %s (%s).\n", t.saya.Nama, n.oleh))
	if n.aksi == flow.Revisi || n.aksi == flow.Tolak {
		text = text.Quote(u.Keterangan)
	}
	return message(aksiFace[n.aksi].emoji, text, row(door("📄 Lihat Usulan", "buka", uint64(u.ID))))
}

func message(emoji string, text dialog.Spans, buttons []dialog.Choice) dialog.Screen {
	return dialog.Screen{Text: append(dialog.Spans{}.Plain(emoji, " "), text...), Rows: rows(buttons)}
}

// reason adds the keterangan of a Revisi or Tolak, and what to do now.
func reason(text dialog.Spans, u flow.Usulan, next string) dialog.Spans {
	return text.Plain("Keterangan:\n").Quote(u.Keterangan).Plain("\n", next)
}
