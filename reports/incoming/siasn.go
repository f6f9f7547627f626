package incoming

import (
	"strconv"
	"strings"

	"siip-asn/flow"
	"siip-asn/flow/identitas"
	"siip-asn/flow/imports"
	"siip-asn/flow/judul"
	"siip-asn/flow/spelling"
	"siip-asn/reports/form"
	"siip-asn/reports/sheet"
)

// siasnRow is one row of an export of SIASN (BKN): what it has of a pegawai stands in more columns than ours, and what
// belongs together is put together when all of it is read.
type siasnRow struct {
	imports.BarisPegawai
	nama, depan, belakang    string
	jenis, eselon, kedudukan string
	unor, hp                 string
}

// siasnForm reads the export by its own header. Of its some seventy columns these are of interest; Peran, Nilai Kompetensi
// and Rekomendasi are none of them and stay as they are known.
var siasnForm = form.Form[siasnRow]{
	Kind: imports.KindPegawai, Origin: "SIASN", Sheet: "Data", Numbered: true,
	Key:   func(b siasnRow) string { return string(b.NIP) },
	Place: func(b *siasnRow, cell string) { b.Cell = cell },
	Columns: []form.Column[siasnRow]{
		{Name: "NIP BARU", Must: true, Read: func(b *siasnRow, v sheet.Cell) (reason string) {
			b.NIP, reason = nipOf("NIP BARU", v)
			return reason
		}},
		siasnText("NAMA", true, func(b *siasnRow) *string { return &b.nama }),
		siasnText("GELAR DEPAN", false, func(b *siasnRow) *string { return &b.depan }),
		siasnText("GELAR BELAKANG", false, func(b *siasnRow) *string { return &b.belakang }),
		{Name: "NOMOR HP", Alias: []string{"NO HP", "TELEPON"}, Read: func(b *siasnRow, v sheet.Cell) string {
			if b.hp = v.Text; v.Raw != "" {
				b.hp = v.Raw
			}
			return ""
		}},
		siasnText("KEDUDUKAN HUKUM NAMA", false, func(b *siasnRow) *string { return &b.kedudukan }),
		siasnText("JENIS JABATAN NAMA", true, func(b *siasnRow) *string { return &b.jenis }),
		siasnText("JABATAN NAMA", true, func(b *siasnRow) *string { return &b.Jabatan }),
		siasnText("UNOR NAMA", true, func(b *siasnRow) *string { return &b.unor }),
		siasnText("ESELON NAMA", false, func(b *siasnRow) *string { return &b.eselon }, "ESELON", "ESELON ID NAMA"),
	},
	Finish: finishSIASN,
}

// siasnText is a column of text. Those that must be there may have empty cells: what that means is said of the whole row.
func siasnText(name string, must bool, field func(*siasnRow) *string, alias ...string) form.Column[siasnRow] {
	c := form.Text(name, 0, imports.JabatanMax*2, must, field, "")
	c.May, c.Alias = name != "NAMA", alias
	return c
}

// finishSIASN puts a row together: nama with its gelar, the jenjang, the OPD.
func finishSIASN(b *siasnRow) (list []form.Issue) {
	fault := func(column, reason string) { list = append(list, form.Issue{Column: column, Reason: reason}) }
	b.Nama = withGelar(b.depan, b.nama, b.belakang)
	if len([]rune(b.Nama)) > imports.NamaMax {
		fault("NAMA", "Nama beserta gelar terlalu panjang; paling banyak "+strconv.Itoa(imports.NamaMax)+" karakter.")
	}
	if b.Jabatan == "" {
		fault("JABATAN NAMA", "JABATAN NAMA wajib diisi.")
	} else if len([]rune(b.Jabatan)) > imports.JabatanMax {
		fault("JABATAN NAMA", "JABATAN NAMA terlalu panjang; paling banyak "+strconv.Itoa(imports.JabatanMax)+" karakter.")
	}
	var at, reason string
	if b.Jenjang, at, reason = jenjangSIASN(b.jenis, b.eselon); reason != "" {
		fault(at, reason)
	}
	if b.OPD = opdOfUnor(b.unor); b.OPD == "" {
		fault("UNOR NAMA", "OPD tidak dapat dibaca dari UNOR NAMA \""+spelling.Clip(b.unor, 60)+"\"; isi dengan nama OPD.")
	} else if len([]rune(b.OPD)) > imports.OPDMax {
		fault("UNOR NAMA", "Nama OPD terlalu panjang; paling banyak "+strconv.Itoa(imports.OPDMax)+" karakter.")
	}
	if hp, ok := identitas.ParseHPSel(b.hp); ok {
		b.HP = hp
	} else if b.hp != "" {
		list = append(list, form.Issue{Column: "NOMOR HP", Reason: "NOMOR HP \"" + spelling.Clip(b.hp, 30) + "\" bukan nomor HP; dilewati.", Warn: true})
	}
	if key := judul.Key(b.kedudukan); key != "" && key != "aktif" && key != "pnsaktif" && key != "pppkaktif" && key != "cpnsaktif" {
		b.Kedudukan = b.kedudukan
	}
	return list
}

// withGelar writes a name as the office does: "Dr. SARI MAWAR, S.Pd."
func withGelar(depan, nama, belakang string) string {
	if depan = strings.Trim(depan, " ,"); depan != "" && !strings.HasPrefix(nama, depan) {
		nama = depan + " " + nama
	}
	if belakang = strings.Trim(belakang, " ,"); belakang != "" && !strings.HasSuffix(nama, belakang) {
		nama += ", " + belakang
	}
	return nama
}

// jenjangSIASN is the jenjang of a jenis jabatan, of a Struktural by his eselon; or the column in which it is wrong, and why.
func jenjangSIASN(jenis, eselon string) (j flow.Jenjang, column, reason string) {
	const name = "JENIS JABATAN NAMA"
	key := strings.TrimPrefix(judul.Key(jenis), "jabatan")
	switch {
	case key == "struktural" || key == "":
		if j, ok := eselonOf(judul.Key(eselon)); ok {
			return j, "", ""
		}
		if key == "" {
			return "", name, name + " wajib diisi."
		}
		return "", "ESELON NAMA", "Jenjang pejabat struktural tidak dapat ditentukan dari eselon \"" + spelling.Clip(eselon, 20) + "\"; isi ESELON NAMA dengan II, III, atau IV."
	case key == "pelaksana" || key == "fungsionalumum":
		return flow.FungsionalUmum, "", ""
	}
	if j, ok := jenjangOf(jenis); ok {
		return j, "", ""
	}
	return "", name, form.Unknown(name, jenis, []string{"Jabatan Struktural", "Jabatan Fungsional", "Jabatan Fungsional Umum", "Jabatan Pelaksana"})
}
