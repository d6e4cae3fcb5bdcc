import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { renderMarkdown } from "./render-markdown.server";

const ARTICLE = "01900000-0000-7000-8000-00000000000a";
const IMAGE = "01900000-0000-7000-8000-00000000000b";
const html = async (markdown: string) => (await renderMarkdown(markdown)).html;

describe("what a text becomes", () => {
  it.each([
    ["**a** _b_ ~~c~~ `d`", "<p><strong>a</strong> <em>b</em> <del>c</del> <code>d</code></p>"],
    ["> quoted", "<blockquote>\n<p>quoted</p>\n</blockquote>"],
    ["> [!NOTE]\n> Look", '<div class="call note" role="note">\n<p>Look</p>\n</div>'],
    ["> [!tip]\n>\n> Look", '<div class="call tip" role="note">\n<p>Look</p>\n</div>'],
    ["> [!CAUTION] **Hot**", '<div class="call warn" role="note">\n<p><strong>Hot</strong></p>\n</div>'],
    ["> [!IMPORTANT]\n> - one", '<div class="call important" role="note">\n<ul>\n<li>one</li>\n</ul>\n</div>'],
    ["> [!NOTE]", '<div class="call note" role="note">\n</div>'],
    ["> [!DANGER]\n> x", "<blockquote>\n<p>[!DANGER]\nx</p>\n</blockquote>"],
    ["```sh\na < b\n```", '<pre tabindex="0"><code>a &lt; b\n</code></pre>'],
    ["- [ ] a\n- [x] b", '<ul class="check" role="list">\n<li><div>a</div></li>\n<li><div>b</div></li>\n</ul>'],
    ["- [x] a\n- b", "<ul>\n<li>☑ a</li>\n<li>b</li>\n</ul>"],
    ["3. a\n4. b", '<ol start="3">\n<li>a</li>\n<li>b</li>\n</ol>'],
    ["H<sub>2</sub>O <kbd>Esc</kbd>", "<p>H<sub>2</sub>O <kbd>Esc</kbd></p>"],
    ["[x](https://a.example/?a=1&b=2)", '<p><a href="https://a.example/?a=1&amp;b=2" rel="noopener">x</a></p>'],
    ["write to a@b.example", '<p>write to <a href="mailto:a@b.example">a@b.example</a></p>'],
    ["[x](/help/ru/articles/a)", '<p><a href="/help/ru/articles/a">x</a></p>'],
    ["[x](other.html)", "<p><span>x</span></p>"],
    ["[x](//evil.example)", "<p><span>x</span></p>"],
    ["![a map](https://evil.example/x.png)", "<p><span>a map</span></p>"],
  ])("%j", async (markdown, drawn) => expect(await html(markdown)).toBe(drawn));

  it("lets a wide table be scrolled by keyboard, and aligns its columns by class", async () => {
    expect(await html("|a|b|\n|-|-:|\n|1|2|")).toBe(
      '<div class="wide" tabindex="0"><table>\n<thead><tr><th scope="col">a</th><th class="end" scope="col">b</th></tr>' +
        '</thead>\n<tbody><tr><td>1</td><td class="end">2</td></tr>\n</tbody></table></div>',
    );
  });

  it("gives headings ids of their own, below the page's title, and links to them", async () => {
    const text = await renderMarkdown(
      "# Start\n\n## Что нужно\n\n### Start\n\n##### `main`\n\n[up](#Start) [x](#Что-нужно)",
    );
    expect(text.headings).toEqual([
      { id: "s-start", level: 2, title: "Start" },
      { id: "s-chto-nuzhno", level: 2, title: "Что нужно" },
      { id: "s-start-2", level: 3, title: "Start" },
      { id: "s-main", level: 4, title: "main" },
    ]);
    expect(text.html).toContain('<h2 id="s-start">Start</h2>');
    expect(text.html).toContain('<a href="#s-start">up</a> <a href="#s-chto-nuzhno">x</a>');
  });

  it("names headings in letters, not in entities", async () => {
    const text = await renderMarkdown('## Dopo l\'avvio & "a < b"\n\n### Caf&eacute; `R&D`');
    expect(text.headings).toEqual([
      { id: "s-dopo-lavvio-a-b", level: 2, title: 'Dopo l\'avvio & "a < b"' },
      { id: expect.stringMatching(/^s-caf/), level: 3, title: "Café R&D" },
    ]);
  });

  it("leads to articles by id in the text's language, shows pictures with their size, and says what it points at", async () => {
    const files = new Map([
      [IMAGE, { name: "label & co.png", type: "image/png", width: 640, height: 480 }],
      [ARTICLE, { name: "manual.pdf", type: "application/pdf", width: null, height: null }],
    ]);
    const markdown = `[a](article:${ARTICLE}#Part) ![The label](image:${IMAGE}) ![Manual](image:${ARTICLE}) [PDF](image:${ARTICLE}) https://a.example`;
    const text = await renderMarkdown(markdown, { locale: "it", files });
    expect(text.html).toBe(
      `<p><a href="/help/it/articles/${ARTICLE}#s-part">a</a> ` +
        `<img src="/help/files/${IMAGE}/label%20%26%20co.png" alt="The label" width="640" height="480" loading="lazy" decoding="async" /> ` +
        `<a href="/help/files/${ARTICLE}/manual.pdf">Manual</a> <a href="/help/files/${ARTICLE}/manual.pdf">PDF</a> ` +
        '<a href="https://a.example" rel="noopener">https://a.example</a></p>',
    );
    expect(text.links).toEqual([`article:${ARTICLE}#Part`, "https://a.example"]);
    expect(text.imageIds).toEqual([IMAGE, ARTICLE]);
  });

  it("reads as words without markup", async () => {
    const { plain } = await renderMarkdown(
      "## A & B\n\n- one\n- <b>two</b>\n\n|x|y|\n|-|-|\n|1|2|\n\n`<i>` &amp; &lt;",
    );
    expect(plain).toBe("A & B\none\ntwo\nx y\n1 2\n<i> & <");
  });
});

const VECTORS = [
  "<script>alert(1)</script>",
  "<scr<script>ipt>alert(1)</scr</script>ipt>",
  "[x](javascript:alert(1))",
  "[x](JaVaScRiPt:alert(1))",
  "[x](&#106;avascript:alert(1))",
  "[x](java&Tab;script:alert(1))",
  "[x](java&#10;script:alert(1))",
  "[x](\u0001javascript:alert(1))",
  "[x](<java\u200bscript:alert(1)>)",
  "[x](vbscript:msgbox(1))",
  "[x](data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==)",
  "[x](blob:https://a/1)",
  "[x](\\\\evil.example/x)",
  "[x](/\\evil.example)",
  "[x]: javascript:alert(1)\n\n[x]",
  "<javascript:alert(1)>",
  "<data:text/html,x>",
  "![x](javascript:alert(1))",
  "![x](data:image/svg+xml;base64,PHN2Zy8+)",
  "![x](https://evil.example/a.png)",
  '![x](image:01900000-0000-7000-8000-00000000000b "\\" onload=alert(1)")',
  '![" onerror="alert(1)](image:01900000-0000-7000-8000-00000000000b)',
  '[x](https://a.example "\\" onmouseover=alert(1) x=\\"")',
  "<a href=javascript:alert(1)>x</a>",
  "<a href=' &#14; javascript:alert(1)'>x</a>",
  "<a href='https://a.example' target=_blank onclick=alert(1) style='position:fixed' class=x id=main>x</a>",
  "<img src=x onerror=alert(1)>",
  "<img src='image:01900000-0000-7000-8000-00000000000b' onload=alert(1) srcset='https://evil.example 2x'>",
  "<svg onload=alert(1)>",
  "<svg><a xlink:href='javascript:alert(1)'><text>x</text></a></svg>",
  "<svg><style><img src=x onerror=alert(1)></style></svg>",
  "<math><mtext><table><mglyph><style><img src=x onerror=alert(1)></style></mglyph></table></mtext></math>",
  "<iframe srcdoc='<script>alert(1)</script>'></iframe>",
  "<object data='data:text/html,<script>alert(1)</script>'></object>",
  "<embed src=javascript:alert(1)>",
  "<form action=javascript:alert(1)><input type=submit><button formaction=javascript:alert(1)>x</button></form>",
  "<base href='https://evil.example/'>",
  "<meta http-equiv=refresh content='0;url=https://evil.example'>",
  "<link rel=stylesheet href='https://evil.example/x.css'>",
  "<style>*{background:url(https://evil.example)}</style>",
  "<p style='background:url(javascript:alert(1))'>x</p>",
  "<div class='call warn' id='main' role='alert' tabindex='1'>x</div>",
  "<div data-own='x' class='call' id='s-x'>x</div>",
  "<!-- --><script>alert(1)</script><!-- -->",
  "<!--><img src=x onerror=alert(1)>-->",
  "<!--[if IE]><script>alert(1)</script><![endif]-->",
  "<![CDATA[<script>alert(1)</script>]]>",
  "<?xml version='1.0'?><script>alert(1)</script>",
  "<noscript><p title='</noscript><img src=x onerror=alert(1)>'></noscript>",
  "<textarea><img title='</textarea><img src=x onerror=alert(1)>'></textarea>",
  "<title><img src=x onerror=alert(1)></title>",
  "<xmp><script>alert(1)</script></xmp>",
  "<template><script>alert(1)</script></template>",
  "<details open ontoggle=alert(1)>x</details>",
  "<video><source onerror=alert(1)></video>",
  "<b onmouseover=alert(1)>x</b>",
  "<table background='javascript:alert(1)'><tr><td background='javascript:alert(1)'>x</td></tr></table>",
  '```"><script>alert(1)</script>\nx\n```',
  "```<img src=x onerror=alert(1)>\nx\n```",
  "`<script>alert(1)</script>`",
  "> [!NOTE]<script>alert(1)</script>",
  "# <img src=x onerror=alert(1)>",
  '# a" onclick="alert(1)',
  "|<script>alert(1)</script>|\n|-|\n|<img src=x onerror=alert(1)>|",
  "- [x] <svg/onload=alert(1)>",
  "&lt;script&gt;alert(1)&lt;/script&gt;",
  'https://a.example/"onmouseover=alert(1)',
  "www.a.example<script>alert(1)</script>",
  'a@b.example"><script>alert(1)</script>',
  '<a href="article:01900000-0000-7000-8000-00000000000a#"><img src=x onerror=alert(1)>">x</a>',
  "</div></article></main><script>alert(1)</script>",
  "<plaintext>",
];

const TAGS = new Set(
  "a abbr b blockquote br caption code dd del details div dl dt em figcaption figure h2 h3 h4 hr i img ins kbd li mark ol p pre q s samp small span strong sub summary sup table tbody td tfoot th thead tr u ul var".split(
    " ",
  ),
);
const ATTRIBUTES = new Set(
  "href rel title src alt width height loading decoding start colspan rowspan open class id role tabindex scope".split(
    " ",
  ),
);
const CLASSES = /^(?:call (?:note|tip|warn|important)|check|wide|end|center)$/;

const TAG = /<(\/?)([a-z][a-z0-9]*)((?: [a-z-]+(?:="[^"<>]*")?)*)( \/)?>/g;

/** What a browser could do harm with in HTML that was drawn, read by a grammar without leniency; empty when nothing. */
function harmIn(drawn: string): string[] {
  const open: string[] = [];
  const harm: string[] = /[<>]/.test(drawn.replace(TAG, "")) ? ["stray bracket"] : [];
  for (const [, closing, name = "", attributes = "", empty] of drawn.matchAll(TAG)) {
    if (!TAGS.has(name)) harm.push(`<${name}>`);
    if (closing) {
      if (open.pop() !== name) harm.push(`</${name}> of nothing`);
      continue;
    }
    if (!empty) open.push(name);
    for (const [, attribute = "", escaped = ""] of attributes.matchAll(/ ([a-z-]+)(?:="([^"]*)")?/g))
      if (!isHarmless(attribute, escaped.replaceAll("&amp;", "&"))) harm.push(`${name} ${attribute}=${escaped}`);
  }
  return [...harm, ...open.map((name) => `<${name}> left open`)];
}

function isHarmless(attribute: string, value: string): boolean {
  if (attribute === "class") return CLASSES.test(value);
  if (attribute === "id") return /^s-[a-z0-9-]+$/.test(value);
  if (attribute === "role") return ["note", "list"].includes(value);
  if (attribute === "src") return /^\/help\/files\/[0-9a-f-]{36}\/[^/]+$/.test(value);
  if (attribute === "href") return /^(?:https?:\/\/[^/]|mailto:|tel:|#s-|\/(?![/\\]))/i.test(value);
  return ATTRIBUTES.has(attribute);
}

describe("what nobody can write into a page", () => {
  it.each(VECTORS)("%s", async (vector) => {
    expect(harmIn(await html(vector))).toEqual([]);
    expect(harmIn(await html(`> ${vector}\n\n- ${vector}\n\n[a **${vector}** b](https://a.example)`))).toEqual([]);
  });

  it("whatever is put together", async () => {
    const piece = fc.oneof(
      fc.constantFrom(...VECTORS),
      fc.constantFrom(
        "\n",
        "\n\n",
        "> ",
        "- ",
        "# ",
        "`",
        "```\n",
        "*",
        "**",
        "|",
        "[",
        "](",
        ")",
        "<",
        ">",
        '"',
        "'",
        "&",
        "\\",
        "\u0000",
        "<div>",
        "</div>",
        "<p",
        "<a href=",
      ),
      fc.string({ unit: "binary", maxLength: 12 }),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(piece, { maxLength: 12 }), async (pieces) => {
        expect(harmIn(await html(pieces.join("")))).toEqual([]);
      }),
      { numRuns: 400 },
    );
  });

  it("what it draws stays as it is when drawn again", async () => {
    for (const vector of VECTORS) expect(await html(vector)).toBe(await html(vector));
  });

  it.each([
    ["quotes", ">".repeat(100_000)],
    ["lists", "- ".repeat(50_000)],
    ["brackets", "[".repeat(100_000)],
    ["links", "[a](".repeat(40_000)],
    ["stars", "*a **b ".repeat(20_000)],
    ["tags", "<div>".repeat(40_000)],
    ["comments", "<!--".repeat(50_000)],
    ["backticks", "`a``".repeat(40_000)],
    ["a table", `|${"a|".repeat(20_000)}\n|${"-|".repeat(20_000)}\n|x|`],
  ])("thousands of nested %s are drawn in seconds", { timeout: 20_000 }, async (_, markdown) => {
    const from = performance.now();
    expect(harmIn(await html(markdown))).toEqual([]);
    expect(performance.now() - from).toBeLessThan(8_000);
  });
});
