package config

import (
	"errors"
	"regexp"
	"strings"
	"time"

	"github.com/robfig/cron/v3"
)

// Schedule is a cron expression of five fields; the zero one never comes due.
type Schedule struct {
	text string
	cron.Schedule
}

func setSchedule(to *Schedule, v string) error {
	if v == "" {
		*to = Schedule{}
		return nil
	}
	parsed, err := parseSchedule(v)
	if err != nil {
		return errors.New("jadwal harus lima bagian cron (menit jam tanggal bulan hari), misalnya 0 8 * * MON, atau kosong")
	}
	if parsed.Next(time.Now()).IsZero() {
		return errors.New("jadwal ini tidak pernah tiba; periksa tanggal dan bulannya")
	}
	*to = Schedule{v, parsed}
	return nil
}

// untilSunday is a span of days that ends with the Sunday after them.
var untilSunday = regexp.MustCompile(`(?i)^([a-z0-9]+)-(7|sun)$`)

// daysOfWeek writes the last field of a cron expression as the parser takes it, which counts Sunday as 0 only: as cron of
// Unix does, it may also be 7, and the end of a span.
func daysOfWeek(field string) string {
	var list []string
	for part := range strings.SplitSeq(field, ",") {
		if part == "7" {
			part = "0"
		}
		list = append(list, untilSunday.ReplaceAllString(part, "$1-6,0"))
	}
	return strings.Join(list, ",")
}

// parseSchedule guards against the parser, which panics on some texts, and refuses @every: counted from any time that it is
// asked about, it would be due always.
func parseSchedule(v string) (s cron.Schedule, err error) {
	defer func() {
		if recover() != nil {
			err = errors.New("no cron expression")
		}
	}()
	if fields := strings.Fields(v); len(fields) == 5 {
		fields[4] = daysOfWeek(fields[4])
		v = strings.Join(fields, " ")
	}
	s, err = cron.NewParser(cron.Minute | cron.Hour | cron.Dom | cron.Month | cron.Dow | cron.Descriptor).Parse(v)
	if _, every := s.(cron.ConstantDelaySchedule); every {
		err = errors.New("no times of the clock")
	}
	return s, err
}

// Last is the latest instant of the schedule that is not after now; zero when there was none within two years. The cron library
// only gives the next instant after a time, so Last starts an hour back, then four times as far, until one is found, and walks
// from there to now.
func (s Schedule) Last(now time.Time) time.Time {
	if s.Schedule == nil {
		return time.Time{}
	}
	for back := time.Hour; back < 2*366*24*time.Hour; back *= 4 {
		at := s.Next(now.Add(-back))
		if at.IsZero() || at.After(now) {
			continue
		}
		for next := s.Next(at); !next.IsZero() && !next.After(now); next = s.Next(next) {
			at = next
		}
		return at
	}
	return time.Time{}
}
