package store

import (
	"io"
	"iter"
	"time"

	"siip-asn/flow"
	"siip-asn/flow/aktivasi"
	"siip-asn/flow/cetakan"
	"siip-asn/flow/daftar"
	"siip-asn/flow/hitung"
	"siip-asn/flow/imports"
	"siip-asn/flow/jejak"
	"siip-asn/flow/kalender"
	"siip-asn/flow/rencana"
	"siip-asn/store/boltfile"
	"siip-asn/store/core"
	"siip-asn/store/impor"
	"siip-asn/store/laporan"
	"siip-asn/store/reader"
	"siip-asn/store/schema"
	"siip-asn/store/upkeep"
)

// Store is the database of one office: the core that takes events, and what the rooms above it do with it.
type Store struct{ *core.Store }

// The names of the rooms below that whoever uses a store needs.
type (
	Options      = core.Options
	Watch        = core.Watch
	NewerError   = schema.NewerError
	OlderError   = schema.OlderError
	DamagedError = boltfile.DamagedError
	InUseError   = boltfile.InUseError

	Reader     = reader.Reader
	DeadLetter = schema.DeadLetter
	Progress   = impor.Progress
	Figures    = upkeep.Figures
	Restored   = upkeep.Restored
	Difference = upkeep.Difference
)

// ErrNotAdmin says that whoever brought a workbook in is no Admin SIIP-ASN any more.
var ErrNotAdmin = core.ErrNotAdmin

// Open opens the database file, see core.Open.
func Open(path string, o Options) (*Store, error) {
	s, err := core.Open(path, o)
	if err != nil {
		return nil, err
	}
	return &Store{s}, nil
}

// Verify opens a database file for reading only and checks all of it, see core.Verify.
func Verify(path string) error { return core.Verify(path) }

// WriteCopy puts what write writes at path, if it is a sound database, see core.WriteCopy.
func WriteCopy(path string, write func(io.Writer) error) error { return core.WriteCopy(path, write) }

// CopyFile writes a copy of the database at path, of whatever schema, see upkeep.CopyFile.
func CopyFile(path string, w io.Writer) error { return upkeep.CopyFile(path, w) }

// Origin tells the databases of two offices apart, see upkeep.Origin.
func Origin(path string) (hash string, err error) { return upkeep.Origin(path) }

// Restore puts a backup in the place of the database at path, see upkeep.Restore.
func Restore(from, path string, by imports.Actor, now time.Time) (Restored, error) {
	return upkeep.Restore(from, path, by, now)
}

// ImportPegawai brings the master data of pegawai up to the workbook, see impor.Pegawai.
func (s *Store) ImportPegawai(list imports.PegawaiImport, by imports.Actor, at time.Time, dryRun bool, progress Progress) (imports.ImportResult, error) {
	return impor.Pegawai(s.Store, list, by, at, dryRun, progress)
}

// ImportPanduan brings the panduan up to the workbook, see impor.Panduan.
func (s *Store) ImportPanduan(list []imports.BarisPanduan, by imports.Actor, at time.Time, dryRun bool) (imports.ImportResult, error) {
	return impor.Panduan(s.Store, list, by, at, dryRun)
}

// ImportUsulan takes over usulan of earlier, see impor.Usulan.
func (s *Store) ImportUsulan(list []imports.BarisUsulan, by imports.Actor, at time.Time, dryRun bool, progress Progress) (imports.ImportResult, error) {
	return impor.Usulan(s.Store, list, by, at, dryRun, progress)
}

// ImportRiwayat takes over what people have learnt, see impor.Riwayat.
func (s *Store) ImportRiwayat(list []imports.BarisRiwayat, by imports.Actor, at time.Time, dryRun bool, progress Progress) (imports.ImportResult, error) {
	return impor.Riwayat(s.Store, list, by, at, dryRun, progress)
}

// Data copies out every usulan of a periode, see laporan.Data.
func (s *Store) Data(periode kalender.Periode) ([]daftar.Baris, error) {
	return laporan.Data(s.Store, periode)
}

// DataOf gives the rows of a list, see laporan.DataOf.
func (s *Store) DataOf(f daftar.Filter, ids []flow.UsulanID) iter.Seq2[daftar.Baris, error] {
	return laporan.DataOf(s.Store, f, ids)
}

// RekapInput copies out what a rekap is counted from, see laporan.RekapInput.
func (s *Store) RekapInput(p kalender.Periode, cut hitung.Scope, dibuat time.Time) (hitung.Input, error) {
	return laporan.RekapInput(s.Store, p, cut, dibuat)
}

// Jejak copies out a part of the trail, see laporan.Jejak.
func (s *Store) Jejak(of jejak.Bagian) (rows []jejak.Baris, problems []string, err error) {
	return laporan.Jejak(s.Store, of)
}

// SaveCetakan keeps what was printed, see laporan.SaveCetakan.
func (s *Store) SaveCetakan(c cetakan.Record) error { return laporan.SaveCetakan(s.Store, c) }

// Pemulihan finds when the database was last restored, see laporan.Pemulihan.
func (s *Store) Pemulihan() (cetakan.Pemulihan, bool, error) { return laporan.Pemulihan(s.Store) }

// CompareCetakan compares a print with what is true now, see laporan.Periksa.
func (s *Store) CompareCetakan(c cetakan.Record) (cetakan.Result, error) {
	return laporan.CompareCetakan(s.Store, c)
}

// ImportRencana keeps the plan that a workbook brings, see laporan.ImportRencana.
func (s *Store) ImportRencana(list []rencana.Filled, by imports.Actor, at time.Time, dryRun bool) (imports.ImportResult, error) {
	return laporan.ImportRencana(s.Store, list, by, at, dryRun)
}

// SaveAktivasi keeps activation codes, see upkeep.SaveAktivasi.
func (s *Store) SaveAktivasi(list []aktivasi.Aktivasi) error {
	return upkeep.SaveAktivasi(s.Store, list)
}

// HandOut makes codes valid that lie in somebody's hand, see upkeep.HandOut.
func (s *Store) HandOut(list []aktivasi.Aktivasi, by imports.Actor, at time.Time) (valid int, err error) {
	return upkeep.HandOut(s.Store, list, by, at)
}

// CheckAnchor compares the trail with an anchor, see upkeep.CheckAnchor.
func (s *Store) CheckAnchor(a jejak.Anchor) (Difference, error) {
	return upkeep.CheckAnchor(s.Store, a)
}

// NoteCommand writes into the trail what a command has done, see upkeep.NoteCommand.
func (s *Store) NoteCommand(by imports.Actor, at time.Time, aksi flow.Aksi, keterangan string) error {
	return upkeep.NoteCommand(s.Store, by, at, aksi, keterangan)
}

// DeadLetters lists what could not be read, done or sent, see upkeep.DeadLetters.
func (s *Store) DeadLetters() ([]DeadLetter, error) { return upkeep.DeadLetters(s.Store) }

// Forget removes dead letters, see upkeep.Forget.
func (s *Store) Forget(nomor []uint64) error { return upkeep.Forget(s.Store, nomor) }

// Unfinished lists the chats whose work is not through, see upkeep.Unfinished.
func (s *Store) Unfinished() ([]flow.AccountID, error) { return upkeep.Unfinished(s.Store) }

// Prune forgets what has become too old to matter, see upkeep.Prune.
func (s *Store) Prune(now time.Time) error { return upkeep.Prune(s.Store, now) }

// Figures counts what is in the database, see upkeep.Count.
func (s *Store) Figures() (Figures, error) { return upkeep.Count(s.Store) }
