package people

import (
	"strings"

	"siip-asn/bot/simulator/wire"
	"siip-asn/bot/simulator/world"
)

// ShareContact shares the person's own number.
func (t *Seat) ShareContact() int64 { return t.shareContact(t.person) }

// ShareContactOf shares somebody else's number, as anybody can who has it in the address book.
func (t *Seat) ShareContactOf(other *Person) int64 { return t.shareContact(other.person) }

func (t *Seat) shareContact(of int64) int64 {
	t.s.Mu.Lock()
	defer t.s.Mu.Unlock()
	p := t.s.State.People[of].Profile
	return t.say(wire.Message{Contact: &wire.Contact{PhoneNumber: p.Phone, FirstName: p.FirstName, LastName: p.LastName, UserID: p.ID}})
}

// ForgeContact shares a contact with a number of one's own choosing and a claim whose it is. The claim is dropped: the server
// itself looks up whose number it is, and says nothing when it is nobody's.
func (t *Seat) ForgeContact(phone string, claimed int64) int64 {
	t.s.Mu.Lock()
	defer t.s.Mu.Unlock()
	contact := wire.Contact{PhoneNumber: phone, FirstName: t.s.State.People[t.person].Profile.FirstName, UserID: claimed}
	contact.UserID = ownerOf(t.s, phone)
	return t.say(wire.Message{Contact: &contact})
}

// ownerOf is who has a number; 0 is nobody.
func ownerOf(s *world.World, phone string) int64 {
	number := digits(phone)
	for _, id := range s.State.Order {
		if own := digits(s.State.People[id].Profile.Phone); own != "" && own == number {
			return id
		}
	}
	return 0
}

func digits(phone string) string {
	return strings.Map(func(r rune) rune {
		if '0' <= r && r <= '9' {
			return r
		}
		return -1
	}, phone)
}
