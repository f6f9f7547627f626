package percakapan_test

import (
	"strings"
	"testing"
	"unicode/utf8"

	"siip-asn/flow"
	"siip-asn/flow/percakapan"
)

// TestTheBotIntroducesItself: in the name of the office, within the limits of Telegram, however long the names are.
func TestTheBotIntroducesItself(t *testing.T) {
	about, short := percakapan.Profil(flow.Aturan{Instansi: "Kota Contoh", Kontak: "Bidang Pengembangan, 0733-0000001"})
	for _, words := range []string{"Kota Contoh", "nomor HP", "kode aktivasi", "tidak pernah meminta kata sandi", "0733-0000001"} {
		if !strings.Contains(about, words) {
			t.Errorf("%q says nothing of %q", about, words)
		}
	}
	if !strings.Contains(short, "Kota Contoh") {
		t.Error(short)
	}
	about, short = percakapan.Profil(flow.Aturan{Instansi: strings.Repeat("Kabupaten ", 60), Kontak: strings.Repeat("x", 600)})
	if utf8.RuneCountInString(about) > 512 || utf8.RuneCountInString(short) > 120 {
		t.Errorf("%d and %d characters", utf8.RuneCountInString(about), utf8.RuneCountInString(short))
	}
}
