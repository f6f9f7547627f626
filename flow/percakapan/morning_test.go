package percakapan_test

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"siip-asn/flow"
	"siip-asn/flow/aktivasi"
	"siip-asn/flow/daftar"
	"siip-asn/flow/dialog"
	"siip-asn/flow/identitas"
	"siip-asn/flow/imports"
	"siip-asn/flow/percakapan"
	"siip-asn/flow/percakapan/kabar"
	"siip-asn/flow/post"
)

// The size of the office of this test, and of its morning.
const (
	cityPeople = 5000
	cityOPD    = 40
	cityDesks  = 2 // Admin OPD of each OPD
	cityCenter = 3 // Admin SIIP-ASN
	proposals  = 1000
	atNight    = 200
)

// city is an office of thousands on a stage. What people do within the same minute comes in one batch.
type city struct {
	*stage
	batch []post.Incoming
	rang  map[flow.AccountID][]time.Time // rings of the queue, as a message or as the one card that waits
}

// TestAMorningOfAThousandUsulan: 5,000 people, of whom 1,000 propose between 07.30 and 12.00, while admins forward and approve
// what waits, one by one and all at once. Nobody hears his queue twice within half an hour, whoever does not look at most
// three times, and at noon every queue message says how many wait. What comes in at night rings once, at the opening.
func TestAMorningOfAThousandUsulan(t *testing.T) {
	t.Parallel()
	c := newCity(t)
	opening := wibAt("2026-09-02 07.30")
	morning := 270
	for minute := range morning {
		c.now = opening.Add(time.Duration(minute) * time.Minute)
		from, to := minute*proposals/morning, (minute+1)*proposals/morning
		c.propose(from, to)
		c.decide(minute)
		c.gather(dialog.Event{Input: dialog.Tick{}})
		c.takeIn()
	}
	c.judgeRings(opening)
	c.judgeQueues(proposals)
	c.night(opening)
	c.close()
}

// night lets people propose at night, without a sound, and the office open on the next day.
func (c *city) night(opening time.Time) {
	c.rang = map[flow.AccountID][]time.Time{}
	c.now = opening.Add(13 * time.Hour)
	c.propose(proposals, proposals+atNight)
	if len(c.rang) > 0 {
		c.t.Errorf("%d hear their queue at night", len(c.rang))
	}
	for minute := range 40 {
		c.now = opening.AddDate(0, 0, 1).Add(time.Duration(minute) * time.Minute)
		c.gather(dialog.Event{Input: dialog.Tick{}})
		c.takeIn()
	}
	for i := range center(0) {
		if n := len(c.rang[cityID(i)]); n != 1 {
			c.t.Errorf("desk %d is rung %d times in the morning after", i, n)
		}
	}
	c.judgeQueues(proposals + atNight)
}

func newCity(t *testing.T) *city {
	c := &city{rang: map[flow.AccountID][]time.Time{}}
	c.stage = stageWith(t, shortLived(t), percakapan.Step, officeHours)
	c.quiet = true
	c.heard = func(d post.Draft) {
		if _, card := d.Show.Slot.Usulan(); card || d.Show.Slot == kabar.SlotQueue {
			c.rang[d.To] = append(c.rang[d.To], c.now)
		}
	}
	c.now = wibAt("2026-08-31 16.00")
	c.comes()
	c.gather(dialog.Event{Input: dialog.Tick{}})
	c.takeIn()
	return c
}

// Who is who: the admins of the OPD come first, then the Admin SIIP-ASN, then those who propose.
func cityID(i int) flow.AccountID { return flow.AccountID(9_000_000_000 + i) }

func desk(opd, i int) int { return opd*cityDesks + i }
func center(i int) int    { return cityOPD*cityDesks + i }
func proposer(i int) int  { return cityOPD*cityDesks + cityCenter + i }

// comes imports everybody and binds who does something.
func (c *city) comes() {
	rows := imports.PegawaiImport{Columns: imports.PegawaiColumns{Peran: true}}
	for i := range cityPeople {
		rows.Rows = append(rows.Rows, imports.BarisPegawai{
			NIP: identitas.NIP(fmt.Sprintf("1901%02d%02d1926%02d1%03d", 1+i/900%12, 1+i/12%28, 1+i%12, 1+i/336)), Nama: fmt.Sprintf("WARGA %04d CONTOH", i),
			Jabatan: "Perawat", Jenjang: flow.FungsionalTertentu, OPD: fmt.Sprintf("Dinas Contoh %02d", cityOf(i)),
			AdminOPD: i < center(0), AdminSIIP: i >= center(0) && i < proposer(0),
		})
	}
	if _, err := c.store.ImportPegawai(rows, imports.ImportCommand, c.now, false, nil); err != nil {
		c.t.Fatal(err)
	}
	var codes []aktivasi.Aktivasi
	for i := range proposer(proposals + atNight) {
		c.know(fmt.Sprintf("Warga%d", i), cityID(i))
		codes = append(codes, aktivasi.Aktivasi{
			Hash: aktivasi.HashKode(cityCode(i)), Pegawai: flow.PegawaiID(len(cast) + 1 + i), Sampai: c.now.Add(time.Hour),
		})
	}
	if err := c.store.SaveAktivasi(codes); err != nil {
		c.t.Fatal(err)
	}
	for i := range proposer(proposals + atNight) {
		c.gather(dialog.Event{From: cityID(i), Input: dialog.Command{Name: "start", Argument: cityCode(i)}})
	}
	c.takeIn()
	for i := range proposer(proposals + atNight) {
		c.press(i, "Ya, ini saya")
	}
	c.takeIn()
}

// cityOf is the OPD of somebody.
func cityOf(i int) int {
	if i < center(0) {
		return i / cityDesks
	}
	return i % cityOPD
}

func cityCode(i int) string { return fmt.Sprintf("K0TA-0000-%04d", i) }

// gather adds an event to the batch; press a tap on the newest button with that word.
func (c *city) gather(e dialog.Event) { c.add(post.Incoming{Event: e}) }

func (c *city) press(i int, word string) {
	in := c.find(cityID(i), word)
	in.Event.From = cityID(i)
	c.add(in)
}

func (c *city) add(in post.Incoming) {
	c.update++
	in.Update, in.Event.At = c.update, c.now
	if in.Tap != "" {
		in.Tap = fmt.Sprint(c.update)
	} else if in.Event.From != 0 {
		c.message++
		in.Message = c.message
	}
	c.batch = append(c.batch, in)
}

// takeIn lets the batch come in, and what goes on by itself go on.
func (c *city) takeIn() {
	for len(c.batch) > 0 {
		if _, err := c.store.Apply(c.batch); err != nil {
			c.t.Fatal(err)
		}
		c.batch = nil
		c.deliver()
		chats, err := c.store.Unfinished()
		if err != nil {
			c.t.Fatal(err)
		}
		for _, chat := range chats {
			c.gather(dialog.Event{From: chat, Input: dialog.Continue{}})
		}
	}
}

// propose lets some people propose within this minute.
func (c *city) propose(from, to int) {
	for _, word := range []string{"Tambah", "Pelatihan SPBE", "Simpan"} {
		for i := from; i < to; i++ {
			c.press(proposer(i), word)
		}
		c.takeIn()
	}
}

// decide lets two desks work: one forwards all that waits at once, one the oldest. Some desks never look. Every half hour
// somebody of the center approves all.
func (c *city) decide(minute int) {
	opd := minute % cityOPD
	switch {
	case opd%4 == 0 && minute > 60:
		c.does(desk(opd, 0), "/start", "Teruskan semua", "Ya, Lanjutkan")
	case opd%4 == 1:
		c.does(desk(opd, 0), "/antrian", "Teruskan", "Ya, Lanjutkan")
	}
	if minute%30 == 29 {
		c.does(center(0), "/antrian", "Setujui semua", "Ya, Setujui")
	}
}

// does goes a way as far as there are buttons for it.
func (c *city) does(i int, command string, words ...string) {
	c.gather(dialog.Event{From: cityID(i), Input: dialog.Command{Name: strings.TrimPrefix(command, "/")}})
	c.takeIn()
	for _, word := range words {
		if !c.sees(cityID(i), word) {
			return
		}
		c.press(i, word)
		c.takeIn()
	}
}

// judgeRings: at most one ring in half an hour for anybody, and three of the morning for who does not look.
func (c *city) judgeRings(opening time.Time) {
	most := 0
	for id, rings := range c.rang {
		for i := 1; i < len(rings); i++ {
			if d := rings[i].Sub(rings[i-1]); d < kabar.RingEvery {
				c.t.Errorf("%s hears his queue after %s: %v", c.names[id], d, rings)
			}
		}
		most = max(most, len(rings))
	}
	for opd := 2; opd < cityOPD; opd += 4 {
		for i := range cityDesks {
			rings := c.rang[cityID(desk(opd, i))]
			if n := len(rings); n == 0 || n > 3 || rings[0].Sub(opening) > 2*time.Hour {
				c.t.Errorf("desk %d of OPD %d, which never looks, is rung at %v", i, opd, rings)
			}
		}
	}
	if most == 0 || most > 9 {
		c.t.Errorf("%d rings of one person in four and a half hours", most)
	}
	c.t.Logf("%d people are rung, one of them %d times", len(c.rang), most)
}

// judgeQueues: the message of every queue says how many wait there now.
func (c *city) judgeQueues(all int) {
	waiting := map[flow.OPDID]int{}
	c.read(func(r dialog.Reader) {
		for _, w := range r.Waiting(0, flow.Masuk) {
			waiting[w.OPD]++
		}
		if n := len(r.Matching(daftar.Filter{})); n != all {
			c.t.Errorf("%d usulan", n)
		}
		for i := range center(0) {
			p, _ := r.Pegawai(flow.PegawaiID(len(cast) + 1 + i))
			words := fmt.Sprintf("%d usulan yang menunggu Anda", waiting[p.OPD])
			if waiting[p.OPD] == 0 {
				words = "Tidak ada usulan yang menunggu Anda"
			}
			if !c.stands(cityID(i), words) {
				c.t.Errorf("admin %d does not read %q but %q", i, words, c.textWith(cityID(i), "menunggu Anda"))
			}
		}
	})
}
