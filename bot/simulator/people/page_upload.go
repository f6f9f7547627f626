package people

import (
	"io"
	"net/http"

	"siip-asn/bot/simulator/wire"
	"siip-asn/bot/simulator/world"
)

// maxPersonUpload bounds what the page can upload. It is more than a bot can fetch, so that this too can be tried.
const maxPersonUpload = 64 << 20

// actUpload takes multipart: file, and optionally caption, person and as=photo.
func actUpload(s *world.World, w http.ResponseWriter, r *http.Request) {
	r.Body = http.MaxBytesReader(w, r.Body, maxPersonUpload)
	file, header, err := r.FormFile("file")
	if err != nil {
		refuse(w, http.StatusBadRequest, "no file in the field file")
		return
	}
	defer r.MultipartForm.RemoveAll()
	defer file.Close()
	data, err := io.ReadAll(file)
	seat := seat(s, r, number(r.FormValue("person")))
	if err != nil || seat == nil {
		refuse(w, http.StatusNotFound, "no such chat or person")
		return
	}
	if r.FormValue("as") == "photo" {
		wire.WriteJSON(w, http.StatusOK, Sent{seat.Photo(data, r.FormValue("caption"))})
		return
	}
	mime := header.Header.Get("Content-Type")
	wire.WriteJSON(w, http.StatusOK, Sent{seat.Upload(header.Filename, mime, data, r.FormValue("caption"))})
}
