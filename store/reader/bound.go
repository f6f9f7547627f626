package reader

import (
	"siip-asn/flow"
)

// Bound is a Reader that knows already to whom one chat belongs: Who, the zero Pegawai for nobody. Account and Pegawai answer for
// that chat and that pegawai only, without a look-up; all other look-ups are those of the Reader.
type Bound struct {
	*Reader
	Who flow.Pegawai
}

// Account is the account of the chat, with nothing but its number and whose it is.
func (r Bound) Account(id flow.AccountID) flow.Account {
	return flow.Account{ID: id, Pegawai: r.Who.ID}
}

// Pegawai is Who; false for any other.
func (r Bound) Pegawai(id flow.PegawaiID) (flow.Pegawai, bool) {
	return r.Who, id != 0 && id == r.Who.ID
}
