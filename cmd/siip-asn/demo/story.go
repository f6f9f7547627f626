package demo

import (
	"cmp"
	"context"
	"slices"
	"time"

	"siip-asn/flow"
	"siip-asn/flow/imports"
	"siip-asn/flow/post"
	"siip-asn/store"
)

// fillCity makes the sample world in an empty database: the master data, and two weeks of usulan in every status; made
// hears how many pegawai have been. In a larger world than the usual one nobody is told of what happened before the demo began.
func fillCity(ctx context.Context, s *store.Store, people int, now time.Time, made func(int)) error {
	began := now.Add(-14 * 24 * time.Hour)
	list := Rows(people)
	if _, err := s.ImportPegawai(list, imports.ImportCommand, began, false, nil); err != nil {
		return err
	}
	p := newPlay(s, began)
	admins := sampleAdmins(list)
	for _, n := range admins.list {
		p.enters(n)
	}
	for n := 1; n <= people && p.err == nil; n++ {
		if comes(n) && !slices.Contains(admins.list, n) {
			p.at(began, n*13/people, n)
			p.lives(n, admins, list.Rows[n-1])
		}
		made(n)
		p.err = cmp.Or(p.err, ctx.Err())
	}
	if p.err != nil {
		return p.err
	}
	return forgetSamples(s, people, now)
}

// comes tells who has used the bot already: two of three have not.
func comes(n int) bool { return n%3 == 1 || n <= 3 }

// lives lets a pegawai enter and propose, and the admins decide on it. One in ten has come and not proposed.
func (p *play) lives(n int, admins sampleStaff, row imports.BarisPegawai) {
	p.enters(n)
	if n%10 == 0 {
		return
	}
	p.proposes(n, row.Nilai != "")
	p.made++
	p.decides(admins, row.OPD, p.made)
}

// at moves the clock of the play to office hours of a day, never back.
func (p *play) at(began time.Time, day, n int) {
	midnight := time.Date(began.Year(), began.Month(), began.Day()+day, 0, 0, 0, 0, began.Location())
	if t := midnight.Add(8*time.Hour + time.Duration(n%8)*time.Hour + time.Duration(n%7)*8*time.Minute); t.After(p.now) {
		p.now = t
	}
}

// decides brings the usulan to one of the statuses, in turn; a third of them waits for its Admin OPD.
func (p *play) decides(admins sampleStaff, opd string, u flow.UsulanID) {
	admin, siip := admins.opd[opd], admins.pusat[0]
	if admin == 0 {
		admin = siip
	}
	switch u % 6 {
	case 1:
		p.verdict(admin, u, "Teruskan", "Ya, Lanjutkan")
		p.verdict(siip, u, "Setujui", "Ya, Setujui")
	case 5:
		p.verdict(admin, u, "Teruskan", "Ya, Lanjutkan")
	case 3:
		p.refuses(admin, u, "Revisi", "Nama diklat belum jelas, mohon ditulis lengkap.")
	case 4:
		p.refuses(admin, u, "Tolak", "Diklat tidak sesuai dengan tugas dan jabatan.")
	}
}

// sampleStaff are the admins of the sample world, by their number.
type sampleStaff struct {
	opd   map[string]int // the first Admin OPD of each OPD
	pusat []int
	list  []int
}

func sampleAdmins(list imports.PegawaiImport) sampleStaff {
	staff := sampleStaff{opd: map[string]int{}}
	for i, row := range list.Rows {
		if row.AdminOPD && staff.opd[row.OPD] == 0 {
			staff.opd[row.OPD] = i + 1
		}
		if row.AdminSIIP {
			staff.pusat = append(staff.pusat, i+1)
		}
		if row.AdminOPD || row.AdminSIIP {
			staff.list = append(staff.list, i+1)
		}
	}
	return staff
}

// forgetSamples empties the outbox of a large world: thousands of old messages would only be in the way.
func forgetSamples(s *store.Store, people int, now time.Time) error {
	tickets, err := s.Pending()
	if err != nil || people <= People {
		return err
	}
	for _, t := range tickets {
		s.Note(post.Receipt{ID: t.ID, To: t.To, At: now})
	}
	return s.Flush()
}
