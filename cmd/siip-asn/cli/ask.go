package cli

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"strings"
)

// errNoAnswer is a question to which nobody answers: standard input has ended, or was never a person.
var errNoAnswer = errors.New("tidak ada jawaban")

// Ask puts a question on standard error and reads one line. It is errNoAnswer when there is nobody.
func (a *App) Ask(question string) (string, error) {
	if a.Stdin == nil {
		return "", errNoAnswer
	}
	if a.lines == nil {
		a.lines = bufio.NewReader(io.LimitReader(a.Stdin, 1<<20))
	}
	fmt.Fprint(a.Stderr, question+" ")
	line, err := a.lines.ReadString('\n')
	if err != nil && line == "" {
		fmt.Fprintln(a.Stderr)
		return "", errNoAnswer
	}
	return strings.TrimSpace(line), nil
}

// Agrees asks a question that is answered with ya or tidak, until it is. Nothing, and nobody, is no.
func (a *App) Agrees(question string) bool {
	for {
		answer, err := a.Ask(question + " [ya/tidak]")
		switch strings.ToLower(answer) {
		case "ya", "y":
			return err == nil
		case "", "tidak", "t", "n":
			return false
		}
		a.Say("Mohon jawab ya atau tidak.")
	}
}
