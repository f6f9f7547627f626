package aktivasi

import (
	"fmt"
	"slices"
	"testing"
)

func TestKodeIsReadAsItWasMeant(t *testing.T) {
	kode := NewKode([12]byte{0, 1, 2, 3, 10, 20, 31, 32, 63, 64, 255, 7})
	if len(kode) != 14 || kode[4] != '-' {
		t.Fatal(kode)
	}
	for _, all := range [][12]byte{{}, {10, 10, 10, 10, 10, 10, 10, 10, 10, 10, 10, 10}} {
		if kode := NewKode(all); len(FindKode(kode)) != 1 {
			t.Errorf("%s is not found", kode)
		}
	}
	if HashKode("K0DE-0000-0001") != HashKode(" kode oooo ooo1 ") {
		t.Error("letters that look like digits are read as those")
	}
	if HashKode("K0DE-0000-0001") == HashKode("K0DE-0000-0002") {
		t.Error("two codes, one hash")
	}
}

func TestAKodeIsFoundInWhateverHoldsIt(t *testing.T) {
	const want = "K0DE000A0001"
	for _, text := range []string{
		"K0DE-000A-0001", "k0de 000a 0001", "k0de000a0001", "“K0DE–000A–0001”", "K0DE\u2011000A\u20110001", "K0DE\u00a0000A\u00a00001",
		"K0DE-\u200b000A-0001", "*K0DE-000A-0001*", "kode saya: KODE-OOOA-OOO1, terima kasih",
		"https://t.me/contoh_bot?start=K0DE-000A-0001", "Bapak Budi\nNIP 190101011925011001\nK0DE-000A-0001\nberlaku sampai 14-09-2026",
		"K0 DE00 0A00 01", "(K0DE_000A_0001)", "K0DE.000A.0001",
	} {
		if kodes := FindKode(text); !slices.Contains(kodes, want) {
			t.Errorf("%q: %q", text, kodes)
		}
	}
}

// TestWhatIsNoKodeIsNoGuess: five of those would close the door to somebody who never tried a code.
func TestWhatIsNoKodeIsNoGuess(t *testing.T) {
	for text, want := range map[string]bool{
		"K0DE-0000-0001": true, "k0de 0000 0001": true, "kode saya K0DE-0000-0001": true,
		"salah": false, "halo": false, "selamat siang": false, "Assalamualaikum": false, "pemerintahan": false, "": false, "apa?!": false,
		"190101011925011001": false, "19010101 192501 1 001": false, "1901 0101 1925 01 1 001": false, "NIP saya 190101011925011001": false,
		"0811-0000-0001": false, "tahun 2026 ini": false, "sejak tahun 2026 saja": false, "081100000001": false, "/start": false, "https://t.me/contoh_bot": false,
	} {
		if kodes := FindKode(text); len(kodes) > 0 != want {
			t.Errorf("%q: %q", text, kodes)
		}
	}
}

// TestAKodeIsFoundAmongMany: none is left out because of what else looks like a code, before or behind it.
func TestAKodeIsFoundAmongMany(t *testing.T) {
	many := ""
	for n := range 30 {
		many += fmt.Sprintf("surat A%03d-B%03d-C%03d\n", n, n, n)
	}
	for _, text := range []string{many + "K0DE-000A-0001", "K0DE-000A-0001\n" + many, many + "kode: Z0DE-000A-0001\n" + many} {
		kodes := FindKode(text)
		if len(kodes) < 31 || !slices.Contains(kodes, "K0DE000A0001") && !slices.Contains(kodes, "Z0DE000A0001") {
			t.Errorf("%q", kodes)
		}
	}
	if kodes := FindKode("https://t.me/contoh_bot?start=K0DE-000A-0001\nA0DE-000A-0001\nK0DE-000A-0001"); !slices.Equal(kodes, []string{"K0DE000A0001", "A0DE000A0001"}) {
		t.Errorf("not each once, in the order of the text: %q", kodes)
	}
}

// FuzzFindKode: what is found has the form of a code; the code of an invitation is found behind any text.
func FuzzFindKode(f *testing.F) {
	f.Add("kode saya: ")
	f.Add("190101011925011001\n")
	f.Fuzz(func(t *testing.T, text string) {
		kodes := FindKode(text)
		for _, k := range kodes {
			if len(k) != 12 || NormalKode(k) != k {
				t.Errorf("%q: %q", text, kodes)
			}
		}
		if found := FindKode(text + "\nK0DE-000A-0001"); !slices.Contains(found, "K0DE000A0001") {
			t.Errorf("%q: %q", text, found)
		}
	})
}
