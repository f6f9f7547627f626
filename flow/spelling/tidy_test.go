package spelling

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

// TestAKodeIsFoundInWhateverHoldsIt: typed, pasted, forwarded, with every dash and space that a phone can make.
