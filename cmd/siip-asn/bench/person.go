package main

import (
	"context"
	"encoding/json"
	"fmt"
	"strings"
	"time"
)

// person uses a bot as the program's people do.
type person struct {
	id       int64
	server   *server
	answered chan time.Time
	shown    chan shown
	last     shown
	buttons  map[string]string // word → data, of the last screen
	step     int
	taps     int64
}

// shown is a message that came or changed.
type shown struct {
	at      time.Time
	message int64
	markup  json.RawMessage
}

// queryBits are the low bits of a query id, which count the taps of a person; the bits above are his id. So the server finds whose
// tap is answered without a table.
const queryBits = 20

func (s *server) newPerson(id int64) *person {
	p := &person{id: id, server: s, answered: make(chan time.Time, 64), shown: make(chan shown, 64), taps: time.Now().UnixNano() >> 30 & 0xff << 10}
	s.mu.Lock()
	defer s.mu.Unlock()
	s.people[id] = p
	return p
}

// took is how long a step has taken.
type took struct {
	answer time.Duration // from the tap to its answer; 0 for what is no tap
	screen time.Duration // from the update to the screen
}

// journey are the steps that everybody repeats: words of buttons, a text, a command.
var journey = []string{"Tambah", "Isi Manual", "=Pelatihan Rekaan Angkatan %d", "Kembali", "/start"}

// next does the next step and waits for all that comes of it.
func (p *person) next(ctx context.Context) (t took, err error) {
	what := journey[p.step%len(journey)]
	p.step++
	return p.does(ctx, what)
}

func (p *person) does(ctx context.Context, what string) (t took, err error) {
	began, tap := time.Now(), false
	switch text, typed := strings.CutPrefix(what, "="); {
	case typed:
		p.writes(fmt.Sprintf(text, p.step))
	case strings.HasPrefix(what, "/"):
		p.writes(what)
	default:
		if err := p.presses(what); err != nil {
			return t, err
		}
		tap = true
	}
	for screen := false; tap || !screen; {
		select {
		case at := <-p.answered:
			t.answer, tap = at.Sub(began), false
		case s := <-p.shown:
			if p.looksAt(s) {
				t.screen, screen = s.at.Sub(began), true
			}
		case <-ctx.Done():
			return t, fmt.Errorf("person %d waits after %q (tap %v, screen %v): %w", p.id, what, tap, screen, ctx.Err())
		}
	}
	return t, nil
}

func (p *person) writes(text string) {
	raw, _ := json.Marshal(text)
	entities := ""
	if strings.HasPrefix(text, "/") {
		entities = fmt.Sprintf(`,"entities":[{"type":"bot_command","offset":0,"length":%d}]`, len(text))
	}
	p.server.push(fmt.Appendf(nil, `"message":{"message_id":%d,"from":{"id":%[2]d,"is_bot":false,"first_name":"A","language_code":"id"},"chat":{"id":%[2]d,"type":"private","first_name":"A"},"date":%[3]d,"text":%[4]s%[5]s}`,
		p.server.last.Add(1), p.id, time.Now().Unix(), raw, entities))
}

func (p *person) presses(word string) error {
	data, found := p.buttons[word]
	if !found {
		return fmt.Errorf("person %d: no button %q in %v", p.id, word, p.buttons)
	}
	p.taps++
	raw, _ := json.Marshal(data)
	p.server.push(fmt.Appendf(nil, `"callback_query":{"id":"%d","from":{"id":%[2]d,"is_bot":false,"first_name":"A","language_code":"id"},"message":{"message_id":%[3]d,"from":{"id":42,"is_bot":true,"first_name":"B"},"chat":{"id":%[2]d,"type":"private","first_name":"A"},"date":%[4]d,"text":"x"},"chat_instance":"1","data":%[5]s}`,
		p.id<<queryBits|p.taps&(1<<queryBits-1), p.id, p.last.message, time.Now().Unix(), raw))
	return nil
}

// looksAt takes a message as the screen in front of the person, and keeps its buttons by their words without the emoji. False for a
// message without buttons, such as a notice: it is no screen of the journey, and the person goes on waiting.
func (p *person) looksAt(s shown) bool {
	var m struct {
		Inline [][]struct {
			Text string `json:"text"`
			Data string `json:"callback_data"`
		} `json:"inline_keyboard"`
	}
	if json.Unmarshal(s.markup, &m) != nil || len(m.Inline) == 0 {
		return false
	}
	p.last = s
	p.buttons = map[string]string{}
	for _, row := range m.Inline {
		for _, b := range row {
			p.buttons[strings.TrimLeftFunc(b.Text, func(r rune) bool { return r > 0x7f || r == ' ' })] = b.Data
		}
	}
	return true
}
