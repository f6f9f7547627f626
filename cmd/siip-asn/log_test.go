package main

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"strings"
	"testing"

	"siip-asn/bot/simulator"
	"siip-asn/cmd/siip-asn/cli"
	"siip-asn/cmd/siip-asn/config"
	"siip-asn/cmd/siip-asn/desk"
	"siip-asn/cmd/siip-asn/office"
)

const hostile = "x\nlevel=ERROR msg=\"palsu\"\r\n\x1b[31mmerah\x1b[0m \u202e NIP 190101011925011001"

// TestALogLineIsOneLine writes what people send into the log, in both formats.
func TestALogLineIsOneLine(t *testing.T) {
	for _, format := range []string{"text", "json"} {
		var out bytes.Buffer
		c := config.Defaults()
		c.LogFormat = format
		log := office.Logger(&out, c)
		log.Warn(hostile, "text", hostile, "error", fmt.Errorf("import: %w", errors.New(hostile)))
		log.With("file", hostile).Info("x", "name", hostile)
		text := out.String()
		if strings.Count(text, "\n") != 2 || strings.ContainsAny(text, "\r\x1b") {
			t.Errorf("%s: %q", format, text)
		}
		if strings.Contains(text, "190101011925011001") || !strings.Contains(text, "1901***********001") {
			t.Errorf("%s: a NIP as it is: %q", format, text)
		}
		for line := range strings.Lines(text) {
			if format == "json" && !json.Valid([]byte(line)) {
				t.Errorf("no JSON: %q", line)
			}
		}
	}
}

func TestATerminalIsNotActedOn(t *testing.T) {
	var out, say bytes.Buffer
	a := &cli.App{Stdout: &out, Stderr: &say}
	a.Say("%s", hostile)
	desk.Reply{Say: a.Say, Result: &out}.Printf("%s", hostile)
	a.Complain(errors.New(hostile))
	if text := out.String() + say.String(); strings.ContainsAny(text, "\r\x1b") {
		t.Errorf("%q", text)
	}
}

// TestNobodyWritesIntoTheLog lets a person send all that the program could repeat.
func TestNobodyWritesIntoTheLog(t *testing.T) {
	o := newOffice(t)
	p := o.program(t)
	p.Start()
	wati := &human{o, o.sim.Person(simulator.Profile{ID: 7_000_000_004, FirstName: hostile, LastName: hostile, Phone: "+628110000004"})}
	wati.enters()
	for _, text := range []string{hostile, "/start " + hostile, "/" + strings.Repeat("x", 30) + hostile} {
		wati.Send(text)
	}
	wati.TapData(0, hostile)
	wati.Upload(hostile+".xlsx", "", []byte(hostile), hostile)
	wati.sees("bukan tabel Excel")
	wati.Send("/start")
	p.End()
	for line := range strings.Lines(p.Output.String()) {
		if !strings.HasPrefix(line, "time=") && !strings.HasPrefix(line, "Memeriksa token pada http://127.0.0.1") && line != "Bot berjalan sebagai @siip_asn_bot. Hentikan dengan Ctrl+C.\n" {
			t.Errorf("somebody has written into the log: %q", line)
		}
	}
	if strings.ContainsAny(p.Output.String(), "\x1b\r") || strings.Contains(p.Output.String(), "190101011925011001") {
		t.Errorf("%q", p.Output.String())
	}
}
