package impor

import (
	"testing"

	"siip-asn/flow"
)

// TestTheRoleThatEndsStandsInTheTrail: who has left loses his role, and the entry says so; who has none loses none.
func TestTheRoleThatEndsStandsInTheTrail(t *testing.T) {
	admin := flow.Pegawai{ID: 1, AdminOPD: true, AdminSIIP: true}
	list := ended(admin, admin.Keluarkan(flow.Pensiun, "2026-03-01"))
	if len(list) != 2 || list[1].Kolom != "Peran" || list[1].Sebelum != admin.PeranWords() || list[1].Sesudah == list[1].Sebelum {
		t.Errorf("%+v", list)
	}
	plain := flow.Pegawai{ID: 2}
	if list := ended(plain, plain.Keluarkan(flow.Pindah, "2026-03-01")); len(list) != 1 || list[0].Kolom != "Status" {
		t.Errorf("%+v", list)
	}
}
