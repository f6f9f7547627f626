package flow

import "testing"

func TestTidy(t *testing.T) {
	for in, want := range map[string]string{
		"  Pelatihan \t Tata\nNaskah  ": "Pelatihan Tata Naskah",
		"Pelatihan\x00\x07 SPBE":        "Pelatihan SPBE",
		"a\u202Egnp.exe":                "agnp.exe",
		"zero\u200bwidth":               "zerowidth",
		"Nguyễn Þór":                    "Nguyễn Þór",
		"\xff\xfe":                      "",
	} {
		if got := Tidy(in); got != want {
			t.Errorf("%q: %q", in, got)
		}
	}
	if got := TidyLines(" satu  \n\n\n dua\r\n"); got != "satu\ndua" {
		t.Errorf("%q", got)
	}
}

func TestJudulKeyFoldsCaseSpacesAndPunctuation(t *testing.T) {
	for _, same := range []string{"Pelatihan K3", "pelatihan  k-3", "PELATIHAN (K3)!", "Pelatihan K3."} {
		if JudulKey(same) != "pelatihank3" {
			t.Errorf("%q: %q", same, JudulKey(same))
		}
	}
}

func TestKodeIsReadAsItWasMeant(t *testing.T) {
	kode := NewKode([12]byte{0, 1, 2, 3, 10, 20, 31, 32, 63, 64, 255, 7})
	if len(kode) != 14 || kode[4] != '-' {
		t.Fatal(kode)
	}
	if HashKode("K0DE-0000-0001") != HashKode(" kode oooo ooo1 ") {
		t.Error("letters that look like digits are read as those")
	}
	if HashKode("K0DE-0000-0001") == HashKode("K0DE-0000-0002") {
		t.Error("two codes, one hash")
	}
	for text, want := range map[string]bool{
		"K0DE-0000-0001": true, "k0de 0000 0001": true, "salah": true, "halo": false, "selamat pagi": false, "": false, "apa?!": false,
	} {
		if LooksLikeKode(text) != want {
			t.Errorf("%q", text)
		}
	}
}
