package world

import (
	"siip-asn/bot/simulator/wire"
)

// Profile is who somebody is. Only ID and FirstName are needed; invent the people you put here.
type Profile struct {
	ID        int64    `json:"id"`
	FirstName string   `json:"first_name"`
	LastName  string   `json:"last_name,omitempty"`
	Username  string   `json:"username,omitempty"` // without @
	Language  string   `json:"language,omitempty"` // of the person's client, such as "id"
	Phone     string   `json:"phone,omitempty"`    // as Telegram writes it: with or without +, it does not promise which
	About     string   `json:"about,omitempty"`    // for the page
	Tags      []string `json:"tags,omitempty"`     // for the page, such as a role and an office
}

// User is a person as the Bot API gives them, or the bot.
func (s *World) User(id int64) *wire.User {
	if id == s.Me.ID {
		return &s.Me
	}
	p := s.State.People[id].Profile
	return &wire.User{ID: p.ID, FirstName: p.FirstName, LastName: p.LastName, Username: p.Username, LanguageCode: p.Language}
}

// Person is what the server knows of somebody.
type Person struct {
	Profile Profile `json:"profile"`
	Started bool    `json:"started,omitempty"`
	Blocked bool    `json:"blocked,omitempty"`
	Gone    bool    `json:"gone,omitempty"` // the account was deleted
}
