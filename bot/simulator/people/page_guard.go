package people

import (
	"mime"
	"net"
	"net/http"
	"slices"
	"strings"

	"siip-asn/bot/simulator/world"
)

// Guard keeps other sites out: their pages could otherwise be the people here, from the browser of whoever opens them. What
// it lets through comes from a page of the same address, opened under loopback, the address listened on, or Options.Hosts.
func Guard(s *world.World, next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		switch {
		case !knowsHost(s, r):
			refuse(w, http.StatusForbidden, "this page is not served under that host name")
		case r.Method == http.MethodPost && !fromPage(r):
			refuse(w, http.StatusForbidden, "a POST needs the header X-Simulator and a body of JSON or multipart")
		default:
			w.Header().Set("Cache-Control", "no-store")
			next.ServeHTTP(w, r)
		}
	})
}

// knowsHost stands against names that somebody else points at this machine.
func knowsHost(s *world.World, r *http.Request) bool {
	host := r.Host
	if name, _, err := net.SplitHostPort(host); err == nil {
		host = name
	}
	host = strings.Trim(host, "[]")
	if strings.EqualFold(host, "localhost") || slices.Contains(s.Opt.Hosts, host) {
		return true
	}
	ip := net.ParseIP(host)
	return ip != nil && (ip.IsLoopback() || ip.Equal(listenIP(r)))
}

func listenIP(r *http.Request) net.IP {
	if addr, ok := r.Context().Value(http.LocalAddrContextKey).(*net.TCPAddr); ok {
		return addr.IP
	}
	return nil
}

func fromPage(r *http.Request) bool {
	kind, _, _ := mime.ParseMediaType(r.Header.Get("Content-Type"))
	site := r.Header.Get("Sec-Fetch-Site")
	return r.Header.Get("X-Simulator") != "" &&
		(kind == "application/json" || kind == "multipart/form-data") &&
		(site == "" || site == "same-origin" || site == "none")
}
