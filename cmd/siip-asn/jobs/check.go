package jobs

import (
	"context"
	"errors"
	"fmt"

	"siip-asn/cmd/siip-asn/desk"
	"siip-asn/cmd/siip-asn/office"
	"siip-asn/flow"
	"siip-asn/store"
)

// Check is the job of the command.
type Check struct {
	Database string
	Anchors  []flow.Anchor // with which the trail is compared
}

// Do does the job.
func (j Check) Do(_ context.Context, o *office.Office, out desk.Reply) error {
	problems, err := o.Store.Check()
	if err != nil {
		return err
	}
	for _, a := range j.Anchors {
		problem, err := o.Store.CheckAnchor(a)
		if err != nil {
			return err
		}
		if problem != "" {
			problems = append(problems, problem)
		}
	}
	for _, p := range problems {
		out.Printf("%s\n", p)
	}
	if len(problems) > 0 {
		return fmt.Errorf("basis data %s tidak utuh: %d masalah; pulihkan dengan siip-asn restore", j.Database, len(problems))
	}
	return j.healthy(o.Store, out)
}

// healthy says what is in a sound database.
func (j Check) healthy(s *store.Store, out desk.Reply) error {
	letters, err1 := s.DeadLetters()
	waiting, err2 := s.Pending()
	rows, err3 := s.Data(flow.Semua)
	if err := errors.Join(err1, err2, err3); err != nil {
		return err
	}
	return s.Read(func(r *store.Reader) error {
		out.Printf("Basis data %s utuh: %d pegawai, %d usulan, %d pesan menunggu dikirim, %d pesan gagal.\n",
			j.Database, len(r.Pegawais()), len(rows), len(waiting), len(letters))
		if a := r.Anchor(); a.Nomor > 0 {
			out.Printf("Jangkar jejak: %s\n", a)
		}
		for _, a := range j.Anchors {
			out.Printf("Jejak sampai entri %d sama dengan jangkar yang dicatat.\n", a.Nomor)
		}
		return nil
	})
}
