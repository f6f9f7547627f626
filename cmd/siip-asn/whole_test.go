package main

import (
	"net/http"
	"slices"
	"strings"
	"testing"

	"siip-asn/bot/simulator"
)

// TestTheWholeWay goes from /start to the rekap with everything that serve has, over HTTP, on a server that bears less in one
// chat than the bot expects of it.
func TestTheWholeWay(t *testing.T) {
	t.Parallel() // it waits most of the time
	o := newOfficeWithin(t, simulator.TelegramLimits())
	o.run()
	budi, tono, tini, wati := o.person(1, "Budi"), o.person(2, "Tono"), o.person(3, "Tini"), o.person(4, "Wati")
	for _, h := range []*human{budi, tono, tini, wati} {
		h.enters()
	}
	budi.proposes("Pelatihan SPBE")
	tono.sees("USULAN MASUK")
	tini.sees("USULAN MASUK")
	tono.taps("Teruskan")
	if toast := tono.taps("Ya, Lanjutkan"); toast.Text != "Usulan telah diteruskan." {
		t.Errorf("%+v", toast)
	}
	budi.sees("telah DITERUSKAN")
	tini.sees("DITERUSKAN oleh TONO CONTOH")
	wati.sees("DITERUSKAN")
	wati.taps("Setujui")
	wati.taps("Ya, Setujui")
	budi.sees("telah DISETUJUI")
	wati.Send("/rekap")
	wati.sees("1. Pelatihan SPBE: 1 (100,0\u00a0%)")
	book := wati.seesDocument(".xlsx")
	if !strings.HasPrefix(book.Document.FileName, "Rekap_SIIP-ASN_") {
		t.Errorf("%+v", book.Document)
	}
	o.stop()
	if !slices.ContainsFunc(o.sim.Calls(), func(c simulator.Call) bool { return c.Status == http.StatusTooManyRequests }) {
		t.Error("the limits were never met with")
	}
	for _, sin := range o.sim.Complaints() {
		t.Error(sin)
	}
	if taps := o.sim.Unanswered(); len(taps) > 0 {
		t.Errorf("unanswered: %+v", taps)
	}
	if strings.Contains(o.logged.String(), "RAHASIA") {
		t.Error("the token is in the log")
	}
}
