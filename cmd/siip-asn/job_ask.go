package main

import (
	"bufio"
	"context"
	"encoding/gob"
	"errors"
	"net"
)

func dialDesk(ctx context.Context, database string) (net.Conn, error) {
	var d net.Dialer
	return d.DialContext(ctx, "unix", deskPath(database))
}

var (
	errDeskGone = errors.New("proses siip-asn serve berhenti sebelum pekerjaan ini selesai; jalankan lagi perintah ini")
	errHungUp   = errors.New("dihentikan; bila bot sudah menyelesaikan pekerjaan ini, hasilnya tetap berlaku")
)

// askDesk has the serve process of a database do a job, if there is one.
func askDesk(ctx context.Context, database string, j job, out reply) (done bool, err error) {
	conn, err := dialDesk(ctx, database)
	if err != nil {
		return false, nil
	}
	return true, ask(ctx, conn, j, out)
}

// ask has the serve process do a job, and passes on what comes back.
func ask(ctx context.Context, conn net.Conn, j job, out reply) error {
	defer conn.Close()
	defer context.AfterFunc(ctx, func() { conn.Close() })()
	if err := gob.NewEncoder(conn).Encode(&j); err != nil {
		return errDeskGone
	}
	for frames := gob.NewDecoder(bufio.NewReader(conn)); ; {
		var f frame
		if err := frames.Decode(&f); err != nil {
			if ctx.Err() != nil {
				return errHungUp
			}
			return errDeskGone
		}
		if f.Say != "" {
			out.say("%s", f.Say)
		}
		if _, err := out.result.Write(f.Data); err != nil {
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
