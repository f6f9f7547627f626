package identitas

import (
	"errors"
	"strings"
	"testing"
)

func TestParseNIP(t *testing.T) {
	for _, c := range []struct{ typed, bagian string }{
		{"190101011925011001", ""},
		{" 19010101 192501 1 001 ", ""},
		{"19010101.192501-1.999", ""},
		{"19010101–192501—1‑999", ""},
		{"190101012021211001", ""}, // PPPK, the first of 2021
		{"190101012019292001", ""}, // PPPK, the ninth of 2019
		{"19010101192501100", "panjangnya"},
		{"1901010119250110011", "panjangnya"},
		{"", "panjangnya"},
		{"19010101192501100A", "isinya"},
		{"١90101011925011001", "isinya"},
		{"190113011925011001", "tanggal lahir"},
		{"190102291925011001", "tanggal lahir"},
		{"000000001925011001", "tanggal lahir"},
		{"190101011925131001", "TMT"},
		{"190101011925001001", "TMT"},
		{"190101012021201001", "TMT"}, // n is 1 to 9
		{"190101011900011001", "TMT"},
		{"190101012018211001", "tahun pengangkatan PPPK"},
		{"190101011925013001", "jenis kelamin"},
		{"190101011925010001", "jenis kelamin"},
		{"190101011925011000", "nomor urut"},
	} {
		nip, err := ParseNIP(c.typed)
		var wrong *NIPError
		switch {
		case c.bagian == "" && err != nil:
			t.Errorf("%q: %v", c.typed, err)
		case c.bagian == "" && len(nip) != 18:
			t.Errorf("%q became %q", c.typed, nip)
		case c.bagian != "" && (!errors.As(err, &wrong) || wrong.Part != c.bagian):
			t.Errorf("%q: want the fault in %s, got %v", c.typed, c.bagian, err)
		}
	}
}

func TestPartOfNIPDropsTheMarksBetweenDigitsOnly(t *testing.T) {
	for typed, want := range map[string]string{
		"19010101 192501-1.001": "190101011925011001",
		"1901.0101":             "19010101",
		"budi 1901":             "budi 1901",
		"Pelatihan 5-S":         "Pelatihan 5-S",
		"-":                     "-",
		"":                      "",
	} {
		if got := PartOfNIP(typed); got != want {
			t.Errorf("%q: %q, want %q", typed, got, want)
		}
	}
}

func TestMaskedNIPHidesTheMiddle(t *testing.T) {
	if got := NIP("190101011925011001").Masked(); got != "1901***********001" {
		t.Error(got)
	}
	if got := NIP("123").Masked(); strings.Contains(got, "123") {
		t.Error(got)
	}
}

// FuzzParseNIP: whatever is accepted reads back as itself.
func FuzzParseNIP(f *testing.F) {
	for _, s := range []string{"190101011925011001", "1901-0101 2021.211001", "x", ""} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		nip, err := ParseNIP(s)
		if err != nil {
			if err.Error() == "" {
				t.Error("an error without words")
			}
			return
		}
		if again, err := ParseNIP(string(nip)); err != nil || again != nip || len(nip) != 18 {
			t.Errorf("%q became %q, then %q (%v)", s, nip, again, err)
		}
	})
}

// TestANumberInACellMayHaveLostItsZero: a spreadsheet takes 0811… for a quantity. Nothing else is different there.
func TestANumberInACellMayHaveLostItsZero(t *testing.T) {
	for typed, want := range map[string]HP{
		"8110000001": "+628110000001", "8110000001.0": "+628110000001", " 0811 0000 001": "+628110000001", "628110000001": "+628110000001", "+852 9123 4567": "", "85": "",
	} {
		if got, ok := ParseHPSel(typed); got != want || ok != (want != "") {
			t.Errorf("%q: %q %v", typed, got, ok)
		}
	}
}

func TestAMaskedNumberIsKnownToItsOwnerOnly(t *testing.T) {
	for hp, want := range map[HP]string{"+628110000001": "+62******0001", "+62811": "", "": ""} {
		if got := hp.Masked(); got != want {
			t.Errorf("%q: %q, want %q", hp, got, want)
		}
	}
}
