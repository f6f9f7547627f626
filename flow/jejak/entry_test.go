package jejak

import (
	"testing"
	"time"

	"siip-asn/flow"
)

// trail is three entries in a chain.
func trail() []Entry {
	var list []Entry
	var last Entry
	for i, aksi := range []flow.Aksi{flow.Simpan, flow.Teruskan, flow.Setujui} {
		last = Entry{At: time.Unix(int64(i), 0).UTC(), Usulan: 1, Aksi: aksi, OlehNama: "SIAPA", Keterangan: "alasan"}.After(last)
		list = append(list, last)
	}
	return list
}

func broken(list []Entry) bool {
	var last Entry
	for _, e := range list {
		if !e.Follows(last) {
			return true
		}
		last = e
	}
	return false
}

func TestTheChainShowsEveryTampering(t *testing.T) {
	if broken(trail()) {
		t.Fatal("an untouched trail must be whole")
	}
	for name, tamper := range map[string]func([]Entry) []Entry{
		"changed":   func(l []Entry) []Entry { l[1].Keterangan = "lain"; return l },
		"taken out": func(l []Entry) []Entry { return append(l[:1], l[2]) },
		"swapped":   func(l []Entry) []Entry { l[1], l[2] = l[2], l[1]; return l },
		"put in":    func(l []Entry) []Entry { return append(l[:2], Entry{Nomor: 3}, l[2]) },
		"resealed":  func(l []Entry) []Entry { l[1].Oleh = 7; l[1].Hash = l[1].digest(); return l },
	} {
		if !broken(tamper(trail())) {
			t.Errorf("an entry was %s and nobody saw", name)
		}
	}
}
