package kabar

import (
	"fmt"

	"siip-asn/flow"
	"siip-asn/flow/dialog"
	"siip-asn/flow/dialog/engine"
	"siip-asn/flow/dialog/ui"
	"siip-asn/flow/giliran"
	"siip-asn/flow/hitung"
	"siip-asn/flow/percakapan/buttons"
	"siip-asn/flow/percakapan/kartu"
	"siip-asn/flow/percakapan/queue"
	"siip-asn/flow/percakapan/wording"
	"siip-asn/flow/spelling"
)

// SlotQueue holds the queue message of an admin: as soon as more than one usulan waits for him they are one live message,
// edited in place, not a card each.
const SlotQueue ui.Slot = "antrean"

// Waits tells an admin that the usulan waits for him now: by its card while it is the only one, else by the queue message.
func Waits(t *engine.Turn, p flow.Pegawai, u flow.Usulan) {
	account, ok := giliran.Reachable(t, p)
	if !ok {
		return
	}
	if his := t.As(p, account); len(queue.Waiting(his)) > 1 {
		Queue(t, p, account)
		if t.Shown(account.ID, ui.SlotOf(u.ID)) {
			kartu.Show(t, account.ID, u, dialog.Quietly, dialog.News)
		}
		return
	}
	card := kartu.Card(t, account.ID, u)
	card.Manner, card.Lane, card.Silent = dialog.Anew, dialog.News, !ring(t, account.ID)
	t.Do(card)
}

// Queue shows an admin his queue message because something has come into it: at the end of the chat with a ring, or in
// place when it rang not long ago.
func Queue(t *engine.Turn, p flow.Pegawai, account flow.Account) {
	manner, silent := dialog.Anew, false
	if !ring(t, account.ID) {
		silent = true
		if t.Shown(account.ID, SlotQueue) {
			manner = dialog.Quietly
		}
	}
	showQueue(t, p, account, manner, silent)
}

func showQueue(t *engine.Turn, p flow.Pegawai, account flow.Account, manner dialog.Manner, silent bool, above ...string) {
	t.Do(dialog.Show{
		To: account.ID, Slot: SlotQueue, Screen: QueueScreen(t.As(p, account), above...), Manner: manner, Lane: dialog.News, Silent: silent,
		Right: dialog.RightOf(p),
	})
}

// RefreshQueue changes the queue message of an admin, if he has one, without a ring.
func RefreshQueue(t *engine.Turn, p flow.Pegawai) {
	if account, ok := giliran.Reachable(t, p); ok && t.Shown(account.ID, SlotQueue) {
		showQueue(t, p, account, dialog.Quietly, true)
	}
}

// Digest shows an admin his queue message anew for all that waits, with one ring; the lines above it say what is special today.
// It makes no sound when the queue has rung just before, which happens when the digest of an opening is made up for later.
func Digest(t *engine.Turn, p flow.Pegawai, account flow.Account, above ...string) {
	last := Rang(t, account.ID)
	rings := t.Event.At.Sub(last) >= RingEvery
	if rings {
		noteRing(t, account.ID, last)
	}
	showQueue(t, p, account, dialog.Anew, !rings, above...)
}

// refreshQueues changes the queue messages of those whose queue the usulan may have left or entered. What its owner
// proposes does not touch the queue of the Admin SIIP-ASN, unless it waits with him.
func refreshQueues(t *engine.Turn, u flow.Usulan, k Told, oleh flow.Peran) {
	people := t.AdminOPD(u.OPD)
	if oleh != flow.Pemilik || k.AdminSIIP == Card {
		people = append(people[:len(people):len(people)], t.AdminSIIP()...)
	}
	for _, p := range people {
		RefreshQueue(t, p)
	}
}

// QueueScreen says how many wait, the newest, and since when the oldest does; the turn is that of the admin.
func QueueScreen(t *engine.Turn, above ...string) ui.Screen {
	list := queue.Waiting(t)
	text := ui.Spans{}.Plain("📥 ", queue.WaitingLine(len(list)), "\n")
	for _, line := range above {
		text = text.Plain(line, "\n")
	}
	if len(list) == 0 {
		return ui.Screen{Text: text, Rows: buttons.Rows(buttons.ToMenu())}
	}
	for _, line := range lateLines(t) {
		text = text.Plain(line, "\n")
	}
	newest, _ := t.Usulan(list[len(list)-1].Usulan)
	who, _ := t.Pegawai(newest.Pegawai)
	newestWord, oldestWord := "Terbaru: ", "Paling lama menunggu"
	if len(list) == 1 {
		newestWord, oldestWord = "", "Menunggu"
	}
	text = text.Plain(newestWord).Bold(spelling.Clip(who.Nama, 60)).Plain(", ", spelling.Clip(kartu.Title(t, newest), 80), "\n").
		Plain(oldestWord, " sejak ", wording.Clock(t, list[0].Sejak), ".")
	return ui.Screen{Text: text, Rows: buttons.Rows(
		buttons.Row(buttons.Door("📥 Buka Antrean", "antrian", 0)),
		atOnce(t, list),
	)}
}

// lateLines say how many have waited too long.
func lateLines(t *engine.Turn) []string {
	own, others := queue.Late(t)
	var lines []string
	if n := len(own); n > 0 {
		lines = append(lines, fmt.Sprintf("⚠️ Sudah menunggu %d hari kerja atau lebih: %s usulan di antaranya.", queue.RemindAfter, hitung.Number(n)))
	}
	if n := len(others); n > 0 {
		lines = append(lines, fmt.Sprintf("⚠️ Sudah %d hari kerja atau lebih menunggu Admin OPD: %s usulan; Anda dapat meneruskannya.", queue.OverdueAfter, hitung.Number(n)))
	}
	return lines
}

// atOnce are the buttons that decide on all of them, by the rules of many usulan; of a single one, the button that brings it
// on its way.
func atOnce(t *engine.Turn, list []giliran.Waiting) []ui.Choice {
	n := len(list)
	if n == 1 {
		u, _ := t.Usulan(list[0].Usulan)
		return kartu.OnItsWay(t, u)
	}
	forwarded := 0
	if t.Who.AdminSIIP {
		for _, w := range t.Waiting(0, flow.Diteruskan) {
			if w.Pegawai != t.Who.ID || t.Aturan().VerifikasiSendiri { // his own is not in his queue
				forwarded++
			}
		}
	}
	row := buttons.Row()
	if n-forwarded > 1 {
		row = append(row, buttons.Door("📨 Teruskan semua", "teruskan-semua", 0))
	}
	if forwarded > 1 {
		row = append(row, buttons.Door("✅ Setujui semua", "setujui-semua", 0))
	}
	return row
}
