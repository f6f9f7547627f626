package dialog

import "siip-asn/flow"

// Right says who may have something that waits to be delivered. It is judged again when it is delivered, against the
// office as it is then: roles are taken away, accounts are released and usulan move while the network is down. What
// the person may no longer have is not sent, and nobody is told.
//
// A conversation sets it by what its screen holds. The zero value leaves it to the store, which takes the narrowest
// that fits: a card (slot usulan/N) needs the usulan to be visible; a Check needs an Admin SIIP-ASN; everything else
// that was caused for a bound person needs the same pegawai in the highest role that he had then. So a short text that
// holds nothing of others (a refusal, a farewell, news of one's own usulan) says Anybody, Bound or SeesUsulan.
type Right struct {
	Who    Circle        `json:"who,omitempty"`
	Usulan flow.UsulanID `json:"usulan,omitempty"` // of SeesUsulan
	OPD    flow.OPDID    `json:"opd,omitempty"`    // of AnAdminOPD
}

// Circle is a kind of people.
type Circle uint8

// The circles. All but Anybody and SeesUsulan need the chat to belong to the same pegawai as when it was caused.
const (
	Unsaid      Circle = iota
	Anybody            // it holds nothing of the office: whoever has the chat
	Bound              // the pegawai for whom it was made
	SeesUsulan         // whoever has the chat and is related to the usulan (flow.Relation)
	AnAdminOPD         // he is Admin OPD of that OPD, or Admin SIIP-ASN
	AnAdminSIIP        // he is Admin SIIP-ASN
)

// Judge tells whether the chat may have it now; whom is the pegawai for whom it was caused, 0 for nobody. Unsaid is
// never granted: whoever keeps it derives one of the others first.
func (g Right) Judge(r Reader, chat flow.AccountID, whom flow.PegawaiID) bool {
	if g.Who == Anybody {
		return true
	}
	now, found := r.Pegawai(r.Account(chat).Pegawai)
	switch {
	case !found:
		return false
	case g.Who == SeesUsulan:
		u, exists := r.Usulan(g.Usulan)
		return exists && len(flow.Relation(now, u)) > 0
	case now.ID != whom:
		return false
	}
	switch g.Who {
	case Bound:
		return true
	case AnAdminOPD:
		return now.AdminSIIP || now.AdminOPD && now.OPD == g.OPD
	case AnAdminSIIP:
		return now.AdminSIIP
	default:
		return false
	}
}

// RightOf is the narrowest circle that p is in by his roles.
func RightOf(p flow.Pegawai) Right {
	switch {
	case p.AdminSIIP:
		return Right{Who: AnAdminSIIP}
	case p.AdminOPD:
		return Right{Who: AnAdminOPD, OPD: p.OPD}
	default:
		return Right{Who: Bound}
	}
}
