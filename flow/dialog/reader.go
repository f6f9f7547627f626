package dialog

import (
	"time"

	"siip-asn/flow"
	"siip-asn/flow/aktivasi"
	"siip-asn/flow/daftar"
	"siip-asn/flow/dialog/ui"
	"siip-asn/flow/giliran"
	"siip-asn/flow/identitas"
	"siip-asn/flow/imports"
	"siip-asn/flow/jejak"
	"siip-asn/flow/judul"
	"siip-asn/flow/kalender"
	"siip-asn/flow/rencana"
)

// Reader is what the core may look up, by subject. The store implements it over the same write transaction that applies
// the effects, so a step sees what the step before it has done, and nothing changes between the look and the deed.
//
// A look-up answers false, or nothing, for what is not there. One that meets a damaged record does the same and spoils
// the whole event: the store sees to it that nothing of the step is saved. So the core needs no error at each line.
type Reader interface {
	Rules
	Accounts
	People
	Offices
	Catalogue
	Proposals
	Trail
	Plans
}

// Plans are the named questions to the budget.
type Plans interface {
	Skenarios(kalender.Periode) []rencana.Skenario // by name
}

// Rules are the rules of the office, and when the jobs of the clock were last done.
type Rules interface {
	Aturan() flow.Aturan
	Jendela(kalender.Periode) kalender.Jendela // when one can propose in the periode
	Done(job string) time.Time                 // for which instant a job was last done; zero when that is still to come
}

// Accounts are the accounts of Telegram, their activation codes, and where each is in the conversation.
type Accounts interface {
	Account(flow.AccountID) flow.Account
	AccountOf(flow.PegawaiID) (flow.Account, bool)        // the account bound to the pegawai
	AccountsAfter(p flow.PegawaiID, n int) []flow.Account // bound ones, in the order of their pegawai
	Aktivasi(hash string) (aktivasi.Aktivasi, bool)
	Session(flow.AccountID) Session
	Shown(flow.AccountID, ui.Slot) bool // whether the slot was ever shown in the chat
}

// People are the pegawai. Lists are in the order in which they came in.
type People interface {
	Pegawai(flow.PegawaiID) (flow.Pegawai, bool)
	PegawaiByNIP(identitas.NIP) (flow.Pegawai, bool)
	PegawaiByHP(identitas.HP) []flow.Pegawai
	SearchPegawai(teks string, from, n int) (rows []flow.Pegawai, total int) // by words of nama and NIP
	AdminOPD(flow.OPDID) []flow.Pegawai
	AdminSIIP() []flow.Pegawai
	Riwayat(flow.PegawaiID) []imports.Riwayat // diklat that he has taken, newest first
	Peralihan(n int) []giliran.Peralihan      // handovers that nobody was told of yet, by pegawai
}

// Offices are the OPD.
type Offices interface {
	OPD(flow.OPDID) (flow.OPD, bool)
	OPDByName(nama string) (flow.OPD, bool) // whatever its case and spacing
	OPDs() []flow.OPD                       // by name
	OPDSummary(kalender.Periode) []flow.OPDSummary
}

// Catalogue is the panduan, and the titles typed by hand beside it.
type Catalogue interface {
	Panduan(flow.PanduanID) (flow.Panduan, bool)
	Katalog() []flow.Panduan // all, in order
	JudulManual() []judul.Manual
	Padanan(judul string) flow.PanduanID // as which entry a title typed by hand counts; 0: as itself
}

// Proposals are the usulan. But for Usulan, deleted ones are not among them.
type Proposals interface {
	Usulan(flow.UsulanID) (flow.Usulan, bool)
	UsulanOf(flow.PegawaiID) []flow.Usulan                         // newest first
	Waiting(flow.OPDID, flow.Status) []giliran.Waiting             // of one OPD, or of all for 0; oldest first (InQueue)
	Daftar(f daftar.Filter, from flow.UsulanID, n int) daftar.Page // a page of the list
	Matching(f daftar.Filter) []flow.UsulanID                      // the whole list, in its order
	Rekomendasis() []string                                        // every one that is used, by name
	Periodes() []kalender.Periode                                  // every one that is used, newest first
	Viewers(flow.UsulanID) []flow.AccountID                        // who has a card of it
	Cards(flow.AccountID) []flow.UsulanID                          // of which usulan there is a card in the chat, by number
}

// Trail is what was done, and for which reasons.
type Trail interface {
	History(flow.UsulanID) []jejak.Entry                       // oldest first
	Jejak(of jejak.Bagian, before uint64, n int) []jejak.Entry // newest first; before 0: from the end
	Keterangan(scope flow.OPDID, aksi flow.Aksi, n int) []Used // the reasons used most; scope 0: by Admin SIIP-ASN
}

// Used is a reason and how often it was used.
type Used struct {
	Text  string
	Count int
}
