package text

import (
	"fmt"
	"strings"
	"testing"
	"unicode/utf8"

	"siip-asn/bot/simulator/wire"
)

// marked writes a text with its entities for comparing: "type@offset+length(argument)".
func marked(t Styled) string {
	var out strings.Builder
	fmt.Fprintf(&out, "%s", t.Text)
	for _, e := range t.Entities {
		fmt.Fprintf(&out, "|%s@%d+%d", e.Type, e.Offset, e.Length)
		if arg := e.URL + e.Language; arg != "" {
			fmt.Fprintf(&out, "(%s)", arg)
		}
	}
	return out.String()
}

func TestHTMLBecomesEntities(t *testing.T) {
	for source, want := range map[string]string{
		"plain":                                             "plain",
		"<b>a</b><strong>b</strong>":                        "ab|bold@0+2",
		"<i>a</i> <em>b</em>":                               "a b|italic@0+1|italic@2+1",
		"<u>a</u> <ins>b</ins>":                             "a b|underline@0+1|underline@2+1",
		"<s>a</s> <strike>b</strike> <del>c</del>":          "a b c|strikethrough@0+1|strikethrough@2+1|strikethrough@4+1",
		"<tg-spoiler>a</tg-spoiler>":                        "a|spoiler@0+1",
		`<span class="tg-spoiler">a</span>`:                 "a|spoiler@0+1",
		"<code>a</code>":                                    "a|code@0+1",
		"<pre>a</pre>":                                      "a|pre@0+1",
		`<pre><code class="language-go">a</code></pre>`:     "a|pre@0+1(go)",
		`<code class="language-go">a</code>`:                "a|code@0+1",
		`<a href="https://example.org/x?a=1&amp;b=2">a</a>`: "a|text_link@0+1(https://example.org/x?a=1&b=2)",
		`<a href=example.org>a</a>`:                         "a|text_link@0+1(http://example.org/)",
		`<a href="nowhere">a</a>`:                           "a",
		`<a>example.org</a>`:                                "example.org|text_link@0+11(http://example.org/)",
		"<blockquote>a</blockquote>":                        "a|blockquote@0+1",
		"<blockquote expandable>a</blockquote>":             "a|expandable_blockquote@0+1",
		"<blockquote><b>a</b> c</blockquote>":               "a c|blockquote@0+3|bold@0+1",
		"<B>a</b><b></b>":                                   "a|bold@0+1",
		"<b>a</>":                                           "a|bold@0+1",
		"<b >a</b\n>":                                       "a|bold@0+1",
		"<b x y='z' w=1>a</b>":                              "a|bold@0+1",
		"&lt;&gt;&amp;&quot;&#33;&#x21;":                    `<>&"!!`,
		"a &copy; &nbsp; & &#0; &#xfffffff; &lt x":          "a &copy; &nbsp; & &#0; &#xfffffff; < x",
		// Offsets count UTF-16 units: the emoji are two each.
		"😀<b>😀</b>é<i>x</i>": "😀😀éx|bold@2+2|italic@5+1",
		// Styles are cut where another begins, and code holds none.
		"<b>ab<i>cd</i>ef</b>":                                 "abcdef|bold@0+2|bold@2+4|italic@2+2",
		"<b>a<code>b</code>c</b>":                              "abc|bold@0+1|code@1+1|bold@2+1",
		"<b>a<b>b</b>c</b>":                                    "abc|bold@0+3",
		`<a href="t.me/a">x<a href="t.me/b">y</a></a>`:         "xy|text_link@0+2(http://t.me/a)",
		"<blockquote>a<blockquote>b</blockquote></blockquote>": "ab|blockquote@0+2",
		"<blockquote>a<b>b</b></blockquote><b>c</b>":           "abc|blockquote@0+2|bold@1+1|bold@2+1",
		// White space at the ends goes.
		" \n <b>a</b> \n":  "a|bold@0+1",
		"<b> a </b>":       " a|bold@0+2",
		"a\tb\r\nc\u202ed": "a b\ncd",
	} {
		got, err := ParseHTML(source)
		if err != nil {
			t.Errorf("%s: %v", source, err)
			continue
		}
		if got := marked(got.Settle()); got != want {
			t.Errorf("%s\n got %s\nwant %s", source, got, want)
		}
	}
}

// Entities given by hand may lie as no markup can make them lie.
func TestArrangingEntities(t *testing.T) {
	for name, c := range map[string]struct {
		list []wire.Entity
		want string
	}{
		"a link over the border of a quote": {[]wire.Entity{{Type: "blockquote", Offset: 2, Length: 3}, {Type: "text_link", Offset: 0, Length: 4}}, "|blockquote@2+3"},
		"crossing quotes":                   {[]wire.Entity{{Type: "blockquote", Length: 3}, {Type: "expandable_blockquote", Offset: 2, Length: 3}}, "|blockquote@0+3"},
		"crossing styles":                   {[]wire.Entity{{Type: "bold", Length: 4}, {Type: "italic", Offset: 2, Length: 4}}, "|bold@0+2|italic@2+4|bold@2+2"},
		"a style in code":                   {[]wire.Entity{{Type: "code", Offset: 1, Length: 2}, {Type: "bold", Length: 5}}, "|bold@0+1|code@1+2|bold@3+2"},
		"nothing":                           {[]wire.Entity{{Type: "bold"}}, ""},
	} {
		if got := marked(Styled{Entities: arrange(c.list)}); got != c.want {
			t.Errorf("%s: %s, not %s", name, got, c.want)
		}
	}
}

func TestHTMLThatIsRefused(t *testing.T) {
	for source, want := range map[string]string{
		"<b>a":                   `Can't find end tag corresponding to start tag "b"`,
		"<b><i>a</i>":            `Can't find end tag corresponding to start tag "b"`,
		"a <x>b</x>":             `Unsupported start tag "x" at byte offset 2`,
		"é<br>":                  `Unsupported start tag "br" at byte offset 2`,
		"1 < 2":                  `Unsupported start tag "" at byte offset 2`,
		"1 <2":                   "Unclosed start tag at byte offset 2",
		"<p>a</p>":               `Unsupported start tag "p" at byte offset 0`,
		"<!-- a -->":             `Unsupported start tag "!--" at byte offset 0`,
		"a</b>":                  "Unexpected end tag at byte offset 1",
		"<b>a</i>":               `Unmatched end tag at byte offset 4, expected "</b>", found "</i>"`,
		"<b>a</b":                "Unclosed end tag at byte offset 4",
		"<b>a</b x>":             "Unclosed end tag at byte offset 4",
		"<a href":                `Unclosed start tag "a" at byte offset 0`,
		"<a href=":               `Unclosed start tag "a" at byte offset 0`,
		`<a href="x`:             "Unclosed start tag at byte offset 0",
		"<a ='x'>y</a>":          `Empty attribute name in the tag "a" at byte offset 0`,
		"<a href=x/y>z</a>":      "Unexpected end of name token at byte offset 8",
		"<span>a</span>":         `Tag "span" must have class "tg-spoiler" at byte offset 0`,
		"<tg-emoji>a</tg-emoji>": "Invalid custom emoji identifier specified",
		`<tg-emoji emoji-id="9999999999999999999">a</tg-emoji>`: "Invalid custom emoji identifier specified",
		"&#xd800;": "Text contains invalid Unicode characters after decoding HTML entities, check for unmatched surrogate code units",
	} {
		_, err := ParseHTML(source)
		if want = "Bad Request: can't parse entities: " + want; err == nil || err.Text != want {
			t.Errorf("%s\n got %v\nwant %s", source, err, want)
		}
	}
}

func TestServerFindsLinksAndCommands(t *testing.T) {
	for text, want := range map[string]string{
		"/start abc":                "/start abc|bot_command@0+6",
		"lihat /rekap@siip_bot.":    "lihat /rekap@siip_bot.|bot_command@6+15",
		"a/b 1/2 //x":               "a/b 1/2 //x",
		"https://example.org/a, /b": "https://example.org/a, /b|url@0+21|bot_command@23+2",
		"😀 @sari_contoh #satu":      "😀 @sari_contoh #satu|mention@3+12|hashtag@16+5",
		"sari@example.org":          "sari@example.org|email@0+16",
		"":                          "",
	} {
		if got := marked(Styled{Text: text}.Settle()); got != want {
			t.Errorf("%s\n got %s\nwant %s", text, got, want)
		}
	}
}

func FuzzHTML(f *testing.F) {
	for _, seed := range []string{
		"<b>a<i>b</i></b>", "<pre><code class=\"language-x\">a</code></pre>", "&#x41;&lt", "<a href='tg://user?id=1'>x</a>", "😀<u>\r\n</u>",
		"<blockquote expandable>\t<b> </b></blockquote>", "</>", "<", "<b", "\u202e<s>x\u0333</s>",
	} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, source string) {
		parsed, err := ParseHTML(source)
		if err != nil {
			return
		}
		out := parsed.Settle()
		if !utf8.ValidString(out.Text) {
			t.Fatal("not UTF-8")
		}
		whole(t, out)
		if again := out.Settle(); marked(again) != marked(out) {
			t.Fatalf("settling twice changes\n%s\n%s", marked(out), marked(again))
		}
	})
}

// whole checks that entities lie in the text, in order, and only cross where they may.
func whole(t *testing.T, m Styled) {
	t.Helper()
	for i, e := range m.Entities {
		if e.Offset < 0 || e.Length <= 0 || End(e) > utf16Len(m.Text) {
			t.Fatalf("%+v lies outside of %q", e, m.Text)
		}
		for _, o := range m.Entities[:i] {
			if o.Offset > e.Offset {
				t.Fatalf("%+v comes after %+v", e, o)
			}
			if End(o) > e.Offset && End(o) < End(e) {
				t.Fatalf("%+v crosses %+v", e, o)
			}
		}
	}
}
