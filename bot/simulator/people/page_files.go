package people

import (
	"mime"
	"net/http"
	"strings"

	"siip-asn/bot/simulator/world"
)

// showFile gives a picture or a PDF to look at, and everything else to keep: what people upload is never opened as a page of
// this site.
func showFile(s *world.World, w http.ResponseWriter, r *http.Request) {
	f, data := fileByUnique(s, r.PathValue("file"))
	if data == nil {
		refuse(w, http.StatusNotFound, "no such file")
		return
	}
	h := w.Header()
	h.Set("X-Content-Type-Options", "nosniff")
	h.Set("Content-Security-Policy", "default-src 'none'; sandbox")
	h.Set("Content-Type", "application/octet-stream")
	switch {
	case isPicture(f.Mime):
		h.Set("Content-Type", f.Mime)
	case f.Mime == "application/pdf":
		h.Set("Content-Type", f.Mime)
		h.Set("Content-Disposition", disposition("inline", f.Name))
		h.Del("Content-Security-Policy") // the viewer of a browser, which keeps to itself what a PDF does, cannot work in a sandbox
	default:
		h.Set("Content-Disposition", disposition("attachment", f.Name))
	}
	_, _ = w.Write(data)
}

func fileByUnique(s *world.World, unique string) (world.File, []byte) {
	s.Mu.Lock()
	defer s.Mu.Unlock()
	if f := s.State.Files[unique]; f != nil {
		return *f, s.Blobs.Bytes[unique]
	}
	return world.File{}, nil
}

func isPicture(kind string) bool {
	switch kind {
	case "image/png", "image/jpeg", "image/gif", "image/webp":
		return true
	}
	return false
}

// disposition says what to do with a file, and its name.
func disposition(kind, name string) string {
	name = strings.Map(func(r rune) rune {
		if r < ' ' || strings.ContainsRune(`/\`, r) {
			return '_'
		}
		return r
	}, name)
	if out := mime.FormatMediaType(kind, map[string]string{"filename": name}); name != "" && out != "" {
		return out
	}
	return kind
}
