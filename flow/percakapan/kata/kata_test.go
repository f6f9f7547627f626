package kata

import "testing"

// TestNames: a label is meant with or without its emoji, its signs and the count behind it, and by nothing that goes on.
func TestNames(t *testing.T) {
	for _, c := range []struct {
		label, typed string
		want         bool
	}{
		{"📥 Antrean (3)", "antrean", true}, {"Isi Manual", " isi manual. ", true}, {"Ya, Lanjutkan", "ya lanjutkan", true},
		{"✅ Ya, Setujui", "Ya", true}, {"🗑 Ya, Hapus", "iya", true}, {"Simpan", "ya", true}, {"7", "7", true}, {"☐ 7", "7", true},
		{"Simpan", "simpan dulu", false}, {"17", "7", false}, {"Batal", "ya", false}, {"Yang terlama", "ya", false},
		{"Kembali", "", false}, {"Kembali", "...", false}, {"Export ke Excel", "export", false},
	} {
		if got := names(c.label, c.typed); got != c.want {
			t.Errorf("%q for %q: %v", c.typed, c.label, got)
		}
	}
}

// TestOnlyThanks: thanks of any length are thanks; what says something besides is not.
func TestOnlyThanks(t *testing.T) {
	for text, want := range map[string]bool{
		"terima kasih banyak bu admin 🙏": true, "Baik, terima kasih atas bantuannya, Pak!": true, "makasih ya min": true,
		"ok": false, "terima kasih, mohon dilengkapi": false, "Pelatihan Terima Kasih": false, "": false,
	} {
		if got := onlyThanks(text); got != want {
			t.Errorf("%q: %v", text, got)
		}
	}
}
