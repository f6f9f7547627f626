package store

import (
	"sync"

	"siip-asn/flow"
	"siip-asn/flow/dialog"
	"siip-asn/flow/post"
)

// mail knows what became of messages whose receipts are not durable yet, so that the next screen of a chat waits for no
// disk. What it knows goes when the receipt is committed: from then on the database says it.
type mail struct {
	forget sync.RWMutex // held for writing while settled receipts are forgotten

	mu     sync.Mutex
	ended  map[uint64]bool // sent, or not to be sent any more
	parts  map[uint64]int  // of reports that are not through
	slots  map[slotKey]slot
	newest map[flow.AccountID]newestNote
}

type slotKey struct {
	chat flow.AccountID
	slot dialog.Slot
}

// newestNote is the newest message of a chat, and whose receipt says so.
type newestNote struct {
	message int
	id      uint64
}

func newMail() *mail {
	return &mail{
		ended: map[uint64]bool{}, parts: map[uint64]int{}, slots: map[slotKey]slot{}, newest: map[flow.AccountID]newestNote{},
	}
}

// note takes in a receipt.
func (m *mail) note(r post.Receipt) {
	m.mu.Lock()
	defer m.mu.Unlock()
	if r.Parts > 0 {
		m.parts[r.ID] = r.Parts
		return
	}
	m.ended[r.ID] = true
	if r.Held.Message == 0 {
		return
	}
	if r.Held.Message > m.newest[r.To].message {
		m.newest[r.To] = newestNote{r.Held.Message, r.ID}
	}
	if r.Slot != "" {
		m.slots[slotKey{r.To, r.Slot}] = slot{Chat: r.To, Slot: r.Slot, Last: r.ID, Held: r.Held}
	}
}

// unforgotten runs a look that joins the database with the memory. Nothing is forgotten meanwhile: a transaction that began
// before a commit does not see its receipts, so memory must still have them when it is asked.
func (m *mail) unforgotten(look func() error) error {
	m.forget.RLock()
	defer m.forget.RUnlock()
	return look()
}

// settled forgets receipts that are durable, unless a later one says something else.
func (m *mail) settled(receipts []post.Receipt) {
	m.forget.Lock()
	defer m.forget.Unlock()
	m.mu.Lock()
	defer m.mu.Unlock()
	for _, r := range receipts {
		if r.Parts > 0 {
			if m.parts[r.ID] == r.Parts {
				delete(m.parts, r.ID)
			}
			continue
		}
		delete(m.ended, r.ID)
		if k := (slotKey{r.To, r.Slot}); m.slots[k].Last == r.ID {
			delete(m.slots, k)
		}
		if m.newest[r.To].id == r.ID {
			delete(m.newest, r.To)
		}
	}
}

// known is what memory says of a message that is to be sent.
type known struct {
	ended  bool
	parts  int
	held   slot // Last is 0 when only the database knows
	newest int
}

func (m *mail) of(id uint64, chat flow.AccountID, s dialog.Slot) known {
	m.mu.Lock()
	defer m.mu.Unlock()
	return known{m.ended[id], m.parts[id], m.slots[slotKey{chat, s}], m.newest[chat].message}
}
