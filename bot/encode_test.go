package bot

import (
	"encoding/json"
	"strings"
	"testing"

	"siip-asn/flow/dialog/ui"
)

func TestTextOfPeopleIsNeverMarkup(t *testing.T) {
	got := encodeText(ui.Spans{}.Plain("Dari ").Bold(`<b>&"O'Neil"</b>`).Quote("</blockquote><a href=x>"))
	want := `Dari <b>&lt;b&gt;&amp;&#34;O&#39;Neil&#34;&lt;/b&gt;</b><blockquote>&lt;/blockquote&gt;&lt;a href=x&gt;</blockquote>`
	if got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
}

func TestWhatWouldNotFitIsCut(t *testing.T) {
	got := encodeText(ui.Spans{}.Bold(strings.Repeat("ß", 4000)).Plain(strings.Repeat("<", 200)).Plain("gone"))
	if strings.Contains(got, "gone") || strings.Count(got, "&lt;") != 95 || !strings.HasSuffix(got, "…") {
		t.Errorf("%s", got[len(got)-40:])
	}
}

func TestMarkupHasOnlyFieldsOfTheBotAPI(t *testing.T) {
	for _, c := range []struct {
		screen ui.Screen
		want   string
	}{
		{ui.Screen{}, `null`},
		{ui.Screen{Keyboard: ui.Keyboard{Contact: "Kirim"}}, `{"keyboard":[[{"text":"Kirim","request_contact":true}]],"resize_keyboard":true,"one_time_keyboard":true}`},
		{ui.Screen{Keyboard: ui.Keyboard{Drop: true}}, `{"remove_keyboard":true}`},
		{
			ui.Screen{Rows: [][]ui.Choice{{
				{Label: "Setujui", Button: ui.Button{Word: "setujui", ID: 36, Versi: 2}, Tone: ui.Good},
				{Label: "Buka", Link: "https://t.me/x"},
			}}},
			`{"inline_keyboard":[[{"text":"Setujui","callback_data":"setujui:10:2","style":"success"},{"text":"Buka","url":"https://t.me/x"}]]}`,
		},
	} {
		got, err := json.Marshal(encodeMarkup(c.screen))
		if err != nil || string(got) != c.want {
			t.Errorf("got  %s\nwant %s", got, c.want)
		}
	}
}
