package flow

import (
	"flag"
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"
)

var update = flag.Bool("update", false, "write the golden files anew")

// TestRights holds the whole matrix status × role × aksi against testdata/hak.txt. Every difference is a change of
// rights that somebody approves.
func TestRights(t *testing.T) {
	got := rightsMatrix()
	const file = "testdata/hak.txt"
	if *update {
		if err := os.WriteFile(file, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if got != string(want) {
		t.Errorf("the rights have changed; see the difference with -update\n%s", got)
	}
}

// viewers are the people of the matrix: everybody who can stand to one usulan in a way of his own.
var viewers = []struct {
	name string
	Pegawai
}{
	{"orang lain", Pegawai{ID: 9, OPD: 1}},
	{"pemilik", Pegawai{ID: 1, OPD: 1}},
	{"Admin OPD", Pegawai{ID: 2, OPD: 1, AdminOPD: true}},
	{"Admin OPD lain", Pegawai{ID: 3, OPD: 2, AdminOPD: true}},
	{"Admin OPD, pemilik", Pegawai{ID: 1, OPD: 1, AdminOPD: true}},
	{"Admin SIIP-ASN", Pegawai{ID: 4, OPD: 3, AdminSIIP: true}},
	{"Admin SIIP-ASN, pemilik", Pegawai{ID: 1, OPD: 1, AdminSIIP: true}},
	{"Admin OPD dan SIIP-ASN", Pegawai{ID: 5, OPD: 1, AdminOPD: true, AdminSIIP: true}},
}

var reasonWords = map[Reason]string{
	TakTerlihat: "tidak terlihat", SudahDihapus: "sudah dihapus", VersiLama: "versi lama",
	BukanPeran: "bukan peran", UsulanSendiri: "usulan sendiri", StatusTutup: "status tertutup",
}

func rightsMatrix() string {
	var b strings.Builder
	for _, own := range []bool{false, true} {
		fmt.Fprintf(&b, "usulan.verifikasi_sendiri: %v\n", own)
		for _, v := range viewers {
			for _, status := range append(slices.Clone(Statuses), Dihapus) {
				fmt.Fprintf(&b, "  %-24s %-16s %s\n", v.name, status, rightsOf(v.Pegawai, status, own))
			}
		}
	}
	return b.String()
}

func rightsOf(p Pegawai, status Status, own bool) string {
	u := Usulan{ID: 1, Versi: 3, Pegawai: 1, OPD: 1, Status: status}
	var cells []string
	for _, aksi := range Aksis[1:] {
		row, reason := Judge(Aturan{VerifikasiSendiri: own}, u, Relation(p, u), aksi, 3)
		cell := reasonWords[reason]
		if reason == Boleh {
			cell = "ya (" + row.Peran.String() + ")"
			if row.Ke != Belum {
				cell = "→ " + row.Ke.String() + " (" + row.Peran.String() + ")"
			}
		}
		cells = append(cells, aksi.String()+": "+cell)
	}
	return strings.Join(cells, " | ")
}

func TestAnOldButtonNeverActs(t *testing.T) {
	u := Usulan{ID: 1, Versi: 3, Pegawai: 1, OPD: 1, Status: Masuk}
	for _, versi := range []uint64{1, 2, 4} {
		if _, reason := Judge(Aturan{}, u, []Peran{AdminOPD}, Teruskan, versi); reason != VersiLama {
			t.Errorf("version %d: reason %d", versi, reason)
		}
	}
}

func TestButtonsAreWhatTheTableAllows(t *testing.T) {
	for _, v := range viewers {
		for _, status := range append(slices.Clone(Statuses), Dihapus) {
			u := Usulan{ID: 1, Versi: 1, Pegawai: 1, OPD: 1, Status: status}
			roles := Relation(v.Pegawai, u)
			for _, aksi := range Aksis {
				_, reason := Judge(Aturan{}, u, roles, aksi, 1)
				if slices.Contains(Allowed(Aturan{}, u, roles), aksi) != (reason == Boleh) {
					t.Errorf("%s, %s, %s: button and judgement differ", v.name, status, aksi)
				}
			}
		}
	}
}
