import { describe, expect, it } from "vitest";
import { htmlToText } from "./html-to-text";
import { resolveInlineImages, sanitizeMailHtml } from "./sanitize-html";
import { splitHtmlReply } from "./split-html-reply";
import { textToHtml } from "./text-to-html";

const halves = (html: string) => {
  const { visibleHtml, quotedHtml } = splitHtmlReply(html);
  return [htmlToText(visibleHtml), htmlToText(quotedHtml)];
};

describe("htmlToText", () => {
  it("writes blocks, lists, quotes, links and cells as lines", () => {
    const html = `<head><title>T</title><style>a{}</style></head><h1>Ciao</h1><p>Uno&nbsp;&egrave; <b>due</b><br>tre &#8364; &#x20ac; &#150;</p>
      <ul><li>a<li>b</ul><table><tr><td>A</td><td>B</td></tr></table><a href="https://x.example/z">qui</a>
      <a href="https://x.example">x.example</a><blockquote>citato<blockquote>prima</blockquote></blockquote><div>A<div><br></div></div><div>B</div>`;
    expect(htmlToText(html)).toBe(
      "Ciao\n\nUno è due\ntre € € –\n\n- a\n- b\n\nA B\n\nqui [https://x.example/z] x.example\n\n> citato\n\n>> prima\n\nA\n\nB",
    );
  });

  it("skips what is hidden and survives damage", () => {
    expect(htmlToText('<div style="display:none">secret</div>seen<!-- c --><script>x</script> < 3 & <b')).toBe(
      "seen < 3 &",
    );
    expect(htmlToText("<p>a<p>b</div></p>&unknown; &#0;")).toBe("a\n\nb\n\n&unknown; \ufffd");
  });

  it.each(["<div>", "<", "<a ", "<!-- ", "a<br>", "<blockquote>a", "&amp;", '<a href="'])(
    "is linear on %s",
    (piece) => {
      expect(htmlToText(piece.repeat(400_000)).length).toBeLessThan(piece.length * 400_000 * 4);
    },
  );
});

describe("splitHtmlReply", () => {
  it.each([
    [
      "Gmail",
      '<div>New</div><div class="gmail_quote"><div class="gmail_attr">On 5 Mar 2024, A wrote:</div><blockquote>Old</blockquote></div>',
    ],
    [
      "Outlook web",
      '<p>New</p><div id="appendonsend"></div><hr><div id="divRplyFwdMsg"><b>From:</b> A</div><div>Old</div>',
    ],
    [
      "Outlook desktop",
      '<p>New</p><div style="border:none"><p><b>Von:</b> A<br><b>Gesendet:</b> heute<br><b>An:</b> B<br><b>Betreff:</b> C</p></div><p>Old</p>',
    ],
    [
      "Thunderbird",
      '<p>New</p><div class="moz-cite-prefix">On 05.03.24 10:00, A wrote:<br></div><blockquote type="cite" cite="mid:1@x">Old</blockquote>',
    ],
    [
      "Apple Mail",
      '<div>New<br><div><blockquote type="cite"><div>On 5 Mar 2024, A wrote:</div><div>Old</div></blockquote></div></div>',
    ],
    ["Yahoo", '<div>New</div><div id="yahoo_quoted_123" class="yahoo_quoted">Old</div>'],
    [
      "Yandex",
      '<div>New</div><div>05.03.2024, 10:00, "А" &lt;a@example.ru&gt;:</div><blockquote><p>Old</p></blockquote>',
    ],
    [
      "mail.ru",
      "<div>New</div><blockquote class=\"mail-quote-collapse\" style='border-left:1px'>Вторник, 5 марта 2024 от А:<div>Old</div></blockquote>",
    ],
    ["Proton", '<div>New</div><div class="protonmail_quote">Old</div>'],
    ["Zoho", '<div>New</div><div class="zmail_extra"><div>---- On Tue ----</div>Old</div>'],
    ["original marker", "<p>New</p><p>-----Messaggio originale-----</p><p>Old</p>"],
  ])("%s", (_, html) => {
    const [visible, quoted] = halves(html);
    expect(visible).toBe("New");
    expect(quoted).toContain("Old");
  });

  it("keeps answers below and between quotes", () => {
    const html =
      '<p>top</p><p>Il 05/03/2024 10:00, A ha scritto:</p><blockquote type="cite">q1</blockquote><p>one</p><blockquote type="cite">q2</blockquote><p>two</p>';
    expect(halves(html)[0]).toBe("top\n\none\n\ntwo");
  });

  it("keeps forwards whole, and quotations that are the writer's own", () => {
    const forward =
      '<p>fyi</p><div class="gmail_quote"><div>---------- Forwarded message ---------<br>From: x</div>matter</div>';
    expect(splitHtmlReply(forward)).toEqual({ visibleHtml: forward, quotedHtml: "" });
    const bare = '<div id="divRplyFwdMsg"><b>From:</b> x</div><p>matter</p>';
    expect(splitHtmlReply(bare).quotedHtml).toBe("");
    const own = "<p>The manual says</p><blockquote>press twice</blockquote><p>but it fails</p>";
    expect(splitHtmlReply(own).quotedHtml).toBe("");
  });
});

describe("sanitizeMailHtml", () => {
  it.each([
    "<script>alert(1)</script>",
    '<img src=x onerror="alert(1)">',
    '<a href="javascript:alert(1)">x</a>',
    '<a href=" java\nscript:alert(1)">x</a>',
    '<a href="data:text/html,<script>alert(1)</script>">x</a>',
    "<svg><style><img src=x onerror=alert(1)></style></svg>",
    "<math><mtext><table><mglyph><style><!--</style><img title='--&gt;&lt;img src=1 onerror=alert(1)&gt;'>",
    '<form action="https://e.example"><input name=a><button formaction="javascript:alert(1)">Go</button></form>',
    '<iframe src="https://e.example"></iframe><object data="x"></object><embed src="x">',
    '<div style="position:fixed;inset:0" class="x" id="y">a</div>',
    '<base href="https://e.example"><meta http-equiv=refresh content=0><link rel=stylesheet href=x>',
    '<noscript><p title="</noscript><img src=x onerror=alert(1)>">',
    '<p onclick="alert(1)" background="https://e.example/x.png">a</p>',
    '<img src="http://e.example/t.png"><img src="//e.example/t.png"><img srcset="https://e.example/t.png 2x">',
    '<img src="data:image/svg+xml,<svg onload=alert(1)>">',
  ])("disarms %s", (html) => {
    const clean = sanitizeMailHtml(html).html;
    expect(clean).not.toMatch(
      /<(?:script|svg|math|style|form|input|button|iframe|object|embed|base|meta|link|noscript)/i,
    );
    expect(clean).not.toMatch(/<[^>]*\s(?:on\w+|style|class|id|src|srcset|background|action)=/i);
    expect(clean).not.toMatch(/<[^>]*(?:javascript|data):/i);
  });

  it("keeps the text's shape and makes links safe", () => {
    const { html } = sanitizeMailHtml(
      '<p>Hi <b>you</b></p><ul><li>a</li></ul><a href="https://e.example/a?b=1&amp;c=2" onclick="x">z</a><a href="/local">l</a>',
    );
    expect(html).toBe(
      '<p>Hi <b>you</b></p><ul><li>a</li></ul><a href="https://e.example/a?b=1&amp;c=2" rel="noopener noreferrer nofollow" target="_blank">z</a><span>l</span>',
    );
  });

  it("counts remote images and shows their alt text", () => {
    expect(
      sanitizeMailHtml(
        '<img src="https://e.example/l.png" alt="Logo <b>"><img src="https://e.example/p.gif" width="1" alt="x">',
      ),
    ).toEqual({
      html: '<span data-image="remote">Logo &lt;b&gt;</span><span data-image="remote"></span>',
      remoteImages: 2,
    });
  });

  it("resolves inline images to our own paths only", () => {
    const { html } = sanitizeMailHtml('<img src="cid:logo%40x" alt="Logo"><img src="cid:other">');
    expect(html).toBe('<img alt="Logo" data-cid="logo@x" /><img alt="" data-cid="other" />');
    const urls = new Map([
      ["logo@x", '/files/1?a="&b'],
      ["other", "javascript:alert(1)"],
    ]);
    expect(resolveInlineImages(html, urls)).toBe(
      '<img alt="Logo" data-cid="logo@x" src="/files/1?a=&quot;&amp;b" /><img alt="" data-cid="other" />',
    );
  });

  it("flattens layout tables and keeps tables of data", () => {
    const layout = "<table><tr><td><table><tr><td>in</td></tr></table></td></tr></table>";
    expect(sanitizeMailHtml(layout).html).not.toContain("<table");
    expect(
      sanitizeMailHtml("<table><tr><td>A</td><td>1</td></tr><tr><td>B</td><td>2</td></tr></table>").html,
    ).toContain("<td>2</td>");
    expect(sanitizeMailHtml("<table><tr><th>A</th></tr></table>").html).toContain("<th>A</th>");
  });

  it("drops hidden text", () => {
    expect(sanitizeMailHtml('<div style="DISPLAY: none">preview <div>x</div></div><p>seen</p>').html).toBe(
      "<p>seen</p>",
    );
  });

  it.each(["<div>", "<table><tr><td>", "<b>x", "<p>x", "<a href=http://x>", "</div>", '<img src="http://x/y">'])(
    "bounds %s",
    (piece) => {
      const { html } = sanitizeMailHtml(piece.repeat(200_000));
      expect(html.length).toBeLessThan(5_000_000);
    },
  );
});

describe("textToHtml", () => {
  it("escapes, links, breaks and quotes", () => {
    expect(
      textToHtml('Ciao <b> & "io"\n(see https://e.example/a_(b)?x=1&y=2).\n\n> vecchio\n>> prima\nann@example.com'),
    ).toBe(
      '<p>Ciao &lt;b&gt; &amp; &quot;io&quot;<br>\n(see <a href="https://e.example/a_(b)?x=1&amp;y=2" rel="noopener noreferrer nofollow" target="_blank">https://e.example/a_(b)?x=1&amp;y=2</a>).</p>\n' +
        "<blockquote>\n<p>vecchio</p>\n<blockquote>\n<p>prima</p>\n</blockquote>\n</blockquote>\n" +
        '<p><a href="mailto:ann@example.com" rel="noopener noreferrer nofollow" target="_blank">ann@example.com</a></p>',
    );
  });

  it("never links scripts and never lets a quote mark out", () => {
    const html = textToHtml('javascript:alert(1) https://e.example/"onmouseover="x');
    expect(html).not.toContain('href="javascript');
    expect(html).not.toMatch(/<[^>]*onmouseover/);
  });
});
