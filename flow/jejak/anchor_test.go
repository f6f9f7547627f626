package jejak

import "testing"

func TestAnAnchorIsReadAsItWasWritten(t *testing.T) {
	e := Entry{OlehNama: "BUDI CONTOH"}.After(Entry{Nomor: 41})
	for _, text := range []string{e.Anchor().String(), e.Anchor().Short(), " 42 : " + e.Hash, "42:" + e.Hash[:30]} {
		a, ok := ParseAnchor(text)
		if !ok || !a.Holds(e) {
			t.Errorf("%q: %v %v", text, a, ok)
		}
		other := e
		other.Keterangan = "lain"
		if a.Holds(other.After(Entry{Nomor: 41})) || a.Holds(other.After(Entry{Nomor: 40})) {
			t.Errorf("%q holds another entry", text)
		}
	}
	for _, text := range []string{"", "42", "42:", "42:" + e.Hash[:19], "0:" + e.Hash, "x:" + e.Hash, "42:" + e.Hash + "0", "42:zz" + e.Hash[:30]} {
		if a, ok := ParseAnchor(text); ok {
			t.Errorf("%q is read as %v", text, a)
		}
	}
	if (Anchor{}).String() != "" || (Anchor{}).Short() != "" {
		t.Error("an empty trail has no anchor")
	}
}
