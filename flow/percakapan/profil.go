package percakapan

import (
	"siip-asn/flow"
	"siip-asn/flow/spelling"
)

// Limits of what the bot says of itself, in characters.
const (
	aboutMax = 512
	shortMax = 120
)

// Profil is what the bot says of itself before anybody has written to it: about stands in the empty chat, short on its
// page. It names the office, says what the bot does and what to have at hand, and that it never asks for a password.
func Profil(a flow.Aturan) (about, short string) {
	about = "SIIP-ASN " + a.Instansi + ": usulan diklat pegawai, langsung dari HP.\n\n" +
		"Pegawai mengusulkan diklat dan melihat keputusannya; Admin OPD dan Admin SIIP-ASN memeriksanya.\n\n" +
		"Siapkan nomor HP yang tercatat di data pegawai, atau kode aktivasi dari admin. Bot ini tidak pernah meminta kata sandi.\n\n" +
		"Silakan tekan Mulai."
	if a.Kontak != "" {
		about += "\nBantuan: " + a.Kontak
	}
	return spelling.Clip(about, aboutMax), spelling.Clip("Usulan diklat pegawai "+a.Instansi+". Tidak pernah meminta kata sandi.", shortMax)
}
