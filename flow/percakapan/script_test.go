package percakapan_test

import (
	"fmt"
	"strings"
	"time"
	"unicode"

	"siip-asn/flow"
)

// The language of a story, one line each:
//
//	Budi mengetik TEKS              a message; "/start" and the like are commands, {Budi} stands for his code
//	Budi mengetuk KATA              the newest button with this word
//	Budi mengetuk lagi              the same tap once more, under a new update id
//	Budi ingat KATA                 remembers the newest button with this word, to be tapped later
//	Budi mengetuk yang diingat      taps it
//	Budi mengirim nomor sendiri | nomor orang lain | nomor asing | stiker | berkas | suntingan
//	Budi memblokir bot | membuka blokir
//	Budi menulis di grup TEKS
//	maju 25h                        the clock
//	jatuh tempo rekap               the schedule of the rekap comes due
//	Budi masuk                      /start with his code, and "Ya, ini saya"
func (s *stage) perform(line string) string {
	s.seen.Reset()
	who, what, _ := strings.Cut(line, " ")
	switch {
	case who == "maju":
		d, err := time.ParseDuration(what)
		if err != nil {
			s.t.Fatal(err)
		}
		s.now = s.now.Add(d)
	case line == "jatuh tempo rekap":
		s.apply(flow.Incoming{Event: flow.Event{Input: flow.Tick{Rekap: s.now.Truncate(time.Hour)}}})
	default:
		id, known := s.people[who]
		if !known {
			s.t.Fatalf("nobody is called %q", who)
		}
		s.act(id, what)
	}
	if s.seen.Len() == 0 {
		return "  (tidak ada yang berubah)\n"
	}
	return s.seen.String()
}

func (s *stage) act(id flow.AccountID, what string) {
	verb, rest, _ := strings.Cut(what, " ")
	switch verb {
	case "masuk":
		s.enter(id)
	case "mengetik":
		s.types(id, 0, s.filled(rest))
	case "menulis":
		s.types(id, -4242, strings.TrimPrefix(rest, "di grup "))
	case "mengetuk":
		s.taps(id, rest)
	case "ingat":
		s.pressed = s.find(id, rest)
	case "mengirim":
		s.apply(flow.Incoming{Event: flow.Event{From: id, Input: s.sent(id, rest)}})
	case "memblokir", "membuka":
		s.apply(flow.Incoming{Event: flow.Event{From: id, Input: flow.Blocked{Yes: verb == "memblokir"}}})
	default:
		s.t.Fatalf("nobody can %q", what)
	}
}

// enter binds somebody, without a picture of the way: another story tells it.
func (s *stage) enter(id flow.AccountID) {
	s.types(id, 0, "/start "+s.codes[s.names[id]])
	s.taps(id, "Ya, ini saya")
	s.seen.Reset()
	fmt.Fprintf(&s.seen, "  (%s terhubung)\n", s.names[id])
}

func (s *stage) filled(text string) string {
	for name, code := range s.codes {
		text = strings.ReplaceAll(text, "{"+name+"}", code)
	}
	if n, rest, ok := strings.Cut(text, "×"); ok { // "12×abc": long texts
		var times int
		if _, err := fmt.Sscan(n, &times); err == nil {
			return strings.Repeat(rest, times)
		}
	}
	return strings.ReplaceAll(text, `\n`, "\n")
}

func (s *stage) types(id, group flow.AccountID, text string) {
	var input flow.Input = flow.Text{Body: text}
	if command, is := strings.CutPrefix(text, "/"); is {
		name, argument, _ := strings.Cut(command, " ")
		input = flow.Command{Name: name, Argument: argument}
	}
	s.apply(flow.Incoming{Event: flow.Event{From: id, Group: group, Input: input}})
}

func (s *stage) taps(id flow.AccountID, word string) {
	switch word {
	case "lagi", "yang diingat":
	default:
		s.pressed = s.find(id, word)
	}
	s.pressed.Event.From = id
	s.apply(s.pressed)
}

// find looks for the newest button with this word, an emoji before it at most.
func (s *stage) find(id flow.AccountID, word string) flow.Incoming {
	messages := s.chats[id].messages
	for i := len(messages) - 1; i >= 0; i-- {
		for _, row := range messages[i].screen.Rows {
			for _, c := range row {
				if plainWord(c.Label) == word || c.Label == word {
					return flow.Incoming{Message: messages[i].id, Tap: "q", Event: flow.Event{From: id, Input: flow.Tap{Button: c.Button}}}
				}
			}
		}
	}
	s.t.Fatalf("%s sees no button %q", s.names[id], word)
	return flow.Incoming{}
}

func plainWord(label string) string {
	return strings.TrimSpace(strings.TrimLeftFunc(label, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }))
}

func (s *stage) sent(id flow.AccountID, what string) flow.Input {
	switch what {
	case "nomor sendiri":
		return flow.Contact{Phone: "0811-0000-001", Own: true}
	case "nomor orang lain":
		return flow.Contact{Phone: "0811-0000-001"}
	case "nomor asing":
		return flow.Contact{Phone: "+62 899 9999 999", Own: true}
	case "berkas":
		return flow.File{Ref: "x", Name: "usulan.xlsx", Size: 12}
	case "suntingan":
		return flow.Edited{}
	default:
		return flow.Other{}
	}
}
