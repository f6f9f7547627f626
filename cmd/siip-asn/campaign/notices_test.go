package campaign

import (
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"
	"time"

	"siip-asn/bot/simulator"
	"siip-asn/flow"
	"siip-asn/flow/jejak"
)

// due is one notice: the words by which it is known, and how it comes.
type due struct {
	who   *citizen
	words []string
	card  bool // it is the card of the usulan, in this version or a later one
}

// dues is section 5 of the guide: who is to be told of an entry. People are not told what they have done themselves, and
// nobody sees his own usulan as its admin.
func (w *campaign) dues(e jejak.Entry) []due {
	owner := w.people[e.Pegawai-1]
	var list []due
	tell := func(card bool, words []string, people ...*citizen) {
		for _, c := range people {
			if c.pegawai != e.Oleh {
				list = append(list, due{c, words, card})
			}
		}
	}
	opd := w.admins(owner, func(c *citizen) bool { return c.AdminOPD && c.OPD == owner.OPD })
	siip := w.admins(owner, func(c *citizen) bool { return c.AdminSIIP })
	decided := []string{"Usulan ", " dari " + owner.Nama + ": " + e.Ke.String() + " oleh " + e.OlehNama}
	if e.Oleh != e.Pegawai {
		tell(false, []string{ownerWords[e.Aksi], e.OlehNama}, owner)
	}
	inBulk := e.OlehNama == bulkActor && e.Aksi.Verifies() // then the admins get one message for all
	switch {
	case e.Aksi == flow.Simpan, e.Aksi == flow.Edit && e.Oleh == e.Pegawai:
		tell(true, nil, opd...)
	case e.Aksi == flow.Teruskan && !inBulk:
		tell(true, nil, siip...)
	case e.Aksi.Verifies() && e.Peran == flow.AdminSIIP && !inBulk:
		tell(false, decided, opd...)
	}
	return list
}

// ownerWords are how the pegawai is told, by the aksi: in words that no card has, which can come anew as well.
var ownerWords = map[flow.Aksi]string{
	flow.Simpan: "telah ditambahkan untuk Anda oleh ", flow.Edit: " telah diubah oleh ", flow.Teruskan: " telah DITERUSKAN ke Admin SIIP-ASN oleh ",
	flow.Setujui: " telah DISETUJUI oleh ", flow.Revisi: " dikembalikan oleh ", flow.Tolak: ". Status: USULAN DITOLAK.",
	flow.Hapus: " telah dihapus oleh ",
}

func (w *campaign) admins(owner *citizen, is func(*citizen) bool) []*citizen {
	var list []*citizen
	for _, c := range w.people {
		if is(c) && c != owner {
			list = append(list, c)
		}
	}
	return list
}

// reckonNotices: every notice that was due has come, and none oftener than the program was killed.
func (w *campaign) reckonNotices(b *books) {
	wanted := map[string]int{}
	who := map[string]due{}
	for id, entries := range b.trail {
		for i, e := range entries {
			if e.Aksi == flow.Impor {
				continue
			}
			for _, d := range w.dues(e) {
				if w.deaf[d.who.Nama] {
					continue
				}
				w.noticesDue++
				if d.card {
					w.cardCame(d.who, id, uint64(i+1), e.At)
					continue
				}
				k := fmt.Sprint(d.who.pegawai, d.words)
				wanted[k]++
				who[k] = d
			}
		}
	}
	for k, n := range wanted {
		d := who[k]
		came := count(w.diary.of(d.who), d.words...)
		if came < n {
			note(&w.lost, "%s has got %d of %d notices %q", d.who.Nama, came, n, d.words)
		}
		if came > n+w.mayRepeat {
			note(&w.doubled, "%s has got %d notices %q for %d changes", d.who.Nama, came, d.words, n)
		}
	}
}

// cardCame: the card has come anew, in the version that was due or a later one, or the queue message has come or changed
// since, which stands for the cards as soon as more than one usulan waits. One that was in the queue before, and was edited,
// need not change that message: it says how many wait.
func (w *campaign) cardCame(c *citizen, id flow.UsulanID, version uint64, since time.Time) {
	ahead := since.After(time.Now()) // the clock of the program was moved: the two times say nothing
	for _, s := range w.diary.of(c) {
		queue := strings.HasPrefix(s.words, "📥 ") && strings.Contains(s.words, " menunggu Anda") && (s.at.After(since) || version > 1 || ahead)
		if !s.changed && versionOn(s.words, s.buttons, id) >= version || queue {
			return
		}
	}
	note(&w.lost, "%s has never got the card of usulan %d in version %d", c.Nama, id, version)
}

// versionOn is the version of an usulan that a message in its place shows: 0 when it is about something else, none is newer
// when that cannot be seen or it is deleted.
func versionOn(words string, buttons []string, id flow.UsulanID) uint64 {
	if strings.HasPrefix(words, "🗑 DIHAPUS") && isAbout(words, id) {
		return math.MaxUint64
	}
	inItsPlace := strings.Contains(words, "Usulan Diklat No. ")
	if !inItsPlace || !isAbout(words, id) {
		return 0
	}
	for _, data := range buttons {
		word, numbers, _ := strings.Cut(data, ":")
		if _, acts := actingWords[word]; acts && number36(numbers, 0) == uint64(id) {
			return number36(numbers, 1)
		}
	}
	return math.MaxUint64
}

// queueShown is how many usulan a queue message says are waiting; 0 when it is something else.
func queueShown(words string, buttons []string) (n int) {
	if !slices.ContainsFunc(buttons, func(data string) bool { word, _, _ := strings.Cut(data, ":"); return word == "antrian" }) {
		return 0
	}
	if _, err := fmt.Sscanf(words, "📥 Ada %d usulan yang menunggu Anda", &n); err != nil {
		return 0
	}
	return n
}

// reckonQueues: the newest queue message of an admin says how many usulan wait for him. An Admin SIIP-ASN may see some more,
// which wait long with their Admin OPD.
func (w *campaign) reckonQueues(b *books) {
	for _, c := range w.people {
		shown := 0
		for _, m := range c.Chat() { // oldest first
			if n := queueShown(m.Words(), carried(m)); m.FromBot() && n > 0 {
				shown = n
			}
			if m.FromBot() && strings.HasPrefix(m.Words(), "📥 Tidak ada") {
				shown = 0 // an older one is a copy that a kill has left
			}
		}
		least, most := b.queue[c.pegawai], b.queue[c.pegawai]
		if c.AdminSIIP {
			most += b.masuk
		}
		if shown > 0 && !w.deaf[c.Nama] && (shown < least || shown > most) {
			note(&w.lost, "the queue that %s has says %d usulan, it is %d", c.Nama, shown, least)
		}
	}
}

// isAbout tells whether a text names an usulan: 1 is not 12.
func isAbout(words string, id flow.UsulanID) bool {
	_, after, found := strings.Cut(words, fmt.Sprintf("Usulan Diklat No. %d", id))
	return found && (after == "" || after[0] < '0' || after[0] > '9')
}

// actingWords are on the buttons that carry the version of an usulan.
var actingWords = map[string]bool{
	"edit": true, "teruskan": true, "setujui": true, "revisi": true, "tolak": true, "hapus": true, "history": true,
	"ya-teruskan": true, "ya-setujui": true, "ya-revisi": true, "ya-tolak": true, "ya-hapus": true,
}

// cardWords are on the buttons of a card that stands in a chat for itself.
var cardWords = map[string]bool{"edit": true, "teruskan": true, "setujui": true, "revisi": true, "tolak": true, "hapus": true, "history": true}

// inDialog tells whether a message is a screen of the dialog, of which a chat has one: what it carries leads elsewhere too. The
// queue and a workbook have places of their own.
func inDialog(m simulator.Message) bool {
	if !m.FromBot() || queueShown(m.Words(), carried(m)) > 0 {
		return false
	}
	return slices.ContainsFunc(carried(m), func(button string) bool {
		word, _, _ := strings.Cut(button, ":")
		return !cardWords[word] && !strings.HasPrefix(word, "berkas-")
	})
}

// reckonCards: the newest card of an usulan in every chat shows it as it is. Of the dialog the newest screen counts: an older
// one is a copy that a kill has left.
func (w *campaign) reckonCards(b *books) {
	for _, c := range w.people {
		if w.deaf[c.Nama] {
			continue
		}
		newest := map[flow.UsulanID]uint64{}
		var dialog int64
		for _, m := range c.Chat() {
			if inDialog(m) {
				dialog = m.ID
			}
		}
		for _, m := range c.Chat() { // oldest first
			for id := range b.usulan {
				v := versionOn(m.Words(), carried(m), id)
				switch back := "kartu:" + strconv.FormatUint(uint64(id), 36) + ":0"; {
				case slices.Contains(carried(m), back): // a question or the history stands in the place of the card
					newest[id] = b.usulan[id].Versi
				case m.FromBot() && v > 0 && (m.ID == dialog || !inDialog(m)):
					newest[id] = v
				}
			}
		}
		for id, shown := range newest {
			if is := b.usulan[id].Versi; shown < is {
				note(&w.lost, "the card of usulan %d that %s has shows version %d, it is %d", id, c.Nama, shown, is)
			}
		}
	}
}
