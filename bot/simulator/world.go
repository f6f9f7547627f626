package simulator

// world is everything that survives a restart. Files' bytes are kept apart, see blobs.
type world struct {
	Starts   uint64               `json:"starts"` // how often it was loaded
	People   map[int64]*person    `json:"people"`
	Order    []int64              `json:"order"` // people as they were introduced
	Chats    map[int64]*chat      `json:"chats"`
	Box      int64                `json:"box"` // the last message id given in private chats
	Queue    queue                `json:"queue"`
	Allowed  []string             `json:"allowed,omitempty"`
	Taps     map[string]*tap      `json:"taps"`
	TapOrder []string             `json:"tap_order"`
	Files    map[string]*file     `json:"files"` // by file_unique_id
	FileIDs  int64                `json:"file_ids"`
	Commands map[string][]Command `json:"commands"` // by scope and language, see commandKey

	Description      string `json:"description,omitempty"`
	ShortDescription string `json:"short_description,omitempty"`
}

func newWorld() world {
	return world{
		People:   map[int64]*person{},
		Chats:    map[int64]*chat{},
		Taps:     map[string]*tap{},
		Files:    map[string]*file{},
		Commands: map[string][]Command{},
	}
}

// person is what the server knows of somebody.
type person struct {
	Profile Profile `json:"profile"`
	Started bool    `json:"started,omitempty"`
	Blocked bool    `json:"blocked,omitempty"`
	Gone    bool    `json:"gone,omitempty"` // the account was deleted
}
