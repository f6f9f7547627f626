package campaign

import (
	"context"
	"fmt"
	"math/rand/v2"
	"strings"
	"sync"
	"time"

	"siip-asn/bot/simulator"
	"siip-asn/flow"
	"siip-asn/flow/imports"
)

// citizen is somebody in conversation: impatient, forgetful, with a phone that sends things twice.
type citizen struct {
	hand sync.Mutex // whoever holds it acts
	*simulator.Person
	campaign *campaign
	pegawai  flow.PegawaiID
	imports.BarisPegawai
	taps     []tapped // newest last
	verdicts []tapped // those that were to change an usulan
	weighed  []answer // to questions that he thinks over, while the world goes on
}

// answer is a button that somebody means to press.
type answer struct {
	message int64
	data    string
}

// tapped is a button that was pressed.
type tapped struct{ query, data string }

func (w *campaign) citizen(i int) *citizen {
	p := w.sim.Person(simulator.Profile{ID: 7_100_000_000 + int64(i+1), FirstName: citizens[i].Nama, Phone: phoneOf(i)})
	return &citizen{Person: p, campaign: w, pegawai: flow.PegawaiID(i + 1), BarisPegawai: citizens[i]}
}

func (c *citizen) says(text string) {
	c.campaign.updates.Add(1)
	c.Send(text)
}

// comesIn binds the account, however long it takes.
func (c *citizen) comesIn() {
	c.says("/start")
	c.awaits("Kirim Nomor HP")
	c.campaign.updates.Add(1)
	c.ShareContact()
	c.awaits("Apakah ini Anda?")
	if query, err := c.TapWord("Ya, ini saya"); err == nil {
		c.noteTap(query, "")
	}
	c.awaits("sekarang terhubung")
}

// awaits is patient.
func (c *citizen) awaits(words string) {
	ctx, cancel := context.WithTimeout(context.Background(), 30*time.Second)
	defer cancel()
	err := c.Wait(ctx, func(list []simulator.Message) bool {
		for _, m := range list {
			if m.FromBot() && strings.Contains(m.Words(), words) {
				return true
			}
		}
		return false
	})
	if err != nil {
		c.campaign.diary.complain(fmt.Sprintf("%s never sees %q", c.Nama, words))
	}
}

func (c *citizen) lives(ctx context.Context) {
	for ctx.Err() == nil {
		c.hand.Lock()
		query := c.acts()
		c.hand.Unlock()
		if query != "" && rand.N(8) > 0 {
			patience, cancel := context.WithTimeout(ctx, 2*time.Second)
			_, _ = c.Answer(patience, query) // or not: then on with the next
			cancel()
		}
		pause, cancel := context.WithTimeout(ctx, time.Duration(c.campaign.leisure*(40+rand.N(200)))*time.Millisecond)
		<-pause.Done()
		cancel()
	}
}

// acts does one thing, and gives the query of the tap if it was one.
func (c *citizen) acts() (query string) {
	switch n := rand.N(100); {
	case n < 12 && len(c.verdicts) > 0: // the phone thinks that a tap was lost, perhaps one of long ago
		return c.tapsAgain(c.verdicts[rand.N(len(c.verdicts))])
	case n < 15 && len(c.taps) > 0:
		return c.tapsAgain(c.taps[len(c.taps)-1])
	case n < 18:
		c.says(c.command())
		return ""
	case n < 24 && len(c.weighed) > 0:
		a := c.weighed[0]
		c.weighed = c.weighed[1:]
		return c.gives(a)
	case n < 26 && c.AdminSIIP && c.Nama != bulkActor:
		c.dropsWorkbook()
		return ""
	}
	m, b, found := c.choice()
	if !found {
		c.says(c.command())
		return ""
	}
	if text := c.wanted(m); text != "" && rand.N(2) == 0 {
		c.says(text)
		return ""
	}
	return c.presses(m.ID, b)
}

func (c *citizen) command() string {
	switch {
	case c.Nama == bulkActor:
		return "/daftar"
	case c.AdminOPD || c.AdminSIIP:
		return []string{"/antrian", "/start", "/usulan"}[rand.N(3)]
	}
	return []string{"/usulan", "/start"}[rand.N(2)]
}

// wanted is what a screen asks to be typed.
func (c *citizen) wanted(m simulator.Message) string {
	switch words := m.Words(); {
	case strings.Contains(words, "FORM KETERANGAN"):
		return "Mohon dilengkapi dahulu."
	case strings.Contains(words, "Silakan ketik Usulan Diklat"):
		return fmt.Sprintf("Pelatihan Percobaan %d", rand.N(1000))
	}
	return ""
}

func (c *citizen) presses(message int64, b simulator.Button) string {
	a := answer{message, b.CallbackData}
	if strings.HasPrefix(a.data, "ya-") && rand.N(3) == 0 {
		c.weighed = append(c.weighed, a)
		return ""
	}
	query := c.gives(a)
	if rand.N(12) == 0 { // a nervous finger
		c.gives(a)
	}
	return query
}

func (c *citizen) gives(a answer) string {
	query := c.TapData(a.message, a.data)
	c.noteTap(query, a.data)
	return query
}

func (c *citizen) tapsAgain(t tapped) string {
	query, err := c.RepeatTap(t.query)
	if err != nil {
		return "" // the simulator has forgotten it
	}
	c.noteTap(query, t.data)
	return query
}

func (c *citizen) noteTap(query, data string) {
	c.campaign.updates.Add(1)
	c.campaign.diary.tapped(query, data)
	c.taps = append(c.taps, tapped{query, data})
	if strings.HasPrefix(data, "ya-") {
		c.verdicts = append(c.verdicts, tapped{query, data})
	}
}

// eager says how much somebody wants to press a button, by the word that it carries; others are left alone. The bulk actor
// has wishes of his own.
var eager = map[string]int{
	"tambah": 3, "panduan": 4, "pilih": 4, "manual": 1, "simpan": 8, "lewati": 2, "tetap": 3, "lain": 1,
	"teruskan": 6, "setujui": 6, "revisi": 3, "tolak": 2, "hapus": 2, "edit": 4, "history": 1,
	"ya-teruskan": 8, "ya-setujui": 8, "ya-revisi": 6, "ya-tolak": 6, "ya-hapus": 6,
	"pakai": 3, "kembali": 1, "antrian": 3, "buka": 1, "kartu": 1, "lanjut": 2, "rekap": 1, "terapkan": 8,
}

var eagerInBulk = map[string]int{"daftar": 2, "memilih": 4, "semua": 5, "borong": 6, "ya": 9, "pakai": 3, "simpan": 6, "export": 1, "cetak": 1}

// choice picks a button of the last screens.
func (c *citizen) choice() (in simulator.Message, picked simulator.Button, found bool) {
	wishes := eager
	if c.Nama == bulkActor {
		wishes = eagerInBulk
	}
	list := c.Chat()
	sum, near := 0, 1
	for _, m := range list[max(0, len(list)-6):] { // the nearer to the end, the better seen
		if m.Inline == nil || !m.FromBot() {
			continue
		}
		near *= 2
		for _, row := range m.Inline.Rows {
			for _, b := range row {
				word, _, _ := strings.Cut(b.CallbackData, ":")
				weight := wishes[word] * near
				if sum += weight; weight > 0 && rand.N(sum) < weight {
					in, picked, found = m, b, true
				}
			}
		}
	}
	return in, picked, found
}
