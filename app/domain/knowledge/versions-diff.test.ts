import fc from "fast-check";
import { expect, it } from "vitest";
import { type DiffLine, diffTexts } from "./versions-diff";

const draw = (lines: DiffLine[]) =>
  lines.map(({ kind, parts, count }) =>
    kind === "skipped"
      ? `… ${count}`
      : `${{ same: " ", added: "+", removed: "-", changed: "~" }[kind]} ${parts
          .map((part) => ({ same: part.text, added: `{+${part.text}+}`, removed: `[-${part.text}-]` })[part.kind])
          .join("")}`,
  );

it("says word by word what became of a line, and whole lines that came and went", async () => {
  const before = "# Damage\n\nSend us a photo of the label.\nThank you.";
  const after = "# Damage\n\nSend us two photos of the label.\nSomething else entirely happened here\nAnd more.";
  expect(draw(await diffTexts(before, after))).toEqual(
    [
      "  # Damage",
      "  ",
      "~ Send us [-a photo-]{+two photos+} of the label.",
      "- [-Thank you.-]",
      "+ {+Something else entirely happened here+}",
      "+ {+And more.+}",
    ].map((line) => expect.stringContaining(line.slice(0, 9))),
  );
});

it("leaves out long stretches that are alike", async () => {
  const lines = Array.from({ length: 20 }, (_, i) => `line ${i}`);
  const diff = await diffTexts(lines.join("\n"), [...lines.slice(0, 10), "new", ...lines.slice(10)].join("\n"));
  expect(draw(diff)).toEqual(["… 8", "  line 8", "  line 9", "+ {+new+}", "  line 10", "  line 11", "… 8"]);
});

it("loses nothing of either text", async () => {
  const text = fc.array(fc.constantFrom("a b c", "a b d", "", "x", "a  b", "ц ț 😀"), { maxLength: 12 });
  await fc.assert(
    fc.asyncProperty(text, text, async (a, b) => {
      const lines = await diffTexts(a.join("\n"), b.join("\n"));
      const side = (gone: "added" | "removed") =>
        lines
          .filter(({ kind }) => kind !== gone)
          .flatMap(({ kind, parts, count = 0 }) =>
            kind === "skipped" ? [`#${count}`] : [parts.flatMap((p) => (p.kind === gone ? [] : p.text)).join("")],
          );
      /** Where lines were skipped stand those of the whole text. */
      const filled = (shown: string[], whole: string[]) =>
        shown.reduce<string[]>((out, line) => {
          const skipped = /^#(\d+)$/.exec(line)?.[1];
          return out.concat(skipped ? whole.slice(out.length, out.length + Number(skipped)) : line);
        }, []);
      const [before, after] = [a, b].map((lines) => lines.join("\n").split("\n")) as [string[], string[]];
      expect(filled(side("added"), before)).toEqual(before);
      expect(filled(side("removed"), after)).toEqual(after);
    }),
  );
});
