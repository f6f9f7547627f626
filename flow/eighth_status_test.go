package flow_test

import (
	"encoding/json"
	"slices"
	"strings"
	"testing"

	"siip-asn/flow"
	"siip-asn/flow/daftar"
	"siip-asn/flow/hitung"
)

// TestAnEighthStatus: a status more in a copy of the table, and nothing panics or has no word for it.
func TestAnEighthStatus(t *testing.T) {
	const ditunda flow.Status = 7
	flow.WithStatus(t, flow.StatusRecord{
		Status: ditunda, Kode: "ditunda", Kata: "USULAN DITUNDA", Daftar: true, Tunggu: flow.AdminSIIP,
		Selesai: "Ditunda", Toast: "Usulan telah ditunda.", Beralasan: true,
	})
	for _, s := range flow.Statuses {
		if r := s.Record(); s.String() == "" || s != flow.Masuk && (r.Selesai == "" || r.Toast == "") {
			t.Errorf("status %d: %+v", s.Nomor(), r)
		}
	}
	u := flow.Usulan{ID: 1, Versi: 1, Pegawai: 1, OPD: 1, Status: ditunda}
	b, err := json.Marshal(u)
	var again flow.Usulan
	if err != nil || json.Unmarshal(b, &again) != nil || again != u || !strings.Contains(string(b), `"ditunda"`) {
		t.Errorf("%s %v", b, err)
	}
	roles := []flow.Peran{flow.Pemilik, flow.AdminOPD, flow.AdminSIIP}
	if _, reason := flow.Judge(flow.Aturan{}, u, roles, flow.Teruskan, 1); reason != flow.UsulanSendiri {
		t.Errorf("without a row of Siklus nothing is possible: %d", reason)
	}
	rekap := hitung.New(flow.Aturan{}, hitung.Input{Periode: 2026, Baris: []daftar.Baris{{Usulan: 1, Diklat: "Pelatihan SPBE", Status: ditunda}}})
	if rekap.Total.All != 1 || rekap.Total.Status[ditunda] != 1 {
		t.Errorf("%+v", rekap.Total)
	}
	if !slices.ContainsFunc(rekap.Waiting, func(w hitung.Waiting) bool { return w.Status == ditunda && w.With == "Admin SIIP-ASN" && w.Count == 1 }) {
		t.Errorf("it waits for the Admin SIIP-ASN, and the rekap does not say so: %+v", rekap.Waiting)
	}
}
