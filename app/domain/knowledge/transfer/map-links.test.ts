import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { asDestination, mapLinks } from "./map-links";

const found = (markdown: string) => {
  const links: string[] = [];
  mapLinks(markdown, ({ destination, line }) => {
    links.push(`${line} ${destination}`);
    return null;
  });
  return links;
};
const upper = (markdown: string) => mapLinks(markdown, ({ destination }) => destination.toUpperCase());

describe("mapLinks", () => {
  test.each([
    ["[a](b.md) and ![c](d.png)", "[a](B.MD) and ![c](D.PNG)"],
    ["[![alt](in.png)](out.md)", "[![alt](IN.PNG)](OUT.MD)"],
    ["[a](b.md \"title (x)\") [c](<d e.md> 't')", "[a](B.MD \"title (x)\") [c](D E.MD 't')"],
    ["[a](b_(c).md)", "[a](B_(C).MD)"],
    ["[ref]: b.md\n\n   [x]: <c.md> 'y'", "[ref]: B.MD\n\n   [x]: C.MD 'y'"],
    ["say [ref]: b.md", "say [ref]: b.md"],
    ["> [a](b.md)\n> - [c](d.md)", "> [a](B.MD)\n> - [c](D.MD)"],
    ["| [a](b.md) | ![](c.png) |", "| [a](B.MD) | ![](C.PNG) |"],
    ["`[a](b.md)` and ``x ` [a](b.md)`` [c](d.md)", "`[a](b.md)` and ``x ` [a](b.md)`` [c](D.MD)"],
    ["```\n[a](b.md)\n```\n[c](d.md)", "```\n[a](b.md)\n```\n[c](D.MD)"],
    ["- ~~~md\n  [a](b.md)\n  ~~~\n- [c](d.md)", "- ~~~md\n  [a](b.md)\n  ~~~\n- [c](D.MD)"],
    ["\\[a](b.md) <https://x.example/[a](b)>", "\\[a](b.md) <https://x.example/[a](b)>"],
    ["[a] (b.md) [c](d e.md) [f](", "[a] (b.md) [c](d e.md) [f]("],
    ["[two\nlines](b.md)", "[two\nlines](B.MD)"],
    ['an <img src="a b.png" alt="Label [1]" width=3> here', "an ![Label \\[1\\]](A B.PNG) here"],
    ["see <a title=\"x\" href='b.md'>this</a>", 'see <a title="x" href="B.MD">this</a>'],
    [
      '<div><table><tr><td><ul><li><a href="b.md?x=1&amp;y">b</a></li></ul><img src=c.png alt="C"></td></tr></table></div>\n\n<img src="d.png" alt="">',
      '<div><table><tr><td><ul><li><a href="B.MD?X=1&amp;Y">b</a></li></ul><img src="C.PNG" alt="C"></td></tr></table></div>\n\n![](D.PNG)',
    ],
  ])("%s", (markdown, expected) => {
    expect(upper(markdown)).toBe(expected);
  });

  test("tells the line of each link", () => {
    expect(found("x\n\n[a](b.md)\n```\n[n](o)\n```\n![c](d.png)")).toEqual(["3 b.md", "7 d.png"]);
  });

  test("leaves a text as it is when nothing is mapped", () => {
    const pieces = fc.constantFrom(
      "[",
      "]",
      "(",
      ")",
      "!",
      "`",
      "```\n",
      "\n",
      "\n\n",
      "\\",
      "<",
      ">",
      '"',
      "a",
      " ",
      ":",
      "b.md",
      "<img src=x>",
      "- ",
    );
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 40 }), (parts) => {
        const text = parts.join("");
        expect(mapLinks(text, () => null)).toBe(text);
        expect(mapLinks(text, () => "z").length).toBeGreaterThanOrEqual(0);
      }),
      { numRuns: 500 },
    );
  });

  test("takes linear time over brackets and ticks that never close", () => {
    for (const text of [
      "[".repeat(100_000),
      "`a".repeat(50_000),
      "[a](".repeat(30_000),
      "<".repeat(100_000),
      "``` `".repeat(20_000),
    ]) {
      const start = performance.now();
      mapLinks(text, () => "x");
      expect(performance.now() - start).toBeLessThan(2_000);
    }
  });

  test("writes destinations that are read as one", () => {
    fc.assert(
      fc.property(
        fc.string({ minLength: 1, unit: "grapheme" }).filter((path) => !/[\n\\]/.test(path) && path.isWellFormed()),
        (path) => {
          expect(found(`[a](${asDestination(path)})`).map((link) => decodeURIComponent(link.slice(2)))).toEqual([path]);
        },
      ),
    );
  });
});
