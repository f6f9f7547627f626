package main

import (
	"strings"
	"testing"
)

// TestTheBotRunsOnlyOnceItsTokenIsProven has a server that refuses the token.
func TestTheBotRunsOnlyOnceItsTokenIsProven(t *testing.T) {
	o := newOffice(t)
	p := o.program(t)
	p.Environ = []string{"SIIP_TELEGRAM_TOKEN=1:salah"}
	p.Start()
	if err := p.Cmd.Wait(); err == nil || !strings.Contains(p.Output.String(), "telegram.token ditolak") || strings.Contains(p.Output.String(), "Bot berjalan") {
		t.Errorf("%v\n%s", err, p.Output.String())
	}
	p.Environ = nil
	p.Start()
	p.Says("Bot berjalan sebagai @siip_asn_bot")
	p.End()
}

// TestABotWithoutALineSaysSo to who has started it, once and without the token; and goes on.
func TestABotWithoutALineSaysSo(t *testing.T) {
	o := newOffice(t)
	p := o.program(t)
	p.Environ = []string{"SIIP_TELEGRAM_API_URL=http://127.0.0.1:1"}
	p.Start()
	p.Says("Belum tersambung ke Telegram: http://127.0.0.1:1: ")
	p.Says("Dicoba terus, bot tidak perlu dijalankan ulang.")
	p.End()
	if text := p.Output.String(); strings.Count(text, "Belum tersambung") != 1 || strings.Contains(text, testToken) || strings.Contains(text, "Bot berjalan") {
		t.Errorf("%s", text)
	}
}
