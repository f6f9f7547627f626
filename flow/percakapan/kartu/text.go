package kartu

import (
	"fmt"
	"slices"
	"strings"

	"siip-asn/flow"
	"siip-asn/flow/dialog/engine"
	"siip-asn/flow/dialog/ui"
	"siip-asn/flow/giliran"
	"siip-asn/flow/percakapan/queue"
	"siip-asn/flow/percakapan/wording"
	"siip-asn/flow/spelling"
)

// The text of a card: first where the usulan stands, since when and who must act; then who proposes which diklat; then the
// rest. It stays within fourteen lines, whatever is in it.

func text(t *engine.Turn, viewer flow.Pegawai, u flow.Usulan) ui.Spans {
	s := statusLine(t, ui.Spans{}.Plain(progress(u.Status), "\n"), u).Plain("\n", Holder(t, viewer, u), "\n")
	return rest(t, s, viewer, u)
}

// SavedText is the card below the words that it was saved, which take a line: status and whose turn it is share the third
// one.
func SavedText(t *engine.Turn, words string, viewer flow.Pegawai, u flow.Usulan) ui.Spans {
	s := ui.Spans{}.Plain("✅ ", words, "\n", progress(u.Status), "\n")
	return rest(t, statusLine(t, s, u).Plain(" · ", Holder(t, viewer, u), "\n"), viewer, u)
}

// rest is what stands below the status: who proposes which diklat, and all else.
func rest(t *engine.Turn, s ui.Spans, viewer flow.Pegawai, u flow.Usulan) ui.Spans {
	p, _ := t.Pegawai(u.Pegawai)
	opd, _ := t.OPD(u.OPD)
	s = s.Bold(p.Nama).Plain(gone(p), "\n").
		Bold(Title(t, u)).Plain(" (", kompetensi(t, u), ")\n").
		Plain("NIP ", string(p.NIP), "\n").
		Field("Jabatan", p.Jabatan).
		Field("OPD", opd.Nama).
		Field("Rekomendasi Dari Hasil Talentpool", u.Rekomendasi).
		Plain("Tanggal Usul: ", u.TanggalUsul.Card(), " · ", Heading(t, u))
	if line := closedLine(t, viewer, u); line != "" {
		s = s.Plain("\n", line)
	}
	return reasonText(t, s, u)
}

// progress is the line that says how far the usulan has come on the way to its approval.
func progress(s flow.Status) string {
	way := []flow.Status{flow.Masuk, flow.Diteruskan, flow.Disetujui}
	words := []string{"Usulan Masuk", flow.Diteruskan.Record().Selesai, flow.Disetujui.Record().Selesai}
	at := slices.Index(way, s)
	if at < 0 {
		return "● " + words[0] + " ─ ● " + strings.TrimPrefix(capital(s.String()), "Usulan ")
	}
	var b strings.Builder
	for i, word := range words {
		if i > 0 {
			b.WriteString(" ─ ")
		}
		b.WriteString(map[bool]string{true: "● ", false: "○ "}[i <= at] + word)
	}
	return b.String()
}

// capital writes "USULAN DIREVISI" as "Usulan Direvisi".
func capital(s string) string {
	words := strings.Fields(strings.ToLower(s))
	for i, w := range words {
		words[i] = strings.ToUpper(w[:1]) + w[1:]
	}
	return strings.Join(words, " ")
}

// statusLine says where the usulan stands, who has brought it there and when.
func statusLine(t *engine.Turn, s ui.Spans, u flow.Usulan) ui.Spans {
	return s.Bold(u.Status.String()).Plain(by(t, u), ", ", wording.Clock(t, u.Sejak))
}

// by says who has brought the usulan where it is; nothing of one that was only proposed by the pegawai himself.
func by(t *engine.Turn, u flow.Usulan) string {
	switch {
	case u.Impor && u.Oleh == 0:
		return " dari aplikasi web (impor)"
	case u.Status == flow.Masuk && u.Pembuat == u.Pegawai:
		return ""
	case u.Status == flow.Masuk:
		who, _ := t.Pegawai(u.Pembuat)
		return fmt.Sprintf(" ditambahkan oleh %s (%s)", who.Nama, flow.AdminSIIP)
	default:
		who, _ := t.Pegawai(u.Oleh)
		return fmt.Sprintf(" oleh %s (%s)", who.Nama, u.OlehPeran)
	}
}

// gone marks a pegawai who is not in service any more.
func gone(p flow.Pegawai) string {
	if p.Aktif() {
		return ""
	}
	return ", " + p.StatusWords()
}

func kompetensi(t *engine.Turn, u flow.Usulan) string {
	if u.Manual() {
		return "Isi Manual"
	}
	p, _ := t.Panduan(u.Panduan)
	return string(p.Kompetensi)
}

// How much of a keterangan a card shows; the news of it and the history show all.
const (
	reasonLines = 2
	reasonMax   = 300 // characters
)

// reasonText adds the keterangan while it is true.
func reasonText(t *engine.Turn, s ui.Spans, u flow.Usulan) ui.Spans {
	if u.Keterangan == "" || !u.Status.Record().Beralasan {
		return s
	}
	return s.Plain("\nKeterangan:\n").Quote(spelling.Clip(wording.Shortened(u.Keterangan, reasonLines), reasonMax))
}

// namedMost is how many of those who must act are named.
const namedMost = 3

// Holder says whose turn it is, by name, to the viewer.
func Holder(t *engine.Turn, viewer flow.Pegawai, u flow.Usulan) string {
	turn := giliran.WaitsFor(t, u)
	own := viewer.ID == u.Pegawai
	switch r := u.Status.Record(); {
	case own && u.Status == flow.Direvisi:
		return "Menunggu: perbaikan dari Anda"
	case own && u.Status == flow.Ditolak:
		return "Anda dapat memperbaiki usulan ini dengan Edit"
	case r.Giliran != "":
		return r.Giliran
	case slices.ContainsFunc(turn.Orang, func(p flow.Pegawai) bool { return p.ID == viewer.ID }):
		return "Menunggu: keputusan Anda"
	case turn.Pengganti:
		return "Menunggu: " + withNames(flow.AdminSIIP.String(), turn.Orang) + ", karena belum ada Admin OPD yang dapat memeriksa"
	case viewer.AdminSIIP && !own && u.Status == flow.Masuk && queue.Overdue(t, u.Sejak):
		return fmt.Sprintf("Menunggu: %s, sudah %d hari kerja; Anda dapat meneruskannya", withNames(turn.Peran.String(), turn.Orang), queue.OverdueAfter)
	default:
		return "Menunggu: " + withNames(turn.Peran.String(), turn.Orang)
	}
}

func withNames(role string, people []flow.Pegawai) string {
	var names []string
	for _, p := range people[:min(len(people), namedMost)] {
		names = append(names, spelling.Clip(p.Nama, 40))
	}
	if n := len(people) - namedMost; n > 0 {
		names = append(names, fmt.Sprintf("dan %d lainnya", n))
	}
	if len(names) == 0 {
		return role
	}
	return role + " (" + strings.Join(names, "; ") + ")"
}

// closedLine explains the buttons that the viewer has at other times and not now.
func closedLine(t *engine.Turn, viewer flow.Pegawai, u flow.Usulan) string {
	roles := flow.Relation(viewer, u)
	var shut, early, desks []string
	own := false
	for _, a := range flow.Aksis {
		_, reason := flow.Judge(t.Aturan(), u, roles, a, 0)
		switch {
		case reason == flow.UsulanSendiri:
			own = true
		case a == flow.Simpan || reason != flow.StatusTutup || a == flow.Teruskan && u.Status == flow.Diteruskan:
		case u.Status == flow.Masuk:
			early = append(early, a.String())
		default:
			shut, desks = append(shut, a.String()), append(desks, desk(a, u.Status))
		}
	}
	switch {
	case own:
		return "Usulan Anda sendiri diperiksa oleh admin lain."
	case len(early) > 0:
		return wording.Listed(early) + " baru dapat dilakukan setelah usulan DITERUSKAN."
	case len(shut) > 0:
		return wording.Listed(shut) + " ditutup sejak " + u.Status.String() + shutDesk(viewer, desks) + "."
	default:
		return ""
	}
}

// shutDesk is whose the closed aksi are now, where that is one desk for all of them, as the end of a sentence.
func shutDesk(viewer flow.Pegawai, desks []string) string {
	slices.Sort(desks)
	if one := slices.Compact(desks); len(one) != 1 || one[0] == "" || viewer.AdminSIIP {
		return ""
	}
	return "; kini wewenang " + desks[0]
}
