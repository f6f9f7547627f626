#!/usr/bin/env python3
"""Makes the tables of this folder as other programs write them: openpyxl, xlsxwriter, and LibreOffice (soffice).

    python3 buat.py     and then   node buat.mjs   (exceljs and xlsx from npm)

The people are invented; their NIP are well-formed and impossible (born 1901). The tables are committed; run this again
only to add one. The same script does not give the same bytes: writers put the time of day into their files.
"""
import csv, datetime, os, subprocess, tempfile
import openpyxl, xlsxwriter
from openpyxl.chart import BarChart, Reference

OUT = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..")
out = lambda name: os.path.join(OUT, name)

NIP = ["190101011925011001", "190101021925012001", "190101032021211001", "190101041926011001"]
SIASN = """PNS ID|NIP BARU|NIP LAMA|NAMA|GELAR DEPAN|GELAR BELAKANG|TEMPAT LAHIR ID|TEMPAT LAHIR NAMA|TANGGAL LAHIR|JENIS KELAMIN|AGAMA ID|AGAMA NAMA|JENIS KAWIN ID|JENIS KAWIN NAMA|NIK|NOMOR HP|EMAIL|EMAIL GOV|ALAMAT|NPWP NOMOR|BPJS|JENIS PEGAWAI ID|JENIS PEGAWAI NAMA|KEDUDUKAN HUKUM ID|KEDUDUKAN HUKUM NAMA|STATUS CPNS PNS|KARTU ASN VIRTUAL|NOMOR SK CPNS|TANGGAL SK CPNS|TMT CPNS|NOMOR SK PNS|TANGGAL SK PNS|TMT PNS|GOL AWAL ID|GOL AWAL NAMA|GOL AKHIR ID|GOL AKHIR NAMA|TMT GOLONGAN|MK TAHUN|MK BULAN|JENIS JABATAN ID|JENIS JABATAN NAMA|ESELON NAMA|JABATAN ID|JABATAN NAMA|TMT JABATAN|TINGKAT PENDIDIKAN ID|TINGKAT PENDIDIKAN NAMA|PENDIDIKAN ID|PENDIDIKAN NAMA|TAHUN LULUS|KPKN ID|KPKN NAMA|LOKASI KERJA ID|LOKASI KERJA NAMA|UNOR ID|UNOR NAMA|INSTANSI INDUK ID|INSTANSI INDUK NAMA|INSTANSI KERJA ID|INSTANSI KERJA NAMA|SATUAN KERJA INDUK ID|SATUAN KERJA INDUK NAMA|SATUAN KERJA ID|SATUAN KERJA NAMA|IS VALID NIK|FLAG IKD|TANGGAL UPDATE|SUMBER|CATATAN""".split("|")


def siasn(**kv):
    return [kv.get(h.replace(" ", "_"), "x" if i % 7 == 0 else "") for i, h in enumerate(SIASN)]


PEOPLE = [
    siasn(NIP_BARU="'" + NIP[0], NAMA="SARI MAWAR", GELAR_DEPAN="Dr.", GELAR_BELAKANG="S.Pd., M.Pd.", NOMOR_HP="0812-0000-0001", KEDUDUKAN_HUKUM_NAMA="Aktif",
          JENIS_JABATAN_NAMA="Jabatan Struktural", ESELON_NAMA="II.b", JABATAN_NAMA="Kepala Dinas", UNOR_NAMA="DINAS CONTOH PENDIDIKAN - PEMERINTAH KOTA CONTOH"),
    siasn(NIP_BARU=NIP[1], NAMA="BUDI KENCANA", GELAR_BELAKANG="S.E.", NOMOR_HP="-0", KEDUDUKAN_HUKUM_NAMA="Aktif",
          JENIS_JABATAN_NAMA="Jabatan Struktural", ESELON_NAMA="IV.a", JABATAN_NAMA="Kepala Seksi Kurikulum", UNOR_NAMA="SEKSI KURIKULUM - BIDANG SMP - DINAS CONTOH PENDIDIKAN - PEMERINTAH KOTA CONTOH"),
    siasn(NIP_BARU=NIP[2], NAMA="DEWI LINTANG", GELAR_BELAKANG="A.Md.Keb.", NOMOR_HP="0711123456", KEDUDUKAN_HUKUM_NAMA="Aktif",
          JENIS_JABATAN_NAMA="Jabatan Fungsional", JABATAN_NAMA="Bidan Terampil", UNOR_NAMA="UPTD PUSKESMAS CONTOH – DINAS CONTOH KESEHATAN – PEMERINTAH KOTA CONTOH"),
    siasn(NIP_BARU=NIP[3], NAMA="RADEN CONDRO", NOMOR_HP="6281200000004", KEDUDUKAN_HUKUM_NAMA="Mencapai BUP",
          JENIS_JABATAN_NAMA="Jabatan Pelaksana", JABATAN_NAMA="Pengadministrasi Umum", UNOR_NAMA="SEKRETARIAT - BADAN CONTOH KEPEGAWAIAN - PEMERINTAH KOTA CONTOH"),
]


def save(wb, name):
    wb.properties.creator = "Contoh"
    wb.save(out(name))


def openpyxl_books():
    wb = openpyxl.Workbook()
    ws = wb.active
    ws.title = "Data"
    for row in [SIASN] + PEOPLE:
        ws.append(row)
    save(wb, "openpyxl-siasn.xlsx")

    wb = openpyxl.Workbook()
    ws = wb.active
    ws.title = "Data"
    bad = [list(p) for p in PEOPLE[:3]]
    at = SIASN.index
    bad[0][at("ESELON NAMA")] = ""
    bad[1][at("UNOR NAMA")] = "PEMERINTAH KOTA CONTOH"
    bad[2][at("JENIS JABATAN NAMA")] = "Jabatan Lain"
    for row in [SIASN] + bad:
        ws.append(row)
    save(wb, "openpyxl-siasn-salah.xlsx")

    wb = openpyxl.Workbook()
    ws = wb.active
    ws.title = "Daftar"
    for row in [["DAFTAR NOMINATIF PEGAWAI"], ["Dinas Contoh Pendidikan"], [], ["No", "N I P", "Nama Pegawai", "Jabatan", None, "Unit Kerja", "No. HP", "Role"],
                [None, None, None, "Nama", "Jenjang", None, None, None], [1, 2, 3, 4, 5, 6, 7, 8],
                [1, "'" + NIP[0], "SARI MAWAR, S.Pd.", "Analis", "Pelaksana", "Dinas Contoh Pendidikan", 81200000001, "Admin SIIP–ASN"],
                [2, NIP[1], "BUDI KENCANA, S.E.", "Kepala Seksi", "Eselon IV.a", "Dinas Contoh Pendidikan", "0812-0000-0002", "Admin OPD"],
                [3, "’" + NIP[2], "DEWI LINTANG", "Bidan", "JFT", "Dinas Contoh Kesehatan", None, None],
                [], [None, None, None, None, None, "Kota Contoh, 2 Januari 2026"], [None, None, None, None, None, "Kepala Dinas"]]:
        ws.append(row)
    for area in ["A1:H1", "A2:H2", "D4:E4", "B4:B5", "C4:C5"]:
        ws.merge_cells(area)
    save(wb, "openpyxl-judul.xlsx")

    wb = openpyxl.Workbook()
    ws = wb.active
    ws.title = "Pegawai"
    for row in [["NIP", "Nama", "Jabatan", "Jenjang", "OPD", "Nilai Kompetensi", "Handphon", "Jabatn Lama"],
                [NIP[0], "SARI MAWAR", "Analis", "Pelaksana", "Dinas Contoh", 0.785, "x", "y"], [NIP[1], "BUDI", "Analis", "JFU", "Dinas Contoh", 78.126, "x", "y"],
                [NIP[2], "DEWI", "Analis", "JFU", "Dinas Contoh", 1234.5, "x", "y"], [NIP[3], "CONDRO", "Analis", "JFU", "Dinas Contoh", 84, "x", "y"]]:
        ws.append(row)
    for cell, style in {"F2": "0.00%", "F3": "0.0", "F4": "#,##0.00", "F5": '0" poin"'}.items():
        ws[cell].number_format = style
    save(wb, "openpyxl-angka.xlsx")
    for cell, style in {"F2": "d mmm", "F3": "# ?/?", "F4": "0.00E+00", "F5": "[h]:mm"}.items():
        ws[cell].number_format = style
    save(wb, "openpyxl-angka-salah.xlsx")

    wb = openpyxl.Workbook()
    ws = wb.active
    ws.title = "Usulan"
    for row in [["DATA USULAN DIKLAT SIIP ASN"], ["No", "Pegawai", "Rekomendasi", "Usulan Diklat", "Tanggal Usulan", "Status"],
                [1, "SARI MAWAR, S.Pd.\n%s\nAnalis\nDinas Contoh" % NIP[0], "-", "Pelatihan SPBE", "31/08/2022", "USULAN MASUK"],
                [2, "[%s] BUDI KENCANA\nKepala Seksi\nDinas Contoh" % NIP[1], "VISIONARY LEADERSHIP", "Pelatihan Gizi", datetime.date(2022, 9, 1), "DISETUJUI"]]:
        ws.append(row)
    save(wb, "openpyxl-usulan.xlsx")


def xlsxwriter_books():
    wb = xlsxwriter.Workbook(out("xlsxwriter-grafik.xlsx"))
    chart = wb.add_chart({"type": "column"})
    chart.add_series({"values": "='Rekap'!$B$2:$B$3"})
    wb.add_chartsheet("Grafik").set_chart(chart)
    rekap = wb.add_worksheet("Rekap")
    for n, row in enumerate([["Unit Kerja", "Jumlah"], ["Dinas Contoh", 2], ["Badan Contoh", 1]]):
        rekap.write_row(n, 0, row)
    old = wb.add_worksheet("Lama")
    data = wb.add_worksheet("Data ASN")
    head = ["Nama Lengkap", "NIP/NI PPPK", "Perangkat Daerah", "Nama Jabatan", "Jenis Jabatan", "Telepon"]
    for n, row in enumerate([head, ["SARI MAWAR", NIP[0], "Dinas Contoh", "Analis", "Fungsional Umum", "+62 812 0000 0001"], ["BUDI KENCANA", NIP[1], "Badan Contoh", "Kepala Bidang", "III.a", ""]]):
        data.write_row(n + 1, 1, row)
        old.write_row(n, 0, row)
    old.hide()
    wb.add_worksheet("Pegawai").write_row(0, 0, ["NIP", "Nama", "Jabatan", "Jenjang", "OPD"])
    wb.close()


def texts():
    def write(name, encoding, delimiter, newline="\r\n", rows=[SIASN] + PEOPLE, head=""):
        with open(out(name), "w", encoding=encoding, errors="replace", newline="") as f:
            f.write(head)
            csv.writer(f, delimiter=delimiter, lineterminator=newline).writerows(rows)
    write("siasn.csv", "utf-8-sig", ",")
    write("siasn-titik-koma.csv", "cp1252", ";", head="sep=;\r\n")
    write("siasn-tab.txt", "utf-16", "\t", "\n")
    own = [["NIP", "Nama", "Jabatan", "Jenjang", "OPD", "Status"], ['="%s"' % NIP[0], 'SARI "UCI" MAWAR, S.Pd.', "Analis\nData", "Pelaksana", "Dinas Contoh", "Aktif"],
           [], [NIP[1], "RENÉ", "Analis", "Pelaksana", "Dinas Contoh – Induk", "Pensiun"]]
    write("pegawai.csv", "utf-8", ",", "\n", own)
    write("riwayat.csv", "cp1252", ";", rows=[["NIP", "Nama Diklat", "JP", "Tahun"], [NIP[0], "Pelatihan SPBE", "40 JP", "2021"]])
    open(out("web.xls"), "w").write("<html><body><table><tr><td>NIP</td></tr></table></body></html>")


def libreoffice():
    with tempfile.TemporaryDirectory() as d:
        src = os.path.join(d, "libreoffice-pegawai.csv")
        with open(src, "w", newline="") as f:
            csv.writer(f).writerows([["NIP", "Nama", "Jabatan", "Jenjang", "OPD", "No HP"], ["'" + NIP[0], "SARI MAWAR", "Analis", "Pelaksana", "Dinas Contoh", "0812 0000 0001"]])
        for kind in ["xlsx:Calc MS Excel 2007 XML", "ods", "xls"]:
            subprocess.run(["soffice", "-env:UserInstallation=file://" + d + "/profil", "--headless", "--convert-to", kind, "--outdir", OUT, src], check=True, stdout=subprocess.DEVNULL)


openpyxl_books()
xlsxwriter_books()
texts()
libreoffice()
