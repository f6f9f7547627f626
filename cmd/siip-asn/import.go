package main

import (
	"github.com/spf13/cobra"

	"siip-asn/cmd/siip-asn/cli"
	"siip-asn/cmd/siip-asn/intake"
	"siip-asn/cmd/siip-asn/jobs"
	"siip-asn/flow/imports"
)

// importChild is a command that brings one kind of file in.
func importChild(a *cli.App, name string, jenis imports.Kind, short, long string) *cobra.Command {
	cmd := &cobra.Command{
		Use: name + " BERKAS.xlsx", Short: short, Long: long, Args: cli.OneFile,
		RunE: func(cmd *cobra.Command, args []string) error { return importFile(a, cmd, jenis, args[0]) },
	}
	cmd.Flags().Bool("dry-run", false, "periksa dan laporkan saja, jangan simpan")
	cmd.Flags().Bool("ya", false, "jangan bertanya dahulu")
	cmd.Flags().String("kesalahan", "", "`berkas` Excel untuk diperbaiki, bila ada kesalahan: semua baris, yang salah di atas dan berwarna")
	cli.NewFlag(cmd)
	return cmd
}

func importCommand(a *cli.App) *cobra.Command {
	return cli.Group("import", "Muat data induk dari berkas Excel atau CSV",
		importChild(a, "pegawai", imports.KindPegawai, "Muat atau perbarui data pegawai",
			`Muat atau perbarui data pegawai dari berkas Excel atau CSV, juga dari ekspor SIASN. Satu baris salah saja, maka tidak
ada yang disimpan; setiap sel yang salah disebutkan. Buat berkas kosong dengan: siip-asn template pegawai BERKAS.xlsx`),
		importChild(a, "panduan", imports.KindPanduan, "Muat atau perbarui panduan jenis diklat",
			`Muat atau perbarui panduan jenis diklat dari berkas Excel atau CSV. Satu baris salah saja, maka tidak ada yang
disimpan. Jenis diklat yang tidak tercantum tetap ada. Buat berkas kosong dengan: siip-asn template panduan BERKAS.xlsx`),
		importChild(a, "usulan", imports.KindUsulan, "Muat usulan dari aplikasi web",
			`Muat usulan dari berkas Export ke Excel aplikasi web SIIP-ASN. Usulan ditandai sebagai impor, masuk rekap periodenya, dan
tidak diberitahukan kepada siapa pun. Data pegawainya harus sudah ada. Berkas yang sama boleh dimuat dua kali.`),
		importChild(a, "riwayat", imports.KindRiwayat, "Muat diklat yang pernah diikuti",
			`Muat riwayat diklat (NIP, Nama Diklat, JP, Tahun atau Tanggal Selesai, Penyelenggara) dari berkas Excel atau CSV. Data
pegawainya harus sudah ada. Berkas yang sama boleh dimuat dua kali.`))
}

func importFile(a *cli.App, cmd *cobra.Command, jenis imports.Kind, path string) error {
	b, err := intake.Read(a, cmd, jenis, path)
	if err != nil {
		return err
	}
	dryRun, _ := cmd.Flags().GetBool("dry-run")
	sure, _ := cmd.Flags().GetBool("ya")
	j := jobs.Import{Path: path, Book: b, DryRun: true, By: cli.Operator("import")}
	if dryRun {
		return intake.Perform(a, cmd, j, true)
	}
	if !sure {
		if j.By.Agreed, err = intake.Agreed(a, cmd, j); err != nil {
			return err
		}
	}
	j.DryRun = false
	return intake.Perform(a, cmd, j, true)
}
