package percakapan_test

import (
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"siip-asn/flow"
	"siip-asn/flow/dialog"
	"siip-asn/flow/dialog/ui"
	"siip-asn/flow/spelling"
)

// judgeShow looks at a screen: whether it can be sent, and whether all of it may be seen by the one who gets it.
func (c *court) judgeShow(e dialog.Show) {
	c.judgeSize(e.Screen)
	viewer := c.viewer(e.To)
	c.noForeignNIP(viewer, e.Screen.Text.String())
	if e.To < 0 && viewer.ID != 0 {
		c.guilty("a group is told something")
	}
	if id, is := strings.CutPrefix(string(e.Slot), "usulan/"); is {
		n, _ := strconv.ParseUint(id, 10, 64)
		c.judgeCard(viewer, flow.UsulanID(n), e.Screen)
	}
	for _, row := range e.Screen.Rows {
		for _, choice := range row {
			c.noForeignNIP(viewer, choice.Label)
			c.judgeButton(viewer, choice)
		}
	}
}

// viewer is who looks at a chat when the step is over.
func (c *court) viewer(to flow.AccountID) flow.Pegawai {
	account := c.Reader.Account(to)
	for _, effect := range c.effects {
		if e, ok := effect.(dialog.SaveAccount); ok && e.Account.ID == to {
			account = e.Account
		}
	}
	p, _ := c.Reader.Pegawai(account.Pegawai)
	if e, ok := find(c.effects, func(e dialog.SavePegawai) bool { return e.Pegawai.ID == p.ID }); ok {
		return e.Pegawai
	}
	return p
}

// now is an usulan when the step is over.
func (c *court) now(id flow.UsulanID) flow.Usulan {
	if e, ok := find(c.effects, func(e dialog.SaveUsulan) bool { return e.Usulan.ID == id }); ok {
		return e.Usulan
	}
	u, _ := c.Reader.Usulan(id)
	return u
}

// judgeSize: what the Bot API takes, and what fits on an old phone.
func (c *court) judgeSize(s ui.Screen) {
	text := s.Text.String()
	if n := s.Text.Len(); n == 0 || n > ui.ScreenMax || strings.TrimSpace(text) == "" || !utf8.ValidString(text) {
		c.guilty("a text of %d characters: %q", n, spelling.Clip(text, 100))
	}
	if n := styled(s.Text); n > 100 {
		c.guilty("%d styled parts, of which Telegram shows 100", n)
	}
	if strings.Contains(text, "%!") {
		c.guilty("a text that was not filled in: %q", text)
	}
	if s.Fixed() && len(s.Rows) > 0 {
		c.guilty("buttons beside a keyboard")
	}
	count := 0
	for _, row := range s.Rows {
		count += len(row)
		if len(row) == 0 || len(row) > 8 {
			c.guilty("%d buttons in a row", len(row))
		}
		for _, choice := range row {
			c.judgeChoice(choice)
		}
	}
	if count > 100 {
		c.guilty("%d buttons", count)
	}
}

func styled(t ui.Spans) int {
	n := 0
	for _, span := range t {
		if span.Style != ui.Plain {
			n++
		}
	}
	return n
}

// judgeChoice: a label that can be read, and what the button carries within 64 bytes as bot writes it.
func (c *court) judgeChoice(choice ui.Choice) {
	b := choice.Button
	data := b.Word + ":" + strconv.FormatUint(b.ID, 36) + ":" + strconv.FormatUint(b.Versi, 36)
	switch {
	case strings.TrimSpace(choice.Label) == "" || utf8.RuneCountInString(choice.Label) > 64 || strings.ContainsFunc(choice.Label, unicode.IsControl):
		c.guilty("a label that cannot be read: %q", choice.Label)
	case choice.Link != "":
		if !strings.HasPrefix(choice.Link, "https://") || b != (ui.Button{}) {
			c.guilty("a link that is none: %+v", choice)
		}
	case len(data) > 64 || b.Word == "" || strings.Trim(b.Word, "abcdefghijklmnopqrstuvwxyz-") != "":
		c.guilty("a button that cannot be sent: %q", data)
	}
}

// judgeCard: the place of an usulan shows it to those only who have to do with it, and no button of a deleted one.
func (c *court) judgeCard(viewer flow.Pegawai, id flow.UsulanID, s ui.Screen) {
	u := c.now(id)
	related := len(rolesOf(viewer, u)) > 0
	switch {
	case !related && s.Text.String() != "Usulan ini tidak lagi dapat Anda lihat.":
		c.guilty("%s is shown usulan %d: %s", or(viewer.Nama, "somebody"), id, s.Text)
	case (!related || u.Status == flow.Dihapus) && len(s.Rows) > 0:
		c.guilty("buttons of usulan %d", id)
	}
}

var (
	forAdmins = []string{"antrian", "hasil", "borong", "centang", "cetak"}
	forSIIP   = []string{"tambahkan", "kelola", "terapkan", "undang", "lepas", "siip", "orang"}
	ofUsulan  = []string{"buka", "kartu", "riwayat", "mengapa", "centang", "mulai", "dari"}
)

// judgeButton: nothing is offered that the person may not do, and nothing that was drawn for an usulan as it was before.
func (c *court) judgeButton(viewer flow.Pegawai, choice ui.Choice) {
	b := choice.Button
	u := c.now(flow.UsulanID(b.ID))
	if aksi, is := aksiOn(b.Word); is {
		if !may(viewer, u, aksi) || b.Versi != u.Versi {
			c.guilty("%s is offered %+v of %+v", viewer.Nama, choice, u)
		}
		return
	}
	switch {
	case slices.Contains(forAdmins, b.Word) && !viewer.AdminOPD && !viewer.AdminSIIP, slices.Contains(forSIIP, b.Word) && !viewer.AdminSIIP:
		c.guilty("%s is offered %+v", or(viewer.Nama, "somebody"), choice)
	case slices.Contains(ofUsulan, b.Word) && (len(rolesOf(viewer, u)) == 0 || u.Status == flow.Dihapus):
		c.guilty("%s is led to %+v by %+v", or(viewer.Nama, "somebody"), u, choice)
	}
}

// aksiOn reads which aksi a button is for.
func aksiOn(word string) (flow.Aksi, bool) {
	i := slices.IndexFunc(flow.Aksis, func(a flow.Aksi) bool {
		return a != flow.Simpan && (word == code(a) || word == "ya-"+code(a))
	})
	if i < 0 {
		return 0, false
	}
	return flow.Aksis[i], true
}

// judgeSend: a file of the office goes to those only who may see what is in it.
func (c *court) judgeSend(e dialog.Send) {
	viewer := c.viewer(e.To)
	if viewer.AdminSIIP {
		return
	}
	list := e.Laporan.Jenis == dialog.LaporanData || e.Laporan.Jenis == dialog.LaporanCetak
	if !viewer.AdminOPD || !list || e.Laporan.Filter.OPD != viewer.OPD {
		c.guilty("%s gets %+v", or(viewer.Nama, "somebody"), e.Laporan)
	}
	for _, id := range e.Laporan.Usulan {
		if u := c.now(id); u.OPD != viewer.OPD {
			c.guilty("%s gets a file with %+v", viewer.Nama, u)
		}
	}
}
