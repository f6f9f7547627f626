// Package machine is what the program asks of the machine it runs on: a browser, bounds of the process, files that only
// this user may read, a service of systemd. It imports nothing of the project. A newcomer reads Unit and WriteSecret.
package machine

import (
	"bytes"
	_ "embed"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"os/user"
	"path/filepath"
	"strings"
	"text/template"
)

// unitText is the unit of systemd for a bot that lives where it was set up.
//
//go:embed siip-asn.service
var unitText string

var unitTemplate = template.Must(template.New("unit").Funcs(template.FuncMap{"word": unitWord, "path": unitPath, "plain": unitPlain}).Parse(unitText))

// The name of the service, and where systemd looks for its unit.
const (
	UnitName = "siip-asn.service"
	UnitHome = "/etc/systemd/system/" + UnitName
)

// Unit is the text of the unit for this machine: the program, the user and the folder as they are now. writes are the
// folders that the bot writes to besides that folder.
func Unit(config string, writes ...string) ([]byte, error) {
	here, err := os.Getwd()
	if err != nil {
		return nil, err
	}
	who := "root"
	if u, err := user.Current(); err == nil {
		who = u.Username
	}
	folders := []string{here}
	for _, folder := range writes {
		folders = append(folders, "-"+Absolute(folder)) // it need not be there yet
	}
	var b bytes.Buffer
	err = unitTemplate.Execute(&b, map[string]any{"Program": Executable(), "Config": Absolute(config), "Folder": here, "User": who, "Writes": folders})
	return b.Bytes(), err
}

// InstallUnit installs the unit and starts it, now and whenever the machine starts. It needs root and systemd.
func InstallUnit(unit []byte) error {
	if err := os.WriteFile(UnitHome, unit, 0o644); err != nil {
		return fmt.Errorf("layanan: %w", err)
	}
	for _, args := range [][]string{{"daemon-reload"}, {"enable", "--now", strings.TrimSuffix(UnitName, ".service")}} {
		if out, err := exec.Command("systemctl", args...).CombinedOutput(); err != nil {
			return fmt.Errorf("systemctl %s: %w\n%s", strings.Join(args, " "), err, bytes.TrimSpace(out))
		}
	}
	return nil
}

// MayInstall tells whether InstallUnit can work here.
func MayInstall() bool {
	info, err := os.Stat("/run/systemd/system")
	return err == nil && info.IsDir() && os.Geteuid() == 0
}

// unitWord quotes a word of a command in a unit, unitPath that of a path, and unitPlain writes what is not quoted there:
// systemd reads %, $, \ and " in its own way.
func unitWord(s string) string { return unitPath(strings.ReplaceAll(s, "$", "$$")) }

func unitPath(s string) string {
	return `"` + strings.NewReplacer(`\`, `\\`, `"`, `\"`).Replace(unitPlain(s)) + `"`
}

func unitPlain(s string) string { return strings.ReplaceAll(s, "%", "%%") }

// Executable is the path of this program.
func Executable() string {
	path, err := os.Executable()
	if err != nil {
		return "siip-asn"
	}
	return path
}

// Absolute is a path that holds in any folder.
func Absolute(path string) string {
	abs, err := filepath.Abs(path)
	if err != nil {
		return path
	}
	return abs
}

// WriteSecret writes a file for this user only, mode 600. It takes the place of an earlier one when it is whole and durable; a
// symbolic link stays, and what it leads to is replaced.
func WriteSecret(path string, text []byte) error {
	if to, err := filepath.EvalSymlinks(path); err == nil {
		path = to
	}
	if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
		return fmt.Errorf("berkas tidak dapat ditulis: %w", err)
	}
	f, err := os.CreateTemp(filepath.Dir(path), "."+filepath.Base(path)+".*") // mode 600
	if err != nil {
		return fmt.Errorf("berkas tidak dapat ditulis: %w", err)
	}
	_, err = f.Write(text)
	if err = errors.Join(err, f.Sync(), f.Close()); err == nil {
		err = os.Rename(f.Name(), path)
	}
	if err != nil {
		return errors.Join(fmt.Errorf("berkas tidak dapat ditulis: %w", err), os.Remove(f.Name()))
	}
	return nil
}
