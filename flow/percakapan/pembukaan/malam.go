package pembukaan

import (
	"fmt"
	"slices"
	"strings"

	"siip-asn/flow"
	"siip-asn/flow/dialog"
	"siip-asn/flow/dialog/engine"
	"siip-asn/flow/giliran"
	"siip-asn/flow/hitung"
	"siip-asn/flow/jejak"
	"siip-asn/flow/percakapan/kabar"
	"siip-asn/flow/percakapan/kartu"
	"siip-asn/flow/percakapan/wording"
)

// What was decided while the office was shut was shown without sound. At the opening it is told once more: the clock reads the
// trail, newest entry first, back to the number that was the newest at the opening before, and takes what was done in shut hours.

// read is the number of the last entry at the last opening. It belongs to the clock.
var read = engine.State[uint64]{Key: "pembukaan/jejak"}

// entries is how many entries are looked at in one transaction.
const entries = 100

// night is how far the reading of the trail has come: it goes on over several steps, entries of the trail in each.
type night struct {
	Sebelum uint64              `json:"sebelum,omitempty"` // entries before this one are still to be looked at; 0: none
	Sampai  uint64              `json:"sampai,omitempty"`  // down to this one, which was there at the opening before
	Putusan map[flow.OPDID]sums `json:"putusan,omitempty"` // what the Admin SIIP-ASN decided, by OPD
}

// sums counts decisions by the status that came of them.
type sums map[flow.Status]int

// nightBehind is what there is to be looked at, and notes where the trail stands now. A first opening looks at nothing.
func nightBehind(t *engine.Turn) night {
	before := read.Get(t)
	newest := t.Jejak(jejak.Bagian{}, 0, 1)
	if len(newest) == 0 {
		return night{}
	}
	last := newest[0].Nomor
	read.Set(t, last)
	if before == 0 || before >= last {
		return night{}
	}
	return night{Sebelum: last + 1, Sampai: before}
}

// tellNight reads the next part of the trail, newest first, and tells what it finds; true when there is more to read.
func tellNight(t *engine.Turn, n *night) bool {
	if n.Sebelum == 0 {
		return false
	}
	list := t.Jejak(jejak.Bagian{}, n.Sebelum, entries)
	for _, e := range list {
		if e.Nomor <= n.Sampai {
			n.Sebelum = 0
			return false
		}
		n.Sebelum = e.Nomor
		if e.Usulan != 0 && !t.Aturan().Kabar.Buka(e.At.In(t.Aturan().Zona)) {
			n.tell(t, e)
		}
	}
	if len(list) < entries {
		n.Sebelum = 0
	}
	return n.Sebelum != 0
}

// tell tells the pegawai of an entry of the night, and counts it for the admins of his OPD.
func (n *night) tell(t *engine.Turn, e jejak.Entry) {
	u, _ := t.Usulan(e.Usulan)
	k := kabar.Of(e.Aksi, e.Peran)
	if k.OPD == kabar.Message {
		n.count(u.OPD, e.Ke)
	}
	if k.Pegawai == kabar.Message && e.Oleh != u.Pegawai {
		tellOwner(t, e, u)
	}
}

func (n *night) count(opd flow.OPDID, s flow.Status) {
	if n.Putusan == nil {
		n.Putusan = map[flow.OPDID]sums{}
	}
	if n.Putusan[opd] == nil {
		n.Putusan[opd] = sums{}
	}
	n.Putusan[opd][s]++
}

// tellOwner sends the pegawai the card of his usulan anew, with a sound; it takes the place of the old card, so no further message
// stays. He is told at most once an opening, of the newest entry, and not if he has looked at an usulan of his since.
func tellOwner(t *engine.Turn, e jejak.Entry, u flow.Usulan) {
	p, _ := t.Pegawai(u.Pegawai)
	account, ok := giliran.Reachable(t, p)
	opening, told := t.Done(job), fmt.Sprintf("kabar-pembukaan/%d", account.ID)
	if !ok || kartu.Seen(t, account.ID).After(e.At) || t.Done(told).Equal(opening) {
		return
	}
	t.Do(dialog.MarkDone{Job: told, At: opening})
	kartu.Show(t, account.ID, u, dialog.Anew, dialog.News)
}

// lines is what was decided in the OPD, for its admins.
func (n night) lines(opd flow.OPDID) []string {
	var parts []string
	for _, s := range append(slices.Clone(flow.Statuses), flow.Dihapus) {
		if count := n.Putusan[opd][s]; count > 0 {
			parts = append(parts, fmt.Sprintf("%s %s", hitung.Number(count), strings.ToLower(s.Record().Selesai)))
		}
	}
	if len(parts) == 0 {
		return nil
	}
	return []string{fmt.Sprintf("Selama kantor tutup: %s oleh %s.", wording.Listed(parts), flow.AdminSIIP)}
}
