package bot

import (
	"hash/maphash"

	"siip-asn/flow"
)

// texts remembers what was written of late, to tell an edit that has changed the text from one that has not: Telegram also
// tells of edits that nobody has made, such as a preview that has loaded. What it does not remember counts as changed.
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
