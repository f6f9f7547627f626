package config

import (
	"errors"
	"fmt"
	"strings"
	"time"

	"siip-asn/flow/kalender"
)

// setJam reads the office hours, "07.30-17.00"; empty means all day.
func setJam(c *Config, v string) error {
	c.Kabar.Mulai, c.Kabar.Selesai = 0, 0
	if strings.TrimSpace(v) == "" {
		return nil
	}
	wrong := errors.New("harus jam buka dan jam tutup, misalnya 07.30-17.00, atau kosong")
	from, to, found := strings.Cut(dashes.Replace(v), "-")
	mulai, err1 := clockTime(from)
	selesai, err2 := clockTime(to)
	if !found || err1 != nil || err2 != nil || mulai >= selesai {
		return wrong
	}
	c.Kabar.Mulai, c.Kabar.Selesai = mulai, selesai
	return nil
}

var dashes = strings.NewReplacer("\u2013", "-", "\u2014", "-", "\u2212", "-")

// clockTime is a time of day since midnight: "07.30" or "07:30"; "24.00" is the end of the day.
func clockTime(v string) (time.Duration, error) {
	v = strings.ReplaceAll(strings.TrimSpace(v), ".", ":")
	if v == "24:00" {
		return 24 * time.Hour, nil
	}
	t, err := time.Parse("15:04", v)
	return time.Duration(t.Hour())*time.Hour + time.Duration(t.Minute())*time.Minute, err
}

// days are the names of the days, Sunday first.
var days = [7]string{"Minggu", "Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu"}

// setHari reads the working days: names and spans of them, "Senin-Jumat" or "Senin-Kamis, Sabtu"; empty means every day.
func setHari(c *Config, v string) error {
	var chosen [7]bool
	any := false
	for _, part := range parts(dashes.Replace(v)) {
		from, to, span := strings.Cut(part, "-")
		first, err := dayOf(from)
		last := first
		if span && err == nil {
			last, err = dayOf(to)
		}
		if err != nil {
			return err
		}
		for d := first; ; d = (d + 1) % 7 {
			chosen[d], any = true, true
			if d == last {
				break
			}
		}
	}
	c.Kabar.Hari = nil
	for d := time.Sunday; any && d <= time.Saturday; d++ {
		if chosen[d] {
			c.Kabar.Hari = append(c.Kabar.Hari, d)
		}
	}
	return nil
}

func dayOf(name string) (time.Weekday, error) {
	name = strings.TrimSpace(name)
	for d, nama := range days {
		if strings.EqualFold(name, nama) || strings.EqualFold(name, time.Weekday(d).String()) || nama == "Jumat" && strings.EqualFold(name, "Jum'at") {
			return time.Weekday(d), nil
		}
	}
	return 0, fmt.Errorf("%q bukan nama hari; contoh: Senin-Jumat, atau Senin-Kamis, Sabtu", name)
}

// setLibur reads days off: dates, 2026-12-25 or 25-12-2026.
func setLibur(c *Config, v string) error {
	c.Kabar.Libur = nil
	for _, part := range parts(v) {
		day, err := time.Parse(time.DateOnly, part)
		if err != nil {
			day, err = time.Parse("02-01-2006", part)
		}
		if err != nil {
			return fmt.Errorf("%q bukan tanggal; contoh: 2026-12-25", part)
		}
		c.Kabar.Libur = append(c.Kabar.Libur, kalender.TanggalOf(day))
	}
	return nil
}
