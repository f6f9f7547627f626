package jobs

import (
	"context"
	"errors"
	"fmt"
	"slices"

	"siip-asn/cmd/siip-asn/desk"
	"siip-asn/cmd/siip-asn/office"
	"siip-asn/flow"
	"siip-asn/flow/imports"
	"siip-asn/store"
)

// What Dead can do with dead letters.
const (
	ListLetters   = "list"
	ResendLetters = "resend"
	DropLetters   = "drop"
)

// Dead is the job of the commands; without numbers it is about all of them.
type Dead struct {
	Act   string
	Nomor []uint64
	By    imports.Actor
}

// Do does the job.
func (j Dead) Do(ctx context.Context, o *office.Office, out desk.Reply) error {
	letters, err := o.Store.DeadLetters()
	if err != nil {
		return err
	}
	letters, err = j.chosen(letters)
	if err != nil {
		return err
	}
	switch j.Act {
	case ResendLetters:
		err := errors.Join(o.Resend(letters, progress(ctx, out, "pesan gagal")), j.note(o, letters, "dikirim atau dikerjakan lagi"))
		if err == nil {
			out.Say("Pesan gagal yang dikirim atau dikerjakan lagi: %d. Yang gagal lagi muncul di: siip-asn dead list", len(letters))
		}
		return err
	case DropLetters:
		err := errors.Join(o.Store.Forget(numbersOf(letters)), j.note(o, letters, "dibuang"))
		if err == nil {
			out.Say("Pesan gagal yang dibuang: %d.", len(letters))
		}
		return err
	}
	for _, d := range letters {
		out.Printf("%d\t%s\t%s\t%s\n", d.Nomor, d.At.In(o.Config.Zona).Format("2006-01-02 15:04:05"), kindOf(d), firstLine(d.Problem))
	}
	if len(letters) == 0 {
		out.Say("Tidak ada pesan gagal.")
	}
	return nil
}

// note writes into the trail what was done with the letters, and by whom.
func (j Dead) note(o *office.Office, letters []store.DeadLetter, done string) error {
	if len(letters) == 0 {
		return nil
	}
	return o.Store.NoteCommand(j.By, o.Now(), flow.PesanGagal, fmt.Sprintf("Pesan gagal yang %s: %d, nomor %d sampai %d.",
		done, len(letters), letters[0].Nomor, letters[len(letters)-1].Nomor))
}

// chosen are the letters with the numbers of the job; one that is not there is said.
func (j Dead) chosen(letters []store.DeadLetter) ([]store.DeadLetter, error) {
	if len(j.Nomor) == 0 {
		return letters, nil
	}
	byNumber := map[uint64]store.DeadLetter{}
	for _, d := range letters {
		byNumber[d.Nomor] = d
	}
	var list []store.DeadLetter
	for _, n := range slices.Compact(slices.Sorted(slices.Values(j.Nomor))) {
		d, found := byNumber[n]
		if !found {
			return nil, fmt.Errorf("tidak ada pesan gagal nomor %d; lihat: siip-asn dead list", n)
		}
		list = append(list, d)
	}
	return list, nil
}

func numbersOf(letters []store.DeadLetter) []uint64 {
	var list []uint64
	for _, d := range letters {
		list = append(list, d.Nomor)
	}
	return list
}

// kindOf says what a letter is, in one word that names nobody.
func kindOf(d store.DeadLetter) string {
	if d.Letter != nil {
		return "keluar"
	}
	return "masuk"
}

func firstLine(s string) string {
	for i, r := range s {
		if r == '\n' || r == '\r' {
			return s[:i]
		}
	}
	return s
}
