package flow

import (
	"time"

	"siip-asn/flow/kalender"
)

// Aturan are the rules that an office sets for itself in its config.
type Aturan struct {
	Instansi          string             // instansi.nama, as letters and reports name the office
	Zona              *time.Location     // timezone, in which all days and hours are meant
	Sekali            bool               // usulan.periode: sekali, one usulan for ever instead of one a year
	VerifikasiSendiri bool               // usulan.verifikasi_sendiri: an admin may decide on his own usulan
	Pengingat         bool               // usulan.pengingat: remind those who have not proposed before a periode closes
	AktivasiBerlaku   time.Duration      // aktivasi.berlaku: how long an activation code can be used
	Bot               string             // the bot's username, for links; empty until the Bot API has told it
	Kabar             kalender.JamKantor // kabar.*: when news may ring
	Kontak            string             // bantuan.kontak: whom to ask, one line; empty: the login names nobody
	InstansiUnit      string             // instansi.unit, the agency below Instansi on a letterhead; may be empty
	InstansiAlamat    string             // instansi.alamat, one line; may be empty
	InstansiLogo      []byte             // the picture of instansi.logo, PNG or JPEG, read at the start; nil: none
	Penandatangan     Penandatangan      // who signs reports
	PesanDisetujui    string             // usulan.pesan_disetujui: the sentence after "telah DISETUJUI oleh ..."; may be empty
}

// Periode is the periode in which an usulan made on that day takes its place.
func (a Aturan) Periode(t kalender.Tanggal) kalender.Periode {
	if a.Sekali {
		return kalender.Semua
	}
	return t.Periode()
}

// Link is the deep link that opens the private chat with the bot and hands it the payload.
func (a Aturan) Link(payload string) string {
	if a.Bot == "" {
		return ""
	}
	if payload == "" {
		return "https://t.me/" + a.Bot
	}
	return "https://t.me/" + a.Bot + "?start=" + payload
}

// Penandatangan signs what is printed for the head of the agency: penandatangan.jabatan, .nama, .nip and .tempat. What is
// not configured is "" and leaves its line open.
type Penandatangan struct {
	Jabatan, Nama string
	NIP           string // as it is printed; may be empty
	Tempat        string // before the date: "Lubuklinggau"
}
