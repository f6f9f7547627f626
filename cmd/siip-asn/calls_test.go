package main

import (
	"strconv"
	"testing"

	"siip-asn/bot/simulator"
)

// TestTheCallsOfAFinishedUsulan counts at the Bot API what one usulan costs from /start to its approval. Notices left out, no
// more than nine messages are sent, changed or deleted; besides them each tap is answered once, which ends the clock on its
// button. In the chat of the pegawai four messages are left at most.
func TestTheCallsOfAFinishedUsulan(t *testing.T) {
	t.Parallel() // it waits most of the time
	o := newOffice(t)
	o.run()
	budi, tono, wati := o.person(1, "Budi"), o.person(2, "Tono"), o.person(4, "Wati")
	for _, h := range []*human{budi, tono, wati} {
		h.enters()
	}
	o.quiet()
	before := len(budi.Chat())
	var c calls
	c.of(budi, func() { budi.proposes("Pelatihan SPBE") })
	tono.sees("USULAN MASUK")
	c.of(tono, func() { tono.taps("Teruskan") })
	c.of(tono, func() { tono.taps("Ya, Lanjutkan") })
	wati.sees("DITERUSKAN")
	c.of(wati, func() { wati.taps("Setujui") })
	c.of(wati, func() { wati.taps("Ya, Setujui") })
	budi.sees("telah DISETUJUI")
	o.quiet()
	if c.messages > 9 || c.answers != 7 || c.messages == 0 {
		t.Errorf("%d calls for messages, %d answers to seven taps", c.messages, c.answers)
	}
	left := 0
	for _, m := range budi.Chat()[before:] {
		if m.FromBot() {
			left++
		}
	}
	if left > 4 {
		t.Errorf("%d messages are left in the chat of the pegawai:\n%s", left, budi.chatText())
	}
	t.Logf("%d calls for messages, %d answers, %d messages left", c.messages, c.answers, left)
	o.stop()
}

// calls counts those of one person's own doing.
type calls struct{ messages, answers int }

// of counts the calls for the chat of somebody while he does something, until all is quiet; what others are told meanwhile
// is a notice.
func (c *calls) of(h *human, act func()) {
	h.o.quiet()
	from := len(h.o.sim.Calls())
	act()
	h.o.quiet()
	for _, call := range h.o.sim.Calls()[from:] {
		c.add(h, call)
	}
}

func (c *calls) add(h *human, call simulator.Call) {
	switch call.Method {
	case "answerCallbackQuery":
		c.answers++
	case "sendMessage", "editMessageText", "editMessageReplyMarkup", "deleteMessage":
		if call.Params["chat_id"] == strconv.FormatInt(h.ID(), 10) {
			c.messages++
		}
	}
}
