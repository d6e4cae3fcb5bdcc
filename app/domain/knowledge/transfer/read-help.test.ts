import { describe, expect, test } from "vitest";
import { readHelp } from "./read-help.server";
import { helpFile as file, PNG } from "#tests/support/help-files";
import type { TransferFile } from "./transfer-file";

const read = (...files: TransferFile[]) => readHelp(files);
const problems = async (...files: TransferFile[]) =>
  (await read(...files)).problems.map(({ path, line, note }) => `${path}:${line ?? ""} ${note.code.split(".")[1]}`);
const md = (front: string, body = "Text.") => `---\n${front}\n---\n\n${body}\n`;

describe("Markdown", () => {
  test("gives what front matter, folder and name say", async () => {
    const front = [
      'title: "Where: my parcel?"',
      "kind: faq",
      "summary: One line.",
      "keywords: [delivery, where is it, 2026]",
      "audience: organizations",
      "organizations: [Marchetti Impianti]",
      "state: draft",
      "reviewBy: 2027-03-01",
      "updated: 2026-11-02",
      "position: 3",
    ].join("\n");
    const { texts, problems } = await read(file("en/Deliveries/Track A Parcel.md", md(front, "\n  code\n\nEnd  \n")));
    expect(problems).toEqual([]);
    expect(texts).toEqual([
      {
        path: "en/Deliveries/Track A Parcel.md",
        locale: "en",
        category: "deliveries",
        slug: "track-a-parcel",
        title: "Where: my parcel?",
        kind: "faq",
        summary: "One line.",
        keywords: "delivery, where is it, 2026",
        audience: "organizations",
        organizations: ["Marchetti Impianti"],
        state: "draft",
        reviewBy: "2027-03-01",
        updated: "2026-11-02",
        position: 3,
        markdown: "  code\n\nEnd",
        bodyLine: expect.any(Number),
        notes: [],
      },
    ]);
  });

  test("takes the first heading for a title when the front matter has none", async () => {
    const { texts } = await read(file("it/consegne/a.md", "# Dov'è il collo? #\n\n## Poi\n\nTesto.\n"));
    expect(texts[0]).toMatchObject({ title: "Dov'è il collo?", markdown: "## Poi\n\nTesto.", locale: "it" });
  });

  test("names the source of a translation", async () => {
    const { texts } = await read(file("it/a/b.md", md("title: B\ntranslationOf: track-it\nsourceLocale: ro")));
    expect(texts[0]?.source).toEqual({ locale: "ro", slug: "track-it" });
  });

  test("names the line of what is wrong", async () => {
    expect(
      await problems(
        file("en/a/audience.md", md("title: A\nsummary: x\naudience: everybody")),
        file("en/a/yaml.md", md('title: "A\nsummary: x')),
        file("en/a/open.md", "---\ntitle: A\n\nText."),
        file("en/a/day.md", md("title: A\nreviewBy: 2027-02-30")),
        file("en/a/none.md", "Text without a title."),
        file("a/b.md", md("title: A")),
        file("en/b.md", md("title: A")),
        file("de/a/b.md", md("title: A")),
        file("en/a/???.md", md("title: A")),
        file(
          "en/a/bomb.md",
          md(`title: A\na: &a [x,x]\nb: &b [*a,*a,*a,*a]\nc: &c [*b,*b,*b,*b]\nd: [*c,*c,*c,*c,*c]`),
        ),
      ),
    ).toEqual([
      "a/b.md:1 locale",
      "de/a/b.md:1 locale",
      "en/a/???.md:1 slug",
      "en/a/audience.md:4 value",
      "en/a/bomb.md:2 yaml",
      "en/a/day.md:3 value",
      "en/a/none.md:1 title",
      "en/a/open.md:1 frontMatterOpen",
      expect.stringMatching(/^en\/a\/yaml.md:\d yaml$/),
      "en/b.md:1 categoryMissing",
    ]);
  });

  test("says keys that nobody reads", async () => {
    const { texts } = await read(file("en/a/b.md", md("title: A\nauthor: me")));
    expect(texts[0]?.notes).toEqual([{ code: "transfer:warning.unknownKey", params: { key: "author" }, line: 3 }]);
  });

  test("reads UTF-8 and UTF-16 with a mark, and Windows encodings by language", async () => {
    const text = md("title: Помпа");
    const utf16 = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text.replaceAll("\n", "\r\n"), "utf16le")]);
    const win = Buffer.concat([
      Buffer.from("---\ntitle: "),
      Buffer.from([0xcf, 0xee, 0xec, 0xef, 0xe0]),
      Buffer.from("\n---\nx"),
    ]);
    const { texts, problems } = await read(
      file("ru/a/utf8.md", Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), Buffer.from(text)])),
      file("ru/a/utf16.md", utf16),
      file("ru/a/windows.md", win),
      file("ru/a/zeros.md", new Uint8Array([0x61, 0, 0x62])),
    );
    expect(texts.map(({ title }) => title)).toEqual(["Помпа", "Помпа", "Помпа"]);
    expect(texts[2]?.notes).toEqual([{ code: "transfer:warning.encoding", params: { encoding: "windows-1251" } }]);
    expect(problems.map(({ note }) => note.code)).toEqual(["transfer:error.notText"]);
  });
});

describe("HTML", () => {
  test("gives title and text and says what it leaves out", async () => {
    const page = `<!doctype html><html><head><title>Site – Seals</title><style>p{}</style></head><body><nav>Menu</nav>
      <main><h1>Seals &amp; <em>rings</em></h1><script>alert(1)</script><p>Use <code>a &lt; b</code> &lt;b&gt; and
      <a href="../x/other.html#two">this</a>, <a href="javascript:alert(1)">not that</a>.<img src="pic.png" alt="A seal"></p>
      <ul><li>one<ul><li>two</li></ul></li></ul><ol start="3"><li>three</li><li>four</li></ol>
      <table><tr><th>A</th></tr><tr><td>1|2</td></tr></table><pre><code class="language-sh">a\n  b</code></pre></main>
      <footer>Imprint</footer></body></html>`;
    const { texts } = await read(file("en/seals/seals.html", page));
    expect(texts[0]?.title).toBe("Seals & rings");
    expect(texts[0]?.markdown).toBe(
      [
        "Use `a < b` \\<b> and [this](../x/other.html#two), not that.![A seal](pic.png)",
        "- one\n  - two",
        "3. three\n4. four",
        "| A   |\n| --- |\n| 1\\|2 |",
        "```sh\na\n  b\n```",
      ].join("\n\n"),
    );
    expect(texts[0]?.notes).toEqual([
      { code: "transfer:warning.htmlLeftOut", params: { parts: "footer, nav, script, style" } },
    ]);
  });

  test("shows what is folded away under its heading, and keeps cells over several columns within reason", async () => {
    const page = `<h1>A</h1><details><summary>More <b>on</b> it</summary>Inside.</details>
      <table><tr><td colspan="2">wide<ul><li>x</li></ul></td><td colspan="999999999" rowspan="3">tall</td></tr></table>`;
    const { texts } = await read(file("en/a/b.html", page));
    const [heading, inside, table] = texts[0]?.markdown.split("\n\n") ?? [];
    expect([heading, inside]).toEqual(["**More on it**", "Inside."]);
    expect(table).toContain('<td colspan="2">wide<ul>');
    expect(table).toContain('<td rowspan="3">tall</td>');
  });

  test("reads the encoding that the page names, and its title where no heading is", async () => {
    const page = Buffer.concat([
      Buffer.from('<meta charset="windows-1251"><title>'),
      Buffer.from([0xcf, 0xee, 0xec, 0xef, 0xe0]),
      Buffer.from("</title><p>x</p>"),
    ]);
    const { texts } = await read(file("en/a/b.htm", page));
    expect(texts[0]).toMatchObject({ title: "Помпа", notes: [] });
  });
});

describe("CSV", () => {
  test.each([
    [",", "\n"],
    [";", "\r\n"],
    ["\t", "\n"],
  ])("with %j between cells", async (sign, end) => {
    const rows = [
      ["Locale", "category", "Question", "answer", "keywords", "slug", "translation_of", "note"],
      ["en", "seals", "How?", `"So${sign} and ""so""\nnext line"`, "a", "", "", ""],
      ["", "", "", "", "", "", "", ""],
      ["it", "seals", "Come?", "Così", "", "come", "how", ""],
    ];
    const text = `\ufeff${rows.map((row) => row.join(sign)).join(end)}${end}`;
    const { texts, fileNotes, problems } = await read(file("faq.csv", text));
    expect(problems).toEqual([]);
    expect(texts).toMatchObject([
      { line: 2, locale: "en", slug: "how", kind: "faq", title: "How?", markdown: `So${sign} and "so"\nnext line` },
      { line: 5, locale: "it", slug: "come", source: { locale: "en", slug: "how" } },
    ]);
    expect(fileNotes.map(({ note }) => note.params)).toEqual([{ column: "note" }]);
  });

  const head = "locale,category,question,answer\n";

  test("names the line of what is wrong and goes on", async () => {
    expect(
      await problems(
        file("quote.csv", `${head}en,a,b,c\nen,a,b,"c\n`),
        file("cells.csv", `${head}en,a,b,c,d\n`),
        file("head.csv", "question\nx\n"),
        file("rows.csv", `${head}en,a,,c\nxx,a,b,c\nen,,b,c\nen,a,b,\nen,a,ok,c\n`),
        file("empty.csv", " \n"),
      ),
    ).toEqual([
      "cells.csv:2 csvCells",
      "empty.csv: csvEmpty",
      "head.csv:1 csvHeader",
      "quote.csv:3 csvQuote",
      "rows.csv:2 question",
      "rows.csv:3 locale",
      "rows.csv:4 categoryMissing",
      "rows.csv:5 answer",
    ]);
  });

  test("a row that cannot be read takes no other with it, wherever its quotation mark would end", async () => {
    const rows = [
      'en,a,one,"two\nlines"',
      'en,a,open,"x',
      "en,a,two,b,c",
      'en,a,three,"b"',
      'en,a,wrong,"x" y',
      "en,a,four,b",
      'en,a,last,"',
    ];
    const { texts, problems } = await read(file("faq.csv", `${head}${rows.join("\r\n")}`));
    expect(texts.map(({ title, line }) => [title, line])).toEqual([
      ["one", 2],
      ["three", 6],
      ["four", 8],
    ]);
    expect(problems.map(({ line, note }) => `${line} ${note.code}`)).toEqual([
      "4 transfer:error.csv",
      "5 transfer:error.csvCells",
      "7 transfer:error.csv",
      "9 transfer:error.csvQuote",
    ]);
  });

  test("what is full of rows that cannot be read is refused as a whole", async () => {
    const text = head + 'en,a,b,"x" y\n'.repeat(500);
    expect(await problems(file("faq.csv", text))).toEqual(["faq.csv:102 csv"]);
  });
});

describe("the folder", () => {
  test("loses nothing by files that nest without end, and no time", async () => {
    const began = performance.now();
    const { texts, problems: found } = await read(
      file("en/a/a.md", md(`title: A\nkeywords: ${"[".repeat(50_000)}`)),
      ...["div", "blockquote", "table><tr><td"].map((tags, n) =>
        file(`en/a/b${n}.html`, `<h1>B</h1>${`<${tags}>`.repeat(50_000)}x`),
      ),
      file("en/a/c.html", `<h1>C</h1>${"<ul><li>".repeat(50_000)}x`),
      file("en/a/d.html", `<h1>D</h1>${"<p>One<br><p>Two<ul><li>a<li>b</ul>".repeat(2_000)}`),
      file("en/a/e.md", `# E\n\n${">".repeat(50_000)} ${"[".repeat(50_000)}`),
    );
    expect(performance.now() - began).toBeLessThan(10_000);
    expect(texts.map(({ title }) => title)).toEqual(["D", "E"]);
    expect(found.map(({ path, note }) => `${path} ${note.code.split(".")[1]}`)).toEqual([
      "en/a/a.md yaml",
      "en/a/b0.html tooDeep",
      "en/a/b1.html tooDeep",
      "en/a/b2.html tooDeep",
      "en/a/c.html tooDeep",
    ]);
  });

  test("is found below what wraps it; pictures are told by their bytes", async () => {
    const { texts, pictures, categories, skipped, problems } = await read(
      file("my help/categories.yaml", "- slug: b\n  parent: a\n  names: { en: B }\n- slug: a\n  names: { en: A }\n"),
      file("my help/README.md", "About this folder"),
      file("my help/en/a/b.md", md("title: A")),
      file("my help/images/a.png", PNG),
      file("my help/images/false.png", "no picture"),
      file("my help/notes.txt", "x"),
      file("my help/.git/config", "x"),
    );
    expect(texts.map(({ path }) => path)).toEqual(["en/a/b.md"]);
    expect([...pictures.keys()]).toEqual(["images/a.png"]);
    expect(categories.map(({ slug }) => slug)).toEqual(["a", "b"]);
    expect(skipped).toEqual(["README.md", "notes.txt"]);
    expect(problems).toEqual([{ path: "images/false.png", note: { code: "transfer:error.picture" } }]);
  });

  test("refuses a list of categories that cannot be", async () => {
    const list = (text: string) => problems(file("categories.yaml", text));
    expect(await list("a: b")).toEqual(["categories.yaml:1 categoriesList"]);
    expect(await list("- slug: a\n  names: { en: A }\n- slug: B b\n  names: { en: B }\n")).toEqual([
      "categories.yaml:3 category",
    ]);
    expect(await list("- slug: a\n  names: {}\n")).toEqual(["categories.yaml:1 category"]);
    expect(
      await list("- { slug: a, parent: b, names: { en: A } }\n- { slug: b, parent: a, names: { en: B } }"),
    ).toEqual(["categories.yaml: categoryCircle"]);
  });
});
