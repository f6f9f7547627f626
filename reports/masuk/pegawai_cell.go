package masuk

import (
	"fmt"
	"slices"
	"strings"

	"siip-asn/flow"
	"siip-asn/flow/berkas"
	"siip-asn/reports/lembar"
	"siip-asn/reports/teks"
)

func readNIP(b *berkas.BarisPegawai, v lembar.Cell) (reason string) {
	b.NIP, reason = nipOf("NIP", v)
	return reason
}

// nipOf reads a NIP from a cell. One that came as a number has lost digits: the rest of it is no NIP.
func nipOf(name string, v lembar.Cell) (flow.NIP, string) {
	if v.Kind == lembar.Number || v.Kind == lembar.Odd || strings.Contains(strings.ToUpper(v.Text), "E+") {
		return "", name + " tersimpan sebagai angka sehingga digit terakhirnya hilang; ubah kolom " + name + " menjadi Teks lalu ketik ulang."
	}
	nip, err := flow.ParseNIP(nipWord(v.Text))
	if err != nil {
		return "", flow.Clip(err.Error(), 300) + "."
	}
	return nip, ""
}

// nipWord drops the word that people put before the digits: "NIP. 1901…".
func nipWord(s string) string {
	if s = flow.Unquoted(s); len(s) > 3 && strings.EqualFold(s[:3], "nip") {
		return strings.TrimLeft(s[3:], ".: ")
	}
	return s
}

// readNIPLama reads the NIP until now. The numbers of nine digits that were in use until 2008 stand under the same title
// in many tables, and are passed over.
func readNIPLama(b *berkas.BarisPegawai, v lembar.Cell) (reason string) {
	if digits := flow.PartOfNIP(v.Text); len(digits) == 9 && strings.Trim(digits, "0123456789") == "" || v.Kind == lembar.Number && len(v.Raw) <= 9 {
		return ""
	}
	b.NIPLama, reason = nipOf("NIP Lama", v)
	return reason
}

func readJenjang(b *berkas.BarisPegawai, v lembar.Cell) (reason string) {
	jenjang, ok := jenjangOf(v.Text)
	if !ok {
		return unknown("Jenjang", v.Text, wordsOf(flow.Jenjangs))
	}
	b.Jenjang = jenjang
	return ""
}

// readHP reads a number as it is meant: one that a spreadsheet took for a quantity has its digits all the same, but not
// its 0.
func readHP(b *berkas.BarisPegawai, v lembar.Cell) string {
	hp, ok := hpOf(v)
	if !ok {
		return fmt.Sprintf("No HP %q tidak dikenal; tulis satu nomor HP, misalnya 0812-3456-7890, atau kosongkan.", flow.Clip(v.Text, 30))
	}
	b.HP = hp
	return ""
}

func hpOf(v lembar.Cell) (flow.HP, bool) {
	text := v.Text
	if v.Raw != "" {
		text = v.Raw
	}
	return flow.ParseHPSel(text)
}

func readPeran(b *berkas.BarisPegawai, v lembar.Cell) string {
	roles := []string{flow.AdminOPD.String(), flow.AdminSIIP.String()}
	for _, part := range strings.FieldsFunc(flow.Plain(v.Text), func(r rune) bool { return strings.ContainsRune(";,/&|+", r) }) {
		switch flow.JudulKey(part) {
		case "", "pegawai", "user", "asn":
		case flow.JudulKey(roles[0]), "adminskpd", "adminperangkatdaerah":
			b.AdminOPD = true
		case flow.JudulKey(roles[1]), "adminsiip", "adminbkpsdm", "superadmin":
			b.AdminSIIP = true
		default:
			return unknown("Peran", strings.TrimSpace(part), roles) + " Pisahkan dengan titik koma (;), atau kosongkan."
		}
	}
	return ""
}

// readStatus reads whether a pegawai is there, and why not.
func readStatus(b *berkas.BarisPegawai, v lembar.Cell) string {
	key := flow.JudulKey(v.Text)
	if slices.Contains(statusAktif, key) {
		b.Status = berkas.StatusPegawai{Aktif: true}
		return ""
	}
	rest, _ := strings.CutPrefix(key, "nonaktif")
	for sebab, list := range statusSebab {
		if slices.Contains(list, rest) || rest == string(sebab) {
			b.Status = berkas.StatusPegawai{Nonaktif: true, Sebab: sebab}
			return ""
		}
	}
	if rest == "" || key == "tidakaktif" || key == "nonaktif" {
		b.Status = berkas.StatusPegawai{Nonaktif: true}
		return ""
	}
	return unknown("Status", v.Text, []string{"Aktif", "Nonaktif: pensiun", "Nonaktif: pindah", "Nonaktif: meninggal", "Nonaktif: berhenti"})
}

func writeStatus(b berkas.BarisPegawai) any {
	switch {
	case b.Status.Nonaktif && b.Status.Sebab != "":
		return "Nonaktif: " + string(b.Status.Sebab)
	case b.Status.Nonaktif:
		return "Nonaktif"
	case b.Status.Aktif:
		return "Aktif"
	}
	return ""
}

func writePeran(b berkas.BarisPegawai) any {
	var roles []string
	if b.AdminOPD {
		roles = append(roles, flow.AdminOPD.String())
	}
	if b.AdminSIIP {
		roles = append(roles, flow.AdminSIIP.String())
	}
	return teks.Join(roles)
}
