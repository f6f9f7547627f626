package main

import (
	"context"
	"encoding/json"
	"fmt"
	"net/http"
	"os/signal"
	"strconv"
	"strings"
	"syscall"
	"time"

	bolt "go.etcd.io/bbolt"
	tele "gopkg.in/telebot.v3"
)

// usual is the bot to compare with, as it is usually made with telebot: it does the same journey with screens of the same size,
// and nothing else of what the program does. With a database it stores the session of a person with every step by bbolt's Batch,
// which joins the writes of 1 ms; without one it stores nothing, and is the least that a bot can cost.
type usual struct {
	db *bolt.DB
}

// beUsual is that bot, until it is stopped.
func beUsual(address, base string) error {
	ctx, stop := signal.NotifyContext(context.Background(), syscall.SIGTERM, syscall.SIGINT)
	defer stop()
	line := http.DefaultTransport.(*http.Transport).Clone()
	line.MaxIdleConnsPerHost = 512
	b, err := tele.NewBot(tele.Settings{
		URL: address, Token: "42:x", Poller: &tele.LongPoller{Timeout: 25 * time.Second, AllowedUpdates: []string{"message", "callback_query"}},
		Client: &http.Client{Transport: line, Timeout: time.Minute},
	})
	if err != nil {
		return err
	}
	u := &usual{}
	if base != "" {
		if u.db, err = bolt.Open(base, 0o600, &bolt.Options{Timeout: time.Second}); err != nil {
			return err
		}
		defer u.db.Close()
		u.db.MaxBatchDelay = time.Millisecond
	}
	b.Handle(tele.OnText, u.text)
	b.Handle("/start", u.menu)
	b.Handle(tele.OnCallback, u.tap)
	go func() {
		<-ctx.Done()
		b.Stop()
	}()
	b.Start()
	return nil
}

// session is what the bot keeps of a person.
type session struct {
	Step   string    `json:"step"`
	Title  string    `json:"title,omitempty"`
	At     time.Time `json:"at"`
	Update int       `json:"update"`
}

// keeps makes a step durable before it is answered, as the program does.
func (u *usual) keeps(c tele.Context, step, title string) error {
	if u.db == nil {
		return nil
	}
	return u.db.Batch(func(tx *bolt.Tx) error {
		sessions, err := tx.CreateBucketIfNotExists([]byte("session"))
		if err != nil {
			return err
		}
		key := []byte(strconv.FormatInt(c.Sender().ID, 10))
		var s session
		if old := sessions.Get(key); old != nil {
			if err := json.Unmarshal(old, &s); err != nil {
				return err
			}
		}
		s.Step, s.At, s.Update = step, time.Now(), c.Update().ID
		if title != "" {
			s.Title = title
		}
		value, err := json.Marshal(s)
		if err != nil {
			return err
		}
		return sessions.Put(key, value)
	})
}

func (u *usual) menu(c tele.Context) error {
	if err := u.keeps(c, "menu", ""); err != nil {
		return err
	}
	return c.Send(menuText, markup("➕ Tambah", "📋 Usulan Saya", "👤 Data Saya", "❓ Bantuan"), tele.ModeHTML)
}

func (u *usual) text(c tele.Context) error {
	if err := u.keeps(c, "ringkasan", c.Text()); err != nil {
		return err
	}
	return c.Send(fmt.Sprintf(summaryText, c.Text()), markup("💾 Simpan", "⬅️ Kembali", "✖️ Batal"), tele.ModeHTML)
}

func (u *usual) tap(c tele.Context) error {
	word := strings.TrimPrefix(c.Data(), "\f")
	if err := u.keeps(c, word, ""); err != nil {
		return err
	}
	if err := c.Respond(); err != nil {
		return err
	}
	switch word {
	case "Tambah":
		return c.Edit(listText, markup("1", "2", "3", "4", "5", "6", "7", "✏️ Isi Manual", "✖️ Batal"), tele.ModeHTML)
	case "Isi Manual":
		return c.Edit(manualText, markup("⬅️ Kembali", "✖️ Batal"), tele.ModeHTML)
	default:
		return c.Edit(menuText, markup("➕ Tambah", "📋 Usulan Saya", "👤 Data Saya", "❓ Bantuan"), tele.ModeHTML)
	}
}

func markup(words ...string) *tele.ReplyMarkup {
	m := &tele.ReplyMarkup{}
	for _, w := range words {
		data := strings.TrimLeftFunc(w, func(r rune) bool { return r > 0x7f || r == ' ' })
		m.InlineKeyboard = append(m.InlineKeyboard, []tele.InlineButton{{Text: w, Data: data}})
	}
	return m
}

const (
	menuText    = "<b>SIIP-ASN</b>\nSelamat datang, <b>PEGAWAI CONTOH</b>\nNIP 190101011925011001\nDinas Contoh\n\nSilakan pilih menu di bawah ini."
	listText    = "<b>Pilih Jenis Diklat</b>\n<i>Manajerial</i>\n1. Pelatihan Kepemimpinan Administrator (PKA)\n2. Pelatihan Kepemimpinan Pengawas (PKP)\n3. Pelatihan Coaching dan Mentoring\n<i>Teknis</i>\n4. Pelatihan SPBE\n5. Pelatihan Manajemen Kehumasan dan Protokol\n6. Pelatihan Manajemen Perkantoran dan Kesekretariatan\n7. Pelatihan Tata Naskah Dinas\n\nSilahkan isi manual jika tidak ada jenis diklat yg dimaksud"
	manualText  = "<b>Isi Manual</b>\nSilakan ketik nama usulan diklat Anda, 5 sampai 150 karakter."
	summaryText = "<b>Ringkasan</b>\nNama Pegawai: [190101011925011001] PEGAWAI CONTOH\nNIP: 190101011925011001\nJabatan: Analis\nOPD: Dinas Contoh\nUsulan Diklat: %s\nTanggal Usul: 05-01-2026\n\nSimpan usulan ini?"
)
