package check

import (
	"fmt"
	"maps"
	"slices"

	bolt "go.etcd.io/bbolt"

	"siip-asn/flow"
	"siip-asn/flow/jejak"
	"siip-asn/store/schema"
)

// trailCheck goes through the trail and remembers how it leaves each usulan.
type trailCheck struct {
	left     map[flow.UsulanID]jejak.Entry // its last entry, with the keterangan of its last verdict
	problems []string
}

// trail compares what the trail says of each usulan with what it is: every entry begins where the one before has
// ended, and the usulan stands where the last one has led, with the keterangan of the last Revisi or Tolak. What a shown import
// has yet to add counts.
func trail(tx *bolt.Tx) []string {
	c := trailCheck{left: map[flow.UsulanID]jejak.Entry{}}
	err := schema.Histories.Each(tx, func(e jejak.Entry) error {
		if e.Usulan != 0 {
			c.entry(e)
		}
		return nil
	})
	if err == nil {
		err = schema.ToCome(tx, 0, c.entry)
	}
	if err == nil {
		err = schema.Usulans.Each(tx, c.usulan)
	}
	if err != nil {
		return append(c.problems, err.Error())
	}
	for _, id := range slices.Sorted(maps.Keys(c.left)) {
		c.add("usulan %d: jejak menyebutnya, tetapi usulan itu tidak ada", id)
	}
	return c.problems
}

func (c *trailCheck) add(format string, args ...any) {
	c.problems = append(c.problems, fmt.Sprintf(format, args...))
}

func (c *trailCheck) entry(e jejak.Entry) {
	before := c.left[e.Usulan]
	if before.Ke != e.Dari {
		c.add("usulan %d: catatan jejak %d mulai dari %q, padahal sebelumnya %q", e.Usulan, e.Nomor, e.Dari, before.Ke)
	}
	if e.Aksi != flow.Revisi && e.Aksi != flow.Tolak && e.Aksi != flow.Hapus {
		e.Keterangan = before.Keterangan
	}
	c.left[e.Usulan] = e
}

func (c *trailCheck) usulan(u flow.Usulan) error {
	last, found := c.left[u.ID]
	delete(c.left, u.ID)
	if !found {
		return nil // checkReferences says so
	}
	if last.Ke != u.Status {
		c.add("usulan %d: statusnya %q, menurut jejak %q", u.ID, u.Status, last.Ke)
	}
	if last.Pegawai != u.Pegawai {
		c.add("usulan %d: pegawainya %d, menurut jejak %d", u.ID, u.Pegawai, last.Pegawai)
	}
	silent := u.Status == flow.Dihapus && last.Keterangan == "" // an older version left what was said before
	if u.Status.Record().Beralasan && !silent && last.Keterangan != u.Keterangan {
		c.add("usulan %d: keterangannya bukan yang tercatat di jejak", u.ID)
	}
	return nil
}
