package main

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"strings"
)

// errNoAnswer is a question to which nobody answers: standard input has ended, or was never a person.
var errNoAnswer = errors.New("tidak ada jawaban")

// ask puts a question on standard error and reads one line. It is errNoAnswer when there is nobody.
func (a *app) ask(question string) (string, error) {
	if a.stdin == nil {
		return "", errNoAnswer
	}
	if a.lines == nil {
		a.lines = bufio.NewReader(io.LimitReader(a.stdin, 1<<20))
	}
	fmt.Fprint(a.stderr, question+" ")
	line, err := a.lines.ReadString('\n')
	if err != nil && line == "" {
		fmt.Fprintln(a.stderr)
		return "", errNoAnswer
	}
	return strings.TrimSpace(line), nil
}

// agrees asks a question that is answered with ya or tidak, until it is. Nothing, and nobody, is no.
func (a *app) agrees(question string) bool {
	for {
		answer, err := a.ask(question + " [ya/tidak]")
		switch strings.ToLower(answer) {
		case "ya", "y":
			return err == nil
		case "", "tidak", "t", "n":
			return false
		}
		a.say("Mohon jawab ya atau tidak.")
	}
}
