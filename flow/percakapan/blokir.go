package percakapan

import (
	"slices"

	"siip-asn/flow/dialog"
)

// cardsBack is how many cards are brought up to date for somebody who is back; the older ones answer a tap with the
// present state.
const cardsBack = 30

// blocked notes that the person has blocked the bot, or opened it again.
func (t *turn) blocked(in dialog.Blocked) {
	if t.akun.Hilang == in.Yes {
		return
	}
	if !in.Yes {
		t.welcomeBack()
		return
	}
	t.akun.Hilang = true
	t.do(dialog.SaveAccount{Account: t.akun})
}

// welcomeBack takes up somebody who could not be reached for a while: what changed meanwhile is shown to him now. His own usulan
// comes anew, for the news of it never came.
func (t *turn) welcomeBack() {
	t.akun.Hilang = false
	t.do(dialog.SaveAccount{Account: t.akun})
	if !t.bound() {
		return
	}
	own, proposed := t.running(t.saya.ID)
	if proposed {
		t.showCard(t.me(), own, dialog.Anew, dialog.Reply)
	}
	cards := t.Cards(t.me())
	slices.Reverse(cards)
	for _, id := range cards[:min(len(cards), cardsBack)] {
		if !proposed || id != own.ID {
			t.showCardIn(id, dialog.Quietly)
		}
	}
}
