package pegawai

import "siip-asn/flow/dialog"

// The places.
const (
	atList       dialog.PlaceName = "kelola/pegawai"
	atOne        dialog.PlaceName = "kelola/pegawai/satu"
	atFields     dialog.PlaceName = "kelola/pegawai/ubah"
	atField      dialog.PlaceName = "kelola/pegawai/isi"
	atChoice     dialog.PlaceName = "kelola/pegawai/pilih"
	atOPD        dialog.PlaceName = "kelola/pegawai/opd"
	atDate       dialog.PlaceName = "kelola/pegawai/tanggal"
	atSure       dialog.PlaceName = "kelola/pegawai/yakin"
	atAdminsSIIP dialog.PlaceName = "kelola/pegawai/pusat"
)
