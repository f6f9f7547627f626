package office

import (
	"crypto/rand"
	"fmt"

	"siip-asn/flow"
	"siip-asn/store"
)

// Chooser picks pegawai.
type Chooser = func(*store.Reader) ([]flow.Pegawai, error)

// Invite makes a new code for everybody chosen who is not bound yet, and gives the invitations with them. The codes
// themselves are kept nowhere.
func (o *Office) Invite(choose Chooser) ([]flow.Undangan, error) {
	return o.saveCodes(choose, func(flow.Pegawai) string {
		var random [12]byte
		_, _ = rand.Read(random[:]) // never fails: the program ends before
		return flow.NewKode(random)
	})
}

// saveCodes gives everybody chosen who is not bound yet a code, in place of an earlier one.
func (o *Office) saveCodes(choose Chooser, code func(flow.Pegawai) string) ([]flow.Undangan, error) {
	codes, list, err := o.makeCodes(choose, code)
	if err != nil {
		return nil, err
	}
	return list, o.Store.SaveAktivasi(codes)
}

func (o *Office) makeCodes(choose Chooser, code func(flow.Pegawai) string) (codes []flow.Aktivasi, list []flow.Undangan, err error) {
	until := o.now().Add(o.Config.AktivasiBerlaku).In(o.Config.Zona)
	err = o.Store.Read(func(r *store.Reader) error {
		people, err := choose(r)
		for _, p := range people {
			if _, bound := r.AccountOf(p.ID); bound {
				continue
			}
			opd, _ := r.OPD(p.OPD)
			kode := code(p)
			codes = append(codes, flow.Aktivasi{Hash: flow.HashKode(kode), Pegawai: p.ID, Sampai: until})
			list = append(list, flow.Undangan{
				NIP: p.NIP, Nama: p.Nama, OPD: opd.Nama, Kode: kode, Link: r.Aturan().Link(kode), Sampai: flow.TanggalOf(until),
			})
		}
		return err
	})
	return codes, list, err
}

// Everybody chooses all pegawai.
func Everybody(r *store.Reader) ([]flow.Pegawai, error) { return r.Pegawais(), nil }

// ByNIP chooses one pegawai. Its errors are sentences for a person: the NIP is not known, or its pegawai is bound.
func ByNIP(nip flow.NIP) Chooser {
	return func(r *store.Reader) ([]flow.Pegawai, error) {
		p, found := r.PegawaiByNIP(nip)
		if !found {
			return nil, fmt.Errorf("NIP %s tidak ada di data pegawai", nip)
		}
		if _, bound := r.AccountOf(p.ID); bound {
			return nil, fmt.Errorf("%s sudah terhubung dengan sebuah akun Telegram", p.Nama)
		}
		return []flow.Pegawai{p}, nil
	}
}

// ByOPD chooses everybody of an OPD, by its name.
func ByOPD(nama string) Chooser {
	return func(r *store.Reader) ([]flow.Pegawai, error) {
		opd, found := r.OPDByName(nama)
		if !found {
			return nil, fmt.Errorf("OPD %q tidak ada di data pegawai", nama)
		}
		return r.PegawaiOf(opd.ID), nil
	}
}
