package text

import (
	"strings"
	"unicode/utf16"

	"siip-asn/bot/simulator/wire"
)

// Clean replaces what a message cannot hold: control characters become spaces, and some characters vanish.
func (t Styled) Clean() Styled {
	var out strings.Builder
	moved := make([]int, 0, len(t.Text)+1) // where each old UTF-16 unit stands now
	now := 0
	for _, r := range t.Text {
		units := utf16.RuneLen(r)
		for i := range units {
			moved = append(moved, now+i)
		}
		if vanishes(r) {
			continue
		}
		if r < ' ' && r != '\n' {
			r = ' '
		}
		out.WriteRune(r)
		now += units
	}
	moved = append(moved, now)
	return Styled{out.String(), move(t.Entities, moved)}
}

func vanishes(r rune) bool {
	return r == '\r' || '\u2028' <= r && r <= '\u202e' || r == '\u0333' || r == '\u033f' || r == '\u030a'
}

// move shifts entities to where their units stand now, and drops those that became empty.
func move(list []wire.Entity, moved []int) []wire.Entity {
	var out []wire.Entity
	for _, e := range list {
		end := e.Offset + e.Length
		if e.Offset < 0 || e.Length <= 0 || end >= len(moved) {
			continue
		}
		e.Offset, e.Length = moved[e.Offset], moved[end]-moved[e.Offset]
		if e.Length > 0 {
			out = append(out, e)
		}
	}
	return out
}

// trim cuts white space at both ends; at the beginning only as far as no entity is touched.
func (t Styled) trim() Styled {
	text := strings.TrimRight(t.Text, " \n")
	end := utf16Len(text)
	start := len(text) - len(strings.TrimLeft(text, " \n"))
	if len(t.Entities) > 0 {
		start = min(start, t.Entities[0].Offset)
	}
	var out []wire.Entity
	for _, e := range t.Entities {
		if e.Offset < end {
			e.Length = min(e.Length, end-e.Offset)
			e.Offset -= start
			out = append(out, e)
		}
	}
	return Styled{text[start:], out}
}

func utf16Len(s string) int {
	n := 0
	for _, r := range s {
		n += utf16.RuneLen(r)
	}
	return n
}
