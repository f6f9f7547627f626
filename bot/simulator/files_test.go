package simulator

import (
	"bytes"
	"image"
	"image/png"
	"io"
	"mime/multipart"
	"net/http"
	"regexp"
	"strings"
	"testing"

	"siip-asn/bot/simulator/world"
)

// upload posts a file as a bot does.
func (b *bot) upload(method, field, name string, content []byte, fields map[string]string) reply {
	b.t.Helper()
	kind, body := multipartBody(fields, field, name, content)
	r, err := b.post(b.t.Context(), method, kind, body)
	if err != nil {
		b.t.Fatal(err)
	}
	return r
}

func (b *bot) fetch(path string) (int, []byte) {
	b.t.Helper()
	resp, err := http.Get(b.url + "/file/bot" + b.sim.Token() + "/" + path)
	if err != nil {
		b.t.Fatal(err)
	}
	defer resp.Body.Close()
	raw, _ := io.ReadAll(resp.Body)
	return resp.StatusCode, raw
}

func picture(w, h int) []byte {
	var out bytes.Buffer
	_ = png.Encode(&out, image.NewGray(image.Rect(0, 0, w, h)))
	return out.Bytes()
}

var toSari = map[string]string{"chat_id": "7000000001"}

func TestDocumentFromTheBot(t *testing.T) {
	b, p := start(t, Options{})
	r := b.upload("sendDocument", "document", "../rekap.xlsx", []byte("isi"), map[string]string{
		"chat_id": "7000000001", "caption": "<b>Rekap</b>", "parse_mode": "HTML", "reply_markup": `{"inline_keyboard":[[{"text":"a","callback_data":"b"}]]}`,
	})
	if !r.OK {
		t.Fatal(r.body)
	}
	m := p.Last()
	d := m.Document
	if d.FileName != "rekap.xlsx" || d.FileSize != 3 || !strings.Contains(d.MimeType, "spreadsheet") {
		t.Errorf("%+v", d)
	}
	if m.Caption != "Rekap" || len(m.CaptionEntities) != 1 || m.Inline == nil || m.Words() != "Rekap" {
		t.Errorf("%+v", m)
	}
	info := must[fileInfo](b, "getFile", args{"file_id": d.FileID})
	if info.FileUniqueID != d.FileUniqueID || !strings.HasSuffix(info.FilePath, ".xlsx") {
		t.Errorf("%+v", info)
	}
	if code, raw := b.fetch(info.FilePath); code != 200 || string(raw) != "isi" {
		t.Error(code, string(raw))
	}
}

func TestFileSentAgainByItsID(t *testing.T) {
	b, p := start(t, Options{})
	b.upload("sendDocument", "document", "a.pdf", []byte("isi"), toSari)
	first := p.Last().Document
	again := must[Message](b, "sendDocument", args{"chat_id": p.ID(), "document": first.FileID})
	if *again.Document != *first {
		t.Errorf("%+v %+v", again.Document, first)
	}
	attached := b.upload("sendDocument", "berkas", "b.txt", []byte("x"), map[string]string{"chat_id": "7000000001", "document": "attach://berkas"})
	if !attached.OK || p.Last().Document.FileName != "b.txt" {
		t.Error(attached.body)
	}
}

func TestFilesThatAreRefused(t *testing.T) {
	b, p := start(t, Options{})
	b.sim.Sizes = world.Sizes{Upload: 50_000, Photo: 10_000, Download: 20_000}
	const wrong = "Bad Request: wrong file identifier/HTTP URL specified"
	b.refused("sendDocument", args{"chat_id": p.ID()}, 400, "Bad Request: there is no document in the request")
	b.refused("sendPhoto", args{"chat_id": p.ID()}, 400, "Bad Request: there is no photo in the request")
	b.refused("sendDocument", args{"chat_id": p.ID(), "document": "BQAnothing"}, 400, wrong)
	b.refused("getFile", args{"file_id": "BQAnothing"}, 400, "Bad Request: invalid file_id")
	b.refused("getFile", args{}, 400, "Bad Request: file_id not specified")
	b.upload("sendPhoto", "photo", "a.png", picture(3, 2), toSari)
	b.refused("sendDocument", args{"chat_id": p.ID(), "document": p.Last().Photo[0].FileID}, 400, wrong)
	for _, c := range []struct {
		method, field string
		content       []byte
		code          int
		want          string
	}{
		{"sendDocument", "document", nil, 400, "Bad Request: file must be non-empty"},
		{"sendDocument", "document", make([]byte, 50_001), 413, "Request Entity Too Large"},
		{"sendPhoto", "photo", make([]byte, 10_001), 413, "Request Entity Too Large"},
		{"sendPhoto", "photo", []byte("no picture"), 400, "Bad Request: IMAGE_PROCESS_FAILED"},
		{"sendPhoto", "photo", picture(100, 2), 400, "Bad Request: PHOTO_INVALID_DIMENSIONS"},
	} {
		r := b.upload(c.method, c.field, "a.bin", c.content, toSari)
		if r.status != c.code || r.Description != c.want {
			t.Errorf("%s of %d bytes: %d %s", c.method, len(c.content), r.status, r.body)
		}
	}
	var parts bytes.Buffer
	w := multipart.NewWriter(&parts)
	for range 2 {
		part, _ := w.CreateFormFile("document", "a")
		_, _ = part.Write(make([]byte, 25_001))
	}
	if r, err := b.post(t.Context(), "sendDocument", w.FormDataContentType(), &parts); err != nil || r.status != 413 {
		t.Errorf("two large files: %v %s", err, r.body)
	}
	long := b.upload("sendDocument", "document", "a.txt", []byte("x"), map[string]string{"chat_id": "7000000001", "caption": strings.Repeat("a", 1025)})
	if long.Description != "Bad Request: message caption is too long" {
		t.Error(long.body)
	}
}

func TestSizesAreTheRealOnes(t *testing.T) {
	if got := New(Options{}).Sizes; got != (world.Sizes{Upload: 52_428_800, Photo: 10_485_760, Download: 20_971_520}) {
		t.Error(got)
	}
}

func TestPictures(t *testing.T) {
	b, p := start(t, Options{})
	if r := b.upload("sendPhoto", "photo", "a.png", picture(30, 20), toSari); !r.OK {
		t.Fatal(r.body)
	}
	if size := p.Last().Photo[0]; size.Width != 30 || size.Height != 20 {
		t.Errorf("%+v", size)
	}
	p.Photo(picture(4, 4), "foto")
	if m := b.one().Message; len(m.Photo) != 1 || m.Caption != "foto" {
		t.Errorf("%+v", m)
	}
	p.Photo([]byte("no picture"), "")
	if m := b.one().Message; m.Document == nil {
		t.Errorf("%+v", m)
	}
	p.Sticker()
	if m := b.one().Message; m.Sticker == nil || m.Sticker.Type != "regular" {
		t.Errorf("%+v", m)
	}
}

func TestUploadsOfPeople(t *testing.T) {
	b, p := start(t, Options{})
	p.Upload("daftar pegawai.xlsx", "application/x-anything", []byte("isi"), "ini daftarnya /start")
	m := b.one().Message
	if m.Document.FileName != "daftar pegawai.xlsx" || m.Document.MimeType != "application/x-anything" || m.CaptionEntities[0].Type != "bot_command" {
		t.Errorf("%+v", m)
	}
	info := must[fileInfo](b, "getFile", args{"file_id": m.Document.FileID})
	if _, raw := b.fetch(info.FilePath); string(raw) != "isi" {
		t.Error(string(raw))
	}
	p.Upload("pas.zip", "", make([]byte, 20<<20), "")
	must[fileInfo](b, "getFile", args{"file_id": b.one().Message.Document.FileID})
	p.Upload("besar.zip", "", make([]byte, 20<<20+1), "")
	b.refused("getFile", args{"file_id": b.one().Message.Document.FileID}, 400, "Bad Request: file is too big")
}

func TestFilesAreBounded(t *testing.T) {
	b, p := start(t, Options{FileBytes: 10})
	var ids []string
	for range 3 {
		p.Upload("a.txt", "", []byte("12345"), "")
		ids = append(ids, b.one().Message.Document.FileID)
	}
	b.refused("getFile", args{"file_id": ids[0]}, 400, "Bad Request: invalid file_id")
	must[fileInfo](b, "getFile", args{"file_id": ids[1]})
	if b.sim.Blobs.Size != 10 {
		t.Error(b.sim.Blobs.Size)
	}
}

// TestAFileWithoutANameIsAFile: some clients send what they read from a stream so.
func TestAFileWithoutANameIsAFile(t *testing.T) {
	b, p := start(t, Options{})
	if r := b.upload("sendDocument", "document", "", []byte("isi"), toSari); !r.OK || p.Last().Document == nil {
		t.Error(r.body)
	}
	if r := b.upload("sendPhoto", "photo", "", picture(3, 2), toSari); !r.OK || len(p.Last().Photo) == 0 {
		t.Error(r.body)
	}
}

// TestTheTokenHasTheFormThatClientsAskFor.
func TestTheTokenHasTheFormThatClientsAskFor(t *testing.T) {
	if token := New(Options{}).Token(); !regexp.MustCompile(`^[0-9]{8,10}:[A-Za-z0-9_-]{35}$`).MatchString(token) {
		t.Error(token)
	}
}
