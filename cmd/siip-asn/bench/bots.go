package main

import (
	"fmt"
	"net"
	"os"
	"path/filepath"
)

// kind is a kind of bot.
type kind struct {
	name  string
	start func(o options, address, dir string) (*process, error)
}

var (
	plainBot   = kind{"telebot that stores nothing", startPlain}
	batchBot   = kind{"telebot + bbolt Batch 1 ms", startBatch}
	theProgram = kind{"this program", startProgram}
	kinds      = []kind{plainBot, batchBot, theProgram}
)

func startPlain(_ options, address, _ string) (*process, error) {
	me, err := os.Executable()
	if err != nil {
		return nil, err
	}
	return start("", me, "-usual", address)
}

func startBatch(_ options, address, dir string) (*process, error) {
	me, err := os.Executable()
	if err != nil {
		return nil, err
	}
	return start("", me, "-usual", address, "-base", filepath.Join(dir, "usual.db"))
}

// startProgram starts the program without its limits: the closed loop asks how fast it can be, not how fast it may.
func startProgram(o options, address, dir string) (*process, error) {
	return startWith(o, address, dir, 0, "  limits: false\n")
}

// limited is the program with its default limits, and a number of notices in its outbox when it starts.
func limited(notices int) kind {
	return kind{theProgram.name, func(o options, address, dir string) (*process, error) { return startWith(o, address, dir, notices, "") }}
}

func startWith(o options, address, dir string, notices int, telegram string) (*process, error) {
	path := filepath.Join(dir, "siip-asn.db")
	if err := seed(path, notices); err != nil {
		return nil, fmt.Errorf("database: %w", err)
	}
	free, err := net.Listen("tcp", "127.0.0.1:0") // the system chooses a port that nobody has; the program takes it over
	if err != nil {
		return nil, err
	}
	page := free.Addr().String()
	free.Close()
	text := fmt.Sprintf("telegram:\n  token: \"42:x\"\n  api_url: %s\n%sdatabase:\n  path: %q\nbackup:\n  jadwal: \"\"\nhttp:\n  addr: %s\nlog:\n  level: warn\n",
		address, telegram, path, page)
	config := filepath.Join(dir, "config.yaml")
	if err := os.WriteFile(config, []byte(text), 0o600); err != nil {
		return nil, err
	}
	return start("http://"+page+"/metrics", o.program, "serve", "--config", config)
}
