package flow

import "time"

// Aturan are the rules that an office sets for itself in its config.
type Aturan struct {
	Instansi          string         // instansi.nama
	Zona              *time.Location // timezone
	Sekali            bool           // usulan.periode: sekali, one usulan for ever instead of one a year
	VerifikasiSendiri bool           // usulan.verifikasi_sendiri
	Pengingat         bool           // usulan.pengingat: remind those who have not proposed before a periode closes
	AktivasiBerlaku   time.Duration  // aktivasi.berlaku
	Bot               string         // the bot's username, for links; empty until the Bot API has told it
}

// Periode is the periode in which an usulan made on that day takes its place.
func (a Aturan) Periode(t Tanggal) Periode {
	if a.Sekali {
		return Semua
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
