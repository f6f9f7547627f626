package typeface

import (
	"encoding/binary"
	"testing"
	"unicode"
)

// glyphs reads which letters a TrueType font has: its cmap table in format 4.
func glyphs(t testing.TB, font []byte) map[rune]bool {
	t.Helper()
	u16 := func(at int) int { return int(binary.BigEndian.Uint16(font[at:])) }
	u32 := func(at int) int { return int(binary.BigEndian.Uint32(font[at:])) }
	cmap := 0
	for i := range u16(4) {
		if at := 12 + 16*i; string(font[at:at+4]) == "cmap" {
			cmap = u32(at + 8)
		}
	}
	has := map[rune]bool{}
	for i := range u16(cmap + 2) {
		at := cmap + u32(cmap+4+8*i+4)
		if u16(at) != 4 {
			continue
		}
		segments := u16(at+6) / 2
		for s := range segments {
			end, start := u16(at+14+2*s), u16(at+16+2*segments+2*s)
			for r := start; r <= end && r != 0xffff; r++ {
				has[rune(r)] = true
			}
		}
	}
	return has
}

// What the program believes it can print, both fonts have.
func TestLetterforms(t *testing.T) {
	for name, font := range map[string][]byte{"regular": Regular, "bold": Bold} {
		has := glyphs(t, font)
		if !has['A'] || has['中'] {
			t.Fatalf("%s cannot be read", name)
		}
		for _, area := range letterforms.R16 {
			for r := rune(area.Lo); r <= rune(area.Hi); r++ {
				if !has[r] {
					t.Errorf("%s has no %U", name, r)
				}
			}
		}
	}
}

// Every Latin letter that people write names with is among them.
func TestLatin(t *testing.T) {
	for r := rune(0x20); r < 0x2000; r++ {
		if unicode.Is(unicode.Latin, r) && !unicode.Is(letterforms, r) {
			t.Errorf("%U %c is not printed", r, r)
		}
	}
	for _, name := range []string{"Nguyễn Thị Ánh", "ŁUKASZ ŻÓŁĆ", "Şükrü Iğdır", "Þórður Æsa", "Ñuñez Óñate", "Ŵŷŋ Ẹ̀kọ́", "“D’Souza” – Müller"} {
		if got := Printable(name); got != name {
			t.Errorf("%q became %q", name, got)
		}
	}
}

// What the typeface lacks never becomes a box or a question mark.
func TestPrintable(t *testing.T) {
	for text, want := range map[string]string{
		"A中文B": "A…B", "Pelatihan 😀 Humas": "Pelatihan  Humas", "👩‍💻": None, "العربية": None, "Muʼmin": "Muʼmin", "René": "René", "": "", "!?": "!?",
	} {
		if got := Printable(text); got != want {
			t.Errorf("%q became %q, not %q", text, got, want)
		}
	}
	const nip = "190101012026011001"
	for nama, want := range map[string]string{"محمد": "NIP " + nip, "BUDI 王": "NIP " + nip, "SITI 🌸 CONTOH": "SITI  CONTOH", "Muʼmin": "Muʼmin"} {
		if got := Nama(nama, nip); got != want {
			t.Errorf("%q became %q, not %q", nama, got, want)
		}
	}
}
