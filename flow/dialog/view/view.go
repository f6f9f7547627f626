// Package view answers for the office as a step has left it so far: a Reader over the stored one, with the effects of the
// step put in the place of what they change.
//
// It imports flow/dialog and the office only. A newcomer reads View, then one of its files: each holds the look-ups of one
// subject.
package view

import (
	"slices"
	"time"

	"siip-asn/flow"
	"siip-asn/flow/aktivasi"
	"siip-asn/flow/dialog"
	"siip-asn/flow/dialog/ui"
	"siip-asn/flow/giliran"
	"siip-asn/flow/jejak"
	"siip-asn/flow/kalender"
)

// View is a Reader that answers as if the effects so far had happened. The effects of a step happen when it is over, all
// or none; a screen that is drawn after a change shows the change all the same. For every look-up holds: what the view
// answers at the end of a step is what the store answers after the commit.
//
// It keeps what the effects have changed by id, and puts that in the place of what is stored. The look-ups of a subject
// stand in a file of their own. What nobody has changed is answered by the store at once.
type View struct {
	base    dialog.Reader
	effects []dialog.Effect
	now     time.Time
	own     func() (flow.AccountID, dialog.Session) // whose step it is, and where he is; nil outside of a step

	usulan   map[flow.UsulanID]flow.Usulan
	pegawai  map[flow.PegawaiID]flow.Pegawai
	opd      map[flow.OPDID]flow.OPD
	panduan  map[flow.PanduanID]flow.Panduan
	account  map[flow.AccountID]flow.Account
	aktivasi map[flow.PegawaiID]aktivasi.Aktivasi // the zero Aktivasi: it is used up
	padanan  map[string]flow.PanduanID
	jendela  map[kalender.Periode]kalender.Jendela
	done     map[string]time.Time
	handover map[flow.PegawaiID]*giliran.Peralihan // nil: everybody was told
	viewer   map[flow.UsulanID][]flow.AccountID
	shown    map[shownKey]bool
	reason   map[reasonKey]int // how often it was used in this step
	entries  []jejak.Entry     // with their numbers and hashes
}

type shownKey struct {
	chat flow.AccountID
	slot ui.Slot
}

type reasonKey struct {
	scope flow.OPDID
	aksi  flow.Aksi
	text  string
}

// New is a view of what is stored, before any effect, at that time. own says whose step it is, and where he is by now;
// it is nil outside of a step.
func New(r dialog.Reader, now time.Time, own func() (flow.AccountID, dialog.Session)) *View {
	return &View{base: r, now: now, own: own}
}

// Add lets effects happen in the view.
func (v *View) Add(effects ...dialog.Effect) {
	for _, effect := range effects {
		v.effects = append(v.effects, effect)
		note(v, effect)
	}
}

// note keeps what an effect changes. A handover is noted before the change: it compares with what was.
func note(v *View, effect dialog.Effect) {
	switch e := effect.(type) {
	case dialog.SaveUsulan:
		set(&v.usulan, e.Usulan.ID, e.Usulan)
	case dialog.SavePegawai:
		noteRole(v, e.Pegawai)
		set(&v.pegawai, e.Pegawai.ID, e.Pegawai)
		noteLeft(v, e.Pegawai)
	case dialog.SaveOPD:
		set(&v.opd, e.OPD.ID, e.OPD)
	case dialog.SavePanduan:
		set(&v.panduan, e.Panduan.ID, e.Panduan)
	case dialog.SavePadanan:
		set(&v.padanan, e.Judul, e.Panduan)
	case dialog.SaveJendela:
		set(&v.jendela, e.Periode, e.Jendela)
	case dialog.MarkDone:
		set(&v.done, e.Job, e.At)
	default:
		noteOther(v, effect)
	}
}

func noteOther(v *View, effect dialog.Effect) {
	switch e := effect.(type) {
	case dialog.SaveAccount:
		noteBinding(v, e.Account)
		set(&v.account, e.Account.ID, e.Account)
	case dialog.SaveAktivasi:
		set(&v.aktivasi, e.Aktivasi.Pegawai, e.Aktivasi)
	case dialog.UseAktivasi:
		set(&v.aktivasi, e.Pegawai, aktivasi.Aktivasi{})
	case dialog.Told:
		set(&v.handover, e.Pegawai, nil)
	case dialog.AppendHistory:
		v.entries = append(v.entries, e.Entry.After(lastEntry(v)))
	case dialog.CountKeterangan:
		k := reasonKey{e.Scope, e.Aksi, e.Keterangan}
		set(&v.reason, k, v.reason[k]+1)
	case dialog.Show:
		if e.Slot != "" && e.Manner != dialog.Quietly {
			set(&v.shown, shownKey{e.To, e.Slot}, true)
		}
		if id, is := e.Slot.Usulan(); is && e.Manner != dialog.Quietly {
			set(&v.viewer, id, append(v.viewer[id], e.To))
		}
	}
}

func set[K comparable, V any](m *map[K]V, key K, value V) {
	if *m == nil {
		*m = map[K]V{}
	}
	(*m)[key] = value
}

// Aturan are the rules of the office; no effect changes them.
func (v *View) Aturan() flow.Aturan { return v.base.Aturan() }

// Jendela is when one can propose in the periode.
func (v *View) Jendela(p kalender.Periode) kalender.Jendela {
	if j, changed := v.jendela[p]; changed {
		return j
	}
	return v.base.Jendela(p)
}

// Done is for which instant a job was last done; zero when that is still to come.
func (v *View) Done(job string) time.Time {
	at, changed := v.done[job]
	switch {
	case !changed:
		return v.base.Done(job)
	case !v.now.IsZero() && at.After(v.now):
		return time.Time{}
	default:
		return at
	}
}

// byID looks a record up by its id: as it was changed, or else as it is stored.
func byID[K comparable, T any](changed map[K]T, id K, stored func(K) (T, bool)) (T, bool) {
	if row, is := changed[id]; is {
		return row, true
	}
	return stored(id)
}

// byName looks a record up by something of it that can change: among the changed ones, or else the one that is stored under
// that name, unless it has another by now.
func byName[K comparable, T any](changed map[K]T, named func(T) bool, id K, stored T, there bool) (row T, found bool) {
	for _, row := range changed {
		if named(row) {
			return row, true
		}
	}
	if _, renamed := changed[id]; renamed {
		return row, false
	}
	return stored, there
}

// merged puts what has changed in the place of what is stored: the rows of the list that were not changed, and the
// changed ones that belong in it, in the order of compare.
func merged[K comparable, T any](list []T, changed map[K]T, id func(T) K, belongs func(T) bool, compare func(a, b T) int) []T {
	if len(changed) == 0 {
		return list
	}
	list = slices.DeleteFunc(slices.Clone(list), func(row T) bool {
		_, is := changed[id(row)]
		return is
	})
	for _, row := range changed {
		if belongs(row) {
			list = append(list, row)
		}
	}
	slices.SortFunc(list, compare)
	return list
}
