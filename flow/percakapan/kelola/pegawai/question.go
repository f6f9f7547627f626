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
	switch who := s.Dulu.Nama + ", " + opdName(t, s.Dulu); {
	case s.Lepas:
		return asks("Apakah Anda ingin memutuskan akun Telegram "+who+"?",
			"Usulannya tetap tersimpan. Untuk terhubung lagi diperlukan kode aktivasi baru.")
	case s.Dulu.Aktif() && !s.Nanti.Aktif():
		return asks("Apakah Anda ingin menonaktifkan "+who+" ("+string(s.Nanti.Nonaktif.Sebab)+" sejak "+s.Nanti.Nonaktif.Sejak.Card()+")?",
			"Akun Telegramnya diputuskan, perannya dicabut, dan ia tidak dapat mengusulkan. Usulannya tetap tersimpan.")
	case !s.Dulu.Aktif() && s.Nanti.Aktif():
		return asks("Apakah Anda ingin mengaktifkan kembali "+who+"?", "Ia terhubung lagi dengan kode aktivasi baru. Peran diberikan tersendiri.")
	case s.Dulu.OPD != s.Nanti.OPD:
		return nil
	case s.Dulu.AdminOPD != s.Nanti.AdminOPD:
		return askedRole(s.Nanti.AdminOPD, "Admin OPD "+opdName(t, s.Dulu), s.Dulu.Nama, flow.AdminOPD)
	case s.Dulu.AdminSIIP != s.Nanti.AdminSIIP:
		return askedRole(s.Nanti.AdminSIIP, flow.AdminSIIP.String(), who, flow.AdminSIIP)
	default:
		return nil
	}
}

func askedRole(give bool, role, who string, peran flow.Peran) ui.Spans {
	if give {
		return asks("Apakah Anda ingin memberikan peran "+role+" kepada "+who+"?", wording.Sentence("Peran ini dapat "+peran.Record().Tugas))
	}
	return asks("Apakah Anda ingin mencabut peran "+role+" dari "+who+"?", "")
}

func asks(question, more string) ui.Spans {
	return ui.Spans{}.Bold(question).Plain("\n", more)
}
