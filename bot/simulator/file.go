package simulator

import (
	"encoding/base64"
	"encoding/binary"
	"fmt"
	"path"
	"strings"
)

// sizes are the largest files, in bytes.
type sizes struct {
	upload   int64 // that a bot may send
	photo    int64 // of these, as a picture
	download int64 // that a bot can fetch
}

var realSizes = sizes{upload: 50 << 20, photo: 10 << 20, download: 20 << 20}

// file is what the server knows of a file besides its bytes.
type file struct {
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

func mimeOf(name string) string { return mimes[strings.ToLower(path.Ext(name))] }

// keepFile stores a new file and gives it its ids.
func (s *Server) keepFile(kind, name, mime string, data []byte) *file {
	s.w.FileIDs++
	f := &file{Number: s.w.FileIDs, Kind: kind, Name: name, Mime: mime, Size: int64(len(data))}
	f.Unique = "AgAD" + s.token(9)
	f.ID = map[string]string{"documents": "BQACAgUAAxkB", "photos": "AgACAgUAAxkB", "stickers": "CAACAgUAAxkB"}[kind] + s.token(39)
	f.Path = fmt.Sprintf("%s/file_%d%s", kind, f.Number, strings.ToLower(path.Ext(name)))
	s.w.Files[f.Unique] = f
	for _, unique := range s.blobs.put(f.Unique, data) {
		delete(s.w.Files, unique)
	}
	return f
}

// token is n random bytes in the letters of file ids.
func (s *Server) token(n int) string {
	raw := make([]byte, 0, n+8)
	for len(raw) < n {
		raw = binary.LittleEndian.AppendUint64(raw, s.rng.Uint64())
	}
	return base64.RawURLEncoding.EncodeToString(raw[:n])
}

// fileByID finds a file by the id that this bot has for it.
func (s *Server) fileByID(id string) *file {
	for _, f := range s.w.Files {
		if f.ID == id {
			return f
		}
	}
	return nil
}

func (f *file) document() *Document {
	return &Document{FileID: f.ID, FileUniqueID: f.Unique, FileName: f.Name, MimeType: f.Mime, FileSize: f.Size}
}

func (f *file) photo() []PhotoSize {
	return []PhotoSize{{FileID: f.ID, FileUniqueID: f.Unique, Width: f.Width, Height: f.Height, FileSize: f.Size}}
}
