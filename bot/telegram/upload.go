package telegram

import (
	"context"
	"errors"
	"io"
	"mime/multipart"
)

// File is something to upload.
type File struct {
	Method string      // sendDocument, sendPhoto, setMyProfilePhoto
	Fields [][2]string // of the form, before the file
	Kind   string      // the field of the file: document, photo, or what another field names as attach://
	Name   string
	Write  func(io.Writer) error
}

// Upload sends a file while it is being written, and reads the result as Call does. It takes FileTime at most. A file that
// cannot be written gives a *WriteError.
func (c *Client) Upload(ctx context.Context, f File, result any) error {
	ctx, cancel := context.WithTimeout(ctx, FileTime)
	defer cancel()
	out, in := io.Pipe()
	form := multipart.NewWriter(in)
	written := make(chan error, 1)
	go func() {
		err := writeForm(form, f)
		in.CloseWithError(err)
		written <- err
	}()
	a, err := c.send(c.request(ctx, f.Method, form.FormDataContentType(), out), f.Method)
	out.Close() // unblocks the goroutine that writes the file: its next write fails
	if problem := <-written; problem != nil && !errors.Is(problem, io.ErrClosedPipe) {
		return &WriteError{problem}
	}
	if err == nil && result != nil {
		_ = a.into(result)
	}
	return err
}

func writeForm(form *multipart.Writer, f File) error {
	for _, field := range f.Fields {
		if err := form.WriteField(field[0], field[1]); err != nil {
			return err
		}
	}
	file, err := form.CreateFormFile(f.Kind, f.Name)
	if err != nil {
		return err
	}
	if err := f.Write(file); err != nil {
		return err
	}
	return form.Close()
}
