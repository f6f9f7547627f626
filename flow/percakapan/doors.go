package percakapan

import (
	"siip-asn/flow/dialog"
)

// doorOf knows the buttons that are good from everywhere: those that lead somewhere, and those that act on an usulan, which
// carry its version.
func doorOf(word string) func(*turn, dialog.Button) {
	switch word {
	case "menu":
		return leads(atMenu)
	case "usulan":
		return opens((*turn).ownUsulan)
	case "tambah":
		return opens((*turn).propose)
	case "tambahkan":
		return opens((*turn).openTambah)
	case "lanjut":
		return opens((*turn).resume)
	case "antrian":
		return opens((*turn).openAntrian)
	case "daftar":
		return opens((*turn).openDaftar)
	case "hasil":
		return (*turn).hasil
	case "rekap":
		return opens((*turn).rekap)
	case "kelola":
		return opens((*turn).openKelola)
	case "bantuan":
		return opens((*turn).openBantuan)
	case "data":
		return leads(atDataSaya)
	case "keluar":
		return leads(atKeluar)
	case "buka":
		return (*turn).buka
	case "kartu":
		return (*turn).kartu
	case "riwayat":
		return (*turn).riwayat
	case "mengapa":
		return (*turn).mengapa
	default:
		return aksiDoor(word)
	}
}

// leads is a door to a place.
func leads(p dialog.Place) func(*turn, dialog.Button) {
	return func(t *turn, _ dialog.Button) { t.goTo(p) }
}

// opens is a door to a conversation that looks first whether it can begin.
func opens(begin func(*turn)) func(*turn, dialog.Button) {
	return func(t *turn, _ dialog.Button) { begin(t) }
}
