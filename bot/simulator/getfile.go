package simulator

import (
	"net/http"
	"strconv"
	"strings"

	"siip-asn/bot/simulator/wire"
	"siip-asn/bot/simulator/world"
)

// fileInfo is the answer of getFile.
type fileInfo struct {
	FileID       string `json:"file_id"`
	FileUniqueID string `json:"file_unique_id"`
	FileSize     int64  `json:"file_size,omitempty"`
	FilePath     string `json:"file_path,omitempty"`
}

func getFile(s *world.World, q *request) (any, *wire.APIError) {
	id := q.Text("file_id")
	if id == "" {
		return nil, wire.Bad("file_id not specified")
	}
	f := s.FileByID(id)
	switch {
	case f == nil:
		return nil, wire.Bad("invalid file_id")
	case f.Size > s.Sizes.Download:
		return nil, wire.Bad("file is too big")
	case s.Blobs.Bytes[f.Unique] == nil:
		return nil, wire.Bad("wrong file_id or the file is temporarily unavailable")
	}
	return fileInfo{f.ID, f.Unique, f.Size, f.Path}, nil
}

// serveFile is the download of a file: <token>/<path>.
func serveFile(s *world.World, w http.ResponseWriter, r *http.Request, rest string) {
	token, path, _ := strings.Cut(rest, "/")
	if err := checkToken(s, token); err != nil {
		wire.WriteError(w, err)
		return
	}
	q := &request{Params: wire.NewParams(), ctx: r.Context(), method: "file"}
	q.Add("file_path", path)
	arrive(s, q, "file")
	fate := fateOf(s, q)
	if fate.before(s, w, q) {
		return
	}
	data, err := download(s, path)
	finish(s, q, err)
	fate.after(s, q)
	if err != nil {
		wire.WriteError(w, err)
		return
	}
	w.Header().Set("Content-Type", "application/octet-stream")
	w.Header().Set("Content-Length", strconv.Itoa(len(data)))
	_, _ = w.Write(data)
}

func download(s *world.World, path string) ([]byte, *wire.APIError) {
	s.Mu.Lock()
	defer s.Mu.Unlock()
	for _, f := range s.State.Files {
		if f.Path == path && f.Size <= s.Sizes.Download {
			return s.Blobs.Bytes[f.Unique], nil
		}
	}
	return nil, wire.NotFound("Not Found")
}
