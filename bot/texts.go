package bot

import (
	"hash/maphash"

	"siip-asn/flow"
)

// texts keeps hashes of the newest texts that people have sent, in a ring of textsMax, to tell an edit that has changed the text
// from one that has not: Telegram sends edited_message also when a link preview has loaded. What is not in it counts as changed.
type texts struct {
	seed  maphash.Seed
	texts map[textKey]uint64
	order []textKey // as they came; the oldest is forgotten first
	next  int
}

type textKey struct {
	chat    flow.AccountID
	message int
}

// textsMax is how many texts are remembered.
const textsMax = 20_000

func newTexts() *texts { return &texts{seed: maphash.MakeSeed(), texts: map[textKey]uint64{}} }

// changed remembers a text, and tells whether it is another one than before.
func (t *texts) changed(chat flow.AccountID, message int, text string) bool {
	k, is := textKey{chat, message}, maphash.String(t.seed, text)
	was, known := t.texts[k]
	if !known {
		t.keep(k)
	}
	t.texts[k] = is
	return !known || was != is
}

func (t *texts) keep(k textKey) {
	if len(t.order) < textsMax {
		t.order = append(t.order, k)
		return
	}
	delete(t.texts, t.order[t.next])
	t.order[t.next] = k
	t.next = (t.next + 1) % textsMax
}
