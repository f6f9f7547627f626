package demo

import (
	"fmt"
	"time"

	"siip-asn/flow"
	"siip-asn/flow/dialog"
	"siip-asn/flow/dialog/ui"
	"siip-asn/flow/percakapan/paging"
	"siip-asn/flow/post"
	"siip-asn/store"
)

// play fills the sample world by letting its people do what people do: every usulan in it was proposed, forwarded,
// returned or approved by a tap that went through the core.
type play struct {
	store   *store.Store
	now     time.Time
	update  int64
	made    flow.UsulanID                  // the newest usulan
	screens map[flow.AccountID][]ui.Screen // what each person was shown last
	err     error
}

// sampleUpdate is where the update ids of the play begin: far below those of the simulator.
const sampleUpdate = 1000

func newPlay(s *store.Store, now time.Time) *play {
	return &play{store: s, now: now, update: sampleUpdate, screens: map[flow.AccountID][]ui.Screen{}}
}

// send lets somebody do something, and notes what everybody is shown then.
func (p *play) send(from flow.AccountID, input dialog.Input) {
	if p.err != nil {
		return
	}
	p.update++
	p.now = p.now.Add(7 * time.Second)
	in := post.Incoming{Update: p.update, Event: dialog.Event{At: p.now, From: from, Input: input}}
	tickets, err := p.store.Apply([]post.Incoming{in})
	p.err = err
	for _, t := range tickets {
		d, found, err := p.store.Ready(t)
		if err != nil {
			p.err = err
		}
		if found && d.Show != nil {
			p.screens[d.To] = append(lastOf(p.screens[d.To], remembered), d.Show.Screen)
		}
	}
}

// remembered is how many screens of each person are kept: nobody looks further back.
const remembered = 20

func lastOf[T any](list []T, n int) []T { return list[max(0, len(list)-n):] }

func (p *play) types(n int, text string) { p.send(Account(n), dialog.Text{Body: text}) }

func (p *play) command(n int, name string) {
	p.send(Account(n), dialog.Command{Name: name})
}

// taps presses the newest button with one of these words, or that of the row of a list that begins with it.
func (p *play) taps(n int, words ...string) {
	screens := p.screens[Account(n)]
	for i := len(screens) - 1; i >= 0 && p.err == nil; i-- {
		for _, word := range words {
			if c, there := paging.Find(screens[i], word); there {
				p.send(Account(n), dialog.Tap{Button: c.Button})
				return
			}
		}
	}
	if p.err == nil {
		p.err = fmt.Errorf("sample person %d sees no button %q", n, words)
	}
}

// enters binds the account of the n-th person by his phone number.
func (p *play) enters(n int) {
	p.send(Account(n), dialog.Contact{Phone: string(Phone(n)), Own: true})
	p.taps(n, "Ya, ini saya")
}

var sampleTitles = []string{
	"Pelatihan Penyusunan Anggaran Berbasis Kinerja", "Pelatihan Keselamatan dan Kesehatan Kerja (K3)",
	"pelatihan keselamatan dan kesehatan kerja K3", "Pelatihan Public Speaking", "Bimtek Pengadaan Barang dan Jasa",
}

// proposes goes through the form: mostly from the panduan, sometimes by hand.
func (p *play) proposes(n int, hasNilai bool) {
	p.command(n, "start")
	p.taps(n, "Tambah")
	if n%4 == 0 {
		p.taps(n, "Isi Manual")
		p.types(n, sampleTitles[n/4%len(sampleTitles)])
	} else {
		katalog := flow.Katalog()
		p.taps(n, katalog[[]int{2, 2, 6, 2, 3, 5, 6, 0, 4, 1}[n%10]].Nama)
	}
	if hasNilai {
		p.taps(n, "Pakai yang ada", "Lewati")
	}
	p.taps(n, "Simpan")
}

// verdict lets an admin decide on an usulan by these buttons.
func (p *play) verdict(admin int, usulan flow.UsulanID, words ...string) {
	p.send(Account(admin), dialog.Tap{Button: ui.Button{Word: "buka", ID: uint64(usulan)}})
	for _, w := range words {
		p.taps(admin, w)
	}
}

// refuses lets an admin give an usulan back, for a reason that he types.
func (p *play) refuses(admin int, usulan flow.UsulanID, word, reason string) {
	p.verdict(admin, usulan, word, "Ya, Lanjutkan")
	p.types(admin, reason)
	p.taps(admin, "Simpan")
}
