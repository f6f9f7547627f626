package percakapan_test

import (
	"fmt"
	"strings"
	"testing"

	"siip-asn/flow"
	"siip-asn/flow/dialog"
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
		s.taps(id, "Lewati")
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
	others := []flow.UsulanID{1, 2}
	for _, p := range percakapan.EveryPlace(i.t) {
		if p == "login/yakin" { // whom a code has found may be seen by him who has it
			continue
		}
		i.once(dialog.Session{
			Place: p, Versi: 1, Since: i.stage.now,
			Daftar:   dialog.Daftar{Filter: flow.Filter{OPD: 2, Rekomendasi: "RAHASIA"}, Memilih: true, Centang: others},
			Antrian:  dialog.Antrian{Usulan: 1, Versi: 1},
			Alasan:   dialog.Alasan{Usulan: 1, Versi: 1, Aksi: flow.Tolak, Keterangan: "Mohon maaf."},
			Form:     dialog.Form{Pegawai: 5, Manual: true, Judul: "Pelatihan Lain"},
			Borongan: dialog.Borongan{Aksi: flow.Setujui, Butir: []dialog.Butir{{Usulan: 1, Versi: 1}, {Usulan: 2, Versi: 1}}, Jalan: true},
			Kelola:   dialog.Kelola{Pegawai: 5, OPD: 2, Panduan: 3, Periode: 2026, Aksi: "siip", Cari: "a", Buka: "2026-09-01", Berkas: dialog.File{Name: "x.xlsx"}},
		})
	}
}

// tryAll does everything from where the intruder stands, and goes on from wherever that leads to.
func (i *intruder) tryAll(s dialog.Session) {
	mark := fmt.Sprint(s.Place, s.Daftar.Memilih, len(s.Daftar.Centang) > 0)
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
			list = append(list, dialog.Tap{Button: dialog.Button{Word: word, ID: id, Versi: s.Versi}})
			if id > 0 && id < 4 { // an usulan in its first version
				list = append(list, dialog.Tap{Button: dialog.Button{Word: word, ID: id, Versi: 1}})
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
	case dialog.SavePegawai, dialog.SavePanduan, dialog.SavePadanan, dialog.SaveJendela, dialog.SaveAktivasi, dialog.Check:
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
	if !mine {
		i.t.Errorf("%q %+v: gets %+v", s.Place, input, l)
	}
}
