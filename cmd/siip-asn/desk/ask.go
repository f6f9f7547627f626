package desk

import (
	"bufio"
	"context"
	"encoding/gob"
	"errors"
	"net"
)

// Dial connects to the desk of a database, if there is one.
func Dial(ctx context.Context, database string) (net.Conn, error) {
	var d net.Dialer
	return d.DialContext(ctx, "unix", Path(database))
}

// ErrHungUp is what a job ends with for whoever no longer waits for it.
var ErrHungUp = errors.New("dihentikan; bila bot sudah menyelesaikan pekerjaan ini, hasilnya tetap berlaku")

var errDeskGone = errors.New("proses siip-asn serve berhenti sebelum pekerjaan ini selesai; jalankan lagi perintah ini")

// Ask has the bot of a database do a job. done is false when no bot has the database: then nothing was tried.
func Ask(ctx context.Context, database string, j any, out Reply) (done bool, err error) {
	conn, err := Dial(ctx, database)
	if err != nil {
		return false, nil
	}
	return true, ask(ctx, conn, j, out)
}

// ask has the serve process do a job, and passes on what comes back.
func ask(ctx context.Context, conn net.Conn, j any, out Reply) error {
	defer conn.Close()
	defer context.AfterFunc(ctx, func() { conn.Close() })()
	if err := gob.NewEncoder(conn).Encode(&j); err != nil {
		return errDeskGone
	}
	for frames := gob.NewDecoder(bufio.NewReader(conn)); ; {
		var f frame
		if err := frames.Decode(&f); err != nil {
			if ctx.Err() != nil {
				return ErrHungUp
			}
			return errDeskGone
		}
		if f.Say != "" {
			out.Say("%s", f.Say)
		}
		if _, err := out.Result.Write(f.Data); err != nil {
			return err
		}
		if f.Over && f.Error != "" {
			return errors.New(f.Error)
		}
		if f.Over {
			return nil
		}
	}
}
