// Package peralihan tells of handovers: of every change of who can act or see that came by another way than an aksi on an
// usulan. The store notes each (giliran.Peralihan); the clock goes through them, a part at a time. Who could act before is
// compared with who can act now, and the difference is told as by an aksi; what somebody may no longer see is closed.
package peralihan

import (
	"slices"

	"siip-asn/flow"
	"siip-asn/flow/dialog"
	"siip-asn/flow/dialog/engine"
	"siip-asn/flow/giliran"
	"siip-asn/flow/percakapan/kabar"
	"siip-asn/flow/percakapan/kartu"
)

// Conversation has no place: it speaks for the clock.
func Conversation() engine.Conversation {
	return engine.Conversation{Name: "peralihan", Work: goOn}
}

// part is how many usulan, or cards, are looked at in one transaction; known is how many handovers that wait are compared
// with at once.
const (
	part  = 25
	known = 500
)

// progress is how far the telling of the first handover has come. It belongs to the clock.
type progress struct {
	Pegawai flow.PegawaiID `json:"pegawai,omitempty"`
	Langkah int            `json:"langkah,omitempty"` // place in stages
	Setelah flow.UsulanID  `json:"setelah,omitempty"` // the last usulan that was looked at in this stage
}

var state = engine.State[progress]{Key: "peralihan"}

// stages are the parts of a handover, in order. Each looks at the usulan behind one, and tells whether there are more.
var stages = []func(t *engine.Turn, h handover, after flow.UsulanID) (last flow.UsulanID, more bool){
	func(t *engine.Turn, h handover, _ flow.UsulanID) (flow.UsulanID, bool) {
		tellPerson(t, h)
		return 0, false
	},
	closeCards,
	handOver,
}

// handover is one in the telling: as he was, as he is, and the office before and after this one alone.
type handover struct {
	giliran.Peralihan
	now           flow.Pegawai
	account       flow.Account // his, now; the zero Account when he has none
	before, after giliran.Office
}

// goOn does the next part of the first handover.
func goOn(t *engine.Turn) {
	list := t.Peralihan(known)
	if len(list) == 0 {
		return
	}
	h := handoverOf(t, list)
	p := state.Edit(t)
	if p.Pegawai != h.Pegawai || p.Langkah >= len(stages) {
		*p = progress{Pegawai: h.Pegawai}
	}
	for ; p.Langkah < len(stages); p.Langkah, p.Setelah = p.Langkah+1, 0 {
		last, more := stages[p.Langkah](t, h, p.Setelah)
		if more {
			p.Setelah = last
			t.Do(dialog.More{})
			return
		}
	}
	*p = progress{}
	t.Do(dialog.Told{Pegawai: h.Pegawai})
	if len(list) > 1 {
		t.Do(dialog.More{})
	}
}

// handoverOf is the first handover of the list, with the office before and after it alone. The database shows the office after all
// of them, so those behind it are undone for both: giliran.Sebelum gives the office as it was before the handovers of a list.
func handoverOf(t *engine.Turn, list []giliran.Peralihan) handover {
	h := handover{Peralihan: list[0]}
	h.now, _ = t.Pegawai(h.Pegawai)
	h.account, _ = t.AccountOf(h.Pegawai)
	h.after = giliran.Sebelum(t, list[1:])
	h.before = giliran.Sebelum(t, list)
	return h
}

// chats are the account that the person has now and the one that he had before, those that can be reached.
func (h handover) chats(t *engine.Turn) []flow.AccountID {
	list := []flow.AccountID{h.Akun, h.account.ID}
	slices.Sort(list)
	return slices.DeleteFunc(slices.Compact(list), func(id flow.AccountID) bool { return id == 0 || t.Account(id).Unreachable })
}

// closeCards brings the cards in his chats up to date: those of what he may no longer see say only that.
func closeCards(t *engine.Turn, h handover, after flow.UsulanID) (last flow.UsulanID, more bool) {
	var ids []flow.UsulanID
	chats := h.chats(t)
	for _, chat := range chats {
		ids = append(ids, t.Cards(chat)...)
	}
	slices.Sort(ids)
	ids, more = next(slices.Compact(ids), after)
	for _, id := range ids {
		u, there := t.Usulan(id)
		for _, chat := range chats {
			if there {
				kartu.Show(t, chat, u, dialog.Quietly, dialog.News)
			}
		}
		last = id
	}
	return last, more
}

// next is the part of the list behind one.
func next(ids []flow.UsulanID, after flow.UsulanID) (few []flow.UsulanID, more bool) {
	i, found := slices.BinarySearch(ids, after)
	if found {
		i++
	}
	ids = ids[i:]
	return ids[:min(part, len(ids))], len(ids) > part
}

// handOver goes through the usulan whose turn may have passed from or to him, and tells those who can act now and could
// not before.
func handOver(t *engine.Turn, h handover, after flow.UsulanID) (last flow.UsulanID, more bool) {
	ids, more := next(h.concerned(t), after)
	if !more {
		h.refreshQueues(t)
	}
	for _, id := range ids {
		u, _ := t.Usulan(id)
		was, is := giliran.WaitsFor(h.before, h.earlier(u)), giliran.WaitsFor(h.after, u)
		if moved := h.earlier(u) != u; moved || !same(was, is) {
			h.tellNew(t, u, was.Orang, is.Orang)
			kartu.ShowOthers(t, u, nil)
			t.Changed(u)
			if moved {
				showFormer(t, u, t.AdminOPD(h.Dulu.OPD))
			}
		}
		last = id
	}
	return last, more
}

// refreshQueues brings the queue messages up to date of all whose queue is not what it was.
func (h handover) refreshQueues(t *engine.Turn) {
	for _, opd := range []flow.OPDID{h.Dulu.OPD, h.now.OPD} {
		for _, p := range t.AdminOPD(opd) {
			kabar.RefreshQueue(t, p)
		}
	}
	for _, p := range t.AdminSIIP() {
		kabar.RefreshQueue(t, p)
	}
}

// earlier is the usulan where it was before its owner moved to another OPD.
func (h handover) earlier(u flow.Usulan) flow.Usulan {
	if u.Pegawai == h.Pegawai && u.OPD == h.now.OPD && !u.Status.Record().Tetap {
		u.OPD = h.Dulu.OPD
	}
	return u
}

// tellNew tells those who can act now and could not before. The person himself is not told when only his account has changed: he has
// just bound it or can be reached again, and was shown what waits for him by that.
func (h handover) tellNew(t *engine.Turn, u flow.Usulan, was, is []flow.Pegawai) {
	came := !giliran.Beralih(h.Dulu, h.now)
	for _, p := range is {
		if came && p.ID == h.Pegawai {
			continue
		}
		if !slices.ContainsFunc(was, func(q flow.Pegawai) bool { return q.ID == p.ID }) {
			kabar.Waits(t, p, u)
		}
	}
}

// showFormer takes an usulan away from the queue screens of admins who may no longer see it.
func showFormer(t *engine.Turn, u flow.Usulan, admins []flow.Pegawai) {
	for _, p := range admins {
		if account, ok := giliran.Reachable(t, p); ok {
			if his := t.As(p, account); showing(his, u.ID) {
				his.Reveal()
			}
		}
	}
}

func showing(t *engine.Turn, id flow.UsulanID) bool {
	_, is := t.Showing(id)
	return is
}

// concerned lists the usulan that wait in an OPD whose admin he was or is, those that wait with the Admin SIIP-ASN if he
// was or is one, and his own.
func (h handover) concerned(t *engine.Turn) []flow.UsulanID {
	var list []giliran.Waiting
	for _, p := range []flow.Pegawai{h.Dulu, h.now} {
		if p.AdminOPD {
			list = append(list, t.Waiting(p.OPD, flow.Masuk)...)
		}
		if p.AdminSIIP {
			list = append(list, t.Waiting(0, flow.Diteruskan)...)
			list = append(list, t.Waiting(0, flow.Masuk)...)
		}
	}
	var ids []flow.UsulanID
	for _, w := range list {
		ids = append(ids, w.Usulan)
	}
	for _, u := range t.UsulanOf(h.Pegawai) {
		ids = append(ids, u.ID)
	}
	slices.Sort(ids)
	return slices.Compact(ids)
}

func same(a, b giliran.Giliran) bool {
	return a.Peran == b.Peran && a.Pengganti == b.Pengganti && slices.EqualFunc(a.Orang, b.Orang, func(p, q flow.Pegawai) bool { return p.ID == q.ID })
}
