// Package kata is for people who write to the bot as to a person: a typed word that means a button does what the button
// does, thanks get a reaction, and other words of an admin are a search.
package kata

import (
	"strings"
	"unicode"

	"siip-asn/flow/daftar"
	"siip-asn/flow/dialog"
	"siip-asn/flow/dialog/engine"
	"siip-asn/flow/percakapan/wording"
	"siip-asn/flow/spelling"
)

// Conversation has no place of its own: it hears what is typed before the place that waits for it does.
func Conversation() engine.Conversation {
	return engine.Conversation{
		Name: "kata",
		Commands: []engine.BotCommand{ // as /start, and not in the menu of commands
			{Name: "menu", For: engine.Everybody, Run: func(t *engine.Turn) { t.Go(dialog.Home) }},
		},
		Heard: heard,
	}
}

// way is where a word leads, and whose button bears it.
type way struct {
	door  string
	whose engine.Audience
}

// ways are the words on the buttons of the menu. They lead there from everywhere but where the person writes something of his own.
var ways = map[string]way{
	"tambah": {"tambah", engine.Everybody}, "usulan": {"usulan", engine.Everybody}, "usulansaya": {"usulan", engine.Everybody},
	"antrian": {"antrian", engine.Admins}, "antrean": {"antrian", engine.Admins}, "daftar": {"daftar", engine.Admins},
	"rekap": {"rekap", engine.AdminSIIP}, "kelola": {"kelola", engine.AdminSIIP},
	"bantuan": {"bantuan", engine.Everybody}, "menu": {"menu", engine.Everybody},
}

// greetings are other words that lead somewhere, where nothing is to be typed.
var greetings = map[string]string{
	"usulkan": "tambah", "usul": "tambah", "mengusulkan": "tambah", "status": "usulan", "tolong": "bantuan", "help": "bantuan", "datasaya": "data",
	"mulai": "menu", "start": "menu", "halo": "menu", "hai": "menu", "p": "menu",
	"assalamualaikum": "menu", "permisi": "menu", "selamatpagi": "menu", "selamatsiang": "menu", "selamatsore": "menu",
}

// presses are the words that press a button of the place, also where it is not shown.
var presses = map[string]string{"batal": "batal", "tidak": "batal", "kembali": "kembali", "lewati": "lewati"}

// thanks are the words that want no answer.
var thanks = map[string]bool{
	"terimakasih": true, "terimakasihbanyak": true, "makasih": true, "trims": true, "tks": true, "thanks": true, "thankyou": true,
	"ok": true, "oke": true, "okay": true, "baik": true, "siap": true, "sip": true, "👍": true, "🙏": true, "👍👍": true, "🙏🙏": true,
}

// heard takes a text that is meant otherwise than as the answer to the place.
func heard(t *engine.Turn, body string, here engine.Awaited) bool {
	switch word := meant(body); {
	case thanks[word], onlyThanks(body):
		t.Do(dialog.React{To: t.Me(), Emoji: "👍"})
	case len(body) <= labelMost && t.PressLabel(func(label string) bool { return names(label, body) }):
	case presses[word] != "" && t.Press(presses[word]):
	case leads(t, word, here):
		t.Open(ways[word].door, engine.Opening{})
	case here != engine.Nothing:
		return false
	default:
		astray(t, word, body)
	}
	return true
}

// astray answers what was typed where nothing is to be typed.
func astray(t *engine.Turn, word, body string) {
	switch {
	case thankful(word):
		t.Do(dialog.React{To: t.Me(), Emoji: "👍"})
	case greetings[word] != "":
		t.Open(greetings[word], engine.Opening{})
	case t.Who.Admin() && spelling.Tidy(body) != "":
		t.Open("daftar/saring", engine.Opening{Filter: daftar.Filter{Text: wording.Sought(body)}})
	default:
		t.Again("Mohon maaf, pesan itu belum dapat dipahami bot. Silakan gunakan tombol di bawah.")
	}
}

// leads tells whether a word is meant as a button of the menu. In words of the person's own only "menu" is, which is too
// short for any of them. In a search it is, for whom it has the button: for others it is a part of a name.
func leads(t *engine.Turn, word string, here engine.Awaited) bool {
	w, is := ways[word]
	switch here {
	case engine.Prose:
		return is && w.door == "menu"
	case engine.Search:
		return is && w.whose.Has(t.Who)
	default:
		return is
	}
}

// labelMost is how long a text can be, in bytes, that means a label: a label has 32 characters. For a longer one the screen is
// not drawn.
const labelMost = 100

// names tells whether a typed text is the label of a button, but for case, spaces and signs and a count behind it. "ya" is
// the button that says yes to what the screen asks.
func names(label, body string) bool {
	label, _, _ = strings.Cut(wording.Unmarked(label), " (")
	typed := bare(body)
	if typed == "ya" || typed == "iya" {
		return strings.HasPrefix(label, "Ya, ") || label == "Simpan"
	}
	return typed != "" && typed == bare(label)
}

// bare is a text without all but its letters and digits, in lower case.
func bare(text string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return unicode.ToLower(r)
		}
		return -1
	}, text)
}

// thankful tells a longer word of thanks, "Terima kasih atas bantuannya". It is asked where nothing is to be typed only: a
// reason may begin with it.
func thankful(word string) bool {
	return strings.HasPrefix(word, "terimakasih") || strings.HasPrefix(word, "makasih")
}

// polite are the words around thanks that say nothing else.
var polite = wordsOf("terima kasih terimakasih makasih trims thanks atas banyak sekali sebelumnya kembali ya yah kak mas mbak pak bu bapak ibu " +
	"min admin bkpsdm semua semuanya bantuan bantuannya bantuan2nya info infonya informasi informasinya penjelasan penjelasannya perhatian " +
	"perhatiannya kerja samanya kerjasamanya persetujuannya ok oke baik siap sip dan sudah telah dibantu untuk selamat pagi siang sore malam 🙏 👍")

func wordsOf(text string) map[string]bool {
	set := map[string]bool{}
	for _, w := range strings.Fields(text) {
		set[w] = true
	}
	return set
}

// onlyThanks tells a longer text that is thanks and nothing else, "Baik, terima kasih banyak atas bantuannya Pak": it is no
// title and no reason, wherever it is typed.
func onlyThanks(body string) bool {
	thanked := false
	words := strings.FieldsFunc(spelling.Fold(body), func(r rune) bool { return unicode.IsSpace(r) || unicode.IsPunct(r) })
	for i, w := range words {
		w = strings.TrimRight(w, "🙏👍😊")
		if w != "" && !polite[w] {
			return false
		}
		thanked = thanked || thanks[w] && len(w) > 5 || w == "kasih" && i > 0 && words[i-1] == "terima"
	}
	return thanked
}

// meant is a text without case, spaces and the punctuation around it: "Terima kasih, Bu!" means "terimakasih".
func meant(body string) string {
	word := strings.TrimFunc(spelling.Key(body), func(r rune) bool { return unicode.IsPunct(r) })
	for _, title := range []string{",bu", ",pak", ",ibu", ",bapak", ",min", ",admin", "pak", "bu", "min"} {
		if rest, is := strings.CutSuffix(word, title); is && thanks[rest] {
			return rest
		}
	}
	return word
}
