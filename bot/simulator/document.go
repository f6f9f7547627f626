package simulator

import (
	"bytes"
	"image"
	_ "image/gif" // the formats that Telegram takes for pictures
	_ "image/jpeg"
	_ "image/png"
	"strings"
)

func (s *Server) sendDocument(q *request) (any, *apiError) {
	return s.sendFile(q, "document", "documents", func(m *Message, f *file) *apiError {
		m.Document = f.document()
		return nil
	})
}

func (s *Server) sendPhoto(q *request) (any, *apiError) {
	return s.sendFile(q, "photo", "photos", func(m *Message, f *file) *apiError {
		m.Photo = f.photo()
		return nil
	})
}

func (s *Server) sendFile(q *request, field, kind string, put func(*Message, *file) *apiError) (any, *apiError) {
	part, id, ok := q.file(field)
	if !ok {
		return nil, badf("There is no %s in the request", field)
	}
	caption, err := q.readStyled("caption", "caption_entities")
	if err != nil {
		return nil, err
	}
	if kind == "photos" && int64(len(part.data)) > s.sizes.photo {
		return nil, tooLarge("")
	}
	return s.send(q, func(*chat) (Message, *apiError) {
		caption = s.settle(caption)
		m := Message{Caption: caption.text, CaptionEntities: caption.entities}
		if err := caption.checkCaption(); err != nil {
			return m, err
		}
		f, err := s.fileFor(kind, id, part)
		if err != nil {
			return m, err
		}
		return m, put(&m, f)
	})
}

// file finds what a field names: an uploaded part, or the id of a file that Telegram has.
func (q *request) file(field string) (part upload, id string, ok bool) {
	value := q.text(field)
	if name, attached := strings.CutPrefix(value, "attach://"); attached {
		field, value = name, ""
	}
	if value != "" {
		return upload{}, value, true
	}
	part, ok = q.files[field]
	return part, "", ok
}

func (s *Server) fileFor(kind, id string, part upload) (*file, *apiError) {
	if id != "" {
		if f := s.fileByID(id); f != nil && f.Kind == kind {
			return f, nil
		}
		return nil, bad("Wrong file identifier/HTTP URL specified")
	}
	if len(part.data) == 0 {
		return nil, bad("File must be non-empty")
	}
	if kind == "photos" {
		return s.keepPhoto(part.data)
	}
	return s.keepFile(kind, part.name, mimeOf(part.name), part.data), nil
}

// keepPhoto takes pictures only, and not too long ones.
func (s *Server) keepPhoto(data []byte) (*file, *apiError) {
	config, format, err := image.DecodeConfig(bytes.NewReader(data))
	if err != nil {
		return nil, bad("IMAGE_PROCESS_FAILED")
	}
	w, h := config.Width, config.Height
	if w+h > 10_000 || w > 20*h || h > 20*w {
		return nil, bad("PHOTO_INVALID_DIMENSIONS")
	}
	f := s.keepFile("photos", "photo."+format, "image/"+format, data)
	f.Name, f.Width, f.Height = "", w, h
	return f, nil
}
