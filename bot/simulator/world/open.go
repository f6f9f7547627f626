package world

import (
	"encoding/json"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"time"
)

// saveDelay is how long changes are gathered before they are written (debounce), so that a burst of them is one write.
const saveDelay = 200 * time.Millisecond

// Open makes a server that keeps its state in a file, and the bytes of files in the folder <path>.files. A missing file is an
// empty server. Close must be called, and gives the first error of writing.
func Open(path string, o Options) (*World, error) {
	s, err := read(path, o)
	if err != nil {
		return nil, err
	}
	s.Blobs.folder = path + ".files"
	if err := os.MkdirAll(s.Blobs.folder, 0o700); err != nil {
		return nil, err
	}
	for _, f := range filesByAge(s) {
		if data, err := os.ReadFile(s.Blobs.path(f.Unique)); err == nil {
			s.Blobs.hold(f.Unique, data)
		}
	}
	s.file = &saver{path: path, dirty: make(chan struct{}, 1), done: make(chan struct{})}
	go keepSaving(s)
	return s, nil
}

func read(path string, o Options) (*World, error) {
	f, err := os.Open(path)
	if errors.Is(err, fs.ErrNotExist) {
		return New(o), nil
	}
	if err != nil {
		return nil, err
	}
	defer f.Close()
	return Load(f, o)
}

// saver writes the whole state to its file, debounced: saveDelay after the first change, and later when writing takes long. What
// changes meanwhile goes into the same write. The file is replaced by a rename, so a kill leaves the old state or the new one.
type saver struct {
	path  string
	dirty chan struct{} // holds one word at most: there is something to write
	done  chan struct{}
	err   error // to be read when done is closed
}

func (f *saver) later() {
	select {
	case f.dirty <- struct{}{}:
	default:
	}
}

// wait gives the first error after everything is written.
func (f *saver) wait() error {
	<-f.done
	return f.err
}

func keepSaving(s *World) {
	defer close(s.file.done)
	for delay := saveDelay; pauseForChange(s, delay); {
		began := time.Now()
		s.file.keep(saveFile(s))
		delay = max(saveDelay, 10*time.Since(began)) // so that at most a tenth of the time goes into writing a large state
		s.Mu.Lock()
		s.Wake() // for who waits for the file itself
		s.Mu.Unlock()
	}
	s.file.keep(saveFile(s))
	s.Mu.Lock()
	s.file.keep(s.Blobs.err)
	s.Mu.Unlock()
}

func (f *saver) keep(err error) {
	if f.err == nil {
		f.err = err
	}
}

// pauseForChange waits for a change, and then for delay; false means that the server is closed.
func pauseForChange(s *World, delay time.Duration) bool {
	select {
	case <-s.file.dirty:
	case <-s.Closed:
		return false
	}
	timer := time.NewTimer(delay)
	defer timer.Stop()
	select {
	case <-timer.C:
		return true
	case <-s.Closed:
		return false
	}
}

// saveFile replaces the file as a whole, so that it is never half written.
func saveFile(s *World) error {
	s.Mu.Lock()
	raw, err := json.Marshal(saved{saveVersion, &s.State})
	s.Mu.Unlock()
	if err != nil {
		return err
	}
	f, err := os.CreateTemp(filepath.Dir(s.file.path), filepath.Base(s.file.path)+".*")
	if err != nil {
		return err
	}
	_, err = f.Write(raw)
	err = errors.Join(err, f.Sync(), f.Close())
	if err == nil {
		err = os.Rename(f.Name(), s.file.path)
	}
	if err != nil {
		_ = os.Remove(f.Name())
	}
	return err
}
