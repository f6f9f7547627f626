package cli

import (
	"io"
	"io/fs"
	_ "time/tzdata" // the zone of the office is known on every machine
)

// resultWriter remembers that a result could not be written: a command whose result nobody got has not worked.
type resultWriter struct {
	io.Writer
	err error
}

func (w *resultWriter) Write(p []byte) (int, error) {
	if w.err != nil {
		return 0, w.err
	}
	n, err := w.Writer.Write(p)
	w.err = err
	return n, err
}

// durable tells whether everything that was written has arrived: on the disk, where standard output is a file.
func (w *resultWriter) durable() error {
	f, ok := w.Writer.(interface {
		Sync() error
		Stat() (fs.FileInfo, error)
	})
	if w.err != nil || !ok {
		return w.err
	}
	if info, err := f.Stat(); err == nil && info.Mode().IsRegular() {
		w.err = f.Sync()
	}
	return w.err
}

// unheard hides the errors of a writer from cobra, which would report them in English; the resultWriter keeps them for Landed.
type unheard struct{ io.Writer }

func (w unheard) Write(p []byte) (int, error) {
	_, _ = w.Writer.Write(p)
	return len(p), nil
}

// Landed is an error when results that were written to standard output have not arrived.
func (a *App) Landed() error {
	if w, ok := a.Stdout.(*resultWriter); ok {
		return w.durable()
	}
	return nil
}
