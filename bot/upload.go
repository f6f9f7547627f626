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

// sendDocument uploads a file while it is being written. telebot would add a field that the Bot API does not know.
func (b *Bot) sendDocument(ctx context.Context, to flow.AccountID, p Part) (json.RawMessage, error) {
	ctx, cancel := context.WithTimeout(ctx, callTime)
	defer cancel()
	out, in := io.Pipe()
	form := multipart.NewWriter(in)
	go func() { in.CloseWithError(writeForm(form, to, p)) }()
	defer out.Close() // a writer nobody reads any more ends with an error
	return b.post(ctx, "sendDocument", form.FormDataContentType(), out)
}

func writeForm(form *multipart.Writer, to flow.AccountID, p Part) error {
	if err := form.WriteField("chat_id", fmt.Sprint(int64(to))); err != nil {
		return err
	}
	file, err := form.CreateFormFile("document", p.Name)
	if err != nil {
		return err
	}
	err = unpanicked(func() error { return p.Write(file) })
	if err != nil && !errors.Is(err, io.ErrClosedPipe) { // closed: the call has failed, and says why
		return &renderError{fmt.Errorf("%s: %w", p.Name, err)}
	}
	return form.Close()
}
