package check

import (
	"fmt"

	bolt "go.etcd.io/bbolt"

	"siip-asn/flow"
	"siip-asn/flow/imports"
	"siip-asn/flow/kalender"
	"siip-asn/store/reader"
	"siip-asn/store/schema"
)

// references looks whether what a record names is there, and whether the rule of one usulan a periode holds.
func references(tx *bolt.Tx) []string {
	c := referenceCheck{Reader: &reader.Reader{Records: &reader.Records{Tx: tx}}, places: map[place]flow.UsulanID{}}
	c.add(schema.Pegawais.Each(tx, c.pegawai))
	c.add(schema.Usulans.Each(tx, c.usulan))
	c.add(schema.Accounts.Each(tx, c.account))
	c.add(schema.Riwayats.Each(tx, c.riwayat))
	c.add(c.Err)
	return c.problems
}

// place is where an usulan stands alone: one pegawai, one year.
type place struct {
	pegawai flow.PegawaiID
	periode kalender.Periode
}

type referenceCheck struct {
	*reader.Reader
	places   map[place]flow.UsulanID
	problems []string
}

func (c *referenceCheck) add(err error) {
	if err != nil {
		c.problems = append(c.problems, err.Error())
	}
}

func (c *referenceCheck) pegawai(p flow.Pegawai) error {
	if _, ok := c.OPD(p.OPD); !ok {
		c.add(fmt.Errorf("pegawai %d: OPD %d tidak ada", p.ID, p.OPD))
	}
	if _, bound := c.AccountOf(p.ID); !p.Aktif() && (bound || p.AdminOPD || p.AdminSIIP) {
		c.add(fmt.Errorf("pegawai %d: Nonaktif, tetapi masih terhubung atau berperan", p.ID))
	}
	return nil
}

func (c *referenceCheck) riwayat(r imports.Riwayat) error {
	if _, ok := c.Pegawai(r.Pegawai); !ok {
		c.add(fmt.Errorf("riwayat %q: pegawai %d tidak ada", r.Diklat, r.Pegawai))
	}
	return nil
}

func (c *referenceCheck) usulan(u flow.Usulan) error {
	if _, ok := c.Pegawai(u.Pegawai); !ok {
		c.add(fmt.Errorf("usulan %d: pegawai %d tidak ada", u.ID, u.Pegawai))
	}
	if _, ok := c.Panduan(u.Panduan); !ok && !u.Manual() {
		c.add(fmt.Errorf("usulan %d: panduan %d tidak ada", u.ID, u.Panduan))
	}
	if len(c.History(u.ID)) == 0 {
		c.add(fmt.Errorf("usulan %d: tidak punya jejak", u.ID))
	}
	if u.Status == flow.Dihapus {
		return nil
	}
	at := place{u.Pegawai, u.Periode()}
	if other, taken := c.places[at]; taken {
		c.add(fmt.Errorf("usulan %d dan %d: pegawai yang sama dalam periode %s", other, u.ID, u.Periode()))
	}
	c.places[at] = u.ID
	return nil
}

func (c *referenceCheck) account(a flow.Account) error {
	if _, ok := c.Pegawai(a.Pegawai); !ok && a.Pegawai != 0 {
		c.add(fmt.Errorf("akun %d: pegawai %d tidak ada", a.ID, a.Pegawai))
	}
	return nil
}
