package simulator

// Upload sends a document. Name and mime are what the person's client claims.
func (t *Seat) Upload(name, mime string, data []byte, caption string) int64 {
	t.s.mu.Lock()
	defer t.s.mu.Unlock()
	f := t.s.keepFile("documents", name, mime, data)
	words := styled{text: caption}.settle()
	return t.say(Message{Document: f.document(), Caption: words.text, CaptionEntities: words.entities})
}

// Photo sends a picture: PNG, JPEG or GIF. What is none is sent as a document, as clients do.
func (t *Seat) Photo(data []byte, caption string) int64 {
	t.s.mu.Lock()
	f, err := t.s.keepPhoto(data)
	if err != nil {
		t.s.mu.Unlock()
		return t.Upload("photo.jpg", "image/jpeg", data, caption)
	}
	defer t.s.mu.Unlock()
	words := styled{text: caption}.settle()
	return t.say(Message{Photo: f.photo(), Caption: words.text, CaptionEntities: words.entities})
}

// Sticker sends a sticker, which is what a bot gets that asked for words.
func (t *Seat) Sticker() int64 {
	t.s.mu.Lock()
	defer t.s.mu.Unlock()
	f := t.s.keepFile("stickers", "sticker.webp", "image/webp", []byte("RIFF\x04\x00\x00\x00WEBP"))
	return t.say(Message{Sticker: &Sticker{
		FileID: f.ID, FileUniqueID: f.Unique, Type: "regular", Width: 512, Height: 512, Emoji: "👍", FileSize: f.Size,
	}})
}
