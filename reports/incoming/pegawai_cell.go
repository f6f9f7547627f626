package incoming

import (
	"fmt"
	"slices"
	"strings"

	"siip-asn/flow"
	"siip-asn/flow/identitas"
	"siip-asn/flow/imports"
	"siip-asn/flow/judul"
	"siip-asn/flow/kalender"
	"siip-asn/flow/spelling"
	"siip-asn/reports/form"
	"siip-asn/reports/sheet"
	"siip-asn/reports/typeset"
)

func readNIP(b *imports.BarisPegawai, v sheet.Cell) (reason string) {
	b.NIP, reason = nipOf("NIP", v)
	return reason
}

// nipOf reads a NIP from a cell. One that came as a number has lost digits: the rest of it is no NIP.
func nipOf(name string, v sheet.Cell) (identitas.NIP, string) {
	if v.Kind == sheet.Number || v.Kind == sheet.Odd || strings.Contains(strings.ToUpper(v.Text), "E+") {
		return "", name + " tersimpan sebagai angka sehingga digit terakhirnya hilang; ubah kolom " + name + " menjadi Teks lalu ketik ulang."
	}
	nip, err := identitas.ParseNIP(nipWord(v.Text))
	if err != nil {
		return "", spelling.Clip(err.Error(), 300) + "."
	}
	return nip, ""
}

// nipWord drops the word that people put before the digits: "NIP. 1901…".
func nipWord(s string) string {
	if s = spelling.Unquoted(s); len(s) > 3 && strings.EqualFold(s[:3], "nip") {
		return strings.TrimLeft(s[3:], ".: ")
	}
	return s
}

// readNIPLama reads the NIP until now. The numbers of nine digits that were in use until 2008 stand under the same title
// in many tables, and are passed over.
func readNIPLama(b *imports.BarisPegawai, v sheet.Cell) (reason string) {
	if digits := identitas.PartOfNIP(v.Text); len(digits) == 9 && strings.Trim(digits, "0123456789") == "" || v.Kind == sheet.Number && len(v.Raw) <= 9 {
		return ""
	}
	b.NIPLama, reason = nipOf("NIP Lama", v)
	return reason
}

func readJenjang(b *imports.BarisPegawai, v sheet.Cell) (reason string) {
	jenjang, ok := jenjangOf(v.Text)
	if !ok {
		return form.Unknown("Jenjang", v.Text, form.WordsOf(flow.Jenjangs))
	}
	b.Jenjang = jenjang
	return ""
}

// readHP reads a number as it is meant: one that a spreadsheet took for a quantity has its digits all the same, but not
// its 0.
func readHP(b *imports.BarisPegawai, v sheet.Cell) string {
	hp, ok := hpOf(v)
	if !ok {
		return fmt.Sprintf("No HP %q tidak dikenal; tulis satu nomor HP, misalnya 0812-3456-7890, atau kosongkan.", spelling.Clip(v.Text, 30))
	}
	b.HP = hp
	return ""
}

func hpOf(v sheet.Cell) (identitas.HP, bool) {
	text := v.Text
	if v.Raw != "" {
		text = v.Raw
	}
	return identitas.ParseHPSel(text)
}

func readPeran(b *imports.BarisPegawai, v sheet.Cell) string {
	roles := []string{flow.AdminOPD.String(), flow.AdminSIIP.String()}
	for _, part := range strings.FieldsFunc(spelling.Plain(v.Text), func(r rune) bool { return strings.ContainsRune(";,/&|+", r) }) {
		switch judul.Key(part) {
		case "", "pegawai", "user", "asn":
		case judul.Key(roles[0]), "adminskpd", "adminperangkatdaerah":
			b.AdminOPD = true
		case judul.Key(roles[1]), "adminsiip", "adminbkpsdm", "superadmin":
			b.AdminSIIP = true
		default:
			return form.Unknown("Peran", strings.TrimSpace(part), roles) + " Pisahkan dengan titik koma (;), atau kosongkan."
		}
	}
	return ""
}

// readStatus reads whether a pegawai is there, and if not why and since when: "Aktif", "Nonaktif", "Nonaktif: pensiun,
// 01-03-2026", "meninggal sejak 1 Maret 2026".
func readStatus(b *imports.BarisPegawai, v sheet.Cell) string {
	words, since := v.Text, kalender.Tanggal("")
	if at := strings.IndexAny(words, "0123456789"); at >= 0 {
		day, ok := tanggalOf(sheet.Cell{Text: strings.TrimRight(words[at:], " )].;,")})
		if !ok {
			return statusUnknown(v.Text)
		}
		words, since = words[:at], day
	}
	key := statusKey(words)
	if slices.Contains(statusAktif, key) && since == "" {
		b.Status = imports.StatusPegawai{Aktif: true}
		return ""
	}
	sebab, ok := sebabOf(key)
	if !ok {
		return statusUnknown(v.Text)
	}
	b.Status = imports.StatusPegawai{Nonaktif: true, Sebab: sebab, Sejak: since}
	return ""
}

// statusKey is what a status is compared by: without the words that lead to its day.
func statusKey(words string) string {
	key := judul.Key(words)
	for _, lead := range []string{"tanggal", "tgl", "sejak", "mulai", "tmt", "per"} {
		if rest, is := strings.CutSuffix(key, lead); is && rest != "" {
			key = rest
		}
	}
	return key
}

// sebabOf finds why somebody is Nonaktif; "" where that is not said.
func sebabOf(key string) (flow.Sebab, bool) {
	rest, said := strings.CutPrefix(key, "nonaktif")
	if !said {
		rest, said = strings.CutPrefix(key, "tidakaktif")
	}
	for sebab, list := range statusSebab {
		if slices.Contains(list, strings.TrimPrefix(rest, "karena")) {
			return sebab, true
		}
	}
	return "", said && rest == ""
}

func statusUnknown(text string) string {
	return form.Unknown("Status", text, []string{"Aktif", "Nonaktif: pensiun", "Nonaktif: pindah", "Nonaktif: meninggal", "Nonaktif: berhenti"}) +
		" Tanggalnya dapat ditulis di belakang, misalnya Nonaktif: pensiun, 01-03-2026."
}

func writeStatus(b imports.BarisPegawai) any {
	if b.Status.Aktif {
		return "Aktif"
	}
	if !b.Status.Nonaktif {
		return ""
	}
	text := "Nonaktif"
	if b.Status.Sebab != "" {
		text += ": " + string(b.Status.Sebab)
	}
	if b.Status.Sejak != "" {
		text += ", " + b.Status.Sejak.Card()
	}
	return text
}

func writePeran(b imports.BarisPegawai) any {
	var roles []string
	if b.AdminOPD {
		roles = append(roles, flow.AdminOPD.String())
	}
	if b.AdminSIIP {
		roles = append(roles, flow.AdminSIIP.String())
	}
	return typeset.Join(roles)
}
