package office

import (
	"fmt"
	"slices"

	"siip-asn/flow"
	"siip-asn/flow/identitas"
	"siip-asn/flow/imports"
	"siip-asn/store"
)

// Setup is how far an office has come in moving in.
type Setup struct {
	Pegawai   int      // Aktif
	OPD       int      // with somebody who is
	NoAdmin   []string // OPD without an Admin OPD
	Admins    []string // Admin SIIP-ASN, by name
	Reachable int      // among them: with an account
	Bound     int      // pegawai with an account
	Held      int      // without one, who hold a valid code
	Without   int      // with neither
	Panduan   int      // jenis diklat
}

// Setup looks how far the office has come. Some are to get no code, and miss none.
func (o *Office) Setup(but ...identitas.NIP) (s Setup, err error) {
	now := o.now()
	err = o.Store.Read(func(r *store.Reader) error {
		people, admin := map[flow.OPDID]int{}, map[flow.OPDID]bool{}
		for _, p := range r.Pegawais() {
			if !p.Aktif() {
				continue
			}
			s.Pegawai++
			people[p.OPD]++
			admin[p.OPD] = admin[p.OPD] || p.AdminOPD
			_, bound := r.AccountOf(p.ID)
			held, _ := r.AktivasiOf(p.ID)
			switch {
			case bound:
				s.Bound++
			case held.Sampai.After(now):
				s.Held++
			case slices.Contains(but, p.NIP):
			default:
				s.Without++
			}
			if p.AdminSIIP {
				s.Admins = append(s.Admins, p.Nama)
				if bound {
					s.Reachable++
				}
			}
		}
		for _, opd := range r.OPDs() {
			if people[opd.ID] > 0 {
				s.OPD++
			}
			if people[opd.ID] > 0 && !admin[opd.ID] {
				s.NoAdmin = append(s.NoAdmin, opd.Nama)
			}
		}
		s.Panduan = len(r.Katalog())
		return nil
	})
	return s, err
}

// Admins chooses who is Admin SIIP-ASN.
func Admins(r *store.Reader) ([]flow.Pegawai, error) { return r.AdminSIIP(), nil }

// MakeAdmin gives a pegawai the role Admin SIIP-ASN, as an import of his row would, and gives his name. Its errors are
// sentences for a person.
func (o *Office) MakeAdmin(nip identitas.NIP, by imports.Actor) (nama string, err error) {
	var row imports.BarisPegawai
	err = o.Store.Read(func(r *store.Reader) error {
		p, found := r.PegawaiByNIP(nip)
		switch {
		case !found:
			return UnknownNIP(nip)
		case !p.Aktif():
			return fmt.Errorf("%s berstatus Nonaktif, sehingga tidak dapat menjadi Admin SIIP-ASN; pilih pegawai yang Aktif", p.Nama)
		}
		opd, _ := r.OPD(p.OPD)
		row = imports.BarisPegawai{
			NIP: p.NIP, Nama: p.Nama, Jabatan: p.Jabatan, Jenjang: p.Jenjang, OPD: opd.Nama, AdminOPD: p.AdminOPD, AdminSIIP: true,
		}
		return nil
	})
	if err != nil {
		return "", err
	}
	list := imports.PegawaiImport{Rows: []imports.BarisPegawai{row}, Columns: imports.PegawaiColumns{Peran: true}}
	_, err = o.Store.ImportPegawai(list, by, o.now(), false, nil)
	return row.Nama, err
}
