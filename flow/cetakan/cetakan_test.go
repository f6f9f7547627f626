package cetakan

import (
	"maps"
	"slices"
	"testing"

	"siip-asn/flow"
)

func TestKode(t *testing.T) {
	kode := NewKode([size]byte{0, 1, 31, 32, 33, 255, 7, 8, 9, 10, 11, 12})
	c := Record{Kode: kode}
	for _, typed := range []string{c.Payload(), "v_" + c.Cetak()[2:], "V_" + kode} {
		got, is := ParseKode(typed)
		if !is || got != kode {
			t.Errorf("%q: %q %v", typed, got, is)
		}
	}
	if _, is := ParseKode("usulan_2"); is {
		t.Error("another payload is taken for a code")
	}
	for _, forged := range []string{"v_", "v_123", "v_!!!!!!!!!!!!", "v_" + kode + "0"} {
		if got, is := ParseKode(forged); !is || got != "" {
			t.Errorf("%q: %q %v", forged, got, is)
		}
	}
}

// A code is found as it is printed, however it was typed and whatever stands around it; words and numbers are none.
func TestFindKode(t *testing.T) {
	const kode = "7K2M9QPDX4TA"
	for text, whole := range map[string]bool{
		"V-7K2M-9QPD-X4TA": true, "v-7k2m-9qpd-x4ta": true, "V 7K2M 9QPD X4TA": true, "V–7K2M—9QPD‑X4TA": true, " “V-7K2M-9QPD-X4TA”. ": true,
		"V7K2M9QPDX4TA": true, "v_7K2M9QPDX4TA": true, "https://t.me/siip_bot?start=v_7K2M9QPDX4TA": true, "V.7K2M.9QPD.X4TA": true,
		"mohon cek V-7K2M-9QPD-X4TA ya": false, "Kode V-7K2M-9QPD-X4TA · BKPSDM": false, "lihat https://t.me/siip_bot?start=v_7K2M9QPDX4TA pak": false,
	} {
		got, all, found := FindKode(text)
		if got != kode || !found || all != whole {
			t.Errorf("%q: %q, whole %v, found %v", text, got, all, found)
		}
	}
	if got, _, found := FindKode("V-OI2L-9QPD-X4TA"); !found || got != "01219QPDX4TA" {
		t.Errorf("letters that are taken for digits: %q", got)
	}
	if got, whole, found := FindKode("V-ABCD-EFGH-JKMN"); !found || !whole || got != "ABCDEFGHJKMN" {
		t.Errorf("a code of letters only: %q", got)
	}
	for _, text := range []string{"", "V", "verifikasinya", "v saya akan buat laporan", "7K2M-9QPD-X4TA", "V-7K2M-9QPD", "V-7K2M-9QPD-X4T!", "190101012026011001", "V 0812 3456 78", "diklat V 2026"} {
		if got, _, found := FindKode(text); found {
			t.Errorf("%q is taken for %q", text, got)
		}
	}
}

// Every code can be told from words.
func TestNewKodeHasADigitAndALetter(t *testing.T) {
	for _, random := range [][size]byte{{}, {31, 31, 31, 31, 31, 31, 31, 31, 31, 31, 31, 31}, {255, 254, 253, 252, 251, 250, 249, 248, 247, 246, 245, 244}} {
		if kode := NewKode(random); !mixed(kode) || normal(kode) != kode {
			t.Errorf("%q", kode)
		}
	}
}

func TestPack(t *testing.T) {
	for _, ids := range [][]flow.UsulanID{nil, {1}, {9, 3, 4_000_000_000}, {1, 2, 3, 300}} {
		got := slices.Sorted(maps.Keys(Unpack(Pack(ids))))
		if !slices.Equal(got, slices.Sorted(slices.Values(ids))) {
			t.Errorf("%v became %v", ids, got)
		}
	}
	if n := len(Unpack([]byte{0x80})); n != 0 {
		t.Error("a damaged list has ids")
	}
}

func TestBoleh(t *testing.T) {
	c := Record{OPD: 3}
	for _, x := range []struct {
		p    flow.Pegawai
		want bool
	}{
		{flow.Pegawai{AdminSIIP: true}, true}, {flow.Pegawai{AdminOPD: true, OPD: 3}, true}, {flow.Pegawai{AdminOPD: true, OPD: 4}, false},
		{flow.Pegawai{OPD: 3}, false}, {flow.Pegawai{AdminSIIP: true}.Keluarkan(flow.Pensiun, ""), false},
	} {
		if c.Boleh(x.p) != x.want {
			t.Errorf("%+v: %v", x.p, !x.want)
		}
	}
	if (Record{}).Boleh(flow.Pegawai{AdminOPD: true}) {
		t.Error("a print of all OPD is for the Admin SIIP-ASN")
	}
}
