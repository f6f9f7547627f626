package hitung

import (
	"slices"
	"strconv"
)

// Median is the middle of several numbers of working days. The zero value is that of none.
type Median struct {
	Twice int // twice the median: it can be a half
	Known bool
}

func medianOf(list []int) Median {
	if len(list) == 0 {
		return Median{}
	}
	slices.Sort(list)
	half := len(list) / 2
	if len(list)%2 == 1 {
		return Median{2 * list[half], true}
	}
	return Median{list[half-1] + list[half], true}
}

// Days is the median as a number of days.
func (m Median) Days() float64 { return float64(m.Twice) / 2 }

// String writes the median as Indonesian does: "2,5"; "–" where there is none.
func (m Median) String() string {
	switch {
	case !m.Known:
		return "–"
	case m.Twice%2 == 1:
		return strconv.Itoa(m.Twice/2) + ",5"
	}
	return strconv.Itoa(m.Twice / 2)
}
