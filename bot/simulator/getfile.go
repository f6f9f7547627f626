package simulator

import (
	"net/http"
	"strconv"
	"strings"
)

// fileInfo is the answer of getFile.
type fileInfo struct {
	FileID       string `json:"file_id"`
	FileUniqueID string `json:"file_unique_id"`
	FileSize     int64  `json:"file_size,omitempty"`
	FilePath     string `json:"file_path,omitempty"`
}

func (s *Server) getFile(q *request) (any, *apiError) {
	id := q.text("file_id")
	if id == "" {
		return nil, bad("file_id not specified")
	}
	f := s.fileByID(id)
	switch {
	case f == nil:
		return nil, bad("invalid file_id")
	case f.Size > s.sizes.download:
		return nil, bad("file is too big")
	case s.blobs.bytes[f.Unique] == nil:
		return nil, bad("wrong file_id or the file is temporarily unavailable")
	}
	return fileInfo{f.ID, f.Unique, f.Size, f.Path}, nil
}

// serveFile is the download of a file: <token>/<path>.
func (s *Server) serveFile(w http.ResponseWriter, r *http.Request, rest string) {
	token, path, _ := strings.Cut(rest, "/")
	if err := s.checkToken(token); err != nil {
		writeError(w, err)
		return
	}
	q := &request{params: newParams(), ctx: r.Context(), method: "file"}
	q.add("file_path", path)
	s.arrive(q, "file")
	fate := s.fateOf(q)
	if fate.before(s, w, q) {
		return
	}
	data, err := s.download(path)
	s.finish(q, err)
	fate.after(s, q)
	if err != nil {
		writeError(w, err)
		return
	}
	w.Header().Set("Content-Type", "application/octet-stream")
	w.Header().Set("Content-Length", strconv.Itoa(len(data)))
	_, _ = w.Write(data)
}

func (s *Server) download(path string) ([]byte, *apiError) {
	s.mu.Lock()
	defer s.mu.Unlock()
	for _, f := range s.w.Files {
		if f.Path == path && f.Size <= s.sizes.download {
			return s.blobs.bytes[f.Unique], nil
		}
	}
	return nil, notFound("Not Found")
}
