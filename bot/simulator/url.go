package simulator

import (
	"net/url"
	"strings"
)

// userLink reads tg://user?id=N.
func userLink(link string) (int64, bool) {
	rest, ok := strings.CutPrefix(strings.ToLower(link), "tg://user?id=")
	if !ok {
		return 0, false
	}
	id := leadingInteger(rest)
	return id, id > 0
}

// checkLink refuses what the real server refuses to link to. A link without a protocol gets http.
func checkLink(link string) (string, error) {
	if err := linkFault(link); err != nil {
		return "", mistake("URL '%s' is invalid: %v", link, err)
	}
	if !strings.Contains(link, "://") {
		link = "http://" + link
	}
	u, _ := url.Parse(link)
	if u.Path == "" && (u.Scheme == "http" || u.Scheme == "https") {
		u.Path = "/"
	}
	return u.String(), nil
}

func linkFault(link string) error {
	scheme, rest, ok := strings.Cut(link, "://")
	if !ok {
		scheme, rest = "http", link
	}
	u, err := url.Parse(scheme + "://" + rest)
	if err != nil {
		return mistake("Wrong HTTP URL")
	}
	switch strings.ToLower(scheme) {
	case "tg", "ton":
		return nil
	case "http", "https":
	default:
		return mistake("Unsupported URL protocol")
	}
	switch {
	case u.Host == "":
		return mistake("URL host is empty")
	case !strings.ContainsAny(u.Host, ".["):
		return mistake("Wrong HTTP URL")
	}
	return nil
}
