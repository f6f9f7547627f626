package office

import (
	"crypto/rand"
	"fmt"
	"slices"

	"siip-asn/flow"
	"siip-asn/flow/aktivasi"
	"siip-asn/flow/identitas"
	"siip-asn/flow/imports"
	"siip-asn/flow/judul"
	"siip-asn/flow/kalender"
	"siip-asn/store"
)

// Chooser picks pegawai.
type Chooser = func(*store.Reader) ([]flow.Pegawai, error)

// Codes are activation codes that were made and are not valid yet: first they must lie in somebody's hand, then KeepCodes
// makes them valid. It is plain memory, so that the two can be of two processes.
type Codes struct {
	Undangan []aktivasi.Undangan
	Aktivasi []aktivasi.Aktivasi // of the same people, in the same order
	Held     int                 // how many of the chosen hold a code that is valid, and got no other
	Bound    int                 // how many need none: they have an account, or are Nonaktif
}

// NewCodes makes a code for everybody chosen who has no account and holds no valid code; with renew also for those who
// hold one. Nothing is written.
func (o *Office) NewCodes(choose Chooser, renew bool) (Codes, error) {
	return o.makeCodes(choose, renew, func(flow.Pegawai) string {
		var random [12]byte
		_, _ = rand.Read(random[:]) // never fails: the program ends before
		return aktivasi.NewKode(random)
	})
}

// KeepCodes makes codes valid that lie durably in somebody's hand; earlier codes of the same people end. It gives how many
// are valid now: whoever was bound meanwhile needs none.
func (o *Office) KeepCodes(codes []aktivasi.Aktivasi, by imports.Actor) (int, error) {
	return o.Store.HandOut(codes, by, o.now())
}

func (o *Office) makeCodes(choose Chooser, renew bool, code func(flow.Pegawai) string) (c Codes, err error) {
	now := o.now()
	until := now.Add(o.Config.AktivasiBerlaku).In(o.Config.Zona)
	err = o.Store.Read(func(r *store.Reader) error {
		people, err := choose(r)
		for _, p := range people {
			if _, bound := r.AccountOf(p.ID); bound || !p.Aktif() {
				c.Bound++
				continue
			}
			if held, _ := r.AktivasiOf(p.ID); held.Sampai.After(now) && !renew {
				c.Held++
				continue
			}
			opd, _ := r.OPD(p.OPD)
			kode := code(p)
			c.Aktivasi = append(c.Aktivasi, aktivasi.Aktivasi{Hash: aktivasi.HashKode(kode), Pegawai: p.ID, Sampai: until})
			c.Undangan = append(c.Undangan, aktivasi.Undangan{
				NIP: p.NIP, Nama: p.Nama, OPD: opd.Nama, Kode: kode, Link: r.Aturan().Link(kode), Sampai: kalender.TanggalOf(until),
			})
		}
		return err
	})
	return c, err
}

// Everybody chooses all pegawai.
func Everybody(r *store.Reader) ([]flow.Pegawai, error) { return r.Pegawais(), nil }

// But leaves some out.
func But(choose Chooser, out []identitas.NIP) Chooser {
	return func(r *store.Reader) ([]flow.Pegawai, error) {
		list, err := choose(r)
		return slices.DeleteFunc(list, func(p flow.Pegawai) bool { return slices.Contains(out, p.NIP) }), err
	}
}

// ByNIP chooses one pegawai. Its errors are sentences for a person: the NIP is not known, or its pegawai needs no code.
func ByNIP(nip identitas.NIP) Chooser {
	return func(r *store.Reader) ([]flow.Pegawai, error) {
		p, found := r.PegawaiByNIP(nip)
		if !found {
			return nil, UnknownNIP(nip)
		}
		if !p.Aktif() {
			return nil, fmt.Errorf("%s berstatus Nonaktif, sehingga tidak dapat diundang; aktifkan dahulu melalui /kelola di bot (Pegawai)", p.Nama)
		}
		if _, bound := r.AccountOf(p.ID); bound {
			return nil, fmt.Errorf("%s sudah terhubung dengan sebuah akun Telegram; bila ia memakai akun lain, putuskan dahulu akun itu melalui /kelola di bot (Pegawai)", p.Nama)
		}
		return []flow.Pegawai{p}, nil
	}
}

// UnknownNIP is the sentence for a NIP that no pegawai has.
func UnknownNIP(nip identitas.NIP) error {
	return fmt.Errorf("NIP %s tidak ada di data pegawai; periksa angkanya, atau muat dahulu datanya: siip-asn import pegawai BERKAS.xlsx", nip)
}

// ByOPD chooses everybody of an OPD, by its name.
func ByOPD(nama string) Chooser {
	return func(r *store.Reader) ([]flow.Pegawai, error) {
		opd, found := r.OPDByName(nama)
		if !found {
			return nil, unknownOPD(nama, r.OPDs())
		}
		return r.PegawaiOf(opd.ID), nil
	}
}

// unknownOPD is the sentence for a name that no OPD has: with the one that was probably meant.
func unknownOPD(nama string, known []flow.OPD) error {
	var names []string
	for _, opd := range known {
		names = append(names, opd.Nama)
	}
	if like := judul.NearOPD(nama, names); like != "" {
		return fmt.Errorf("OPD %q tidak ada di data pegawai; apakah maksud Anda: %s", nama, like)
	}
	return fmt.Errorf("OPD %q tidak ada di data pegawai; tulis namanya seperti di berkas pegawai", nama)
}
