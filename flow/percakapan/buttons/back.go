package buttons

import (
	"siip-asn/flow/dialog"
)

// Back is the row that leads back inside the master data.
func Back(t *dialog.Turn) []dialog.Choice {
	return Row(Here(t, "⬅️ Kembali", "kembali", 0), Door("🏠 Menu", "menu", 0))
}
