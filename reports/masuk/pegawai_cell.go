package masuk

import (
	"fmt"
	"strings"

	"siip-asn/flow"
	"siip-asn/reports/teks"
)

func readNIP(b *flow.BarisPegawai, v cell) string {
	if v.Kind == numeric || strings.Contains(strings.ToUpper(v.Text), "E+") {
		return "NIP tersimpan sebagai angka sehingga digit terakhirnya hilang; ubah kolom NIP menjadi Teks lalu ketik ulang."
	}
	nip, err := flow.ParseNIP(unquoted(v.Text))
	if err != nil {
		return err.Error() + "."
	}
	b.NIP = nip
	return ""
}

func readJenjang(b *flow.BarisPegawai, v cell) (reason string) {
	jenjang, ok := flow.ParseJenjang(v.Text)
	if !ok {
		return unknown("Jenjang", v.Text, wordsOf(flow.Jenjangs))
	}
	b.Jenjang = jenjang
	return ""
}

func readHP(b *flow.BarisPegawai, v cell) string {
	hp, ok := flow.ParseHPSel(unquoted(v.Text))
	if !ok {
		return fmt.Sprintf("No HP %q tidak dikenal; tulis satu nomor HP, misalnya 0812-3456-7890, atau kosongkan.", flow.Clip(v.Text, 30))
	}
	b.HP = hp
	return ""
}

func readPeran(b *flow.BarisPegawai, v cell) string {
	roles := []string{flow.AdminOPD.String(), flow.AdminSIIP.String()}
	for part := range strings.SplitSeq(v.Text, ";") {
		switch flow.Key(part) {
		case "":
		case flow.Key(roles[0]):
			b.AdminOPD = true
		case flow.Key(roles[1]):
			b.AdminSIIP = true
		default:
			return unknown("Peran", teks.Line(part), roles) + " Pisahkan dengan titik koma (;), atau kosongkan."
		}
	}
	return ""
}

func writePeran(b flow.BarisPegawai) any {
	var roles []string
	if b.AdminOPD {
		roles = append(roles, flow.AdminOPD.String())
	}
	if b.AdminSIIP {
		roles = append(roles, flow.AdminSIIP.String())
	}
	return teks.Join(roles)
}

// unquoted drops the mark with which people make Excel take digits as text, where it has become part of the text.
func unquoted(s string) string { return strings.TrimLeft(s, "'`’ ") }
