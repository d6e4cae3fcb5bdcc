import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable, Writable } from "node:stream";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { parseFiles, visibleFiles } from "./parse-command.server";

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "sportello-parse-"));
});
afterEach(() => rm(folder, { recursive: true }));

function collect() {
  let text = "";
  const out = new Writable({
    highWaterMark: 1,
    write(chunk: Buffer, _encoding, done) {
      text += chunk.toString();
      setImmediate(done);
    },
  });
  return {
    out,
    lines: () =>
      text
        .trim()
        .split("\n")
        .map((line) => JSON.parse(line) as Record<string, unknown>),
  };
}

const simple =
  "From: Ann <ann@example.com>\r\nMessage-ID: <1@x>\r\nDate: Tue, 5 Mar 2024 10:00:00 +0200\r\n\r\nHi\r\n> old\r\n";

describe("sportello mail parse", () => {
  it("prints one line per file in name order and goes on after a bad one", async () => {
    await writeFile(join(folder, "b.eml"), simple);
    await writeFile(join(folder, "a.eml"), Buffer.from([0, 1, 2]));
    await writeFile(join(folder, "Z.eml"), "");
    await writeFile(join(folder, "expected.json"), "{}");
    const { out, lines } = collect();
    expect(await parseFiles(folder, Readable.from([]), out)).toBe(0);
    expect(lines().map(({ file, error }) => [file, error])).toEqual([
      ["Z.eml", "empty"],
      ["a.eml", "no-headers"],
      ["b.eml", undefined],
    ]);
    expect(lines()[2]).toEqual({
      file: "b.eml",
      from: { name: "Ann", address: "ann@example.com" },
      replyTo: null,
      to: [],
      cc: [],
      subject: "",
      messageId: "<1@x>",
      inReplyTo: [],
      references: [],
      date: "2024-03-05T08:00:00.000Z",
      text: "Hi\n> old\n",
      html: null,
      visibleText: "Hi",
      quotedText: "> old",
      attachments: [],
      automatic: { is: false, why: null },
      bounce: null,
    });
  });

  it("reads standard input and names it -", async () => {
    const { out, lines } = collect();
    await parseFiles(null, Readable.from([Buffer.from(simple)]), out);
    expect(lines()[0]).toMatchObject({ file: "-", visibleText: "Hi" });
  });

  it("says when there is no such file", async () => {
    const { out, lines } = collect();
    expect(await parseFiles(join(folder, "none"), Readable.from([]), out)).toBe(66);
    expect(lines()).toEqual([{ file: "none", error: "ENOENT" }]);
  });
});

describe("sportello mail visible", () => {
  it("prints the reply of a bare text", async () => {
    await writeFile(join(folder, "r.txt"), Buffer.from("Perch\xe9?\n\n-- \nAnn", "latin1"));
    const { out, lines } = collect();
    await visibleFiles(join(folder, "r.txt"), Readable.from([]), out);
    expect(lines()).toEqual([{ file: "r.txt", visibleText: "Perché?" }]);
  });
});
