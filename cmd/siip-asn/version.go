package main

import (
	"cmp"
	"fmt"
	"runtime/debug"

	"siip-asn/cmd/siip-asn/cli"

	"github.com/spf13/cobra"
)

// version is set by the linker: -ldflags "-X main.version=1.2.3".
var version string

func versionCommand(a *cli.App) *cobra.Command {
	return &cobra.Command{
		Use: "version", Short: "Tampilkan versi program", Args: cli.NoArgs,
		Run: func(*cobra.Command, []string) { printVersion(a) },
	}
}

func printVersion(a *cli.App) { fmt.Fprintln(a.Stdout, "siip-asn", versionText()) }

// versionText is what the linker was told, else what the build knows of itself.
func versionText() string {
	info, _ := debug.ReadBuildInfo()
	if info == nil {
		return cmp.Or(version, "tidak diketahui")
	}
	return cmp.Or(version, info.Main.Version, "tidak diketahui") + " (" + info.GoVersion + ")"
}
