package world

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
)

// blobs holds the bytes of files in memory, up to a limit, and a copy of each in a folder if there is one.
type blobs struct {
	limit  int64
	Size   int64
	Bytes  map[string][]byte
	order  []string
	folder string
	err    error // of the folder; the first one is kept for Close
}

// put stores a file and names those that had to go for it.
func (b *blobs) put(unique string, data []byte) (gone []string) {
	b.hold(unique, data)
	if b.folder != "" {
		b.note(os.WriteFile(b.path(unique), data, 0o600))
	}
	for b.Size > b.limit && len(b.order) > 1 {
		oldest := b.order[0]
		gone = append(gone, oldest)
		b.drop(oldest)
	}
	return gone
}

func (b *blobs) hold(unique string, data []byte) {
	if b.Bytes == nil {
		b.Bytes = map[string][]byte{}
	}
	b.Bytes[unique] = data
	b.order = append(b.order, unique)
	b.Size += int64(len(data))
}

func (b *blobs) drop(unique string) {
	b.Size -= int64(len(b.Bytes[unique]))
	delete(b.Bytes, unique)
	b.order = b.order[1:]
	if b.folder != "" {
		b.note(os.Remove(b.path(unique)))
	}
}

func (b *blobs) path(unique string) string { return filepath.Join(b.folder, unique) }

func (b *blobs) note(err error) {
	if b.err == nil && !errors.Is(err, fs.ErrNotExist) {
		b.err = err
	}
}
