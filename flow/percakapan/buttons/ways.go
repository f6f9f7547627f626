package buttons

import (
	"fmt"

	"siip-asn/flow/dialog/ui"
)

// OwnRow is for everybody's own usulan.
func OwnRow() []ui.Choice {
	return Row(Door("Tambah", "tambah", 0), Door("📄 Usulan Saya", "usulan", 0))
}

// DeskRow is for whoever verifies usulan.
func DeskRow(waiting int) []ui.Choice {
	return Row(Door(fmt.Sprintf("📥 Antrean (%d)", waiting), "antrian", 0), Door("Daftar", "daftar", 0))
}

// OfficeRows are for an Admin SIIP-ASN.
func OfficeRows() [][]ui.Choice {
	return Rows(
		Row(Door("📊 Rekap", "rekap", 0), Door("Kelola", "kelola", 0)),
		Row(Door("Tambah untuk Pegawai", "tambahkan", 0)))
}
