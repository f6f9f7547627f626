package spelling_test

import (
	"testing"

	"siip-asn/flow/aktivasi"
	"siip-asn/flow/identitas"
	"siip-asn/flow/kalender"
	"siip-asn/flow/spelling"
)

// TestOneNormalisationForAllThatIsTyped: whatever stands between, around or within, it is the same text.
func TestOneNormalisationForAllThatIsTyped(t *testing.T) {
	for _, dash := range []string{"-", "\u2010", "\u2011", "\u2012", "\u2013", "\u2014", "\u2015", "\u2212", "\ufe58", "\ufe63", "\uff0d", "\u2043"} {
		for _, space := range []string{" ", "\u00a0", "\u2002", "\u2009", "\u202f", "\u3000", "\t", "\u2800"} {
			for _, unseen := range []string{"", "\u200b", "\u200c", "\u200d", "\u2060", "\ufeff", "\u00ad", "\u202e", "\u034f", "\ufe0f", "\u3164", "\U000e0101"} {
				s := space + "Dinas" + unseen + space + space + "A" + dash + unseen + "B" + space
				if got := spelling.Plain(s); got != "Dinas A-B" {
					t.Errorf("%+q: %+q", s, got)
				}
				if got := spelling.Key(s); got != "dinasa-b" {
					t.Errorf("%+q: %+q", s, got)
				}
				nip := unseen + "19010101" + dash + "192501" + space + "1" + unseen + "001"
				if got, err := identitas.ParseNIP(nip); err != nil || got != "190101011925011001" {
					t.Errorf("%+q: %v %v", nip, got, err)
				}
				kode := "K0DE" + dash + unseen + "0000" + space + "0001"
				if aktivasi.HashKode(kode) != aktivasi.HashKode("K0DE00000001") {
					t.Errorf("%+q is not that code", kode)
				}
				hp := unseen + "0812" + dash + "3456" + space + "7890"
				if got, ok := identitas.ParseHP(hp); !ok || got != "+6281234567890" {
					t.Errorf("%+q: %v", hp, got)
				}
			}
		}
	}
	for _, quote := range []string{"'", "`", "´", "‘", "’", "‛", "′", "ʼ", "＇", `"`, "“", "”", "″", "«", "＂"} {
		if got := spelling.Unquoted(quote + "K0DE" + quote); got != "K0DE" {
			t.Errorf("%s: %s", quote, got)
		}
		if got, err := identitas.ParseNIP(quote + "190101011925011001"); err != nil || got != "190101011925011001" {
			t.Errorf("%s: %v %v", quote, got, err)
		}
	}
	if got := spelling.Plain("ＮＩＰ １９０１"); got != "NIP 1901" {
		t.Error(got)
	}
	if !spelling.Matches("Bimtek SAKIP – LKjIP", "sakip - lkjip") || !spelling.Matches("Ma’arif", "ma'arif") {
		t.Error("a search is typed on a keyboard")
	}
	if got, ok := kalender.ParseTanggal("31–08–2022"); !ok || got != "2022-08-31" {
		t.Error(got)
	}
}
