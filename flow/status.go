package flow

// Status is where an usulan stands in its life; its value is its fixed number (records.go). The zero value is an usulan
// that is not made yet.
type Status uint8

// The statuses of the guide, and Dihapus: gone from every list, kept in the trail.
const (
	Belum      Status = 0
	Masuk      Status = 1
	Diteruskan Status = 2
	Direvisi   Status = 3
	Ditolak    Status = 4
	Disetujui  Status = 5
	Dihapus    Status = 6
)

// StatusRecord is everything that the office says of a status. Sentences have no full stop where a name may follow.
type StatusRecord struct {
	Status Status
	Kode   string // under which it is stored
	Kata   string // the word that people see

	Daftar  bool   // an usulan in a list can have it
	Selesai string // what the card says of who brought it there, "Diteruskan"; empty: nothing was decided
	Toast   string // the answer to the tap that brought it there
	Tunggu  Peran  // for whom it waits; Tanpa: for nobody
	Giliran string // whose turn it is, on the card; "Menunggu: …" of Tunggu when empty

	Beralasan bool // its keterangan is true as long as the usulan stands there
	Tetap     bool // OPD and jenjang of the usulan stay what they are, when the pegawai moves
}

var statuses = []StatusRecord{
	{Status: Belum, Kode: "belum"},
	{Status: Masuk, Kode: "masuk", Kata: "USULAN MASUK", Daftar: true, Tunggu: AdminOPD},
	{
		Status: Diteruskan, Kode: "diteruskan", Kata: "DITERUSKAN", Daftar: true, Tunggu: AdminSIIP,
		Selesai: "Diteruskan", Toast: "Usulan telah diteruskan.",
	},
	{
		Status: Direvisi, Kode: "direvisi", Kata: "USULAN DIREVISI", Daftar: true, Tunggu: Pemilik, Giliran: "Menunggu: perbaikan oleh pegawai",
		Selesai: "Direvisi", Toast: "Usulan dikembalikan untuk direvisi.", Beralasan: true,
	},
	{
		Status: Ditolak, Kode: "ditolak", Kata: "USULAN DITOLAK", Daftar: true, Giliran: "Pegawai dapat mengajukan perbaikan dengan Edit",
		Selesai: "Ditolak", Toast: "Usulan telah ditolak.", Beralasan: true,
	},
	{
		Status: Disetujui, Kode: "disetujui", Kata: "DISETUJUI", Daftar: true, Giliran: "Proses selesai",
		Selesai: "Disetujui", Toast: "Usulan telah disetujui.", Tetap: true,
	},
	{
		Status: Dihapus, Kode: "dihapus", Kata: "DIHAPUS", Giliran: "Proses selesai",
		Selesai: "Dihapus", Toast: "Usulan telah dihapus.", Beralasan: true, Tetap: true,
	},
}

func (r StatusRecord) value() Status { return r.Status }
func (r StatusRecord) code() string  { return r.Kode }
func (r StatusRecord) inLists() bool { return r.Daftar }

// Statuses lists the statuses that an usulan in a list can have, in the order in which people see them.
var Statuses = valuesOf(statuses, StatusRecord.inLists)

// Record is what the office says of the status; the zero record for a number that no status has.
func (s Status) Record() StatusRecord {
	return recordOf(statuses, s)
}

// Nomor is the fixed number of the status in keys of the database.
func (s Status) Nomor() uint8 { return uint8(s) }

// String is the word that people see.
func (s Status) String() string { return s.Record().Kata }

// MarshalText writes the code under which a status is stored; a number that no status has is an error.
func (s Status) MarshalText() ([]byte, error) { return writeCode(statuses, s) }

// UnmarshalText reads it back.
func (s *Status) UnmarshalText(b []byte) error { return readCode(statuses, b, s) }
