package typeset

import (
	"slices"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"siip-asn/flow/spelling"
)

func runes(s string) float64 { return float64(utf8.RuneCountInString(s)) }

func TestWrap(t *testing.T) {
	for text, want := range map[string][]string{
		"":                        {""},
		"satu":                    {"satu"},
		"satu dua tiga":           {"satu dua", "tiga"},
		"  satu   dua  ":          {"satu dua"},
		"satu\n\ndua":             {"satu", "", "dua"},
		"abcdefghijklmnopqrst":    {"abcdefghij", "klmnopqrst"},
		"a bcdefghijklmno pq":     {"a", "bcdefghijk", "lmno pq"},
		"ááááááááááb":             {"áááááááááá", "b"},
		"Kepegawaian Umum":        {"Kepegawaia", "n Umum"},
		"dua kata dan tiga empat": {"dua kata", "dan tiga", "empat"},
	} {
		if got := Wrap(text, 10, runes); !slices.Equal(got, want) {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
}

// Nothing is lost, and no line is too wide unless one letter is.
func FuzzWrap(f *testing.F) {
	f.Add("satu dua tiga", 5)
	f.Add("\n\n x", 1)
	f.Fuzz(func(t *testing.T, text string, width int) {
		if width < 1 || width > 200 || !utf8.ValidString(text) {
			t.Skip()
		}
		lines := Wrap(text, float64(width), runes)
		for _, l := range lines {
			if utf8.RuneCountInString(l) > width {
				t.Errorf("%q is wider than %d", l, width)
			}
		}
		if got := Rows(text, float64(width)); got != len(Wrap(text, float64(width), Letters)) {
			t.Errorf("%q takes %d lines of %d, not %d", text, len(Wrap(text, float64(width), Letters)), width, got)
		}
		bare := func(s string) string { return strings.Join(strings.Fields(s), "") }
		if got := bare(strings.Join(lines, "")); got != bare(text) {
			t.Errorf("%q became %q", text, got)
		}
	})
}

func TestLimit(t *testing.T) {
	list := []string{"a", "b", "c"}
	if got := Limit(list, 3); !slices.Equal(got, list) {
		t.Error(got)
	}
	if got := Limit(list, 2); !slices.Equal(got, []string{"a", "b …"}) || list[1] != "b" {
		t.Error(got, list)
	}
}

func TestTeks(t *testing.T) {
	for in, want := range map[string]string{
		" a \t b\n": "a b", "a\u00a0b": "a b", "\ufeffNIP": "NIP", "a\u00adb": "ab", "a\u2028b": "a b", "Ẹ̀kọ́": "Ẹ̀kọ́",
	} {
		if got := Line(in); got != want {
			t.Errorf("%q: %q, want %q", in, got, want)
		}
	}
	if got := spelling.Clip("abcdef", 4); got != "abc…" {
		t.Error(got)
	}
}

func TestWaktu(t *testing.T) {
	if got := Time(time.Date(2026, 11, 23, 10, 15, 30, 0, time.FixedZone("WIB", 7*3600))); got != "23 November 2026 pukul 10.15 WIB" {
		t.Error(got)
	}
}
