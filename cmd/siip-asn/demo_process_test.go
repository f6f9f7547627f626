package main

import (
	"bufio"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"
	"unicode"

	"siip-asn/cmd/siip-asn/config"
	"siip-asn/cmd/siip-asn/process"
	"siip-asn/flow"
)

// demoProcess is siip-asn demo as a process of its own, looked at as its page does.
type demoProcess struct {
	t       *testing.T
	cmd     *exec.Cmd
	said    process.Output
	address string
}

// newDemo is a demo in a folder, not started yet.
func newDemo(t *testing.T, dir string, args ...string) *demoProcess {
	t.Helper()
	d := &demoProcess{t: t}
	d.cmd = exec.Command(os.Args[0], append([]string{"demo", "--data", dir}, args...)...)
	d.cmd.Env = append(os.Environ(), "SIIP_ASN_BE_THE_PROGRAM=1")
	d.cmd.Stderr = &d.said
	t.Cleanup(func() {
		if t.Failed() {
			t.Logf("the demo has said:\n%s", d.said.String())
		}
	})
	return d
}

// start waits for the address, which is all that the demo prints on its standard output.
func (d *demoProcess) start() *demoProcess {
	d.t.Helper()
	out, err := d.cmd.StdoutPipe()
	if err == nil {
		err = d.cmd.Start()
	}
	if err != nil {
		d.t.Fatal(err)
	}
	d.t.Cleanup(d.kill)
	line, err := bufio.NewReader(out).ReadString('\n')
	if err != nil {
		d.t.Fatalf("%v: %s", err, d.said.String())
	}
	d.address = strings.TrimSuffix(line, "/\n")
	return d
}

// kill ends the demo without a warning.
func (d *demoProcess) kill() {
	_ = d.cmd.Process.Kill()
	_ = d.cmd.Wait()
}

// end stops the demo as Ctrl+C does.
func (d *demoProcess) end() {
	d.t.Helper()
	_ = d.cmd.Process.Signal(os.Interrupt)
	if err := d.cmd.Wait(); err != nil {
		d.t.Errorf("the demo ended with %v\n%s", err, d.said.String())
	}
}

func (d *demoProcess) get(path string, into any) *http.Response {
	d.t.Helper()
	resp, err := http.Get(d.address + path)
	if err != nil {
		d.t.Fatal(err)
	}
	defer resp.Body.Close()
	raw, err := io.ReadAll(resp.Body)
	if into != nil && err == nil {
		err = json.Unmarshal(raw, into)
	}
	if err != nil {
		d.t.Fatalf("%s: %v in %s", path, err, raw)
	}
	return resp
}

// post does something as the page does, and gives the status.
func (d *demoProcess) post(path, body string) int {
	d.t.Helper()
	req, _ := http.NewRequestWithContext(d.t.Context(), http.MethodPost, d.address+path, strings.NewReader(body))
	req.Header.Set("Content-Type", "application/json")
	req.Header.Set("X-Simulator", "1")
	resp, err := http.DefaultClient.Do(req)
	if err != nil {
		d.t.Fatal(err)
	}
	resp.Body.Close()
	return resp.StatusCode
}

// demoState is how things stand in the sample world.
type demoState struct {
	Running bool
	Clock   time.Time
	Phones  []flow.AccountID
}

func (d *demoProcess) state() (s demoState) {
	d.t.Helper()
	d.get("/demo/state", &s)
	return s
}

// demoMessage is what the test reads of a message.
type demoMessage struct {
	ID      int64 `json:"message_id"`
	Date    int64
	Text    string
	Caption string `json:"caption"`
	Out     bool
}

func (d *demoProcess) chat(id flow.AccountID) []demoMessage {
	d.t.Helper()
	var c struct{ Messages []demoMessage }
	d.get(fmt.Sprintf("/sim/chats/%d", id), &c)
	return c.Messages
}

// hears waits until the bot has written something with these words to somebody, after a message.
func (d *demoProcess) hears(id flow.AccountID, after int64, words string) (heard demoMessage) {
	d.t.Helper()
	eventually(d.t, fmt.Sprintf("%d hears %q", id, words), func() bool {
		for _, m := range d.chat(id) {
			if m.ID > after && m.Out && strings.Contains(m.Text+m.Caption, words) {
				heard = m
				return true
			}
		}
		return false
	})
	return heard
}

// says sends a text and gives its message.
func (d *demoProcess) says(id flow.AccountID, text string) int64 {
	d.t.Helper()
	if code := d.post(fmt.Sprintf("/sim/chats/%d/send", id), fmt.Sprintf(`{"text":%q}`, text)); code != http.StatusOK {
		d.t.Fatalf("%q: %d", text, code)
	}
	chat := d.chat(id)
	return chat[len(chat)-1].ID
}

// waitFor waits until the demo has said something.
func (d *demoProcess) waitFor(words string) {
	d.t.Helper()
	eventually(d.t, "the demo says "+words, func() bool { return strings.Contains(d.said.String(), words) })
}

// waitSaved waits until a message has reached the file of the simulator, which is written a moment after each change.
func waitSaved(t *testing.T, dir string, m demoMessage) {
	t.Helper()
	id := fmt.Sprintf(`"message_id":%d,`, m.ID)
	first, _, _ := strings.Cut(m.Text, "\n")
	text, err := json.Marshal(first) // the message may have been saved before it was changed
	if err != nil {
		t.Fatal(err)
	}
	eventually(t, "the message is saved", func() bool {
		raw, _ := os.ReadFile(filepath.Join(dir, "simulator.json"))
		return strings.Contains(string(raw), id) && strings.Contains(string(raw), string(text[1:len(text)-1]))
	})
}

// soundWorld looks through the database of a demo that has ended: all is well in it, and nothing was set aside.
func soundWorld(t *testing.T, dir string) {
	t.Helper()
	c := config.Defaults()
	c.Database = filepath.Join(dir, "siip-asn.db")
	(&rig{t: t, config: c}).sound()
}

// eventually waits for a condition, with much patience: the machine may be busy.
func eventually(t *testing.T, what string, condition func() bool) {
	t.Helper()
	for deadline := time.Now().Add(2 * time.Minute); !condition(); time.Sleep(20 * time.Millisecond) {
		if time.Now().After(deadline) {
			t.Fatalf("it never came: %s", what)
		}
	}
}

// writeProgram writes a script that can be called by its name.
func writeProgram(t *testing.T, name, text string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), name)
	if err := os.WriteFile(path, []byte(text), 0o700); err != nil {
		t.Fatal(err)
	}
	return path
}

// trimEmoji leaves the words of a label.
func trimEmoji(label string) string {
	return strings.TrimLeftFunc(label, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
}
