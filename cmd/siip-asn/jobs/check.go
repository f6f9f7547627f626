package jobs

import (
	"context"
	"errors"
	"fmt"

	"siip-asn/cmd/siip-asn/desk"
	"siip-asn/cmd/siip-asn/office"
	"siip-asn/flow/jejak"
	"siip-asn/flow/kalender"
	"siip-asn/store"
)

// Check is the job of the command.
type Check struct {
	Database string
	Anchors  []jejak.Anchor // with which the trail is compared
}

// Do does the job.
func (j Check) Do(_ context.Context, o *office.Office, out desk.Reply) error {
	problems, err := o.Store.Check()
	if err != nil {
		return err
	}
	for _, p := range problems {
		out.Printf("%s\n", p)
	}
	differ, restored, err := j.compare(o, out)
	switch {
	case err != nil:
		return err
	case len(problems) == 0 && differ > 0 && differ == restored:
		return fmt.Errorf("isi basis data %s utuh, tetapi tidak sama dengan %d jangkar; jangan pulihkan lagi karena ini: bandingkan dengan jangkar yang dicatat sesudah pemulihan", j.Database, differ)
	case len(problems)+differ > 0:
		return fmt.Errorf("basis data %s tidak utuh: %d masalah; pulihkan dengan siip-asn restore", j.Database, len(problems)+differ)
	}
	return j.healthy(o.Store, out)
}

// compare says of each anchor how the trail differs from it, and counts those; restored are the ones among them that a restore
// explains.
func (j Check) compare(o *office.Office, out desk.Reply) (differ, restored int, err error) {
	for _, a := range j.Anchors {
		d, err := o.Store.CheckAnchor(a)
		switch {
		case err != nil:
			return 0, 0, err
		case d.ByRestore():
			restored++
			out.Printf("jangkar %s: tidak ada di jejak ini. Basis data dipulihkan dari salinan pada %s (catatan %d), dan jangkar ini dari jejak sesudah salinan itu dibuat. "+
				"Bila dicatat sebelum pemulihan, selisih ini wajar; bila dicatat sesudahnya, jejak telah diubah.\n",
				a.Short(), d.Restore.At.In(o.Config.Zona).Format("02-01-2006 15.04"), d.Restore.Nomor)
		case d.Found():
			out.Printf("%s\n", d.Words)
		}
		if d.Found() {
			differ++
		}
	}
	return differ, restored, nil
}

// healthy says what is in a sound database.
func (j Check) healthy(s *store.Store, out desk.Reply) error {
	letters, err1 := s.DeadLetters()
	waiting, err2 := s.Pending()
	rows, err3 := s.Data(kalender.Semua)
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
			out.Printf("Jejak sampai catatan %d sama dengan jangkar yang dicatat.\n", a.Nomor)
		}
		return nil
	})
}
