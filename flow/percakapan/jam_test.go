package percakapan_test

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"siip-asn/flow"
	"siip-asn/flow/dialog"
	"siip-asn/flow/dialog/ui"
	"siip-asn/flow/kalender"
	"siip-asn/flow/percakapan"
	"siip-asn/flow/post"
)

// officeHours are those of the stage in these tests: weekdays from 07.30 to 17.00; the first of September is a holiday.
// 2026-08-31 is a Monday.
var officeHours = flow.Aturan{Kabar: kalender.JamKantor{
	Mulai: 7*time.Hour + 30*time.Minute, Selesai: 17 * time.Hour,
	Hari:  []time.Weekday{time.Monday, time.Tuesday, time.Wednesday, time.Thursday, time.Friday},
	Libur: []kalender.Tanggal{"2026-09-01"},
}}

// hoursStage is an office with hours, and these people in it.
func hoursStage(t *testing.T, names ...string) *stage {
	t.Helper()
	s := stageWith(t, t.TempDir(), percakapan.Step, officeHours)
	for _, name := range names {
		s.enter(s.people[name])
	}
	return s
}

// morning is hoursStage on a Monday, when the office has just opened.
func morning(t *testing.T, names ...string) *stage {
	t.Helper()
	s := hoursStage(t, names...)
	s.tick(wibAt("2026-08-31 07.30"))
	return s
}

// proposesAt lets somebody propose a diklat at that time.
func (s *stage) proposesAt(name string, at time.Time) {
	id := s.people[name]
	s.now = at.Add(-10 * time.Minute)
	s.enter(id)
	s.types(id, 0, "/start")
	for range 6 {
		switch p := s.place(id); p {
		case "form/ringkasan":
			s.now = at.Add(-time.Minute)
			s.taps(id, "Simpan")
			return
		case "form/rekomendasi":
			s.taps(id, "Pakai yang ada")
		case "form/panduan":
			s.taps(id, "Pelatihan SPBE")
		default:
			s.taps(id, "Tambah")
		}
	}
	s.t.Fatalf("%s never comes to the summary", name)
}

// tick lets the clock of the program tick at that time.
func (s *stage) tick(at time.Time) {
	s.now = at.Add(-time.Minute)
	s.apply(post.Incoming{Event: dialog.Event{Input: dialog.Tick{}}})
}

func wibAt(text string) time.Time {
	at, err := time.ParseInLocation("2006-01-02 15.04", text, wib)
	if err != nil {
		panic(err)
	}
	return at
}

// TestNewsOutsideTheOfficeHoursMakesNoSound: at 17.00 it does not, at 16.59 it does; at the next opening there is one ring
// for all of it, and only one.
func TestNewsOutsideTheOfficeHoursMakesNoSound(t *testing.T) {
	t.Parallel()
	s := morning(t, "Tono")
	tono := s.people["Tono"]
	s.rings = map[flow.AccountID][]time.Time{}
	s.proposesAt("Budi", wibAt("2026-08-31 16.59"))
	if len(s.rings[tono]) != 1 {
		t.Errorf("at 16.59: %v", s.rings[tono])
	}
	s.proposesAt("Sari", wibAt("2026-08-31 17.00"))
	s.proposesAt("Tini", wibAt("2026-08-31 20.00"))
	s.tick(wibAt("2026-09-01 08.00")) // a holiday
	s.tick(wibAt("2026-09-02 07.29"))
	if len(s.rings[tono]) != 1 {
		t.Errorf("before the opening: %v", s.rings[tono])
	}
	for minute := range 5 {
		s.tick(wibAt("2026-09-02 07.30").Add(time.Duration(minute) * time.Minute))
	}
	if len(s.rings[tono]) != 2 || !strings.Contains(s.lastText(tono), "3 usulan yang menunggu Anda") {
		t.Errorf("after the opening: %v\n%s", s.rings[tono], s.lastText(tono))
	}
	s.close()
}

// TestAQueueRingsOnceInHalfAnHour: whatever comes in, and whoever decides meanwhile.
func TestAQueueRingsOnceInHalfAnHour(t *testing.T) {
	t.Parallel()
	s := hoursStage(t, "Tono")
	tono := s.people["Tono"]
	s.crowd("17")
	rings := s.rings[tono]
	for i := 1; i < len(rings); i++ {
		if d := rings[i].Sub(rings[i-1]); d < 30*time.Minute {
			t.Errorf("two rings within %s", d)
		}
	}
	if len(rings) == 0 || len(rings) > 3 || len(s.chats[tono].messages) > 4 || !strings.Contains(s.lastText(tono), "17 usulan yang menunggu Anda") {
		t.Errorf("%d rings, %d messages\n%s", len(rings), len(s.chats[tono].messages), s.lastText(tono))
	}
	s.types(tono, 0, "/start")
	s.taps(tono, "Teruskan semua")
	s.taps(tono, "Ya, Lanjutkan")
	s.finish()
	if text := s.textWith(tono, "menunggu Anda"); !strings.Contains(text, "Tidak ada usulan") {
		t.Errorf("the queue message says: %s", text)
	}
	s.close()
}

// TestWaitingIsNoticed: three working days remind the Admin OPD once; after five the Admin SIIP-ASN is shown it, and can
// forward it in his place. Weekends and holidays do not count; a clock that leaps ahead and back reminds nobody twice.
func TestWaitingIsNoticed(t *testing.T) {
	t.Parallel()
	s := morning(t, "Tono", "Wati")
	tono, wati := s.people["Tono"], s.people["Wati"]
	s.proposesAt("Budi", wibAt("2026-08-31 10.00"))
	for day, want := range [][2]int{1: {0, 0}, 2: {0, 0}, 3: {0, 0}, 4: {1, 0}, 5: {0, 0}, 6: {0, 0}, 7: {0, 0}, 8: {0, 1}, 9: {0, 0}} {
		if day == 0 {
			continue
		}
		s.rings = map[flow.AccountID][]time.Time{}
		s.tick(wibAt("2026-08-31 07.30").AddDate(0, 0, day))
		s.tick(wibAt("2026-08-31 09.00").AddDate(0, 0, day))
		if got := [2]int{len(s.rings[tono]), len(s.rings[wati])}; got != want {
			t.Errorf("%s: rings %v, want %v", wibAt("2026-08-31 09.00").AddDate(0, 0, day).Format("Mon 02-01"), got, want)
		}
	}
	if text := s.lastText(wati); !strings.Contains(text, "dapat meneruskannya") {
		t.Errorf("Wati reads %s", text)
	}
	s.taps(wati, "Buka Antrean")
	if first := strings.Join(strings.SplitN(s.lastText(wati), "\n", 4)[:3], "\n"); !strings.Contains(first, "TONO CONTOH") || !strings.Contains(first, "Anda dapat meneruskannya") {
		t.Errorf("Wati reads first\n%s", first)
	}
	s.taps(wati, "Teruskan")
	s.taps(wati, "Ya, Lanjutkan")
	if u := s.usulanOf(1)[0]; u.Status != flow.Diteruskan {
		t.Errorf("%+v", u)
	}
	s.close()
}

// TestTheWeeklyLineNamesWhoSleeps: with the rekap, and only when there is somebody.
func TestTheWeeklyLineNamesWhoSleeps(t *testing.T) {
	t.Parallel()
	s := hoursStage(t, "Tono", "Wati")
	due := func(at string) string {
		s.now = wibAt(at).Add(-time.Minute)
		s.seen.Reset()
		s.apply(post.Incoming{Event: dialog.Event{Input: dialog.Tick{Rekap: wibAt(at)}}})
		return s.seen.String()
	}
	due("2026-08-31 08.00")
	s.proposesAt("Budi", wibAt("2026-08-31 10.00"))
	if seen := due("2026-09-07 08.00"); strings.Contains(seen, "OPD dengan usulan") {
		t.Errorf("after four days: %s", seen)
	}
	if seen := due("2026-09-14 08.00"); !strings.Contains(seen, "Dinas Kesehatan: 1 usulan sejak 31-08-2026") {
		t.Errorf("after nine days: %s", seen)
	}
	s.close()
}

// lastText is the text at the end of somebody's chat.
func (s *stage) lastText(id flow.AccountID) string {
	list := s.chats[id].messages
	if len(list) == 0 {
		return ""
	}
	return list[len(list)-1].screen.Text.String()
}

// textWith is the text of the newest message with these words.
func (s *stage) textWith(id flow.AccountID, words string) string {
	list := s.chats[id].messages
	for i := len(list) - 1; i >= 0; i-- {
		if text := list[i].screen.Text.String(); strings.Contains(text, words) {
			return text
		}
	}
	return fmt.Sprintf("no message with %q", words)
}

// TestTheRingsOfAMorning: an admin who does not look is rung at most three times from 07.30 to 12.00; one who has opened his
// queue is rung again after half an hour.
func TestTheRingsOfAMorning(t *testing.T) {
	t.Parallel()
	for _, looks := range []bool{false, true} {
		s := hoursStage(t, "Tono")
		tono := s.people["Tono"]
		s.crowd("17")
		s.rings[tono] = nil
		s.now = wibAt("2026-09-02 07.30")
		for i := 1; i <= 17; i++ { // each of them edits his own, so that it waits anew
			s.now = wibAt("2026-09-02 07.30").Add(time.Duration(i) * 15 * time.Minute)
			s.resubmits(flow.AccountID(8_000_000_000+i), i)
			if looks {
				s.types(tono, 0, "/antrian")
			}
		}
		if n := len(s.rings[tono]); n == 0 || !looks && n > 3 || looks && n < 6 {
			t.Errorf("looks %v: %d rings, %v", looks, n, s.rings[tono])
		}
		s.close()
	}
}

// resubmits lets somebody of the crowd change his own usulan.
func (s *stage) resubmits(id flow.AccountID, i int) {
	s.apply(tapOn(id, 1, ui.Button{Word: "edit", ID: uint64(i), Versi: 1}))
	for range 5 {
		switch s.place(id) {
		case "form/ringkasan":
			s.taps(id, "Simpan")
			return
		case "form/manual":
			s.types(id, 0, fmt.Sprintf("Pelatihan Lain Nomor %d", i))
		case "form/panduan", "form/cara":
			s.taps(id, "Isi Manual")
		default:
			s.t.Fatalf("%d is at %q", id, s.place(id))
		}
	}
}

// TestWhatIsOfferedAtOnceIsWhatWaits: an own usulan that was forwarded is not in the queue of an Admin SIIP-ASN, and counts
// for none of the buttons of the queue message.
func TestWhatIsOfferedAtOnceIsWhatWaits(t *testing.T) {
	t.Parallel()
	s := hoursStage(t, "Wati")
	wati, agus := s.people["Wati"], s.people["Agus"]
	s.proposesAt("Agus", wibAt("2026-08-31 09.00"))
	s.types(wati, 0, "/antrian")
	s.taps(wati, "Teruskan")
	s.taps(wati, "Ya, Lanjutkan")
	s.proposesAt("Joko", wibAt("2026-08-31 10.00"))
	s.proposesAt("Budi", wibAt("2026-08-31 10.30")) // no admin of their OPD is bound
	list := s.chats[agus].messages
	if last := list[len(list)-1].screen; !strings.Contains(drawing(last), "2 usulan yang menunggu Anda") || !strings.Contains(drawing(last), "Teruskan semua") {
		t.Errorf("Agus sees:\n%s", drawing(last))
	}
	s.close()
}

// TestADigestThatIsLateDoesNotRingTwice: the queue rings at 08.59, and the opening that was missed is told of at 09.00.
func TestADigestThatIsLateDoesNotRingTwice(t *testing.T) {
	t.Parallel()
	s := morning(t, "Tono")
	tono := s.people["Tono"]
	s.proposesAt("Budi", wibAt("2026-08-31 10.00"))
	s.tick(wibAt("2026-09-02 07.30"))
	s.tick(wibAt("2026-09-03 07.30"))
	s.rings = map[flow.AccountID][]time.Time{}
	s.proposesAt("Sari", wibAt("2026-09-04 08.59"))
	s.tick(wibAt("2026-09-04 09.00"))
	if n := len(s.rings[tono]); n != 1 || !strings.Contains(s.lastText(tono), "3 hari kerja") {
		t.Errorf("%d rings\n%s", n, s.lastText(tono))
	}
	s.close()
}

// TestWhatWasDecidedAtNightRingsAtTheOpening: a pegawai hears once, at the opening, of what was decided while the office was
// shut, by his card at the end of the chat; not when he has looked at it since. The Admin OPD reads it in his digest.
func TestWhatWasDecidedAtNightRingsAtTheOpening(t *testing.T) {
	t.Parallel()
	s := morning(t, "Tono", "Wati")
	budi, sari, tono, wati := s.people["Budi"], s.people["Sari"], s.people["Tono"], s.people["Wati"]
	s.proposesAt("Budi", wibAt("2026-08-31 09.00"))
	s.proposesAt("Sari", wibAt("2026-08-31 09.30"))
	messages := len(s.chats[budi].messages)
	s.now = wibAt("2026-08-31 20.00")
	s.rings = map[flow.AccountID][]time.Time{}
	for range 2 {
		s.types(tono, 0, "/antrian")
		s.taps(tono, "Teruskan")
		s.taps(tono, "Ya, Lanjutkan")
	}
	s.types(wati, 0, "/antrian")
	s.taps(wati, "Setujui")
	s.taps(wati, "Ya, Setujui")
	s.taps(wati, "Tolak")
	s.types(wati, 0, "Kuota sudah penuh.")
	s.taps(wati, "Simpan")
	s.now = wibAt("2026-08-31 21.00")
	s.types(sari, 0, "/usulan") // she has read it
	if len(s.rings) > 0 {
		t.Errorf("it rings at night: %v", s.rings)
	}
	s.tick(wibAt("2026-09-01 09.00")) // a holiday
	for minute := range 5 {
		s.tick(wibAt("2026-09-02 07.30").Add(time.Duration(minute) * time.Minute))
	}
	if n := len(s.rings[budi]); n != 1 || !strings.Contains(s.lastText(budi), "DISETUJUI oleh WATI") {
		t.Errorf("Budi: %d rings\n%s", n, s.lastText(budi))
	}
	if n := len(s.chats[budi].messages) - messages; n > 2 {
		t.Errorf("%d messages more in the chat of Budi", n)
	}
	if n := len(s.rings[sari]); n != 0 {
		t.Errorf("Sari, who has read it: %d rings", n)
	}
	if n := len(s.rings[tono]); n != 1 || !strings.Contains(s.lastText(tono), "Selama kantor tutup: 1 ditolak dan 1 disetujui oleh Admin SIIP-ASN.") {
		t.Errorf("Tono: %d rings\n%s", n, s.lastText(tono))
	}
	s.tick(wibAt("2026-09-03 07.30"))
	if len(s.rings[budi]) != 1 || len(s.rings[tono]) != 1 {
		t.Errorf("a day later: %v", s.rings)
	}
	s.close()
}

// TestOnlyWhatWaitsForAnAdminRings: the decisions of the Admin SIIP-ASN on 17 usulan, one by one, come to the Admin OPD without
// a sound; the pegawai hears of each.
func TestOnlyWhatWaitsForAnAdminRings(t *testing.T) {
	t.Parallel()
	s := hoursStage(t, "Wati")
	tono, wati := s.people["Tono"], s.people["Wati"]
	s.now = wibAt("2026-09-02 07.31")
	s.crowd("17")
	s.forwardsAll("17")
	s.rings = map[flow.AccountID][]time.Time{}
	before := len(s.chats[tono].messages)
	s.types(wati, 0, "/antrian")
	for range 17 {
		s.taps(wati, "Setujui")
		s.taps(wati, "Ya, Setujui")
	}
	if n := len(s.rings[tono]); n > 0 || len(s.chats[tono].messages) != before+17 {
		t.Errorf("%d rings, %d messages", n, len(s.chats[tono].messages)-before)
	}
	if n := len(s.rings[flow.AccountID(8_000_000_001)]); n != 1 {
		t.Errorf("a pegawai hears %d rings", n)
	}
	s.close()
}

// TestWhoDecidesIsRungAgain: an admin who decides on each card as it comes, and never opens his queue, is rung for the next one
// half an hour after the last ring.
func TestWhoDecidesIsRungAgain(t *testing.T) {
	t.Parallel()
	s := morning(t, "Tono")
	tono := s.people["Tono"]
	for i, name := range []string{"Budi", "Sari", "Tini"} {
		s.proposesAt(name, wibAt("2026-09-02 08.00").Add(time.Duration(i)*35*time.Minute))
		s.taps(tono, "Teruskan")
		s.taps(tono, "Ya, Lanjutkan")
	}
	if n := len(s.rings[tono]); n != 3 {
		t.Errorf("%d rings for three usulan within 70 minutes, each decided at once: %v", n, s.rings[tono])
	}
	s.close()
}

// TestAClockThatLeapsTellsNothingTwice: the clock of the machine runs three years ahead for a moment, and is set back. What was
// marked then stops nothing: the queue rings, the digests come, and what has waited three or five days is told of once.
func TestAClockThatLeapsTellsNothingTwice(t *testing.T) {
	t.Parallel()
	s := morning(t, "Tono", "Wati")
	tono, wati := s.people["Tono"], s.people["Wati"]
	s.proposesAt("Budi", wibAt("2026-08-31 10.00"))
	s.tick(wibAt("2029-08-31 09.00"))
	s.proposesAt("Sari", wibAt("2026-08-31 11.00"))
	s.rings = map[flow.AccountID][]time.Time{}
	for day := 1; day < 12; day++ {
		s.tick(wibAt("2026-08-31 07.30").AddDate(0, 0, day))
		s.tick(wibAt("2026-08-31 09.00").AddDate(0, 0, day))
	}
	if got := [2]int{len(s.rings[tono]), len(s.rings[wati])}; got != [2]int{1, 1} {
		t.Errorf("rings: %v, %v", s.rings[tono], s.rings[wati])
	}
	if !s.stands(tono, "Sudah menunggu 3 hari kerja atau lebih: 2 usulan") || !s.stands(wati, "menunggu Admin OPD: 2 usulan") {
		t.Errorf("Tono reads %s\nWati reads %s", s.lastText(tono), s.lastText(wati))
	}
	s.close()
}

// TestAReminderStaysWhileItIsTrue: the queue message says how many have waited too long as often as it is drawn, and of what
// was forwarded to himself an Admin SIIP-ASN is not told that it waits with the Admin OPD.
func TestAReminderStaysWhileItIsTrue(t *testing.T) {
	t.Parallel()
	s := morning(t, "Tono", "Wati")
	tono, wati := s.people["Tono"], s.people["Wati"]
	s.proposesAt("Budi", wibAt("2026-08-31 10.00"))
	s.tick(wibAt("2026-09-04 07.30"))
	s.proposesAt("Sari", wibAt("2026-09-04 08.00"))
	if !s.stands(tono, "Ada 2 usulan yang menunggu Anda.\n⚠️ Sudah menunggu 3 hari kerja atau lebih: 1 usulan") {
		t.Errorf("Tono reads %s", s.lastText(tono))
	}
	for range 2 {
		s.types(tono, 0, "/antrian")
		s.taps(tono, "Teruskan")
		s.taps(tono, "Ya, Lanjutkan")
	}
	s.rings = map[flow.AccountID][]time.Time{}
	for day := 5; day < 20; day++ {
		s.tick(wibAt("2026-08-31 07.30").AddDate(0, 0, day))
	}
	if s.stands(wati, "menunggu Admin OPD") || len(s.rings[tono]) > 0 || len(s.rings[wati]) > 1 { // the second came while his queue was silent
		t.Errorf("rings %v; Wati reads %s", s.rings, s.lastText(wati))
	}
	s.close()
}
