package bot

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"mime/multipart"

	"siip-asn/flow"
)

// sendFile uploads a file while it is being written. telebot would add a field that the Bot API does not know.
func (b *Bot) sendFile(ctx context.Context, to flow.AccountID, p Part) (json.RawMessage, error) {
	ctx, cancel := context.WithTimeout(ctx, fileTime)
	defer cancel()
	out, in := io.Pipe()
	form := multipart.NewWriter(in)
	go func() { in.CloseWithError(writeForm(form, to, p)) }()
	defer out.Close() // a writer nobody reads any more ends with an error
	method := "sendDocument"
	if p.Picture {
		method = "sendPhoto"
	}
	return b.post(ctx, method, form.FormDataContentType(), out)
}

func writeForm(form *multipart.Writer, to flow.AccountID, p Part) error {
	fields, kind := [][2]string{{"chat_id", fmt.Sprint(int64(to))}}, "document"
	if p.Picture {
		fields, kind = append(fields, [2]string{"caption", encodeText(p.Screen.Text)}, [2]string{"parse_mode", "HTML"}), "photo"
	}
	for _, field := range fields {
		if err := form.WriteField(field[0], field[1]); err != nil {
			return err
		}
	}
	file, err := form.CreateFormFile(kind, p.Name)
	if err != nil {
		return err
	}
	err = unpanicked(func() error { return p.Write(file) })
	if err != nil && !errors.Is(err, io.ErrClosedPipe) { // closed: the call has failed, and says why
		return &renderError{fmt.Errorf("%s: %w", p.Name, err)}
	}
	return form.Close()
}
