package setup

import (
	"errors"
	"fmt"
	"os"
	"regexp"
	"strings"

	"github.com/spf13/cobra"

	"siip-asn/bot"
	"siip-asn/cmd/siip-asn/config"
	"siip-asn/cmd/siip-asn/machine"
	"siip-asn/cmd/siip-asn/office"
	"siip-asn/cmd/siip-asn/words"
)

// tokenForm finds a token in what was pasted: the whole message of @BotFather, perhaps.
var tokenForm = regexp.MustCompile(`\d{3,}:[A-Za-z0-9_-]{6,}`)

// token has a bot token that Telegram accepts: the one that is there, of a flag, or typed.
func (s *setup) token() error {
	given, err := givenToken(s.cmd)
	if err != nil {
		return err
	}
	if given != "" {
		return s.takeToken(given)
	}
	if s.config.Token != "" {
		switch name, err := office.AskName(s.cmd.Context(), s.config.Token, s.config.APIURL); {
		case err == nil:
			s.Say("Sudah ada dan diterima Telegram: bot @%s.", name)
			return nil
		case !errors.Is(err, bot.ErrToken):
			s.Say("Token sudah ada, tetapi Telegram tidak dapat dihubungi: %s", words.Of(err))
			s.later("Periksa sambungan ke %s: token belum dapat dicoba.", s.config.APIURL)
			return nil
		}
		s.Say("Token di konfigurasi ditolak Telegram.")
	}
	return s.askToken()
}

// givenToken is the token of a flag; "" without one. Its errors say what belongs there.
func givenToken(cmd *cobra.Command) (string, error) {
	flag, where := "--token", "itu"
	text, _ := cmd.Flags().GetString("token")
	if path, _ := cmd.Flags().GetString("token-file"); path != "" {
		content, err := os.ReadFile(path)
		if err != nil {
			return "", fmt.Errorf("--token-file: %w", err)
		}
		flag, where, text = "--token-file", "isi "+path, config.PlainText(content)
		if text == "" {
			text = " " // an empty file is one without a token
		}
	}
	if text == "" {
		return "", nil
	}
	token := tokenForm.FindString(text)
	if token == "" {
		return "", fmt.Errorf("%s: %s bukan token; salin seluruh token dari @BotFather, misalnya 123456:ABC-DEF", flag, where)
	}
	return token, nil
}

// askToken asks until Telegram accepts one, or nothing is typed.
func (s *setup) askToken() error {
	s.Say("Di Telegram, kirim /newbot kepada @BotFather, ikuti petunjuknya, lalu salin token yang diberikannya.")
	for {
		text, err := s.Ask("Tempel token di sini (Enter: lewati):")
		if err != nil || text == "" {
			s.later("Isi token bot: jalankan siip-asn mulai dan tempel token dari @BotFather.")
			return nil
		}
		if err := s.takeToken(text); err == nil {
			return nil
		} else {
			s.Say("%s", words.Of(err))
		}
	}
}

// takeToken tries a token and keeps it where the config has it.
func (s *setup) takeToken(text string) error {
	token := tokenForm.FindString(text)
	if token == "" {
		return errors.New("itu bukan token; token terdiri atas angka, titik dua, dan huruf, misalnya 123456:ABC-DEF")
	}
	name, err := office.AskName(s.cmd.Context(), token, s.config.APIURL)
	if errors.Is(err, bot.ErrToken) {
		return errors.New("token ditolak Telegram; salin lagi token dari @BotFather")
	}
	if err != nil {
		return fmt.Errorf("token tidak dapat dicoba: %w", office.Unreached(s.config.APIURL, err))
	}
	if err := s.keepToken(token); err != nil {
		return err
	}
	s.Say("Token diterima: bot @%s.", name)
	if s.running() {
		s.later("Hentikan dan jalankan lagi bot, agar memakai token yang baru.")
	}
	return nil
}

// keepToken writes the token into the file that the config names for it, or else into the config; mode 600 either way.
func (s *setup) keepToken(token string) error {
	for _, pair := range s.Environ {
		if name, value, _ := strings.Cut(pair, "="); strings.HasPrefix(name, "SIIP_TELEGRAM_TOKEN") && value != "" && s.config.Token != token {
			return fmt.Errorf("variabel lingkungan %s mengalahkan konfigurasi; hapus dahulu, atau isi dengan token yang baru", name)
		}
	}
	if s.config.TokenFile != "" {
		return machine.WriteSecret(s.config.TokenFile, []byte(token+"\n"))
	}
	return s.set("telegram.token", token)
}
