package simulator

import (
	"context"
	"errors"
	"strconv"
	"strings"
	"testing"
	"time"

	"siip-asn/bot/simulator/wire"
	"siip-asn/bot/simulator/world"
)

const tooOld = "Bad Request: " + queryTooOld

func TestTapIsAnsweredOnce(t *testing.T) {
	b, p := start(t, Options{})
	m := b.sendWith(p.ID(), "x", inline(row(data("a", "satu"), data("b", "dua"))))
	id, err := p.Tap(m.ID, 0, 1)
	if err != nil {
		t.Fatal(err)
	}
	u := b.one().Callback
	if u.ID != id || u.Data != "dua" || u.From.ID != p.ID() || u.Message.ID != m.ID || u.Message.Inline == nil || u.Message.From.ID != b.sim.Bot().ID {
		t.Errorf("%+v", u)
	}
	for _, n := range []string{u.ID, u.Instance} {
		if _, err := strconv.ParseInt(n, 10, 64); err != nil {
			t.Error(err)
		}
	}
	must[bool](b, "answerCallbackQuery", args{"callback_query_id": id, "text": "Tersimpan", "show_alert": true})
	toast, err := p.Answer(soon(t), id)
	if err != nil || toast.Text != "Tersimpan" || !toast.Alert {
		t.Error(err, toast)
	}
	if len(b.sim.Complaints()) > 0 {
		t.Error(b.sim.Complaints())
	}
	b.refused("answerCallbackQuery", args{"callback_query_id": id}, 400, tooOld)
	if c := b.sim.Complaints(); len(c) != 1 || !strings.Contains(c[0], "answered twice") {
		t.Error(c)
	}
	b.refused("answerCallbackQuery", args{"callback_query_id": "1"}, 400, tooOld)
	b.refused("answerCallbackQuery", args{}, 400, tooOld)
}

func TestSilentAnswerIsNoToast(t *testing.T) {
	b, p := start(t, Options{})
	id := p.TapData(b.send(p.ID(), "x").ID, "a")
	must[bool](b, "answerCallbackQuery", args{"callback_query_id": id})
	if toasts := p.Toasts(); len(toasts) > 0 {
		t.Error(toasts)
	}
	if _, err := p.Answer(soon(t), id); err != nil {
		t.Error(err)
	}
}

func TestTapCannotBeAnsweredLate(t *testing.T) {
	c := newClock()
	b, p := start(t, Options{Now: c.now, AnswerWithin: 15 * time.Second})
	id := p.TapData(1, "a")
	late := p.TapData(1, "b")
	c.add(15 * time.Second)
	must[bool](b, "answerCallbackQuery", args{"callback_query_id": id})
	c.add(time.Second)
	b.refused("answerCallbackQuery", args{"callback_query_id": late}, 400, tooOld)
	if left := b.sim.Unanswered(); len(left) > 0 {
		t.Errorf("the bot tried, but %v is held against it", left)
	}
}

func TestToastLength(t *testing.T) {
	b, p := start(t, Options{})
	id := p.TapData(1, "a")
	b.refused("answerCallbackQuery", args{"callback_query_id": id, "text": strings.Repeat("é", 201)}, 400, "Bad Request: MESSAGE_TOO_LONG")
	must[bool](b, "answerCallbackQuery", args{"callback_query_id": id, "text": strings.Repeat("é", 200)})
}

func TestUnanswered(t *testing.T) {
	c := newClock()
	b, p := start(t, Options{Now: c.now})
	id := p.TapData(1, "diambil")
	if left := b.sim.Unanswered(); len(left) != 1 || left[0].QueryID != id || left[0].Data != "diambil" {
		t.Errorf("%+v", left)
	}
	must[[]got](b, "getUpdates", args{})
	p.TapData(1, "tak pernah diambil")
	c.add(time.Hour)
	if left := b.sim.Unanswered(); len(left) != 1 || left[0].QueryID != id {
		t.Errorf("a tap that expired before the bot could see it counts: %+v", left)
	}
}

func TestTapOnDeletedMessage(t *testing.T) {
	b, p := start(t, Options{})
	m := b.sendWith(p.ID(), "x", inline(row(data("a", "b"))))
	if err := p.Delete(m.ID); err != nil {
		t.Fatal(err)
	}
	p.TapData(m.ID, "b")
	if u := b.one().Callback.Message; u.ID != m.ID || u.Date != 0 || u.Chat.ID != p.ID() || u.From != nil {
		t.Errorf("%+v", u)
	}
}

// An answer opens nothing but the bot itself.
func TestAnswerThatOpensALink(t *testing.T) {
	b, p := start(t, Options{})
	for link, fine := range map[string]bool{
		"https://t.me/simulator_bot?start=x": true, "t.me/Simulator_Bot?start=x": true,
		"https://t.me/simulator_bot": false, "https://t.me/other_bot?start=x": false, "https://example.org": false,
	} {
		a := args{"callback_query_id": p.TapData(1, "a"), "url": link}
		if fine {
			must[bool](b, "answerCallbackQuery", a)
		} else {
			b.refused("answerCallbackQuery", a, 400, "Bad Request: URL_INVALID")
		}
	}
}

func TestRepeatedTap(t *testing.T) {
	b, p := start(t, Options{})
	m := b.sendWith(p.ID(), "x", inline(row(data("a", "b"))))
	first, _ := p.Tap(m.ID, 0, 0)
	again, err := p.RepeatTap(first)
	if err != nil || again == first {
		t.Error(again, err)
	}
	all := b.drain()
	if len(all) != 2 || all[0].ID == all[1].ID || all[0].Callback.Data != all[1].Callback.Data {
		t.Errorf("%+v", all)
	}
}

func TestTapsThatCannotBe(t *testing.T) {
	b, p := start(t, Options{})
	m := b.sendWith(p.ID(), "x", inline(row(Button{Text: "buka", URL: "https://example.org"})))
	if _, err := p.Tap(m.ID, 0, 5); !errors.Is(err, ErrNoButton) {
		t.Error(err)
	}
	if _, err := p.Tap(99999, 0, 0); !errors.Is(err, ErrNoMessage) {
		t.Error(err)
	}
	if id, err := p.Tap(m.ID, 0, 0); id != "" || err != nil {
		t.Error("a link asks the bot", id, err)
	}
	if _, err := p.TapWord("tidak ada"); !errors.Is(err, ErrNoButton) {
		t.Error(err)
	}
	if _, err := p.RepeatTap("1"); !errors.Is(err, ErrNoButton) {
		t.Error(err)
	}
	if err := p.PressKey(0, 0); !errors.Is(err, ErrNoButton) {
		t.Error(err)
	}
}

func TestTapByWords(t *testing.T) {
	b, p := start(t, Options{})
	b.sendWith(p.ID(), "lama", inline(row(data("Simpan", "lama"), data("Kembali", "kembali"))))
	b.sendWith(p.ID(), "kunci", `{"keyboard":[["📋 Usulan Saya",{"text":"📱 Kirim Nomor","request_contact":true}]],"one_time_keyboard":true}`)
	b.sendWith(p.ID(), "baru", inline(row(data("💾 Simpan", "baru"), data("1️⃣ Satu", "satu")), row(data("Simpan semua", "semua"))))
	for words, want := range map[string]string{
		"Simpan": "baru", "💾 Simpan": "baru", "Kembali": "kembali", "semua": "semua", "Satu": "satu", "Simpan semua": "semua",
	} {
		if _, err := p.TapWord(words); err != nil {
			t.Error(words, err)
		}
		if u := b.one().Callback; u.Data != want {
			t.Errorf("%s pressed %s", words, u.Data)
		}
	}
	if _, err := p.TapWord("Kirim Nomor"); err != nil {
		t.Fatal(err)
	}
	if u := b.one().Message; u.Contact == nil || u.Contact.UserID != p.ID() {
		t.Errorf("%+v", u)
	}
	if p.Keyboard() != nil {
		t.Error("a one-time keyboard stays")
	}
	b.sendWith(p.ID(), "kunci", `{"keyboard":[["📋 Usulan Saya"]]}`)
	if _, err := p.TapWord("Usulan Saya"); err != nil {
		t.Fatal(err)
	}
	if u := b.one().Message; u.Text != "📋 Usulan Saya" {
		t.Errorf("%+v", u)
	}
}

func TestTapsAreBounded(t *testing.T) {
	b, p := start(t, Options{})
	b.sim.Mu.Lock()
	for i := range world.MaxTaps + 5 {
		world.KeepTap(b.sim.World, &world.Query{ID: strconv.Itoa(i), Person: p.ID(), Answered: true})
	}
	b.sim.Mu.Unlock()
	if n := len(b.sim.State.Taps); n > world.MaxTaps || n < world.MaxTaps/2 || n != len(b.sim.State.TapOrder) {
		t.Error(n)
	}
}

func TestWordsWithoutTheirEmoji(t *testing.T) {
	for text, want := range map[string]string{
		"💾 Simpan": "Simpan", "⬅️ Kembali": "Kembali", "1️⃣ Satu": "Satu", "12 bulan": "12 bulan", "»": "»", "": "", "#️⃣ Nomor": "Nomor",
		"👨‍👩‍👧 Keluarga": "Keluarga", "Ya, Lanjutkan": "Ya, Lanjutkan", "◀ 2/5 ▶": "2/5 ▶",
	} {
		if got := wire.Bare(text); got != want {
			t.Errorf("%q became %q", text, got)
		}
	}
}

func TestAnswerGivesUp(t *testing.T) {
	_, p := start(t, Options{})
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if _, err := p.Answer(ctx, p.TapData(1, "x")); !errors.Is(err, context.Canceled) {
		t.Error(err)
	}
}

// A client does not wait for ever for an answer that came too late.
func TestATooLateAnswerEndsTheWaiting(t *testing.T) {
	c := newClock()
	b, p := start(t, Options{Now: c.now})
	id := p.TapData(1, "a")
	c.add(time.Minute)
	b.refused("answerCallbackQuery", args{"callback_query_id": id, "text": "Data Berhasil Di Tambah"}, 400, tooOld)
	if toast, err := p.Answer(t.Context(), id); err != nil || toast.Text != "" {
		t.Errorf("%+v %v", toast, err)
	}
}

func TestAClockThatIsMovedSparesWhatWaits(t *testing.T) {
	c := newClock()
	b, p := start(t, Options{Now: c.now})
	asked := p.TapData(1, "a")
	b.one() // it has the tap, and has not answered
	p.Send("masih di sini?")
	waits := p.TapData(1, "b")
	c.add(world.Week + time.Hour)
	b.sim.Spare(world.Week + time.Hour)
	for _, id := range []string{asked, waits} {
		must[bool](b, "answerCallbackQuery", args{"callback_query_id": id})
	}
	if _, ids := poll(b, args{}); len(ids) != 2 {
		t.Errorf("%d updates came", len(ids))
	}
}
