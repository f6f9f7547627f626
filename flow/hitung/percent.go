package hitung

import (
	"strconv"
	"strings"
)

// perMille rounds n of all to tenths of a percent, half up. All is at least 0; nothing of nothing is 0.
func perMille(n, all int) int {
	if all <= 0 {
		return 0
	}
	return (2000*n + all) / (2 * all)
}

// Share is the share n of all, 0 to 1, rounded to a tenth of a percent: what a cell holds that shows Percent.
func Share(n, all int) float64 { return float64(perMille(n, all)) / 1000 }

// Percent writes the share n of all as Indonesian does: "6,3 %".
func Percent(n, all int) string {
	m := perMille(n, all)
	return strconv.Itoa(m/10) + "," + strconv.Itoa(m%10) + "\u00a0%"
}

// Number writes a whole number as Indonesian does: "1.498".
func Number(n int) string {
	sign := ""
	if n < 0 {
		sign, n = "-", -n
	}
	s := strconv.Itoa(n)
	var b strings.Builder
	for i, digit := range s {
		if i > 0 && (len(s)-i)%3 == 0 {
			b.WriteByte('.')
		}
		b.WriteRune(digit)
	}
	return sign + b.String()
}

// Change writes a change with its sign: "+12", "-3", "tetap".
func Change(n int) string {
	switch {
	case n == 0:
		return "tetap"
	case n > 0:
		return "+" + Number(n)
	}
	return Number(n)
}
