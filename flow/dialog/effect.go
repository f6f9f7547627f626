package dialog

import (
	"time"

	"siip-asn/flow"
	"siip-asn/flow/aktivasi"
	"siip-asn/flow/jejak"
	"siip-asn/flow/kalender"
	"siip-asn/flow/rencana"
)

// Effect is something that must happen because of an event. The effects of one event happen all or not at all, in
// order, in the transaction in which the event was read. What changes the office is in this file; what goes out to
// people is in effect_out.go.
type Effect interface{ effect() }

// SaveUsulan makes an usulan (Versi 1) or replaces the one with the Versi before. With any other Versi it is a fault of the
// core: the event fails, and nothing of it is saved.
type SaveUsulan struct{ Usulan flow.Usulan }

// AppendHistory adds to the trail; the store gives the entry its number and its hash.
type AppendHistory struct{ Entry jejak.Entry }

// CountKeterangan notes that a reason was used once more, so that the ones used most can be offered. Scope is the OPD in
// which it was used, 0 for the Admin SIIP-ASN: what one OPD writes is not shown to another.
type CountKeterangan struct {
	Scope      flow.OPDID
	Aksi       flow.Aksi
	Keterangan string
}

// SaveAccount keeps what is known of a Telegram account; a bound one is found by its pegawai from then on.
type SaveAccount struct{ Account flow.Account }

// UseAktivasi burns the activation code of the pegawai, if there is one.
type UseAktivasi struct{ Pegawai flow.PegawaiID }

// SaveAktivasi keeps an activation code that was given out.
type SaveAktivasi struct{ Aktivasi aktivasi.Aktivasi }

// SavePegawai keeps a pegawai whose master data were changed, or makes the next new one. A NIP that another pegawai has
// is a fault of the core. His usulan follow by effects of their own (flow.Pegawai.Membawa).
type SavePegawai struct{ Pegawai flow.Pegawai }

// SaveOPD gives an OPD another name, or makes the next new one. A name that another OPD has is a fault of the core.
type SaveOPD struct{ OPD flow.OPD }

// SavePanduan keeps an entry of the panduan, a new one or a changed one.
type SavePanduan struct{ Panduan flow.Panduan }

// SavePadanan counts the titles typed by hand that have this key (judul.Key) as an entry of the panduan; 0 as themselves
// again.
type SavePadanan struct {
	Judul   string
	Panduan flow.PanduanID
}

// SaveJendela sets when usulan can be proposed in a periode; the zero Jendela sets no bounds.
type SaveJendela struct {
	Periode kalender.Periode
	Jendela kalender.Jendela
}

// Told notes that everybody concerned was told of the handover of the pegawai.
type Told struct{ Pegawai flow.PegawaiID }

// More asks for another event, a Continue, soon: the long work of this chat, or of the clock, is not done yet.
type More struct{}

// SaveSkenario keeps a named question to the budget, in the place of the one of that name; Hapus takes it away.
type SaveSkenario struct {
	Skenario rencana.Skenario
	Hapus    bool
}

// MarkDone records for which instant a job was done, so that it is never done twice for it.
type MarkDone struct {
	Job string
	At  time.Time
}

func (SaveUsulan) effect()      {}
func (AppendHistory) effect()   {}
func (CountKeterangan) effect() {}
func (SaveAccount) effect()     {}
func (UseAktivasi) effect()     {}
func (SaveAktivasi) effect()    {}
func (SavePegawai) effect()     {}
func (SaveOPD) effect()         {}
func (SavePanduan) effect()     {}
func (SavePadanan) effect()     {}
func (SaveJendela) effect()     {}
func (SaveSkenario) effect()    {}
func (MarkDone) effect()        {}
func (Told) effect()            {}
func (More) effect()            {}
