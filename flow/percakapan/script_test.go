package percakapan_test

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"
	"unicode"

	"siip-asn/flow"
	"siip-asn/flow/aktivasi"
	"siip-asn/flow/dialog"
	"siip-asn/flow/identitas"
	"siip-asn/flow/imports"
	"siip-asn/flow/percakapan/paging"
	"siip-asn/flow/post"
	"siip-asn/store"
)

// The language of a story, one line each:
//
//	Budi mengetik TEKS              a message; "/start" and the like are commands, {Budi} stands for his code
//	Budi mengetuk KATA              the newest button with this word
//	Budi mengetuk lagi              the same tap once more, under a new update id
//	Budi ingat KATA                 remembers the newest button with this word, to be tapped later
//	Budi mengetuk yang diingat      taps it
//	Budi mengirim nomor sendiri | nomor orang lain | nomor asing | stiker | berkas | suntingan
//	Budi memblokir bot | membuka blokir
//	Budi menulis di grup TEKS
//	maju 25h                        the clock
//	data Tono: OPD Dinas Pendidikan       an import by the operator of the machine: an OPD, or roles joined with "; ", or "-"
//	data Tono: peran Admin OPD
//	jatuh tempo rekap               the schedule of the rekap comes due
//	Budi masuk                      /start with his code, and "Ya, ini saya"
//	ramai 12                        so many more people of Dinas Kesehatan come and propose
//	selesaikan                      what goes on by itself goes on, one part after the other
//	Budi mengirim berkas NAMA       a workbook; what comes of looking at it is told by the next two
//	hasil periksa Wati: BARU BERUBAH SALAH
//	hasil terapkan Wati: BARU BERUBAH
//	hasil basi Wati: BARU BERUBAH   somebody else has changed the data since the workbook was looked at
//	hasil ditolak Wati: ALASAN      it is not applied although no row is wrong
func (s *stage) perform(line string) string {
	s.seen.Reset()
	who, what, _ := strings.Cut(line, " ")
	switch {
	case who == "maju":
		d, err := time.ParseDuration(what)
		if err != nil {
			s.t.Fatal(err)
		}
		s.now = s.now.Add(d)
	case who == "data":
		s.changesData(what)
	case who == "ramai":
		s.crowd(what)
	case line == "selesaikan":
		s.finish()
	case who == "hasil":
		s.examined(what)
	case line == "jam berdetak":
		s.apply(post.Incoming{Event: dialog.Event{Input: dialog.Tick{}}})
	case line == "jatuh tempo rekap":
		s.apply(post.Incoming{Event: dialog.Event{Input: dialog.Tick{Rekap: s.now.Truncate(time.Hour)}}})
	default:
		id, known := s.people[who]
		if !known {
			s.t.Fatalf("nobody is called %q", who)
		}
		s.act(id, what)
	}
	if s.seen.Len() == 0 {
		return "  (tidak ada yang berubah)\n"
	}
	return s.seen.String()
}

func (s *stage) act(id flow.AccountID, what string) {
	verb, rest, _ := strings.Cut(what, " ")
	switch verb {
	case "masuk":
		s.enter(id)
	case "mengetik":
		s.types(id, 0, s.filled(rest))
	case "menulis":
		s.types(id, -4242, strings.TrimPrefix(rest, "di grup "))
	case "mengetuk":
		s.taps(id, rest)
	case "ingat":
		s.kept[id] = s.find(id, rest)
	case "mengirim":
		s.apply(post.Incoming{Event: dialog.Event{From: id, Input: s.sent(id, rest)}})
	case "memblokir", "membuka":
		s.apply(post.Incoming{Event: dialog.Event{From: id, Input: dialog.Blocked{Yes: verb == "memblokir"}}})
	default:
		s.t.Fatalf("nobody can %q", what)
	}
}

// enter binds somebody, without a picture of the way: another story tells it.
func (s *stage) enter(id flow.AccountID) {
	s.types(id, 0, "/start "+s.codes[s.names[id]])
	s.taps(id, "Ya, ini saya")
	s.seen.Reset()
	fmt.Fprintf(&s.seen, "  (%s terhubung)\n", s.names[id])
}

func (s *stage) filled(text string) string {
	for name, code := range s.codes {
		text = strings.ReplaceAll(text, "{"+name+"}", code)
	}
	if n, rest, ok := strings.Cut(text, "×"); ok { // "12×abc": long texts
		var times int
		if _, err := fmt.Sscan(n, &times); err == nil {
			return strings.Repeat(rest, times)
		}
	}
	return strings.ReplaceAll(text, `\n`, "\n")
}

func (s *stage) types(id, group flow.AccountID, text string) {
	var input dialog.Input = dialog.Text{Body: text}
	if command, is := strings.CutPrefix(text, "/"); is {
		name, argument, _ := strings.Cut(command, " ")
		input = dialog.Command{Name: name, Argument: argument}
	}
	s.apply(post.Incoming{Event: dialog.Event{From: id, Group: group, Input: input}})
}

func (s *stage) taps(id flow.AccountID, word string) {
	switch word {
	case "lagi":
	case "yang diingat":
		s.pressed = s.kept[id]
	default:
		s.pressed = s.find(id, word)
	}
	s.pressed.Event.From = id
	s.apply(s.pressed)
}

// find looks for the newest button with this word, an emoji before it at most; a row of a numbered list is found by its
// words, and tapped by its number.
func (s *stage) find(id flow.AccountID, word string) post.Incoming {
	messages := s.chats[id].messages
	for i := len(messages) - 1; i >= 0; i-- {
		if c, there := paging.Find(messages[i].screen, word); there {
			return post.Incoming{Message: messages[i].id, Tap: "q", Event: dialog.Event{From: id, Input: dialog.Tap{Button: c.Button}}}
		}
	}
	s.t.Fatalf("%s sees no button %q:\n%s", s.names[id], word, drawing(messages[len(messages)-1].screen))
	return post.Incoming{}
}

// sees tells whether there is a button with this word.
func (s *stage) sees(id flow.AccountID, word string) bool {
	return slices.ContainsFunc(s.chats[id].messages, func(m message) bool {
		_, there := paging.Find(m.screen, word)
		return there
	})
}

// read looks into the database.
func (s *stage) read(look func(dialog.Reader)) {
	err := s.store.Read(func(r *store.Reader) error {
		look(r)
		return nil
	})
	if err != nil {
		s.t.Fatal(err)
	}
}

// crowd lets people come whom no line names: each proposes a diklat of his own.
func (s *stage) crowd(what string) {
	n, err := strconv.Atoi(what)
	if err != nil {
		s.t.Fatal(err)
	}
	rows := imports.PegawaiImport{}
	for i := 1; i <= n; i++ {
		rows.Rows = append(rows.Rows, imports.BarisPegawai{
			NIP: identitas.NIP(fmt.Sprintf("190102011926011%03d", i)), Nama: fmt.Sprintf("ORANG %02d", i), Jabatan: "Perawat",
			Jenjang: flow.FungsionalTertentu, OPD: "Dinas Kesehatan",
		})
	}
	if _, err := s.store.ImportPegawai(rows, imports.ImportCommand, s.now, false, nil); err != nil {
		s.t.Fatal(err)
	}
	for i := 1; i <= n; i++ {
		s.joins(i)
	}
	s.seen.Reset()
	fmt.Fprintf(&s.seen, "  (%d orang mengusulkan)\n", n)
}

func (s *stage) joins(i int) {
	name, id := fmt.Sprintf("Orang%d", i), flow.AccountID(8_000_000_000+i)
	s.know(name, id)
	s.codes[name] = fmt.Sprintf("0RNG-0000-%04d", i)
	err := s.store.SaveAktivasi([]aktivasi.Aktivasi{{
		Hash: aktivasi.HashKode(s.codes[name]), Pegawai: flow.PegawaiID(len(cast) + i), Sampai: s.now.Add(time.Hour),
	}})
	if err != nil {
		s.t.Fatal(err)
	}
	s.enter(id)
	s.taps(id, "Tambah")
	s.taps(id, "Isi Manual")
	s.types(id, 0, []string{"Pelatihan Gawat Darurat", "pelatihan gawat-darurat", "Pelatihan Gizi Klinik"}[i%3])
	s.taps(id, "Simpan")
}

// finish lets the work that is not through go on to its end.
func (s *stage) finish() {
	for {
		chats, err := s.store.Unfinished()
		if err != nil {
			s.t.Fatal(err)
		}
		if len(chats) == 0 {
			return
		}
		s.apply(post.Incoming{Event: dialog.Event{From: chats[0], Input: dialog.Continue{}}})
	}
}

// changesData imports one row: the person as he is, but for what is named.
func (s *stage) changesData(what string) {
	name, change, _ := strings.Cut(what, ": ")
	kind, value, _ := strings.Cut(change, " ")
	i := slices.IndexFunc(cast, func(c castMember) bool { return c.name == name })
	list := imports.PegawaiImport{}
	err := s.store.Read(func(r *store.Reader) error {
		p, _ := r.PegawaiByNIP(nipOf(i))
		opd, _ := r.OPD(p.OPD)
		row := imports.BarisPegawai{NIP: p.NIP, Nama: p.Nama, Jabatan: p.Jabatan, Jenjang: p.Jenjang, OPD: opd.Nama}
		if kind == "OPD" {
			row.OPD = value
		} else {
			list.Columns.Peran = true
			row.AdminOPD, row.AdminSIIP = strings.Contains(value, "Admin OPD"), strings.Contains(value, "Admin SIIP-ASN")
		}
		list.Rows = append(list.Rows, row)
		return nil
	})
	if err != nil {
		s.t.Fatal(err)
	}
	if _, err := s.store.ImportPegawai(list, imports.ImportCommand, s.now, false, nil); err != nil {
		s.t.Fatal(err)
	}
	s.clockGoesOn()
}

// examined is what the program says of the workbook that was sent last.
func (s *stage) examined(what string) {
	verb, rest, _ := strings.Cut(what, " ")
	who, counts, _ := strings.Cut(rest, ": ")
	if counts2, name, named := strings.Cut(counts, " dari berkas "); named { // of several that were sent
		counts, s.file = counts2, dialog.File{Ref: "ref-" + name, Name: name, Size: 4096}
	}
	in := dialog.Examined{File: s.file, Jenis: imports.KindPegawai, Applied: verb == "terapkan"}
	if strings.HasPrefix(s.file.Name, "panduan") {
		in.Jenis = imports.KindPanduan
	}
	in.Changed = verb == "basi"
	if verb == "ditolak" {
		in.Problem = counts
	}
	_, _ = fmt.Sscan(counts, &in.Result.New, &in.Result.Changed, &in.Wrong)
	in.Result.Wrong = in.Wrong
	if verb == "paham" || verb == "terap" {
		in.Applied = verb == "terap"
		understood(&in, in.Result.New)
	}
	for i := range in.Wrong {
		in.Faults = append(in.Faults, imports.Fault{Sheet: "Pegawai", Cell: fmt.Sprintf("A%d", i+2), Reason: "NIP tersimpan sebagai angka"})
	}
	s.apply(post.Incoming{Event: dialog.Event{From: s.people[who], Input: in}})
}

// understood fills in what an import of pegawai says of itself, with so many OPD that are new.
func understood(in *dialog.Examined, opds int) {
	in.Understood = imports.Understood{
		Kind: imports.KindPegawai, Origin: "SIASN", Sheet: "Data", HeaderRow: 3, Rows: 40,
		Columns:  []imports.Column{{Name: "NIP BARU", Heading: "NIP BARU", Cell: "B3"}, {Name: "UNOR NAMA", Heading: "UNOR NAMA", Cell: "F3"}},
		Warnings: []imports.Fault{{Sheet: "Data", Cell: "D7", Reason: `NOMOR HP "-0" bukan nomor HP; dikosongkan.`}},
	}
	d := &imports.Impact{HadOPD: true, AdminSIIP: 1,
		Withdrawn: []imports.PeranChange{{Orang: imports.Orang{Nama: "TONO CONTOH", OPD: "Dinas Kesehatan"}, Peran: flow.AdminOPD, Sebab: "pindah OPD"}},
		SharedHP:  []imports.SharedHP{{HP: "+628110000001", Nama: []string{"BUDI CONTOH", "SITI CONTOH"}}},
		Missing:   []imports.Orang{{ID: 4, Nama: "SITI CONTOH, S.KM."}, {ID: 2, Nama: "BUDI CONTOH, S.Kom."}},
	}
	for i := range opds {
		d.NewOPD = append(d.NewOPD, imports.NewOPD{Nama: fmt.Sprintf("DINAS BARU %d", i+1), Near: "Dinas Kesehatan", Pegawai: 3})
	}
	in.Result.Impact = d
}

func plainWord(label string) string {
	mark := func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) && r != ')' }
	return strings.TrimSpace(strings.TrimFunc(label, mark))
}

func (s *stage) sent(id flow.AccountID, what string) dialog.Input {
	switch what {
	case "nomor sendiri":
		return dialog.Contact{Phone: "0811-0000-001", Own: true}
	case "nomor orang lain":
		return dialog.Contact{Phone: "0811-0000-001"}
	case "nomor asing":
		return dialog.Contact{Phone: "+62 899 9999 999", Own: true}
	case "berkas":
		return dialog.File{Ref: "x", Name: "usulan.xlsx", Size: 12}
	case "suntingan":
		return dialog.Edited{}
	}
	if name, is := strings.CutPrefix(what, "berkas "); is {
		s.file = dialog.File{Ref: "ref-" + name, Name: name, Size: 4096}
		return s.file
	}
	return dialog.Other{}
}
