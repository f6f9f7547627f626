package cli

import (
	"cmp"
	"errors"
	"fmt"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"
)

// flagError says in Indonesian what is wrong with a flag.
func flagError(err error) error {
	var unknown *pflag.NotExistError
	var missing *pflag.ValueRequiredError
	var invalid *pflag.InvalidValueError
	switch {
	case errors.As(err, &unknown) && unknown.GetSpecifiedName() != "" && strings.Trim(unknown.GetSpecifiedName(), "0123456789") == "":
		return fmt.Errorf("-%s bukan nomor; tulis nomor tanpa tanda minus", cmp.Or(unknown.GetSpecifiedShortnames(), unknown.GetSpecifiedName()))
	case errors.As(err, &unknown):
		return fmt.Errorf("pilihan %s tidak dikenal", dashed(unknown.GetSpecifiedName(), unknown.GetSpecifiedShortnames()))
	case errors.As(err, &missing):
		return fmt.Errorf("pilihan %s memerlukan nilai", dashed(missing.GetSpecifiedName(), missing.GetSpecifiedShortnames()))
	case errors.As(err, &invalid):
		return fmt.Errorf("nilai %q untuk pilihan --%s tidak benar", invalid.GetValue(), invalid.GetFlag().Name)
	default:
		return fmt.Errorf("pilihan tidak benar: %w", err)
	}
}

// dashed writes a flag as it was typed: -x among short ones, --name else.
func dashed(name, among string) string {
	if among != "" {
		return "-" + name
	}
	return "--" + name
}

// NoArgs refuses arguments; for a command that only groups others, they are unknown commands.
func NoArgs(cmd *cobra.Command, args []string) error {
	switch {
	case len(args) == 0:
		return nil
	case cmd.HasSubCommands():
		return Usage(fmt.Errorf("perintah %q tidak dikenal%s", strings.TrimSpace(called(cmd)+" "+args[0]), meant(cmd, args[0])))
	default:
		return Usage(fmt.Errorf("%s tidak memakai argumen %q", called(cmd), args[0]))
	}
}

// meant names the command that was probably meant.
func meant(cmd *cobra.Command, typed string) string {
	cmd.SuggestionsMinimumDistance = 2 // letters that may be wrong
	for _, name := range cmd.SuggestionsFor(typed) {
		return "; apakah maksud Anda: siip-asn " + strings.TrimSpace(called(cmd)+" "+name)
	}
	return ""
}

// called is a command as it is typed after the name of the program.
func called(cmd *cobra.Command) string {
	return strings.TrimSpace(strings.TrimPrefix(cmd.CommandPath(), cmd.Root().Name()))
}

// Group is a command that only holds others.
func Group(use, short string, children ...*cobra.Command) *cobra.Command {
	cmd := &cobra.Command{
		Use: use, Short: short, Args: NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			return Usage(fmt.Errorf("%s memerlukan salah satu perintah: %s", called(cmd), names(cmd)))
		},
	}
	cmd.AddCommand(children...)
	return cmd
}

func names(cmd *cobra.Command) string {
	var list []string
	for _, c := range cmd.Commands() {
		if c.IsAvailableCommand() {
			list = append(list, c.Name())
		}
	}
	return strings.Join(list, ", ")
}

// OneFile takes exactly one argument, a file; an empty name, as of a variable that is not set, is none.
func OneFile(cmd *cobra.Command, args []string) error {
	if len(args) != 1 || strings.TrimSpace(args[0]) == "" {
		return Usage(fmt.Errorf("%s memerlukan satu nama berkas", called(cmd)))
	}
	return nil
}
