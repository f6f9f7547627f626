package main

import (
	"fmt"
	"time"

	"siip-asn/flow"
	"siip-asn/flow/dialog"
	"siip-asn/flow/dialog/ui"
	"siip-asn/flow/identitas"
	"siip-asn/flow/imports"
	"siip-asn/flow/post"
	"siip-asn/store"
)

const (
	cityPeople  = 5000 // pegawai in the database
	firstPerson = 500_000_000
)

// seed makes a database of a city in which everybody has bound an account, with so many notices that wait to be sent to those
// from the last on.
func seed(path string, notices int) error {
	s, err := store.Open(path, store.Options{Step: bind})
	if err != nil {
		return err
	}
	defer s.Close()
	rows := make([]imports.BarisPegawai, cityPeople)
	for i := range rows {
		rows[i] = imports.BarisPegawai{
			NIP: identitas.NIP(fmt.Sprintf("1901%02d%02d1925%02d1%03d", 1+i/28%12, 1+i%28, 1+i/336%12, 1+i/4032)), Nama: fmt.Sprintf("PEGAWAI CONTOH %d", i),
			Jabatan: "Analis", Jenjang: flow.FungsionalUmum, OPD: fmt.Sprintf("Dinas Contoh %d", i%40),
		}
	}
	if _, err := s.ImportPegawai(imports.PegawaiImport{Rows: rows}, imports.ImportCommand, time.Now(), false, nil); err != nil {
		return err
	}
	var batch []post.Incoming
	for i := range cityPeople {
		batch = append(batch, post.Incoming{Event: dialog.Event{At: time.Now(), From: firstPerson + flow.AccountID(i), Input: dialog.Text{Body: seedText(i, notices)}}})
	}
	_, err = s.Apply(batch)
	return err
}

func seedText(i, notices int) string {
	if i >= cityPeople-notices {
		return "notice"
	}
	return ""
}

// bind is a core in which everybody is bound to the pegawai of his number, and some have news waiting for them.
func bind(_ dialog.Reader, s dialog.Session, e dialog.Event) (dialog.Session, []dialog.Effect, error) {
	effects := []dialog.Effect{dialog.SaveAccount{Account: flow.Account{ID: e.From, Pegawai: flow.PegawaiID(e.From - firstPerson + 1)}}}
	if t, is := e.Input.(dialog.Text); is && t.Body != "" {
		words := ui.Spans{}.Bold("Pengumuman").Plain("\nPeriode usulan ditutup hari ini pukul 17.00 WIB. Silakan periksa usulan Anda.")
		effects = append(effects, dialog.Show{To: e.From, Screen: ui.Screen{Text: words}, Lane: dialog.News})
	}
	return s, effects, nil
}
