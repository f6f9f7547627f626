package pegawai

import (
	"siip-asn/flow"
	"siip-asn/flow/dialog/engine"
	"siip-asn/flow/dialog/ui"
	"siip-asn/flow/percakapan/wording"
)

// question asks in a whole sentence about a change of what somebody may do; nothing for a change of mere data. It names the
// person, his OPD, and what the role may do.
func question(t *engine.Turn, s looked) ui.Spans {
	switch who, opd := s.Dulu.Nama, ", "+opdName(t, s.Dulu); {
	case s.Lepas:
		return asks("Apakah Anda ingin memutuskan akun Telegram ", who, opd+"?",
			"Usulannya tetap tersimpan. Untuk terhubung lagi diperlukan kode aktivasi baru.")
	case s.Dulu.Aktif() && !s.Nanti.Aktif():
		return asks("Apakah Anda ingin menonaktifkan ", who, opd+" ("+string(s.Nanti.Nonaktif.Sebab)+" sejak "+s.Nanti.Nonaktif.Sejak.Card()+")?",
			"Akun Telegramnya diputuskan, perannya dicabut, dan ia tidak dapat mengusulkan. Usulannya tetap tersimpan.")
	case !s.Dulu.Aktif() && s.Nanti.Aktif():
		return asks("Apakah Anda ingin mengaktifkan kembali ", who, opd+"?", "Ia terhubung lagi dengan kode aktivasi baru. Peran diberikan tersendiri.")
	case s.Dulu.OPD != s.Nanti.OPD:
		return nil
	case s.Dulu.AdminOPD != s.Nanti.AdminOPD:
		return askedRole(s.Nanti.AdminOPD, "Admin OPD "+opdName(t, s.Dulu), who, "", flow.AdminOPD)
	case s.Dulu.AdminSIIP != s.Nanti.AdminSIIP:
		return askedRole(s.Nanti.AdminSIIP, flow.AdminSIIP.String(), who, opd, flow.AdminSIIP)
	default:
		return nil
	}
}

func askedRole(give bool, role, who, opd string, peran flow.Peran) ui.Spans {
	if give {
		return asks("Apakah Anda ingin memberikan peran "+role+" kepada ", who, opd+"?", wording.Sentence("Peran ini dapat "+peran.Record().Tugas))
	}
	return asks("Apakah Anda ingin mencabut peran "+role+" dari ", who, opd+"?", "")
}

// asks is a question about somebody, whose name stands out, and what comes of it.
func asks(before, nama, after, more string) ui.Spans {
	return ui.Spans{}.Plain(before).Bold(nama).Plain(after, "\n", more)
}
