package world

import (
	"siip-asn/bot/simulator/wire"
)

// State is everything that survives a restart. Files' bytes are kept apart, see blobs.
type State struct {
	Starts   uint64                    `json:"starts"` // how often it was loaded
	People   map[int64]*Person         `json:"people"`
	Order    []int64                   `json:"order"` // people as they were introduced
	Chats    map[int64]*Chat           `json:"chats"`
	Box      int64                     `json:"box"` // the last message id given in private chats
	Queue    Queue                     `json:"queue"`
	Allowed  []string                  `json:"allowed,omitempty"`
	Taps     map[string]*Query         `json:"taps"`
	TapOrder []string                  `json:"tap_order"`
	Files    map[string]*File          `json:"files"` // by file_unique_id
	FileIDs  int64                     `json:"file_ids"`
	Commands map[string][]wire.Command `json:"commands"` // by scope and language, see commandKey

	Description      string `json:"description,omitempty"`
	ShortDescription string `json:"short_description,omitempty"`

	ProfilePhoto []wire.PhotoSize `json:"profile_photo,omitempty"` // the bot's, in its sizes
}

func newWorld() State {
	return State{
		People:   map[int64]*Person{},
		Chats:    map[int64]*Chat{},
		Taps:     map[string]*Query{},
		Files:    map[string]*File{},
		Commands: map[string][]wire.Command{},
	}
}

// Person is what the server knows of somebody.
type Person struct {
	Profile Profile `json:"profile"`
	Started bool    `json:"started,omitempty"`
	Blocked bool    `json:"blocked,omitempty"`
	Gone    bool    `json:"gone,omitempty"` // the account was deleted
}
