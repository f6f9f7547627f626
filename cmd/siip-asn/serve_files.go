package main

import (
	"os"
	"path/filepath"
	"runtime"
	"strings"

	"siip-asn/cmd/siip-asn/cli"
	"siip-asn/cmd/siip-asn/config"
	"siip-asn/cmd/siip-asn/office"
)

// warnOfOpenFiles says what others on this machine can read or change that they should not.
func warnOfOpenFiles(a *cli.App, c config.Config) {
	if runtime.GOOS == "windows" {
		return // its files have no such modes
	}
	for _, f := range guardedFiles(a, c) {
		info, err := os.Stat(f.path)
		if err != nil || info.IsDir() != f.folder || info.Mode().Perm()&f.never == 0 {
			continue
		}
		a.Say("Perhatian: %s %s terbuka bagi pengguna lain di komputer ini (izin %04o). Perbaiki dengan: chmod %s %s",
			f.what, f.path, info.Mode().Perm(), f.mend, f.path)
	}
}

// guardedFile is something that others must not have.
type guardedFile struct {
	what, path string
	never      os.FileMode // bits that must not be there
	mend       string      // what chmod takes them away with
	folder     bool        // what is of the other kind is a mistake of its own, and no advice on modes mends it
}

func guardedFiles(a *cli.App, c config.Config) []guardedFile {
	secret := func(what, path string) guardedFile { return guardedFile{what, path, 0o077, "600", false} }
	folder := func(what, path string) guardedFile { return guardedFile{what, path, 0o022, "go-w", true} }
	list := []guardedFile{
		secret("basis data", c.Database), folder("folder basis data", filepath.Dir(c.Database)), folder("folder salinan", c.DirBackup),
	}
	if copies := office.Backups(c.DirBackup); len(copies) > 0 {
		list = append(list, secret("salinan", copies[len(copies)-1]))
	}
	if c.TokenInFile {
		list = append(list, secret("berkas konfigurasi yang berisi token", a.ConfigPath))
	}
	if c.TokenFile != "" && !isCredential(a, c.TokenFile) {
		list = append(list, secret("berkas token", c.TokenFile))
	}
	return list
}

// isCredential tells whether systemd guards the file: its modes do not say for whom it is.
func isCredential(a *cli.App, path string) bool {
	for _, pair := range a.Environ {
		if dir, is := strings.CutPrefix(pair, "CREDENTIALS_DIRECTORY="); is && dir != "" {
			return strings.HasPrefix(path, dir+"/")
		}
	}
	return false
}
