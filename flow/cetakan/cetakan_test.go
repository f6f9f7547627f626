package cetakan

import (
	"maps"
	"slices"
	"testing"

	"siip-asn/flow"
)

func TestKode(t *testing.T) {
	kode := NewKode([size]byte{0, 1, 31, 32, 33, 255, 7, 8, 9, 10, 11, 12})
	c := Catatan{Kode: kode}
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
	c := Catatan{OPD: 3}
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
	if (Catatan{}).Boleh(flow.Pegawai{AdminOPD: true}) {
		t.Error("a print of all OPD is for the Admin SIIP-ASN")
	}
}
