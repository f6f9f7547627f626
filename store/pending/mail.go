package pending

import (
	"sync"

	"siip-asn/flow"
	"siip-asn/flow/dialog/ui"
	"siip-asn/flow/post"
	"siip-asn/store/schema"
)

// Mail knows what became of messages whose receipts are not durable yet, so that the next screen of a chat waits for no
// disk. What it knows goes when the receipt is committed: from then on the database says it.
type Mail struct {
	Forget sync.RWMutex // held for writing while settled receipts are forgotten

	mu     sync.Mutex
	Ended  map[uint64]bool // sent, or not to be sent any more
	Parts  map[uint64]int  // of reports that are not through
	Slots  map[SlotKey]schema.Slot
	Newest map[flow.AccountID]newestNote
}

// SlotKey names a slot of a chat.
type SlotKey struct {
	Chat flow.AccountID
	Slot ui.Slot
}

// newestNote is the newest message of a chat, and whose receipt says so.
type newestNote struct {
	message int
	id      uint64
}

// NewMail knows nothing yet.
func NewMail() *Mail {
	return &Mail{
		Ended: map[uint64]bool{}, Parts: map[uint64]int{}, Slots: map[SlotKey]schema.Slot{}, Newest: map[flow.AccountID]newestNote{},
	}
}

// Note takes in a receipt.
func (m *Mail) Note(r post.Receipt) {
	m.mu.Lock()
	defer m.mu.Unlock()
	if r.Parts > 0 {
		m.Parts[r.ID] = r.Parts
		return
	}
	m.Ended[r.ID] = true
	if r.Held.Message == 0 {
		return
	}
	if r.Held.Message > m.Newest[r.To].message {
		m.Newest[r.To] = newestNote{r.Held.Message, r.ID}
	}
	if r.Slot != "" {
		m.Slots[SlotKey{Chat: r.To, Slot: r.Slot}] = schema.Slot{Chat: r.To, Slot: r.Slot, Last: r.ID, Held: r.Held}
	}
}

// Unforgotten runs a look that joins the database with the memory. Nothing is forgotten meanwhile: a transaction that began
// before a commit does not see its receipts, so memory must still have them when it is asked.
func (m *Mail) Unforgotten(look func() error) error {
	m.Forget.RLock()
	defer m.Forget.RUnlock()
	return look()
}

// Settled forgets receipts that are durable, unless a later one says something else.
func (m *Mail) Settled(receipts []post.Receipt) {
	m.Forget.Lock()
	defer m.Forget.Unlock()
	m.mu.Lock()
	defer m.mu.Unlock()
	for _, r := range receipts {
		if r.Parts > 0 {
			if m.Parts[r.ID] == r.Parts {
				delete(m.Parts, r.ID)
			}
			continue
		}
		delete(m.Ended, r.ID)
		if k := (SlotKey{Chat: r.To, Slot: r.Slot}); m.Slots[k].Last == r.ID {
			delete(m.Slots, k)
		}
		if m.Newest[r.To].id == r.ID {
			delete(m.Newest, r.To)
		}
	}
}

// known is what memory says of a message that is to be sent.
type known struct {
	Ended  bool
	Parts  int
	Held   schema.Slot // Last is 0 when only the database knows
	Newest int
}

// Of is what is known of a slot; found is false when the database says it.
func (m *Mail) Of(id uint64, chat flow.AccountID, s ui.Slot) known {
	m.mu.Lock()
	defer m.mu.Unlock()
	return known{m.Ended[id], m.Parts[id], m.Slots[SlotKey{Chat: chat, Slot: s}], m.Newest[chat].message}
}
