import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { renderMarkdown } from "../render-markdown.server";
import { plainToMarkdown } from "./plain-to-markdown";

const shown = async (text: string) => (await renderMarkdown(plainToMarkdown(text))).html;
/** The words in their order; the signs that lists are made of are left aside. */
const words = (text: string) => text.replace(/\d{1,3}[.)]|[-+•]/g, "").replace(/\s+/g, "");

describe("a plain answer as Markdown", () => {
  it.each([
    ["# 4 valves", "<p># 4 valves</p>"],
    ["turn\n---\nwait", "<p>turn<br />---<br />wait</p>"],
    ["turn\n===", "<p>turn<br />===</p>"],
    ["    four spaces", "<p>four spaces</p>"],
    ["a\n\n    b", "<p>a</p>\n<p>b</p>"],
    ["press [name](now)", "<p>press [name](now)</p>"],
    ["AT&amp;T & <b>", "<p>AT&amp;amp;T &amp; &lt;b&gt;</p>"],
    ["a | b\n--- | ---\n1 | 2", "<p>a | b<br />--- | ---<br />1 | 2</p>"],
  ])("%j reads the same", async (text, html) => expect(await shown(text)).toBe(html));

  it("keeps lists as lists", async () => {
    expect(await shown("First:\n1. close\n2. open")).toContain("<li>close</li>\n<li>open</li>");
    expect(await shown("• close\n• open")).toContain("<li>close</li>\n<li>open</li>");
  });

  it("shows the words that stood there, whatever signs are among them", async () => {
    const piece = fc.constantFrom(
      ..."valve,2.5,bar,*,_,~~,`,<b>,</p>,&amp;,&,#,>,|,[x],(y),[x](y),![a],\\,-,+,1.,12),---,===,***,[x]: y,!, ,    "
        .split(",")
        .flatMap((word) => [word, `${word}\n`, ` ${word} `]),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(piece, { maxLength: 14 }), async (parts) => {
        const text = parts.join("");
        const { plain } = await renderMarkdown(plainToMarkdown(text));
        expect(words(plain)).toBe(words(text));
      }),
      { numRuns: 300 },
    );
  });
});
