package ui

import "testing"

// TestTextsDoNotShareWhatTheyAdd makes two texts of one beginning.
func TestTextsDoNotShareWhatTheyAdd(t *testing.T) {
	head := Spans{}.Bold("Nama").Plain(": ")
	a, b := head.Plain("a").Bold("A"), head.Plain("b").Bold("B")
	if a.String() != "Nama: aA" || b.String() != "Nama: bB" || head.String() != "Nama: " {
		t.Errorf("%q %q %q", a.String(), b.String(), head.String())
	}
}

// TestPlainTextIsOneSpan: neighbours without a style are one span; a quotation is a block of its own.
func TestPlainTextIsOneSpan(t *testing.T) {
	text := Spans{}.Field("NIP", "1").Field("OPD", "Dinas").Strong("Nama", "X").Quote("a").Quote("b")
	want := Spans{{Plain, "NIP: 1\nOPD: Dinas\nNama: "}, {Bold, "X"}, {Plain, "\n"}, {Quote, "a"}, {Quote, "b"}}
	if len(text) != len(want) {
		t.Fatalf("%q", text)
	}
	for i := range want {
		if text[i] != want[i] {
			t.Errorf("%q, want %q", text[i], want[i])
		}
	}
}
