package main

import (
	"context"
	"regexp"
	"slices"
	"strings"
	"testing"

	"siip-asn/bot/simulator"
	"siip-asn/reports/sample"
)

// A print is asked about by the link on it: by who may see it, while nothing has changed and after something has. Somebody
// else hears the same as of a code that never was.
func TestAPrintCanBeChecked(t *testing.T) {
	t.Parallel() // it waits most of the time
	o := newOffice(t)
	o.run()
	defer o.stop()
	budi, tono, wati := o.person(1, "Budi"), o.person(2, "Tono"), o.person(4, "Wati")
	for _, p := range []*human{budi, tono, wati} {
		p.enters()
	}
	budi.proposes("Pelatihan SPBE")
	wati.Send("/rekap")
	link := linkOn(t, wati.fileOf(".xlsx"))
	wati.Send("/start " + link)
	wati.sees("Asli; data tidak berubah sejak dicetak.")
	wati.sees("Rekap (Excel)")
	wati.sees("Jangkar jejak: 8:") // in the form that stands on the print
	for _, p := range []*human{budi, tono} {
		p.Send("/start " + link)
		p.sees("tidak dikenal")
		if strings.Contains(p.chatText(), "Rekap (Excel)") {
			t.Error("somebody learns what was printed")
		}
	}
	printed := "V-" + link[2:6] + "-" + link[6:10] + "-" + link[10:]
	for _, typed := range []string{printed, strings.ToLower(printed), "mohon dicek " + strings.ReplaceAll(printed, "-", " – ") + " ya", "https://t.me/siip_asn_bot?start=" + link} {
		wati.Send(typed)
		wati.sees("Asli; data tidak berubah sejak dicetak.")
		tono.Send(typed)
		tono.sees("tidak dikenal")
		if strings.Contains(tono.chatText(), "Rekap (Excel)") {
			t.Errorf("by %q somebody learns what was printed", typed)
		}
	}
	wati.Send("/start v_000000000000")
	wati.sees("tidak dikenal")
	tono.taps("Teruskan")
	tono.taps("Ya, Lanjutkan")
	wati.Send("/start " + link)
	wati.sees("Data berubah sejak dicetak: 1 usulan.")
	wati.sees("Teruskan pada")
}

// fileOf is what a file in the chat holds.
func (h *human) fileOf(ending string) []byte {
	h.o.t.Helper()
	return h.download(h.seesDocument(ending))
}

// download is what the file of a message holds, as the bot gets it.
func (h *human) download(m simulator.Message) []byte {
	h.o.t.Helper()
	b, err := h.o.system.Bot.Download(context.Background(), m.Document.FileID)
	if err != nil {
		h.o.t.Fatal(err)
	}
	return b
}

// linkOn is the payload of the link on the sheet Keaslian.
func linkOn(t *testing.T, book []byte) string {
	t.Helper()
	rows := sample.Rows(t, sample.Open(t, book), "Keaslian")
	found := regexp.MustCompile(`start=(v_[0-9A-Z]{12})`).FindStringSubmatch(strings.Join(slices.Concat(rows...), " "))
	if found == nil {
		t.Fatalf("no code on %q", rows)
	}
	return found[1]
}
