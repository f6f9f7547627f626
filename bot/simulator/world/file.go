package world

import (
	"bytes"
	"encoding/base64"
	"encoding/binary"
	"fmt"
	"image"
	_ "image/gif"
	_ "image/jpeg"
	_ "image/png"
	"path"
	"strings"

	"siip-asn/bot/simulator/wire"
)

// Sizes are the largest files, in bytes.
type Sizes struct {
	Upload   int64 // that a bot may send
	Photo    int64 // of these, as a picture
	Download int64 // that a bot can fetch
}

var realSizes = Sizes{Upload: 50 << 20, Photo: 10 << 20, Download: 20 << 20}

// File is what the server knows of a file besides its bytes.
type File struct {
	Number int64  `json:"number"`
	Unique string `json:"unique"` // the same for every bot
	ID     string `json:"id"`     // this bot's
	Kind   string `json:"kind"`   // "documents", "photos", "stickers"
	Name   string `json:"name,omitempty"`
	Mime   string `json:"mime,omitempty"`
	Size   int64  `json:"size"`
	Path   string `json:"path"`
	Width  int    `json:"width,omitempty"`
	Height int    `json:"height,omitempty"`
}

// mimes are told by the ending of the name: the type that a part of a body claims counts for nothing.
var mimes = map[string]string{
	".pdf": "application/pdf", ".txt": "text/plain", ".csv": "text/csv", ".json": "application/json", ".zip": "application/zip",
	".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", ".xls": "application/vnd.ms-excel",
	".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document", ".doc": "application/msword",
	".png": "image/png", ".jpg": "image/jpeg", ".jpeg": "image/jpeg", ".gif": "image/gif", ".webp": "image/webp", ".html": "text/html",
}

// MimeOf is the type of a file by its name; empty for one that is not known.
func MimeOf(name string) string { return mimes[strings.ToLower(path.Ext(name))] }

// KeepFile stores a new file and gives it its ids.
func (s *World) KeepFile(kind, name, mime string, data []byte) *File {
	s.State.FileIDs++
	f := &File{Number: s.State.FileIDs, Kind: kind, Name: name, Mime: mime, Size: int64(len(data))}
	f.Unique = "AgAD" + secret(s, 9)
	f.ID = map[string]string{"documents": "BQACAgUAAxkB", "photos": "AgACAgUAAxkB", "stickers": "CAACAgUAAxkB"}[kind] + secret(s, 39)
	f.Path = fmt.Sprintf("%s/file_%d%s", kind, f.Number, strings.ToLower(path.Ext(name)))
	s.State.Files[f.Unique] = f
	for _, unique := range s.Blobs.put(f.Unique, data) {
		delete(s.State.Files, unique)
	}
	return f
}

// secret is n random bytes in the letters of file ids.
func secret(s *World, n int) string {
	raw := make([]byte, 0, n+8)
	for len(raw) < n {
		raw = binary.LittleEndian.AppendUint64(raw, s.Rng.Uint64())
	}
	return base64.RawURLEncoding.EncodeToString(raw[:n])
}

// FileByID finds a file by the id that this bot has for it.
func (s *World) FileByID(id string) *File {
	for _, f := range s.State.Files {
		if f.ID == id {
			return f
		}
	}
	return nil
}

// Document is the file as a document of a message.
func (f *File) Document() *wire.Document {
	return &wire.Document{FileID: f.ID, FileUniqueID: f.Unique, FileName: f.Name, MimeType: f.Mime, FileSize: f.Size}
}

// Photo is the file as a picture of a message, in two sizes.
func (f *File) Photo() []wire.PhotoSize {
	return []wire.PhotoSize{{FileID: f.ID, FileUniqueID: f.Unique, Width: f.Width, Height: f.Height, FileSize: f.Size}}
}

// KeepPhoto takes pictures only, and not too long ones.
func (s *World) KeepPhoto(data []byte) (*File, *wire.APIError) {
	config, format, err := image.DecodeConfig(bytes.NewReader(data))
	if err != nil {
		return nil, wire.Bad("IMAGE_PROCESS_FAILED")
	}
	w, h := config.Width, config.Height
	if w+h > 10_000 || w > 20*h || h > 20*w {
		return nil, wire.Bad("PHOTO_INVALID_DIMENSIONS")
	}
	f := s.KeepFile("photos", "photo."+format, "image/"+format, data)
	f.Name, f.Width, f.Height = "", w, h
	return f, nil
}
