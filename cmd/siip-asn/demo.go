package main

import (
	"context"
	"errors"
	"fmt"
	"net"
	"os"
	"path/filepath"
	"syscall"

	"github.com/spf13/cobra"

	"siip-asn/cmd/siip-asn/cli"
	"siip-asn/cmd/siip-asn/demo"
	"siip-asn/cmd/siip-asn/machine"
)

func demoCommand(a *cli.App) *cobra.Command {
	cmd := &cobra.Command{
		Use: "demo", Short: "Coba seluruh sistem di komputer ini, tanpa token dan tanpa internet", Args: cli.NoArgs,
		Long: `Jalankan seluruh sistem di komputer ini dengan data contoh: bot berbicara dengan simulator Telegram,
dan sebuah halaman menampilkan percakapannya. Semua orang di dalamnya rekaan.`,
		RunE: func(cmd *cobra.Command, _ []string) error { return (&showing{a, cmd}).run() },
	}
	cmd.Flags().String("addr", "127.0.0.1:8080", "`alamat:port` halaman demo (bawaan: 127.0.0.1:8080)")
	cmd.Flags().Bool("open", false, "buka halaman di peramban")
	cmd.Flags().Int("people", demo.People, "`jumlah` pegawai contoh (bawaan: 60)")
	cmd.Flags().String("data", "", "`folder` data contoh, kosong atau milik demo sebelumnya (bawaan: folder cache pengguna)")
	cmd.Flags().Bool("reset", false, "mulai lagi dari awal")
	return cmd
}

// showing is one run of demo.
type showing struct {
	*cli.App
	cmd *cobra.Command
}

func (s *showing) run() (err error) {
	people, _ := s.cmd.Flags().GetInt("people")
	if people < demo.People || people > 20_000 {
		return cli.Usage(fmt.Errorf("--people harus antara %d dan 20000", demo.People))
	}
	dir, err := s.folder(people)
	if err != nil {
		return err
	}
	listener, err := s.listen()
	if err != nil {
		return err
	}
	defer listener.Close()
	w, err := demo.Open(s.cmd.Context(), dir, people, namesOf(s.cmd), s.progress(people))
	if errors.Is(err, context.Canceled) {
		return errors.New("dihentikan sebelum data contoh siap; tidak ada yang disimpan")
	} else if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, w.Close()) }()
	return w.Run(s.cmd.Context(), listener, s.Stderr, func() {
		s.greet(demo.Address(listener.Addr()), dir)
		s.warnOfOthers(listener.Addr())
	})
}

// progress tells from time to time how far a larger world than the usual one is.
func (s *showing) progress(people int) func(int) {
	return func(made int) {
		if people > demo.People && made%max(people/10, 1) == 0 {
			s.Say("Menyiapkan data contoh: %d dari %d pegawai …", made, people)
		}
	}
}

// greet prints the address, and opens it when that was asked for.
func (s *showing) greet(address, dir string) {
	fmt.Fprintln(s.Stdout, address+"/")
	s.Say("Demo SIIP-ASN berjalan; buka %s/ di peramban. Hentikan dengan Ctrl+C.", address)
	s.Say("Data contoh disimpan di %s; --reset memulai lagi dari awal.", dir)
	if open, _ := s.cmd.Flags().GetBool("open"); open {
		if err := machine.OpenBrowser(s.cmd.Context(), address+"/"); err != nil {
			s.Say("Peramban tidak dapat dibuka (%v); silakan buka sendiri alamat di atas.", err)
		}
	}
}

// listen opens the address. When the usual one is taken another is offered; when one that was asked for is, it is said.
func (s *showing) listen() (net.Listener, error) {
	addr, _ := s.cmd.Flags().GetString("addr")
	host, _, err := net.SplitHostPort(addr)
	if err != nil {
		return nil, cli.Usage(fmt.Errorf("--addr harus alamat:port, misalnya 127.0.0.1:8080"))
	}
	listener, err := net.Listen("tcp", addr)
	if !errors.Is(err, syscall.EADDRINUSE) {
		return listener, err
	}
	other, otherErr := net.Listen("tcp", net.JoinHostPort(host, "0"))
	if otherErr != nil {
		return nil, errors.Join(err, otherErr)
	}
	if s.cmd.Flags().Changed("addr") {
		defer other.Close()
		return nil, fmt.Errorf("alamat %s sedang dipakai program lain; coba: siip-asn demo --addr %s", addr, other.Addr())
	}
	s.Say("Alamat %s sedang dipakai program lain; demo memakai %s.", addr, other.Addr())
	return other, nil
}

// folder is where the sample world lives: one for each size, so that it is there again at the next start.
func (s *showing) folder(people int) (string, error) {
	dir, _ := s.cmd.Flags().GetString("data")
	if dir == "" {
		cache, err := os.UserCacheDir()
		if err != nil {
			cache = os.TempDir()
		}
		dir = filepath.Join(cache, "siip-asn", fmt.Sprintf("demo-%d", people))
	}
	if err := demo.Claim(dir); err != nil {
		return "", err
	}
	if reset, _ := s.cmd.Flags().GetBool("reset"); reset {
		return dir, demo.Remove(dir)
	}
	return dir, nil
}
