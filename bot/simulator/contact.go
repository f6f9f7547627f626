package simulator

import "strings"

// ShareContact shares the person's own number.
func (t *Seat) ShareContact() int64 { return t.shareContact(t.person) }

// ShareContactOf shares somebody else's number, as anybody can who has it in the address book.
func (t *Seat) ShareContactOf(other *Person) int64 { return t.shareContact(other.person) }

func (t *Seat) shareContact(of int64) int64 {
	t.s.mu.Lock()
	defer t.s.mu.Unlock()
	p := t.s.w.People[of].Profile
	return t.say(Message{Contact: &Contact{PhoneNumber: p.Phone, FirstName: p.FirstName, LastName: p.LastName, UserID: p.ID}})
}

// ForgeContact shares a contact with a number of one's own choosing and a claim whose it is. The claim is dropped: the server
// itself looks up whose number it is, and says nothing when it is nobody's.
func (t *Seat) ForgeContact(phone string, claimed int64) int64 {
	t.s.mu.Lock()
	defer t.s.mu.Unlock()
	contact := Contact{PhoneNumber: phone, FirstName: t.s.w.People[t.person].Profile.FirstName, UserID: claimed}
	contact.UserID = t.s.ownerOf(phone)
	return t.say(Message{Contact: &contact})
}

// ownerOf is who has a number; 0 is nobody.
func (s *Server) ownerOf(phone string) int64 {
	number := digits(phone)
	for _, id := range s.w.Order {
		if own := digits(s.w.People[id].Profile.Phone); own != "" && own == number {
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
