package jobs

import (
	"context"
	"encoding/gob"

	"siip-asn/cmd/siip-asn/desk"
	"siip-asn/cmd/siip-asn/office"
	"siip-asn/cmd/siip-asn/words"
	"siip-asn/flow/aktivasi"
	"siip-asn/flow/identitas"
	"siip-asn/flow/imports"
)

// NewCodes is the job that makes codes for one pegawai, one OPD, or all when neither is named. Its result are office.Codes
// as gob: they are not valid before KeepCodes.
type NewCodes struct {
	NIP   identitas.NIP
	OPD   string
	Admin bool            // those who are Admin SIIP-ASN
	Renew bool            // also for those who hold a valid code
	But   []identitas.NIP // who get none
}

// Do does the job.
func (j NewCodes) Do(ctx context.Context, o *office.Office, out desk.Reply) error {
	learnName(ctx, o, out)
	codes, err := o.NewCodes(office.But(j.chosen(), j.But), j.Renew)
	if err != nil {
		return err
	}
	if len(codes.Undangan) > 0 && codes.Undangan[0].Link == "" {
		out.Say("Perhatian: nama bot belum dikenal, sehingga tautannya kosong; kodenya dapat diketik di bot.")
	}
	return gob.NewEncoder(out.Result).Encode(codes)
}

// chosen are the pegawai who are invited.
func (j NewCodes) chosen() office.Chooser {
	switch {
	case j.NIP != "":
		return office.ByNIP(j.NIP)
	case j.OPD != "":
		return office.ByOPD(j.OPD)
	case j.Admin:
		return office.Admins
	default:
		return office.Everybody
	}
}

// learnName has the links bear the bot's name, and says so when it cannot be asked for.
func learnName(ctx context.Context, o *office.Office, out desk.Reply) {
	if o.Bot == nil && o.Config.Token == "" {
		out.Say("Perhatian: telegram.token belum diisi, sehingga tautan memakai nama bot yang terakhir dikenal.")
		return
	}
	if err := o.LearnName(ctx); err != nil {
		out.Say("Perhatian: nama bot tidak dapat ditanyakan (%v); tautan memakai nama yang terakhir dikenal.", words.Of(err))
	}
}

// KeepCodes is the second phase of handing codes out: it makes codes valid that were written durably.
type KeepCodes struct {
	Codes []aktivasi.Aktivasi
	By    imports.Actor
}

// Do does the job.
func (j KeepCodes) Do(_ context.Context, o *office.Office, out desk.Reply) error {
	n, err := o.KeepCodes(j.Codes, j.By)
	if err == nil && n < len(j.Codes) {
		out.Say("Sementara itu %d di antaranya sudah terhubung dan tidak memerlukan kode.", len(j.Codes)-n)
	}
	return err
}
