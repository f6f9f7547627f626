package jejak

import (
	"io"
	"slices"
	"testing"

	"github.com/xuri/excelize/v2"

	"siip-asn/flow/cetakan"
	"siip-asn/flow/jejak"
	"siip-asn/reports/sample"
)

func TestWrite(t *testing.T) {
	rows := sample.Jejak(6)
	b := sample.Bytes(t, func(w io.Writer) error {
		return Write(w, sample.Instansi, sample.Made, cetakan.Tanda{}, slices.Values(rows))
	})
	sample.NoFormulas(t, b)
	f := sample.Open(t, b)
	got := sample.Rows(t, f, "Jejak")
	head := []string{"No", "Waktu WIB", "Oleh", "Peran", "Aksi", "Pegawai", "NIP", "Usulan", "Dari", "Ke", "Keterangan", "Perubahan", "Hash"}
	if !slices.Equal(got[0], head) {
		t.Errorf("%q", got[0])
	}
	want := []string{"3", "23/11/2026 10:11:30", "BUDI KENCANA PUTRA, S.IP., M.Si.", "Admin OPD", "Edit", rows[2].PegawaiNama,
		string(rows[2].PegawaiNIP), "1", "USULAN MASUK", "", "",
		"Usulan Diklat: Pelatihan SPBE → Pelatihan Tata Naskah Dinas\nRekomendasi: – → VISIONARY 2", rows[2].Hash}
	if !slices.Equal(got[3], want) {
		t.Errorf("%q\nwant %q", got[3], want)
	}
	if kind, err := f.GetCellType("Jejak", "G2"); err != nil || kind != excelize.CellTypeInlineString {
		t.Error("NIP is no text", kind, err)
	}
	sample.PrintsWell(t, f, "Jejak", 1, "landscape")
}

func TestJejakEmpty(t *testing.T) {
	f := sample.Open(t, sample.Bytes(t, func(w io.Writer) error {
		return Write(w, sample.Instansi, sample.Made, cetakan.Tanda{}, slices.Values([]jejak.Baris{{}}))
	}))
	if got := sample.Rows(t, f, "Jejak"); len(got) != 2 || !slices.Equal(got[1], []string{"0"}) {
		t.Errorf("%q", got)
	}
}
