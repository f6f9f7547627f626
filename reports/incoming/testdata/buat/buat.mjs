// Makes the tables of this folder as exceljs and SheetJS (the package xlsx) write them; see buat.py.
import { createRequire } from "node:module";
import path from "node:path";
const require = createRequire(process.cwd() + "/");
const ExcelJS = require("exceljs"), XLSX = require("xlsx");
const out = (name) => path.join(import.meta.dirname, "..", name);
const nip = ["190101011925011001", "190101021925012001"];
const head = ["NIP", "Nama", "Jabatan", "Jenjang", "OPD", "No HP"];

const book = new ExcelJS.Workbook();
const sheet = book.addWorksheet("Pegawai");
sheet.addRow(head);
sheet.addRow([nip[0], { richText: [{ text: "SARI " }, { font: { bold: true }, text: "MAWAR" }] }, "Analis", "Pelaksana", "Dinas Contoh", "0812 0000 0001"]);
sheet.addRow([nip[1], { formula: 'UPPER("budi")', result: "BUDI" }, "Analis", "Pelaksana", "Dinas Contoh", { text: "0812-0000-0002", hyperlink: "tel:081200000002" }]);
await book.xlsx.writeFile(out("exceljs-pegawai.xlsx"));

const rows = [head, [nip[0], "SARI MAWAR", "Analis", "Pelaksana", "Dinas Contoh", "0812 0000 0001"], [Number(nip[1]), "BUDI", "Analis", "Pelaksana", "Dinas Contoh", 81200000002]];
const wb = XLSX.utils.book_new();
XLSX.utils.book_append_sheet(wb, XLSX.utils.aoa_to_sheet(rows), "Pegawai");
XLSX.writeFile(wb, out("sheetjs-pegawai.xlsx"), { bookSST: false });
XLSX.utils.book_append_sheet(wb, XLSX.utils.aoa_to_sheet([["kosong"]]), "Lain");
XLSX.writeFile(wb, out("sheetjs-pegawai.xlsb"));
