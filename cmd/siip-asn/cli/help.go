package cli

import (
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

// Dress gives the root of all commands what they share: the flags --config and --help, Indonesian words in the place of
// cobra's, and errors of usage as usageError. Every command must have been added before.
func (a *App) Dress(root *cobra.Command) {
	root.SilenceErrors, root.SilenceUsage = true, true
	root.SetOut(unheard{a.Stdout})
	root.SetErr(a.Stderr)
	root.SetHelpTemplate(helpTemplate)
	root.SetHelpCommand(helpCommand(root))
	root.CompletionOptions.DisableDefaultCmd = true
	root.SetFlagErrorFunc(func(_ *cobra.Command, err error) error { return Usage(flagError(err)) })
	root.PersistentFlags().StringVar(&a.ConfigPath, "config", "config.yaml", "`berkas` konfigurasi (bawaan: config.yaml)")
	root.PersistentFlags().BoolP("help", "h", false, "tampilkan bantuan ini")
	speakIndonesian(root)
}

// helpCommand is for those who ask as they ask other programs: siip-asn help import.
func helpCommand(root *cobra.Command) *cobra.Command {
	return &cobra.Command{
		Use: "help [PERINTAH ...]", Short: "Tampilkan bantuan sebuah perintah", Hidden: true,
		RunE: func(_ *cobra.Command, args []string) error {
			cmd, rest, err := root.Find(args)
			if err != nil || len(rest) > 0 {
				return Usage(fmt.Errorf("perintah %q tidak dikenal", strings.Join(args, " ")))
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
