package main

import (
	"cmp"
	"errors"
	"fmt"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"
)

const helpTemplate = `{{with or .Long .Short}}{{. | trimTrailingWhitespaces}}

{{end}}Pemakaian:
  {{if .HasAvailableSubCommands}}{{.CommandPath}} PERINTAH{{else}}{{.UseLine}}{{if .HasAvailableLocalFlags}} [pilihan]{{end}}{{end}}
{{- if .HasAvailableSubCommands}}

Perintah:{{range .Commands}}{{if .IsAvailableCommand}}
  {{rpad .Name .NamePadding}} {{.Short}}{{end}}{{end}}{{end}}
{{- if .HasAvailableLocalFlags}}

Pilihan:
{{.LocalFlags.FlagUsages | trimTrailingWhitespaces}}{{end}}
{{- if .HasAvailableInheritedFlags}}

Pilihan umum:
{{.InheritedFlags.FlagUsages | trimTrailingWhitespaces}}{{end}}
{{- if .HasExample}}

Contoh:
{{.Example}}{{end}}
`

// commands are all that can be typed, each made in the file of its name.
var commands = []func(*app) *cobra.Command{
	demoCommand, mulaiCommand, serveCommand, importCommand, inviteCommand, rekapCommand, templateCommand, backupCommand, restoreCommand, checkCommand,
	statusCommand, deadCommand, versionCommand,
}

func (a *app) rootCommand() *cobra.Command {
	root := &cobra.Command{
		Use:   "siip-asn",
		Short: "Bot Telegram SIIP-ASN",
		Long: `SIIP-ASN: Sistem Informasi Individual Planning Aparatur Sipil Negara, sebagai bot Telegram.

Coba dahulu tanpa token dan tanpa internet:  siip-asn demo
Siapkan untuk sebuah kantor:                 siip-asn mulai
Layanan sebenarnya:                          siip-asn serve --config config.yaml`,
		Args: noArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			if version, _ := cmd.Flags().GetBool("version"); version {
				a.printVersion()
				return nil
			}
			return cmd.Help()
		},
		SilenceErrors: true,
		SilenceUsage:  true,
	}
	root.SetOut(unheard{a.stdout})
	root.SetErr(a.stderr)
	root.SetHelpTemplate(helpTemplate)
	root.SetHelpCommand(helpCommand(root))
	root.CompletionOptions.DisableDefaultCmd = true
	root.SetFlagErrorFunc(func(_ *cobra.Command, err error) error { return usageError{flagError(err)} })
	root.PersistentFlags().StringVar(&a.configPath, "config", "config.yaml", "`berkas` konfigurasi (bawaan: config.yaml)")
	root.Flags().Bool("version", false, "tampilkan versi program")
	root.PersistentFlags().BoolP("help", "h", false, "tampilkan bantuan ini")
	for _, command := range commands {
		root.AddCommand(command(a))
	}
	speakIndonesian(root)
	return root
}

// helpCommand is for those who ask as they ask other programs: siip-asn help import.
func helpCommand(root *cobra.Command) *cobra.Command {
	return &cobra.Command{
		Use: "help [PERINTAH ...]", Short: "Tampilkan bantuan sebuah perintah", Hidden: true,
		RunE: func(_ *cobra.Command, args []string) error {
			cmd, rest, err := root.Find(args)
			if err != nil || len(rest) > 0 {
				return usageError{fmt.Errorf("perintah %q tidak dikenal", strings.Join(args, " "))}
			}
			return cmd.Help()
		},
	}
}

// speakIndonesian takes away what cobra says of itself: the word "flags" in usage lines, and "(default …)".
func speakIndonesian(cmd *cobra.Command) {
	cmd.DisableFlagsInUseLine = true
	quiet := func(f *pflag.Flag) {
		f.DefValue = map[string]string{"int": "0", "bool": "false", "stringArray": "[]"}[f.Value.Type()]
	}
	cmd.Flags().VisitAll(quiet)
	cmd.PersistentFlags().VisitAll(quiet)
	for _, child := range cmd.Commands() {
		speakIndonesian(child)
	}
}

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

// noArgs refuses arguments; for a command that only groups others, they are unknown commands.
func noArgs(cmd *cobra.Command, args []string) error {
	switch {
	case len(args) == 0:
		return nil
	case cmd.HasSubCommands():
		return usageError{fmt.Errorf("perintah %q tidak dikenal%s", strings.TrimSpace(called(cmd)+" "+args[0]), meant(cmd, args[0]))}
	default:
		return usageError{fmt.Errorf("%s tidak memakai argumen %q", called(cmd), args[0])}
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

// group is a command that only holds others.
func group(use, short string, children ...*cobra.Command) *cobra.Command {
	cmd := &cobra.Command{
		Use: use, Short: short, Args: noArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			return usageError{fmt.Errorf("%s memerlukan salah satu perintah: %s", called(cmd), names(cmd))}
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

// oneFile takes exactly one argument, a file; an empty name, as of a variable that is not set, is none.
func oneFile(cmd *cobra.Command, args []string) error {
	if len(args) != 1 || strings.TrimSpace(args[0]) == "" {
		return usageError{fmt.Errorf("%s memerlukan satu nama berkas", called(cmd))}
	}
	return nil
}
