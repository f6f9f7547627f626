package bot

import (
	"testing"

	"siip-asn/flow/dialog/ui"
)

func TestAButtonFitsAndReadsBack(t *testing.T) {
	for _, b := range []ui.Button{
		{Word: "menu"},
		{Word: "ya-teruskan", ID: 12, Versi: 3},
		{Word: "abcdefghijklmnopqrstuvwxyz-abcdefg", ID: ui.NumberMax, Versi: ui.NumberMax},
	} {
		data := encodeButton(b)
		if len(data) > callbackMax {
			t.Errorf("%q has %d bytes", data, len(data))
		}
		if got, err := decodeButton(data); err != nil || got != b {
			t.Errorf("%q became %+v (%v)", data, got, err)
		}
	}
}

func TestForgedButtonsAreRefused(t *testing.T) {
	for _, data := range []string{
		"", ":", "::", "menu", "menu:1", "menu:1:2:3", "menu:-1:0", "menu:01:0", "menu:0:+1", "MENU:0:0", "menu:0:0 ", "\fmenu|0",
		"menu:zzzzzzzzzzzzzzz:0", "menu:A:0", ":1:1", "riwayat:1:1y2p0ij32e8e8", "riwayat:1y2p0ij32e8e8:1", "riwayat:1:3w5e11264sgsf", "riwayat:1:2gosa7pa2gx", "mé:0:0",
		"abcdefghijklmnopqrstuvwxyzabcdefghijklmnopqrstuvwxyzabcdefghijklmnopqrstuvwxyz:0:0",
	} {
		if b, err := decodeButton(data); err == nil {
			t.Errorf("%q became %+v", data, b)
		}
	}
}

// FuzzButton: what is read writes back as it was; there is one way to write a button.
func FuzzButton(f *testing.F) {
	f.Add("teruskan:1z:3")
	f.Add("menu:0:0")
	f.Add("a:b:c:d")
	f.Fuzz(func(t *testing.T, data string) {
		b, err := decodeButton(data)
		if err == nil && encodeButton(b) != data {
			t.Errorf("%q became %+v, which is written %q", data, b, encodeButton(b))
		}
	})
}
