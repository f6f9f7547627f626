package rencana

import (
	"strconv"
	"strings"

	"siip-asn/flow/hitung"
)

// RupiahMost is the most that anybody may type: a thousand billion.
const RupiahMost = 1_000_000_000_000_000

// units are what people put behind a number, the longer word before the one that it begins with.
var units = []struct {
	word  string
	times int64
}{
	{"triliun", 1e12}, {"miliar", 1e9}, {"milyar", 1e9}, {"juta", 1e6}, {"ribu", 1e3}, {"jt", 1e6}, {"rb", 1e3}, {"m", 1e9}, {"t", 1e12}, {"k", 1e3},
}

// ParseRupiah reads an amount as people type it: "250jt", "Rp 250.000.000", "250 juta", "1,5 miliar", "250000000,00". It is
// false for what is no amount, has a part of a rupiah, or is above RupiahMost. 0 is an amount.
func ParseRupiah(s string) (int64, bool) {
	s = strings.ToLower(strings.Join(strings.Fields(strings.ReplaceAll(s, "\u00a0", " ")), ""))
	s = strings.TrimSuffix(strings.TrimSuffix(s, ",-"), ".-")
	s = strings.TrimPrefix(strings.TrimPrefix(s, "rp."), "rp")
	times := int64(1)
	for _, u := range units {
		if rest, has := strings.CutSuffix(s, u.word); has {
			s, times = rest, u.times
			break
		}
	}
	whole, part, ok := digits(s, times > 1)
	if !ok {
		return 0, false
	}
	return exact(whole, part, times)
}

// digits are the whole number and the part behind its mark. A dot parts thousands where groups of three follow; behind it
// stands a part only before a word like juta, as in "2.5 juta".
func digits(s string, worded bool) (whole, part string, ok bool) {
	whole, part, _ = strings.Cut(s, ",")
	groups := strings.Split(whole, ".")
	switch {
	case len(groups) == 2 && worded && len(groups[1]) < 3 && part == "":
		whole, part = groups[0], groups[1]
	default:
		for _, g := range groups[1:] {
			if len(g) != 3 {
				return "", "", false
			}
		}
		whole = strings.Join(groups, "")
	}
	return whole, strings.TrimRight(part, "0"), whole != "" && strings.Trim(whole+part, "0123456789") == ""
}

func exact(whole, part string, times int64) (int64, bool) {
	n, err := strconv.ParseInt(whole, 10, 64)
	if err != nil || n > RupiahMost/times {
		return 0, false
	}
	n *= times
	for _, digit := range part {
		if times%10 != 0 {
			return 0, false
		}
		times /= 10
		n += int64(digit-'0') * times
	}
	return n, n <= RupiahMost
}

// Rupiah writes an amount: "Rp250.000.000".
func Rupiah(n int64) string { return "Rp" + hitung.Number(int(n)) }
