package store

import (
	"errors"
	"strings"
	"testing"
	"time"

	bolt "go.etcd.io/bbolt"

	"siip-asn/flow"
	"siip-asn/flow/aktivasi"
	"siip-asn/flow/dialog"
	"siip-asn/flow/dialog/ui"
	"siip-asn/flow/post"
	"siip-asn/store/core"
	"siip-asn/store/schema"
)

func shows(slot ui.Slot) dialog.Step {
	return func(_ dialog.Reader, session dialog.Session, e dialog.Event) (dialog.Session, []dialog.Effect, error) {
		return session, []dialog.Effect{dialog.Show{To: e.From, Slot: slot, Screen: says(e.Input.(dialog.Text).Body)}}, nil
	}
}

func numbers(t *testing.T, s *Store) (list []uint64) {
	t.Helper()
	letters, err := s.DeadLetters()
	if err != nil {
		t.Fatal(err)
	}
	for _, d := range letters {
		list = append(list, d.Nomor)
	}
	return list
}

func TestADeadLetterIsSentAgain(t *testing.T) {
	s := fresh(t, shows("dialog"))
	settle(t, s, post.Receipt{ID: apply(t, s, typed(1, "satu"))[0].ID, To: 7, Problem: "Bad Request"})
	tickets, err := s.Resend(numbers(t, s), noon)
	if err != nil || len(tickets) != 1 {
		t.Fatal(tickets, err)
	}
	if got := outbox(t, s); strings.Join(got, " ") != "satu" || len(numbers(t, s)) != 0 {
		t.Errorf("%q waits, %v are dead", got, numbers(t, s))
	}
	if again, err := s.Resend([]uint64{1, 77}, noon); err != nil || len(again) != 0 {
		t.Errorf("letters that are not there: %v %v", again, err)
	}
}

func TestADeadLetterDoesNotHideWhatCameLater(t *testing.T) {
	s := fresh(t, shows("usulan/1"))
	settle(t, s, post.Receipt{ID: apply(t, s, typed(1, "lama"))[0].ID, To: 7, Slot: "usulan/1", Problem: "Bad Request"})
	settle(t, s, post.Receipt{ID: apply(t, s, typed(2, "baru"))[0].ID, To: 7, Slot: "usulan/1", Held: post.Held{Message: 40}})
	tickets, err := s.Resend(numbers(t, s), noon)
	if err != nil || len(tickets) != 0 || len(numbers(t, s)) != 0 {
		t.Errorf("%v %v", tickets, err)
	}
}

func TestADeadLetterIsForgotten(t *testing.T) {
	s := fresh(t, shows("dialog"))
	settle(t, s, post.Receipt{ID: apply(t, s, typed(1, "satu"))[0].ID, To: 7, Problem: "Bad Request"})
	if err := s.Forget(numbers(t, s)); err != nil || len(numbers(t, s)) != 0 {
		t.Error(err)
	}
}

func TestALongUpdateIsBuriedInPart(t *testing.T) {
	s := fresh(t, func(dialog.Reader, dialog.Session, dialog.Event) (dialog.Session, []dialog.Effect, error) {
		panic("oh")
	})
	apply(t, s, typed(1, strings.Repeat("x", 5<<20)))
	letters, _ := s.DeadLetters()
	if len(letters) != 1 || len(letters[0].Raw) != core.RawMax {
		t.Error(len(letters))
	}
}

// TestOnePersonPushesOutNobody: somebody whose updates cannot be read, one after the other, leaves a few letters, and those of
// the others stay.
func TestOnePersonPushesOutNobody(t *testing.T) {
	s := fresh(t, shows("dialog"))
	poison := func(update int64, from flow.AccountID) post.Incoming {
		return post.Incoming{Update: update, Event: dialog.Event{At: noon, From: from}, Poison: errors.New("unreadable")}
	}
	apply(t, s, poison(1, 7))
	for n := int64(2); n < 1000; n += 100 {
		var batch []post.Incoming
		for i := range int64(100) {
			batch = append(batch, poison(n+i, 8))
		}
		apply(t, s, batch...)
	}
	apply(t, s, poison(5000, 9))
	list, err := s.DeadLetters()
	if err != nil || len(list) != 2+core.DeadPerson || list[0].From != 7 || list[len(list)-1].From != 9 {
		t.Errorf("%d letters, %v", len(list), err)
	}
}

// TestALetterKeepsNoValidCode: neither what was to be handed out, nor what somebody has typed, nor a sheet of them.
func TestALetterKeepsNoValidCode(t *testing.T) {
	const kode = "7Q2M-XW4K-P9DR"
	s := office(t, func(r dialog.Reader, session dialog.Session, e dialog.Event) (dialog.Session, []dialog.Effect, error) {
		panic("oh")
	})
	if err := s.SaveAktivasi([]aktivasi.Aktivasi{{Hash: aktivasi.HashKode(kode), Pegawai: 2, Sampai: noon.Add(time.Hour)}}); err != nil {
		t.Fatal(err)
	}
	link := says("Undangan")
	link.Rows = [][]ui.Choice{{{Label: "Buka", Link: "https://t.me/siip_asn_bot?start=" + strings.ReplaceAll(kode, "-", "")}}}
	for _, what := range []dialog.Effect{
		dialog.Show{To: 7, Screen: says("Kode aktivasi: " + kode)}, dialog.Show{To: 7, Screen: link},
		dialog.Send{To: 7, Laporan: dialog.Laporan{Jenis: dialog.LaporanQR, Text: "https://t.me/siip_asn_bot?start=" + kode}},
		dialog.Send{To: 7, Laporan: dialog.Laporan{Jenis: dialog.LaporanAktivasi, Text: "benih"}},
	} {
		settle(t, s, post.Receipt{ID: sends(t, s, what).ID, To: 7, Problem: "Bad Request"})
	}
	apply(t, s, post.Incoming{Update: 1, Raw: []byte(`{"message":{"text":"ini kode saya ` + kode + `"}}`), Event: dialog.Event{At: noon, From: 70, Input: dialog.Text{Body: kode}}})
	others := "surat " + strings.Join([]string{"A1B2-C3D4-E5F6", "A2B2-C3D4-E5F6", "A3B2-C3D4-E5F6", "A4B2-C3D4-E5F6", "A5B2-C3D4-E5F6"}, `\n`)
	for n, text := range []string{`Kode Anda:\n` + kode, others + `\n` + kode, others + `\u000a` + kode + `\u00a0ya`} {
		apply(t, s, post.Incoming{Update: int64(2 + n), Raw: []byte(`{"message":{"text":"` + text + `"}}`), Event: dialog.Event{At: noon, From: 70, Input: dialog.Text{Body: "x"}}})
	}
	harmless := sends(t, s, dialog.Show{To: 7, Screen: says("Halo, PENGEMBANGAN")})
	settle(t, s, post.Receipt{ID: harmless.ID, To: 7, Problem: "Bad Request"})
	list, err := s.DeadLetters()
	if err != nil || len(list) != 9 {
		t.Fatalf("%d letters, %v", len(list), err)
	}
	for i, d := range list {
		if kept := d.Letter != nil || d.Raw != ""; kept != (i == 8) {
			t.Errorf("%+v", d)
		}
	}
	_ = s.View(func(tx *bolt.Tx) error {
		schema.Letters.Scan(tx, nil, func(_, v []byte) bool {
			for _, secret := range []string{kode, strings.ReplaceAll(kode, "-", ""), "benih"} {
				if strings.Contains(string(v), secret) {
					t.Errorf("%s", v)
				}
			}
			return true
		})
		return nil
	})
}
