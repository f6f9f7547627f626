package percakapan_test

import (
	"encoding/json"
	"fmt"
	"reflect"
	"strings"
	"testing"
	"time"

	"siip-asn/flow"
	"siip-asn/flow/aktivasi"
	"siip-asn/flow/daftar"
	"siip-asn/flow/dialog"
	"siip-asn/flow/dialog/view"
	"siip-asn/flow/giliran"
	"siip-asn/flow/jejak"
	"siip-asn/flow/judul"
	"siip-asn/flow/percakapan"
)

// TestTheViewSaysWhatTheStoreWillSay: whatever a riot does, every look-up through the view at the end of a step answers as
// the store does when the effects of that step have been applied.
func TestTheViewSaysWhatTheStoreWillSay(t *testing.T) {
	t.Parallel()
	c := &comparer{t: t}
	m := newMobWith(t, c.step)
	for _, code := range []string{m.codes["Budi"], m.codes["Agus"]} {
		c.hashes = append(c.hashes, aktivasi.HashKode(code))
	}
	m.crowd("12")
	m.run(riotScript(77, 1500))
	if c.steps < 300 || len(c.lookups) < 30 {
		t.Errorf("only %d steps and %d look-ups were compared", c.steps, len(c.lookups))
	}
	methods := reflect.TypeFor[dialog.Reader]()
	for i := range methods.NumMethod() {
		if name := methods.Method(i).Name; !c.lookups[name] {
			t.Errorf("%s was not compared", name)
		}
	}
}

// comparer looks at the store at the beginning of each step as it was foreseen at the end of the one before, in the same
// transaction.
type comparer struct {
	t       *testing.T
	in      dialog.Reader
	want    map[string]string
	after   string
	steps   int
	lookups map[string]bool
	hashes  []string
}

func (c *comparer) step(r dialog.Reader, s dialog.Session, e dialog.Event) (dialog.Session, []dialog.Effect, error) {
	if c.in == r && c.want != nil { // another transaction: meanwhile things were sent
		c.compare(c.answers(r, nil, e.At))
	}
	after, effects, err := percakapan.Step(r, s, e)
	view := view.New(r, e.At, nil)
	view.Add(effects...)
	for _, effect := range effects {
		if a, is := effect.(dialog.SaveAktivasi); is {
			c.hashes = append(c.hashes, a.Aktivasi.Hash)
		}
	}
	c.in, c.after = r, fmt.Sprintf("%T %+v", e.Input, e.Input)
	c.want = c.answers(view, map[flow.AccountID]dialog.Session{e.Chat(): after}, e.At)
	return after, effects, err
}

func (c *comparer) compare(got map[string]string) {
	c.steps++
	for key, want := range c.want {
		if got[key] != want {
			c.t.Errorf("after %s: %s\nthe view: %s\nthe store: %s", c.after, key, want, got[key])
		}
	}
}

// answers asks everything.
func (c *comparer) answers(r dialog.Reader, own map[flow.AccountID]dialog.Session, now time.Time) map[string]string {
	a := answers{said: map[string]string{}, c: c}
	for id := flow.PegawaiID(1); id < 26; id++ {
		p, _ := r.Pegawai(id)
		a.note("Pegawai", id, p)
		byNIP, found := r.PegawaiByNIP(p.NIP)
		a.note("PegawaiByNIP", id, byNIP, found)
		a.note("PegawaiByHP", id, r.PegawaiByHP(p.HP))
		a.note("Riwayat", id, r.Riwayat(p.ID))
		account, bound := r.AccountOf(id)
		a.note("AccountOf", id, account, bound)
		a.note("UsulanOf", id, r.UsulanOf(id))
		a.note("Jejak", id, r.Jejak(jejak.Bagian{Pegawai: id}, 0, 3))
	}
	for id := flow.UsulanID(1); id < 16; id++ {
		u, found := r.Usulan(id)
		a.note("Usulan", id, u, found)
		a.note("Viewers", id, r.Viewers(id))
		a.note("History", id, r.History(id))
		a.note("Padanan", id, r.Padanan(judul.Key(u.Judul)))
	}
	for _, id := range []flow.AccountID{7_000_000_001, 7_000_000_003, 7_000_000_007, 8_000_000_001, 8_000_000_004} {
		a.note("Account", id, r.Account(id))
		a.note("Cards", id, r.Cards(id))
		a.note("Shown", id, r.Shown(id, "antrean"))
		s, is := own[id]
		if !is {
			s = r.Session(id)
		}
		a.note("Session", id, s)
	}
	for _, hash := range c.hashes {
		k, found := r.Aktivasi(hash)
		a.note("Aktivasi", hash, k, found)
	}
	a.lists(r)
	return a.said
}

type answers struct {
	said map[string]string
	c    *comparer
}

func (a answers) note(lookup string, of any, answer ...any) {
	text, err := json.Marshal(answer)
	if err != nil {
		a.c.t.Error(err)
	}
	if a.c.lookups == nil {
		a.c.lookups = map[string]bool{}
	}
	a.c.lookups[lookup] = true
	a.said[fmt.Sprint(lookup, " ", of)] = strings.ReplaceAll(string(text), "[]", "null") // an empty list is an empty list
}

// lists asks for what is more than one record.
func (a answers) lists(r dialog.Reader) {
	a.note("Aturan", "", r.Aturan().Instansi)
	for opd := flow.OPDID(1); opd < 6; opd++ {
		o, found := r.OPD(opd)
		byName, named := r.OPDByName(o.Nama)
		a.note("OPD", opd, o, found)
		a.note("OPDByName", opd, byName, named)
		a.note("AdminOPD", opd, r.AdminOPD(opd))
		a.note("Keterangan", opd, r.Keterangan(opd, flow.Revisi, 3), r.Keterangan(0, flow.Tolak, 3))
	}
	for _, s := range []flow.Status{flow.Masuk, flow.Diteruskan, flow.Dihapus} {
		for opd := range flow.OPDID(3) {
			a.note("Waiting", fmt.Sprint(s, opd), instants(r.Waiting(opd, s)))
		}
	}
	for i, f := range []daftar.Filter{
		{}, {Terlama: true}, {OPD: 1}, {Status: flow.Masuk}, {Periode: 2026, Text: "orang pelatihan"}, {Text: "gizi"}, {Text: "budi"},
		{Rekomendasi: "visionary leadership"},
	} {
		a.note("Matching", i, r.Matching(f))
		a.note("Daftar", i, r.Daftar(f, 3, 2))
	}
	a.note("Rekomendasis", "", r.Rekomendasis())
	a.note("Periodes", "", r.Periodes())
	a.note("JudulManual", "", r.JudulManual())
	a.note("Katalog", "", r.Katalog())
	for _, p := range r.Katalog() {
		entry, _ := r.Panduan(p.ID)
		a.note("Panduan", p.ID, entry)
	}
	a.note("AdminSIIP", "", r.AdminSIIP())
	a.note("OPDs", "", r.OPDs())
	a.note("AccountsAfter", "", r.AccountsAfter(2, 4))
	rows, total := r.SearchPegawai("contoh", 1, 3)
	a.note("SearchPegawai", "", rows, total)
	a.note("Peralihan", "", r.Peralihan(20))
	a.note("Skenarios", "", r.Skenarios(2026))
	a.note("Jendela", "", r.Jendela(2026), r.Jendela(2027))
	for _, job := range []string{"rekap", "pengingat"} {
		a.note("Done", job, r.Done(job).Unix())
	}
	for _, s := range r.OPDSummary(2026) {
		sejak := s.Sejak.UnixNano()
		s.Sejak = time.Time{}
		a.note("OPDSummary", s.OPD.ID, s, sejak)
	}
}

// instants is a queue whose times are compared as instants, whatever their zone.
func instants(list []giliran.Waiting) []string {
	var texts []string
	for _, w := range list {
		texts = append(texts, fmt.Sprint(w.Usulan, w.Pegawai, w.OPD, w.Sejak.UnixNano()))
	}
	return texts
}
