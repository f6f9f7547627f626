package main

import (
	"log/slog"

	"github.com/spf13/cobra"

	"siip-asn/cmd/siip-asn/config"
	"siip-asn/store"
)

// restFlag is the operator's way out of pauses that the Bot API server has asked for and that an earlier process has kept. Each
// is kept for an hour at most, but a bot that calls too early is told to wait longer.
func restFlag(cmd *cobra.Command) {
	cmd.Flags().Bool("end-pauses", false, "lupakan jeda yang diminta server Bot API sebelum program dihentikan")
}

func endRests(cmd *cobra.Command, s *store.Store, log *slog.Logger) error {
	if end, _ := cmd.Flags().GetBool("end-pauses"); !end {
		return nil
	}
	log.Warn("pauses that the Bot API server has asked for are forgotten")
	return s.EndRests()
}

// warnOfNoLimits says that the program may call as often as it can.
func warnOfNoLimits(c config.Config, log *slog.Logger) {
	if !c.Limits {
		log.Warn("telegram.limits is false: nothing is held back; never with a server that has people behind it", "api", c.APIURL)
	}
}
