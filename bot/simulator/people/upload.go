package people

import (
	"siip-asn/bot/simulator/text"
	"siip-asn/bot/simulator/wire"
)

// Upload sends a document. Name and mime are what the person's client claims.
func (t *Seat) Upload(name, mime string, data []byte, caption string) int64 {
	t.s.Mu.Lock()
	defer t.s.Mu.Unlock()
	f := t.s.KeepFile("documents", name, mime, data)
	words := text.Styled{Text: caption}.Settle()
	return t.say(wire.Message{Document: f.Document(), Caption: words.Text, CaptionEntities: words.Entities})
}

// Photo sends a picture: PNG, JPEG or GIF. What is none is sent as a document, as clients do.
func (t *Seat) Photo(data []byte, caption string) int64 {
	t.s.Mu.Lock()
	f, err := t.s.KeepPhoto(data)
	if err != nil {
		t.s.Mu.Unlock()
		return t.Upload("photo.jpg", "image/jpeg", data, caption)
	}
	defer t.s.Mu.Unlock()
	words := text.Styled{Text: caption}.Settle()
	return t.say(wire.Message{Photo: f.Photo(), Caption: words.Text, CaptionEntities: words.Entities})
}

// Sticker sends a sticker, which is what a bot gets that asked for words.
func (t *Seat) Sticker() int64 {
	t.s.Mu.Lock()
	defer t.s.Mu.Unlock()
	f := t.s.KeepFile("stickers", "sticker.webp", "image/webp", []byte("RIFF\x04\x00\x00\x00WEBP"))
	return t.say(wire.Message{Sticker: &wire.Sticker{
		FileID: f.ID, FileUniqueID: f.Unique, Type: "regular", Width: 512, Height: 512, Emoji: "👍", FileSize: f.Size,
	}})
}
