package main

import (
	"github.com/spf13/cobra"

	"siip-asn/cmd/siip-asn/cli"
	"siip-asn/cmd/siip-asn/setup"
)

func mulaiCommand(a *cli.App) *cobra.Command {
	cmd := &cobra.Command{
		Use: "mulai", Short: "Siapkan bot untuk sebuah kantor, langkah demi langkah", Args: cli.NoArgs,
		Long: `Siapkan bot untuk sebuah kantor, langkah demi langkah: token, nama instansi, data pegawai, Admin SIIP-ASN
pertama, panduan, kode aktivasi, dan layanan. Setiap langkah diperiksa, dan perintah ini boleh dijalankan
berulang kali: yang sudah selesai hanya disebutkan. Setiap langkah juga dapat dijalankan tanpa tanya jawab
dengan pilihan di bawah; yang tidak dijawab dilewati dan disebutkan di akhir.`,
		Example: `  siip-asn mulai
  siip-asn mulai --token-file token.txt --instansi "Pemerintah Kota Contoh" --pegawai pegawai.xlsx \
    --admin 190103011925012003 --kode semua --slip slip --layanan tulis --ya`,
		RunE: func(cmd *cobra.Command, _ []string) error { return setup.Run(a, cmd) },
	}
	setup.Flags(cmd)
	return cmd
}
