package percakapan_test

import (
	"encoding/json"
	"fmt"
	"strings"
	"testing"

	"siip-asn/flow"
	"siip-asn/flow/dialog"
	"siip-asn/flow/dialog/ui"
	"siip-asn/flow/percakapan"
	"siip-asn/store"
)

// An intruder stands outside of the core and tries every command, every text that is worth searching for, and every
// button that exists with every id, in every place that can be reached so. He is shown nothing of another OPD, gets no
// file of it, and changes nothing there.

// secrets are the marks of what is none of the business of Dinas Kesehatan.
var secrets = []string{"RINA", "JOKO", "RAHASIA", "190101051925011005", "190101061925011006"}

func TestNobodySeesOrTouchesWhatIsNotHis(t *testing.T) {
	t.Parallel()
	s := newStage(t)
	s.proposes("Rina", "Pelatihan RAHASIA Pendidikan")
	s.proposes("Joko", "Pelatihan RAHASIA Pamong")
	s.proposes("Sari", "Pelatihan Gizi Klinik")
	for _, name := range []string{"Budi", "Tono", "Agus"} {
		s.enter(s.people[name])
	}
	for _, name := range []string{"Budi", "Sari", "Tono", "Tamu"} {
		t.Run(name, func(t *testing.T) {
			err := s.store.Read(func(r *store.Reader) error {
				i := &intruder{t: t, Reader: r, id: s.people[name], stage: s, been: map[string]bool{}, ids: 10}
				i.words = percakapan.EveryWord(t)
				i.tryAll(dialog.Session{})
				if i.me().ID != 0 && name != "Sari" {
					i.ids = 3
					i.tryAsFormerAdmin()
				}
				if name == "Tono" && len(i.been) < 30 {
					t.Errorf("only %d places were tried", len(i.been))
				}
				return nil
			})
			if err != nil {
				t.Fatal(err)
			}
		})
	}
	s.close()
}

// proposes lets somebody come and propose a diklat, with a Rekomendasi where he is asked for one.
func (s *stage) proposes(name, judul string) {
	id := s.people[name]
	s.enter(id)
	s.taps(id, "Tambah")
	s.taps(id, "Isi Manual")
	s.types(id, 0, judul)
	if name == "Sari" {
		s.taps(id, "Pakai yang ada")
	}
	s.taps(id, "Simpan")
}

type intruder struct {
	t *testing.T
	dialog.Reader
	stage *stage
	id    flow.AccountID
	words []string
	ids   uint64          // of a button: those below
	been  map[string]bool // what was tried already: places, as they look
}

// tryAsFormerAdmin begins wherever an Admin SIIP-ASN can have stood when his role was taken.
func (i *intruder) tryAsFormerAdmin() {
	for _, p := range percakapan.EveryPlace(i.t) {
		if p == "login/yakin" { // whom a code has found may be seen by him who has it
			continue
		}
		s := formerAdmin(i.t)
		s.Place, s.Since = p, i.stage.now
		i.once(s)
	}
}

// formerAdmin is the session of an Admin SIIP-ASN in the middle of everything, as an older version has stored it.
func formerAdmin(t *testing.T) dialog.Session {
	t.Helper()
	var s dialog.Session
	err := json.Unmarshal([]byte(`{"versi":1,
		"daftar":{"filter":{"opd":2,"rekomendasi":"RAHASIA"},"memilih":true,"centang":[1,2]},
		"antrian":{"usulan":1,"versi":1},
		"alasan":{"usulan":1,"versi":1,"aksi":"tolak","keterangan":"Mohon maaf."},
		"form":{"pegawai":5,"manual":true,"judul":"Pelatihan Lain"},
		"borongan":{"aksi":"setujui","butir":[{"u":1,"v":1},{"u":2,"v":1}],"jalan":true},
		"kelola":{"pegawai":5,"opd":2,"panduan":3,"periode":2026,"aksi":"siip","cari":"a","buka":"2026-09-01","berkas":{"name":"x.xlsx"}}}`), &s)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// mark is where a session stands, and how its list looks.
func mark(t *testing.T, s dialog.Session) string {
	t.Helper()
	text, err := json.Marshal(s)
	if err != nil {
		t.Fatal(err)
	}
	var list struct {
		Daftar struct {
			Memilih bool
			Centang []flow.UsulanID
		}
	}
	if err := json.Unmarshal(text, &list); err != nil {
		t.Fatal(err)
	}
	return fmt.Sprint(s.Place, list.Daftar.Memilih, len(list.Daftar.Centang) > 0)
}

// tryAll does everything from where the intruder stands, and goes on from wherever that leads to.
func (i *intruder) tryAll(s dialog.Session) {
	mark := mark(i.t, s)
	if i.been[mark] {
		return
	}
	i.been[mark] = true
	for _, next := range i.once(s) {
		i.tryAll(next)
	}
}

// once does everything once from here, and tells where it leads.
func (i *intruder) once(s dialog.Session) (then []dialog.Session) {
	for _, input := range i.inputs(s) {
		next, effects, err := percakapan.Step(i.Reader, s, dialog.Event{At: i.stage.now, From: i.id, Input: input})
		if err != nil {
			i.t.Fatal(err)
		}
		for _, e := range effects {
			i.judge(s, input, e)
		}
		then = append(then, next)
	}
	return then
}

func (i *intruder) inputs(s dialog.Session) []dialog.Input {
	var list []dialog.Input
	for _, name := range []string{"start", "usulan", "antrian", "daftar", "rekap", "tambah", "kelola", "bantuan", "batal"} {
		list = append(list, dialog.Command{Name: name})
	}
	for _, text := range []string{"rina", "rahasia", "190101051925011005", "1", "Pelatihan Pertolongan", "01-09-2026"} {
		list = append(list, dialog.Command{Name: "start", Argument: text}, dialog.Text{Body: text})
	}
	list = append(list, dialog.File{Ref: "x", Name: "pegawai.xlsx", Size: 100}, dialog.Continue{}, dialog.Examined{Applied: true})
	for _, word := range i.words {
		for id := range i.ids {
			list = append(list, dialog.Tap{Button: ui.Button{Word: word, ID: id, Versi: s.Versi}})
			if id > 0 && id < 4 { // an usulan in its first version
				list = append(list, dialog.Tap{Button: ui.Button{Word: word, ID: id, Versi: 1}})
			}
		}
	}
	return list
}

func (i *intruder) me() flow.Pegawai {
	p, _ := i.Pegawai(i.Account(i.id).Pegawai)
	return p
}

func (i *intruder) judge(s dialog.Session, input dialog.Input, e dialog.Effect) {
	switch e := e.(type) {
	case dialog.Show:
		if e.To == i.id {
			i.reads(s, input, drawing(e.Screen))
		}
	case dialog.Answer:
		i.reads(s, input, e.Text)
	case dialog.Send:
		i.gets(s, input, e.Laporan)
	case dialog.SaveUsulan:
		if len(flow.Relation(i.me(), e.Usulan)) == 0 {
			i.t.Errorf("%q %+v: saves %+v", s.Place, input, e.Usulan)
		}
	case dialog.SavePegawai, dialog.SavePanduan, dialog.SavePadanan, dialog.SaveJendela, dialog.SaveAktivasi, dialog.SaveSkenario, dialog.Check:
		i.t.Errorf("%q %+v: %T", s.Place, input, e)
	}
}

func (i *intruder) reads(s dialog.Session, input dialog.Input, text string) {
	typed, _ := input.(dialog.Text)
	for _, secret := range secrets {
		if strings.Contains(text, secret) && !strings.Contains(typed.Body, strings.ToLower(secret)) {
			i.t.Errorf("%q %+v: reads %s in\n%s", s.Place, input, secret, text)
		}
	}
}

// gets looks at a file: only a list of the own OPD, for its admin.
func (i *intruder) gets(s dialog.Session, input dialog.Input, l dialog.Laporan) {
	mine := i.me().AdminOPD && (l.Jenis == dialog.LaporanData || l.Jenis == dialog.LaporanCetak) &&
		(l.Filter.OPD == i.me().OPD || len(l.Usulan) > 0)
	for _, id := range l.Usulan {
		u, _ := i.Usulan(id)
		mine = mine && u.OPD == i.me().OPD
	}
	asks := l.Jenis == dialog.LaporanPeriksa && l.Oleh == i.me().ID // whether he may see it is judged when it is made
	if !mine && !asks {
		i.t.Errorf("%q %+v: gets %+v", s.Place, input, l)
	}
}
