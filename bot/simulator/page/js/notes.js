// What a person should notice after each thing that the outside world did.

export const notes = {
  hello: "Apa yang dilakukan di satu HP langsung terlihat di HP lain. Baru di sini? Tekan Panduan.",
  down: "Jaringan putus. Teruskan mengetuk dan mengetik: semuanya menunggu, dan dibalas begitu jaringan tersambung.",
  up: "Jaringan tersambung. Paling lama setengah menit lagi bot membalas semua yang menunggu, tidak hilang dan tidak ganda.",
  slow: "Telegram menolak bot selama 15 detik (429). Bot menunggu, lalu mengirim lagi: pesan terlambat, tidak hilang.",
  killed: "Bot mati mendadak, seperti listrik padam. Teruskan bekerja, lalu hidupkan lagi: tidak ada yang hilang.",
  started: "Bot hidup lagi. Perhatikan: yang tadi menunggu dibalas sekarang, dan yang sudah tersimpan tetap ada.",
  week: "Jam dunia contoh maju tujuh hari. Perhatikan: rekap mingguan tiba sendiri di HP Admin SIIP-ASN.",
  weekDead: "Jam dunia contoh maju tujuh hari, sedangkan bot mati. Hidupkan lagi: rekap yang terlewat tetap datang, satu kali.",
  lost: "Halaman terputus dari program demo, dan menyambung lagi sendiri begitu program berjalan kembali.",
  back: "Halaman tersambung lagi. Percakapan masih lengkap.",
};
