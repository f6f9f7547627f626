package flow

import "time"

// Effect is something that must happen because of an event. The effects of one event happen all or not at all, in
// order, in the transaction in which the event was read: SaveUsulan, AppendHistory, CountKeterangan, SaveAccount,
// UseAktivasi, Show, Answer, Send, SetCommands or MarkDone.
type Effect interface{ effect() }

// SaveUsulan makes an usulan (version 1) or replaces the version before. Anything else is a fault of the core, and
// nothing is saved.
type SaveUsulan struct{ Usulan Usulan }

// AppendHistory adds to the trail; the store gives the entry its number and its hash.
type AppendHistory struct{ Entry Entry }

// CountKeterangan notes that a reason was used once more, so that the ones used most can be offered. Scope is the OPD in
// which it was used, 0 for the Admin SIIP-ASN: what one OPD writes is not shown to another.
type CountKeterangan struct {
	Scope      OPDID
	Aksi       Aksi
	Keterangan string
}

// SaveAccount keeps what is known of a Telegram account; a bound one is found by its pegawai from then on.
type SaveAccount struct{ Account Account }

// UseAktivasi burns the activation code of the pegawai, if there is one.
type UseAktivasi struct{ Pegawai PegawaiID }

// Show puts a screen into a slot of somebody's chat; without a slot it is a message of its own.
type Show struct {
	To     AccountID `json:"to"`
	Slot   Slot      `json:"slot,omitempty"`
	Screen Screen    `json:"screen"`
	Manner Manner    `json:"manner,omitempty"`
	Lane   Lane      `json:"lane,omitempty"`
}

// Manner is how a screen comes into its slot.
type Manner uint8

// The manners.
const (
	Here    Manner = iota // where the person looks: in place when he tapped there or it is the last message, else at the end
	Quietly               // in place, wherever that is; not at all where the slot was never shown
	Anew                  // at the end of the chat, with a ring; the earlier message of the slot goes
)

// Lane says who waits: answers to a person go ahead of news for many.
type Lane uint8

// The lanes.
const (
	Reply Lane = iota
	News
)

// Answer is the short reply to the tap itself. A tap without one is answered with nothing to read.
type Answer struct {
	Text  string `json:"text,omitempty"`
	Alert bool   `json:"alert,omitempty"` // to be closed by hand
}

// Send makes a report and sends it. It is made when its turn comes, outside every transaction.
type Send struct {
	To      AccountID `json:"to"`
	Laporan Laporan   `json:"laporan"`
	Lane    Lane      `json:"lane,omitempty"`
}

// Laporan says which report.
type Laporan struct {
	Jenis   JenisLaporan `json:"jenis"`
	Periode Periode      `json:"periode,omitempty"`
}

// JenisLaporan is a kind of report.
type JenisLaporan string

// LaporanRekap is the text of the ten most wanted diklat and the workbook with all of them.
const LaporanRekap JenisLaporan = "rekap"

// SetCommands sets the menu of commands in somebody's chat.
type SetCommands struct {
	To       AccountID  `json:"to"`
	Commands []Perintah `json:"commands"`
}

// Perintah is a command of the bot and what the menu says of it.
type Perintah struct {
	Name  string `json:"name"`
	About string `json:"about"`
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
func (Show) effect()            {}
func (Answer) effect()          {}
func (Send) effect()            {}
func (SetCommands) effect()     {}
func (MarkDone) effect()        {}
