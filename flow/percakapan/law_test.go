package percakapan_test

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"siip-asn/flow"
	"siip-asn/flow/dialog"
	"siip-asn/flow/dialog/engine"
	"siip-asn/flow/dialog/ui"
	"siip-asn/flow/identitas"
	"siip-asn/flow/jejak"
	"siip-asn/flow/kalender"
	"siip-asn/flow/percakapan"
	"siip-asn/store"
)

// law looks over the shoulder of the core: it sees every step before anything of it is saved, and knows the rules of the
// guide from another hand than the core does. So it finds what the table of rights itself would have wrong, and what goes
// past it.
type law struct {
	t       *testing.T
	figures figures
}

// step is the core with the law beside it.
func (l *law) step(r dialog.Reader, s dialog.Session, e dialog.Event) (dialog.Session, []dialog.Effect, error) {
	after, effects, err := percakapan.Step(r, s, e) // its panic becomes a dead letter, which the end of the riot finds
	if err != nil {
		l.t.Errorf("%+v: %v", e.Input, err)
	}
	c := &court{law: l, Reader: r.(*store.Reader), e: e, before: s, effects: effects}
	c.actor, _ = c.Reader.Pegawai(c.Reader.Account(e.From).Pegawai)
	for i, effect := range effects {
		if !outdone(effect, effects[i+1:]) {
			c.judge(effect)
		}
	}
	return after, effects, err
}

// outdone tells whether a later screen of the same step takes the same place: then nobody ever sees this one.
func outdone(effect dialog.Effect, later []dialog.Effect) bool {
	show, is := effect.(dialog.Show)
	_, again := find(later, func(l dialog.Show) bool { return l.To == show.To && l.Slot == show.Slot })
	return is && show.Slot != "" && again
}

// court judges one step.
type court struct {
	*law
	*store.Reader
	e       dialog.Event
	before  dialog.Session
	effects []dialog.Effect
	actor   flow.Pegawai // as he was before the step; the zero Pegawai for somebody not bound, and for the clock
}

func (c *court) guilty(format string, args ...any) {
	c.t.Helper()
	c.t.Errorf("%s after %T %+v at %q: %s", or(c.actor.Nama, "somebody"), c.e.Input, c.e.Input, c.before.Place, fmt.Sprintf(format, args...))
}

func or(text, empty string) string {
	if text == "" {
		return empty
	}
	return text
}

func (c *court) judge(effect dialog.Effect) {
	switch e := effect.(type) {
	case dialog.SaveUsulan:
		c.figures.changes++
		c.judgeUsulan(e.Usulan)
	case dialog.AppendHistory:
		c.judgeEntry(e.Entry)
	case dialog.SaveAccount:
		c.judgeAccount(e.Account)
	case dialog.SavePegawai:
		c.judgePegawai(e)
	case dialog.SaveAktivasi, dialog.SavePanduan, dialog.SavePadanan, dialog.SaveJendela, dialog.SaveOPD:
		c.figures.master++
		c.onlySIIP(effect)
		if _, recorded := find(c.effects, func(h dialog.AppendHistory) bool { return h.Entry.Usulan == 0 }); !recorded {
			c.guilty("%+v is not in the trail", effect)
		}
	case dialog.Check, dialog.SaveSkenario:
		c.onlySIIP(effect)
	case dialog.Send:
		c.judgeSend(e)
	case dialog.Show:
		c.figures.screens++
		c.judgeShow(e)
	case dialog.Answer:
		if utf8.RuneCountInString(e.Text) > ui.ToastMax {
			c.guilty("a toast of %d characters: %s", utf8.RuneCountInString(e.Text), e.Text)
		}
		c.noForeignNIP(c.actor, e.Text)
	}
}

// judgePegawai: master data are an Admin SIIP-ASN's to change. Whoever comes in by a code only has used it.
func (c *court) judgePegawai(e dialog.SavePegawai) {
	c.figures.master++
	old, _ := c.Reader.Pegawai(e.Pegawai.ID)
	old.HanyaKode = false
	if account, bound := find(c.effects, func(a dialog.SaveAccount) bool { return a.Account.Pegawai == old.ID }); old == e.Pegawai && bound && account.Account.ID == c.e.From {
		return
	}
	c.onlySIIP(e)
	if _, recorded := find(c.effects, func(h dialog.AppendHistory) bool { return h.Entry.Usulan == 0 }); !recorded {
		c.guilty("%+v is not in the trail", e)
	}
}

// carried tells whether the usulan only follows its pegawai, whom an Admin SIIP-ASN moves in this step.
func (c *court) carried(old, u flow.Usulan, e jejak.Entry) bool {
	p, moved := find(c.effects, func(s dialog.SavePegawai) bool { return s.Pegawai.ID == u.Pegawai })
	old.Versi, old.OPD, old.Jenjang = old.Versi+1, p.Pegawai.OPD, p.Pegawai.Jenjang
	return moved && c.actor.AdminSIIP && e.Aksi == flow.UbahPegawai && old == u && u.Status != flow.Disetujui && u.Status != flow.Dihapus
}

func (c *court) onlySIIP(what dialog.Effect) {
	if !c.actor.AdminSIIP {
		c.guilty("%T by no Admin SIIP-ASN", what)
	}
}

// hukum is section 4 of the guide, written down once more: aksi, role, from, to.
var hukum = strings.Split(strings.TrimSpace(`
simpan pegawai belum masuk
simpan admin-siip belum masuk
edit pegawai masuk masuk
edit pegawai direvisi masuk
edit pegawai ditolak masuk
edit admin-opd masuk masuk
edit admin-opd direvisi direvisi
edit admin-siip masuk masuk
edit admin-siip diteruskan diteruskan
edit admin-siip direvisi direvisi
teruskan admin-opd masuk diteruskan
teruskan admin-siip masuk diteruskan
revisi admin-opd masuk direvisi
revisi admin-siip masuk direvisi
revisi admin-siip diteruskan direvisi
tolak admin-opd masuk ditolak
tolak admin-siip masuk ditolak
tolak admin-siip diteruskan ditolak
setujui admin-siip diteruskan disetujui
hapus admin-siip masuk dihapus
hapus admin-siip diteruskan dihapus
hapus admin-siip direvisi dihapus
hapus admin-siip ditolak dihapus
hapus admin-siip disetujui dihapus`), "\n")

func code(v interface{ MarshalText() ([]byte, error) }) string {
	b, _ := v.MarshalText() // only of known values
	return string(b)
}

// rolesOf is what somebody is to an usulan, by the words of the guide.
func rolesOf(p flow.Pegawai, u flow.Usulan) []flow.Peran {
	var roles []flow.Peran
	if p.ID != 0 && p.ID == u.Pegawai {
		roles = append(roles, flow.Pemilik)
	}
	if p.AdminOPD && p.OPD == u.OPD {
		roles = append(roles, flow.AdminOPD)
	}
	if p.AdminSIIP {
		roles = append(roles, flow.AdminSIIP)
	}
	return roles
}

// lawful tells whether somebody may do it in that role, and whether it leads there.
func lawful(p flow.Pegawai, u flow.Usulan, aksi flow.Aksi, peran flow.Peran, ke flow.Status) bool {
	own := p.ID == u.Pegawai
	verdict := aksi == flow.Teruskan || aksi == flow.Setujui || aksi == flow.Revisi || aksi == flow.Tolak
	if !slices.Contains(rolesOf(p, u), peran) || own && verdict || own && aksi == flow.Edit && peran != flow.Pemilik {
		return false
	}
	return slices.Contains(hukum, strings.Join([]string{code(aksi), code(peran), code(u.Status), code(ke)}, " "))
}

// may tells whether somebody may do it at all.
func may(p flow.Pegawai, u flow.Usulan, aksi flow.Aksi) bool {
	if aksi == flow.History {
		return u.Status != flow.Dihapus && len(rolesOf(p, u)) > 0
	}
	return slices.ContainsFunc(rolesOf(p, u), func(peran flow.Peran) bool {
		return slices.ContainsFunc(slices.Concat([]flow.Status{flow.Dihapus}, flow.Statuses), func(ke flow.Status) bool {
			return lawful(p, u, aksi, peran, ke)
		})
	})
}

func (c *court) judgeUsulan(u flow.Usulan) {
	old, found := c.Reader.Usulan(u.ID)
	if !found {
		old = flow.Usulan{ID: u.ID, Pegawai: u.Pegawai, Pembuat: c.actor.ID, OPD: u.OPD, Jenjang: u.Jenjang, TanggalUsul: u.TanggalUsul}
		c.judgeNew(u)
	}
	entry, recorded := find(c.effects, func(h dialog.AppendHistory) bool { return h.Entry.Usulan == u.ID })
	e := entry.Entry
	if recorded && c.carried(old, u, e) {
		return
	}
	switch {
	case !recorded || e.Dari != old.Status || e.Ke != u.Status || e.Pegawai != u.Pegawai:
		c.guilty("a change without its entry: %+v, %+v → %+v", e, old, u)
	case !lawful(c.actor, old, e.Aksi, e.Peran, u.Status):
		c.guilty("forbidden: %s as %s from %s to %s, %+v", e.Aksi, e.Peran, old.Status, u.Status, old)
	case u.Versi != old.Versi+1 || u.Pegawai != old.Pegawai || u.Pembuat != old.Pembuat || u.OPD != old.OPD || u.TanggalUsul != old.TanggalUsul:
		c.guilty("more was changed than may be: %+v → %+v", old, u)
	case e.Aksi != flow.Simpan && e.Aksi != flow.Edit && (u.Panduan != old.Panduan || u.Judul != old.Judul || u.Rekomendasi != old.Rekomendasi):
		c.guilty("%s has changed what is proposed: %+v → %+v", e.Aksi, old, u)
	case u.Rekomendasi != old.Rekomendasi && c.actor.ID != u.Pegawai && !c.actor.AdminSIIP:
		c.guilty("an Admin OPD has filled in the Rekomendasi")
	}
	n := utf8.RuneCountInString(e.Keterangan)
	if asks := e.Aksi == flow.Revisi || e.Aksi == flow.Tolak; asks && (n < 5 || n > 1000) || !asks && n > 0 && (e.Aksi != flow.Hapus || n < 5 || n > 1000) {
		c.guilty("a keterangan of %d characters for %s", n, e.Aksi)
	}
	c.judgeDiklat(u)
}

// judgeDiklat: a diklat of the panduan that is there, or a title of 5 to 150 characters.
func (c *court) judgeDiklat(u flow.Usulan) {
	if _, there := c.Reader.Panduan(u.Panduan); u.Panduan != 0 && (!there || u.Judul != "") {
		c.guilty("no such diklat: %+v", u)
	}
	if n := utf8.RuneCountInString(u.Judul); u.Panduan == 0 && (n < 5 || n > 150) {
		c.guilty("a title of %d characters", n)
	}
}

// judgeNew: one usulan for each pegawai and periode, and only while it is open.
func (c *court) judgeNew(u flow.Usulan) {
	for _, other := range c.Reader.UsulanOf(u.Pegawai) {
		if other.Periode() == u.Periode() {
			c.guilty("a second usulan: %+v beside %+v", u, other)
		}
	}
	if !c.actor.AdminSIIP && !c.Reader.Jendela(u.Periode()).Open(u.TanggalUsul) {
		c.guilty("an usulan on %s, when it is closed", u.TanggalUsul)
	}
	if u.TanggalUsul != kalender.TanggalOf(c.e.At.In(wib)) {
		c.guilty("Tanggal Usul %s on %s", u.TanggalUsul, c.e.At)
	}
}

// judgeEntry: the trail says who it was.
func (c *court) judgeEntry(e jejak.Entry) {
	self := c.actor.ID
	if self == 0 {
		self = c.viewer(c.e.From).ID // who has just been bound
	}
	if e.Oleh != self || !e.At.Equal(c.e.At) || self == 0 {
		c.guilty("the trail says it was %d: %+v", e.Oleh, e)
	}
}

// claim is whom a code or a number has found before the account is bound.
type claim struct {
	Pegawai flow.PegawaiID
	Hash    string
}

func claimed(s dialog.Session) claim { return engine.State[claim]{Key: "login"}.In(s) }

// judgeAccount: one's own account, with a proof; an Admin SIIP-ASN may release, and mark for which roles the menu was set.
func (c *court) judgeAccount(a flow.Account) {
	old := c.Reader.Account(a.ID)
	switch {
	case a.Pegawai == old.Pegawai || a.Pegawai == 0 && (a.ID == c.e.From || c.actor.AdminSIIP):
	case a.ID != c.e.From || old.Pegawai != 0 || claimed(c.before).Pegawai != a.Pegawai:
		c.guilty("an account was taken over: %+v → %+v", old, a)
	default:
		c.judgeProof(a)
	}
	menu := old
	menu.Menu = a.Menu
	if byClock := c.e.From == 0 && a == menu; a.ID != c.e.From && !c.actor.AdminSIIP && !byClock {
		c.guilty("somebody else's account: %+v", a)
	}
}

func (c *court) judgeProof(a flow.Account) {
	if other, taken := c.Reader.AccountOf(a.Pegawai); taken {
		c.guilty("the pegawai is bound to %+v", other)
	}
	if hash := claimed(c.before).Hash; hash != "" {
		if k, ok := c.Reader.Aktivasi(hash); !ok || k.Pegawai != a.Pegawai || !c.e.At.Before(k.Sampai) {
			c.guilty("the code does not hold: %+v", k)
		}
	}
}

// find looks for the first effect of a kind.
func find[T dialog.Effect](effects []dialog.Effect, is func(T) bool) (none T, found bool) {
	for _, effect := range effects {
		if e, ok := effect.(T); ok && is(e) {
			return e, true
		}
	}
	return none, false
}

var nipPattern = regexp.MustCompile(`1901\d{14}`)

// noForeignNIP: whoever is no admin is shown no NIP but his own.
func (c *court) noForeignNIP(viewer flow.Pegawai, text string) {
	for _, nip := range nipPattern.FindAllString(text, -1) {
		if p, _ := c.PegawaiByNIP(identitas.NIP(nip)); !c.mayKnow(viewer, p) {
			c.guilty("%s is shown the NIP of %s: %s", or(viewer.Nama, "somebody"), p.Nama, text)
		}
	}
}

// mayKnow: an Admin OPD knows the people of his OPD, and those who have left an usulan there.
func (c *court) mayKnow(viewer, p flow.Pegawai) bool {
	here := p.OPD == viewer.OPD || slices.ContainsFunc(c.Reader.UsulanOf(p.ID), func(u flow.Usulan) bool { return u.OPD == viewer.OPD })
	return viewer.ID == p.ID || viewer.AdminSIIP || viewer.AdminOPD && here
}
