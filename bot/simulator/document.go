package simulator

import (
	_ "image/gif"
	_ "image/jpeg"
	_ "image/png"
	"strings"

	"siip-asn/bot/simulator/wire"
	"siip-asn/bot/simulator/world"
)

func sendDocument(s *world.World, q *request) (any, *wire.APIError) {
	return sendFile(s, q, "document", "documents", func(m *wire.Message, f *world.File) *wire.APIError {
		m.Document = f.Document()
		return nil
	})
}

func sendPhoto(s *world.World, q *request) (any, *wire.APIError) {
	return sendFile(s, q, "photo", "photos", func(m *wire.Message, f *world.File) *wire.APIError {
		m.Photo = f.Photo()
		return nil
	})
}

func sendFile(s *world.World, q *request, field, kind string, put func(*wire.Message, *world.File) *wire.APIError) (any, *wire.APIError) {
	part, id, ok := q.file(field)
	if !ok {
		return nil, wire.Badf("There is no %s in the request", field)
	}
	caption, err := q.readStyled("caption", "caption_entities")
	if err != nil {
		return nil, err
	}
	if kind == "photos" && int64(len(part.Data)) > s.Sizes.Photo {
		return nil, wire.TooLarge("")
	}
	return send(s, q, func(*world.Chat) (wire.Message, *wire.APIError) {
		caption = settle(s, caption)
		m := wire.Message{Caption: caption.Text, CaptionEntities: caption.Entities}
		if err := caption.CheckCaption(); err != nil {
			return m, err
		}
		f, err := fileFor(s, kind, id, part)
		if err != nil {
			return m, err
		}
		return m, put(&m, f)
	})
}

// file finds what a field names: an uploaded part, or the id of a file that Telegram has.
func (q *request) file(field string) (part wire.Upload, id string, ok bool) {
	value := q.Text(field)
	if name, attached := strings.CutPrefix(value, "attach://"); attached {
		field, value = name, ""
	}
	if value != "" {
		return wire.Upload{}, value, true
	}
	part, ok = q.Files[field]
	return part, "", ok
}

func fileFor(s *world.World, kind, id string, part wire.Upload) (*world.File, *wire.APIError) {
	if id != "" {
		if f := s.FileByID(id); f != nil && f.Kind == kind {
			return f, nil
		}
		return nil, wire.Bad("Wrong file identifier/HTTP URL specified")
	}
	if len(part.Data) == 0 {
		return nil, wire.Bad("File must be non-empty")
	}
	if kind == "photos" {
		return s.KeepPhoto(part.Data)
	}
	return s.KeepFile(kind, part.Name, world.MimeOf(part.Name), part.Data), nil
}
