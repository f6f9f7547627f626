package main

import (
	"bytes"
	"flag"
	"fmt"
	"math/rand/v2"
	"net/http/httptest"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"siip-asn/flow"
	"siip-asn/flow/dialog"
	"siip-asn/flow/jejak"
	"siip-asn/flow/percakapan"
)

var forged = flag.Int("forged", 8, "percent of what TestNobodyGetsIn can try")

// TestNobodyGetsIn lets everybody try everything that a client of his own making can send: every word of a button with
// every id and version, every button that was ever drawn for anybody, codes, links, contacts, workbooks, commands, texts.
// What he may not see is never sent to him, and what he may not change stays as it is.
//
// By default it tries a part of that, another one each time; -forged 100 tries it all. The rights stand here once more, as the guide has them, so that a slip in the table of the code is seen.
func TestNobodyGetsIn(t *testing.T) {
	t.Parallel() // it waits most of the time
	w := newTown(t)
	defer w.stop()
	w.settle()
	words, buttons := percakapan.Registry().Words(), w.spy.everyButton()
	if len(words) < 80 || len(buttons) < 60 {
		t.Fatalf("%d words and %d buttons: the test proves nothing", len(words), len(buttons))
	}
	w.people["Wati"].Send("/daftar") // before she forges: a filter or a Hapus of hers would hide it
	w.quiet()
	if !strings.Contains(w.spy.readBy(w.people["Wati"]), titleOf("Joko")) {
		t.Error("not even an Admin SIIP-ASN was shown anything: the test proves nothing")
	}
	seed := rand.Uint64()
	t.Logf("seed %d", seed)
	random := rand.New(rand.NewPCG(seed, 0))
	for _, name := range []string{"Tamu", "Mantan", "Budi", "Sari", "Joko", "Bekas", "Rina", "Tono", "Wati"} {
		w.spy.forgets()
		before := w.state()
		w.forges(name, words, random)
		w.replays(name, buttons, random)
		w.knocks(name)
		w.quiet()
		w.sawNothing(name)
		w.changedNothing(name, before)
	}
	t.Logf("%d calls of answerCallbackQuery in all", int(w.calls("answerCallbackQuery")))
}

// settle makes usulan in several hands, one who has left, and one who was Admin SIIP-ASN until now.
func (w *town) settle() {
	for _, name := range []string{"Sari", "Budi", "Joko", "Tono", "Wati", "Mantan"} {
		w.proposes(name)
	}
	tono, bekas, mantan := w.people["Tono"], w.people["Bekas"], w.people["Mantan"]
	tono.Send("/antrian")
	tono.sees(titleOf("Sari"))
	tono.taps("Teruskan")
	tono.taps("Ya, Lanjutkan")
	bekas.Send("/kelola")
	bekas.taps("Pegawai")
	bekas.Send("budi")
	bekas.tapsRow("BUDI CONTOH, S.Kom.")
	bekas.taps("Putuskan Akun")
	bekas.Send("/rekap")
	bekas.seesDocument(".xlsx")
	bekas.Send("/daftar")
	bekas.sees("Daftar")
	mantan.Send("/keluar")
	mantan.taps("Ya, Lanjutkan")
	mantan.sees("sudah diputuskan")
	w.gives(false)
	w.quiet()
}

// forges taps that no button stands for.
func (w *town) forges(name string, words []string, random *rand.Rand) {
	h := w.people[name]
	ids := []uint64{0, 1, 2, 3, 4, 5, 6, 9, 1 << 40}
	var taps []string
	for _, word := range words {
		for _, id := range ids {
			taps = append(taps, wire(word, id, random.Uint64N(6)))
		}
		taps = append(taps, wire(word, random.Uint64N(10), random.Uint64N(300)))
	}
	w.taps(h, some(taps, random), false)
	for _, data := range []string{"", ":", "setujui", "setujui:1", "setujui:1:2:3", "SETUJUI:1:1", "setujui:-1:0", "setujui:01:1", "\x00", strings.Repeat("a", 64), "🙂", "<b>"} {
		h.TapData(0, data)
	}
}

// some is the part of a list that is tried, in its order.
func some(list []string, random *rand.Rand) []string {
	return slices.DeleteFunc(slices.Clone(list), func(string) bool { return random.IntN(100) >= *forged })
}

// taps sends taps, now and then twice. An answer that comes late says nothing to anybody, so it waits for them.
func (w *town) taps(h *human, list []string, twice bool) {
	for part := range slices.Chunk(list, 100) {
		for i, data := range part {
			query := h.TapData(0, data)
			if twice && i%3 == 0 {
				_, _ = h.RepeatTap(query) // the query is his
			}
		}
		w.quiet()
	}
}

// replays the buttons that were ever drawn for anybody.
func (w *town) replays(name string, buttons []string, random *rand.Rand) {
	w.taps(w.people[name], some(buttons, random), true)
}

// knocks tries the ways in that are no buttons.
func (w *town) knocks(name string) {
	h := w.people[name]
	for _, command := range []string{"antrian", "daftar", "rekap", "tambah", "kelola", "usulan", "bantuan", "start 2", "start usulan_2", "setujui 2", "hapus 1"} {
		h.Send("/" + command)
	}
	for _, text := range []string{titleOf("Sari"), "190101011925011001", "BUDI CONTOH", "ya", "1", "<b>x</b>", "' OR 1=1 --"} {
		h.Send(text)
	}
	h.ShareContactOf(w.people["Wati"].Person)
	h.ForgeContact("+628110000004", h.ID())
	h.ForgeContact("0811-0000-004", 0)
	h.Upload("pegawai.xlsx", "", w.masterOf(name), "")
	h.Upload("../../etc/passwd\n.xlsx", "", []byte("PK\x03\x04"), "")
}

// masterOf is a workbook that makes somebody Admin SIIP-ASN.
func (w *town) masterOf(name string) []byte {
	n := slices.Index(townNames, name) + 1
	book := excelize.NewFile()
	defer book.Close()
	rows := [][]any{
		{"NIP", "Nama", "Jabatan", "Jenjang", "OPD", "Peran"},
		{fmt.Sprintf("190101%02d192501100%d", n, n), strings.ToUpper(name), "Analis", "Fungsional Umum", "BKPSDM", "Admin SIIP-ASN"},
	}
	for i := range rows {
		if err := book.SetSheetRow("Sheet1", fmt.Sprintf("A%d", i+1), &rows[i]); err != nil {
			w.t.Fatal(err)
		}
	}
	var out bytes.Buffer
	if err := book.Write(&out); err != nil {
		w.t.Fatal(err)
	}
	return out.Bytes()
}

// sight is whose usulan somebody may see: his own, those of his OPD, or all.
var sight = map[string][]string{
	"Budi": {"Budi"}, "Sari": {"Sari"}, "Joko": {"Joko"}, "Bekas": nil, "Tamu": nil, "Mantan": nil,
	"Rina": {"Joko"}, "Tono": {"Budi", "Sari", "Tono", "Mantan"}, "Wati": {"Budi", "Sari", "Joko", "Tono", "Wati", "Mantan"},
}

func (w *town) sawNothing(name string) {
	w.t.Helper()
	read := w.spy.readBy(w.people[name])
	for i, other := range townNames {
		nip := fmt.Sprintf("190101%02d192501100%d", i+1, i+1)
		if other == name || slices.Contains(sight[name], other) || name == "Wati" {
			continue
		}
		for _, secret := range []string{titleOf(other), nip, nip[8:], fmt.Sprintf("+62811000000%d", i+1)} {
			if at := strings.Index(read, secret); at >= 0 {
				w.t.Errorf("%s is shown %q of %s: …%s…", name, secret, other, read[max(0, at-300):min(len(read), at+100)])
			}
		}
	}
	w.gotNothing(name)
}

// gotNothing looks at the files: an Admin OPD has the list of his OPD, an Admin SIIP-ASN everything, others nothing.
func (w *town) gotNothing(name string) {
	for _, l := range w.spy.sentTo(w.people[name]) {
		list := l.Jenis == dialog.LaporanData || l.Jenis == dialog.LaporanCetak
		own := map[string]flow.OPDID{"Tono": 1, "Rina": 3}[name]
		if name != "Wati" && !(list && own != 0 && l.Filter.OPD == own) {
			w.t.Errorf("%s gets a file: %+v", name, l)
		}
	}
}

// changedNothing looks at everything that is different now, and whether he may do that.
func (w *town) changedNothing(name string, before state) {
	w.t.Helper()
	after, trail := w.state(), w.trail()
	if name != "Wati" && w.withoutOwn(name, after.rest) != w.withoutOwn(name, before.rest) {
		w.t.Errorf("%s has changed the master data:\n%s\n%s", name, before.rest, after.rest)
	}
	changed := map[flow.UsulanID]bool{}
	for _, e := range trail[before.entries:] {
		changed[e.Usulan] = true
		if !w.may(name, e) {
			w.t.Errorf("%s has done what he may not: %+v", name, e)
		}
	}
	for id, u := range after.usulan {
		if u != before.usulan[id] && !changed[id] {
			w.t.Errorf("%s has changed usulan %d without a trace: %+v", name, id, u)
		}
	}
}

// withoutOwn is the master data without the account to which somebody is bound himself: that he may give up.
func (w *town) withoutOwn(name, rest string) string {
	bound := fmt.Sprintf(" %d true\n", w.people[name].ID())
	return strings.Replace(rest, bound, " 0 false\n", 1)
}

// may are the rights as the guide has them.
func (w *town) may(name string, e jejak.Baris) bool {
	at := slices.Index(townNames, name)
	if at < 0 || e.Oleh != flow.PegawaiID(at+1) {
		return false
	}
	own := e.Pegawai == e.Oleh
	opd := name == "Tono" && slices.Contains(sight["Tono"], townNames[e.Pegawai-1]) && !own || name == "Rina" && e.Pegawai == 7
	siip := name == "Wati"
	from := func(list ...flow.Status) bool { return slices.Contains(list, e.Dari) }
	switch e.Aksi {
	case flow.Simpan:
		return own || siip
	case flow.Edit:
		return own && from(flow.Masuk, flow.Direvisi, flow.Ditolak) || opd && from(flow.Masuk, flow.Direvisi) || siip && !own && from(flow.Masuk, flow.Diteruskan, flow.Direvisi)
	case flow.Teruskan:
		return (opd || siip && !own) && from(flow.Masuk)
	case flow.Revisi, flow.Tolak:
		return opd && from(flow.Masuk) || siip && !own && from(flow.Masuk, flow.Diteruskan)
	case flow.Setujui:
		return siip && !own && from(flow.Diteruskan)
	case flow.Hubungkan, flow.Keluar:
		return own
	default:
		return siip
	}
}

// calls counts what the bot has called, as the operator sees it.
func (w *town) calls(method string) (sum float64) {
	page := httptest.NewRecorder()
	w.system.HealthPage().ServeHTTP(page, httptest.NewRequest("GET", "/metrics", nil))
	for line := range strings.Lines(page.Body.String()) {
		if name, value, _ := strings.Cut(strings.TrimSpace(line), " "); strings.HasPrefix(name, `siip_call_seconds_count{method="`+method+`"`) {
			n, err := strconv.ParseFloat(value, 64)
			if err != nil {
				w.t.Fatal(err)
			}
			sum += n
		}
	}
	return sum
}

// TestWhoIsNoAdminAnyMoreHasNothingOfHisScreens lets an Admin SIIP-ASN open a screen, takes the role from him, and lets him
// tap every button that still stands in his chat, and type what the screen asks for.
func TestWhoIsNoAdminAnyMoreHasNothingOfHisScreens(t *testing.T) {
	w := newTown(t)
	defer w.stop()
	for _, name := range []string{"Budi", "Joko"} {
		w.proposes(name)
	}
	h := w.people["Bekas"]
	for _, way := range [][]string{
		{"/kelola"}, {"/kelola", "*Panduan"}, {"/kelola", "*Panduan", "*1"}, {"/kelola", "*Jejak Audit"},
		{"/kelola", "*Pegawai", "budi"}, {"/kelola", "*Pegawai", "budi", "*1"},
		{"/kelola", "*Pegawai", "budi", "*1", "*Putuskan Akun"},
		{"/kelola", "*Pegawai", "bekas", "*1", "*Jadikan Admin OPD"},
		{"/kelola", "*Pegawai", "budi", "*1", "*Ubah Data", "*Nilai"},
		{"/tambah", "sari"}, {"/daftar"}, {"/antrian"}, {"/start"},
	} {
		w.gives(true)
		w.walks(h, way)
		w.gives(false)
		w.spy.forgets()
		before := w.state()
		for _, data := range onScreen(h) {
			h.TapData(0, data)
			h.Send("99,5 contoh")
		}
		w.quiet()
		if now := w.state(); fmt.Sprint(now) != fmt.Sprint(before) {
			t.Errorf("%q: something is different now\n%+v\n%+v", way, before, now)
		}
		w.sawNothing("Bekas")
		if t.Failed() {
			t.Fatalf("after %q", way)
		}
	}
}

// gives the role of an Admin SIIP-ASN to Bekas, or takes it.
func (w *town) gives(admin bool) {
	folk := slices.Clone(townsfolk)
	folk[4].AdminSIIP = admin
	w.imports(folk)
}

// walks from screen to screen: what begins with * is tapped, the rest is typed.
func (w *town) walks(h *human, way []string) {
	for _, step := range way {
		if button, is := strings.CutPrefix(step, "*"); is {
			if _, err := h.TapWord(button); err != nil {
				w.t.Fatalf("%q of %q: %v\n%s", step, way, err, h.chatText())
			}
		} else {
			h.Send(step)
		}
		w.quiet()
	}
}

// onScreen lists the buttons that stand in a chat, the newest first.
func onScreen(h *human) (list []string) {
	for _, m := range slices.Backward(h.Chat()) {
		if m.Inline == nil {
			continue
		}
		for _, row := range m.Inline.Rows {
			for _, button := range row {
				list = append(list, button.CallbackData)
			}
		}
	}
	return list
}
