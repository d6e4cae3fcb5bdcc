import { deflateRawSync } from "node:zlib";
import { strToU8, zipSync } from "fflate";
import { describe, expect, test } from "vitest";
import { zipOf } from "./pack-zip.server";
import { readZip } from "./read-zip.server";
import { TransferProblem } from "./transfer-file";

const refusal = (bytes: Uint8Array): string => {
  try {
    readZip(bytes);
    return "read";
  } catch (error) {
    if (!(error instanceof TransferProblem)) throw error;
    return error.note.code.replace("transfer:error.", "");
  }
};
const texts = (bytes: Uint8Array) =>
  Object.fromEntries(readZip(bytes).map((file) => [file.path, new TextDecoder().decode(file.bytes)]));

/** Puts other bytes where the pattern stands, every time. */
function patch(bytes: Uint8Array, from: number[], to: number[], offset = 0): Uint8Array {
  const copy = Buffer.from(bytes);
  for (let at = copy.indexOf(Buffer.from(from)); at >= 0; at = copy.indexOf(Buffer.from(from), at + 1))
    Buffer.from(to).copy(copy, at + offset);
  return copy;
}
const CENTRAL = [0x50, 0x4b, 0x01, 0x02];
const LOCAL = [0x50, 0x4b, 0x03, 0x04];

describe("readZip", () => {
  test("gives packed and stored files, without what systems leave behind", () => {
    const zip = zipSync({
      "help/en/a/b.md": strToU8("text ".repeat(100)),
      "help/images/c.png": [strToU8("stored"), { level: 0 }],
      "__MACOSX/help/._b.md": strToU8("x"),
      "help/.DS_Store": strToU8("x"),
      "help/en/": new Uint8Array(),
    });
    expect(texts(zip)).toEqual({ "help/en/a/b.md": "text ".repeat(100), "help/images/c.png": "stored" });
  });

  test("reads what is packed here", async () => {
    const files = [
      { path: "en/ä/ё.md", bytes: strToU8("один") },
      { path: "images/a.png", bytes: new Uint8Array([1, 2, 3]) },
    ];
    const zip = await zipOf(files);
    expect(readZip(zip).map(({ path, bytes }) => ({ path, bytes: new Uint8Array(bytes) }))).toEqual(files);
    expect(await zipOf(files)).toEqual(zip);
  });

  test("refuses what leads out of the folder", () => {
    for (const path of ["../evil.md", "a/../../evil.md", "/etc/passwd", "C:\\evil.md", "..\\evil.md"])
      expect(refusal(zipSync({ [path]: strToU8("x") }))).toBe("path");
  });

  test("refuses a file that grows too much, also one that hides its size", () => {
    const bomb = zipSync({ "a.md": new Uint8Array(20_000_000) });
    expect(refusal(bomb)).toBe("zipBomb");
    const declared = Buffer.alloc(4);
    declared.writeUInt32LE(10);
    const lying = patch(bomb, CENTRAL, [...declared], 24);
    expect(refusal(lying)).toBe("zipFile");
  });

  test("refuses more than 200 MB in all", () => {
    const random = Uint8Array.from({ length: 30_000 }, (_, i) => (i * 7919 + (i >> 3) * 104729) & 0xff);
    const part = new Uint8Array(5_900_000);
    for (let at = 0; at < part.length; at += random.length) part.set(random.subarray(0, part.length - at), at);
    const zip = zipSync(Object.fromEntries(Array.from({ length: 35 }, (_, i) => [`${i}.md`, part])), { level: 1 });
    expect(refusal(zip)).toMatch(/tooLarge|zipBomb/);
  });

  test("refuses damage: a wrong check sum, a cut file, something else", () => {
    const zip = zipSync({ "a.md": strToU8("hello hello hello") });
    expect(refusal(patch(zip, CENTRAL, [1, 2, 3, 4], 16))).toBe("zipFile");
    expect(refusal(zip.subarray(0, zip.length - 30))).toBe("zip");
    expect(refusal(strToU8("no zip at all"))).toBe("zip");
    expect(refusal(new Uint8Array())).toBe("zip");
    expect(refusal(patch(zip, LOCAL, [0, 0, 0, 0]))).toBe("zip");
  });

  test("says which file has a password", () => {
    const zip = zipSync({ "a.md": strToU8("secret") });
    expect(refusal(patch(zip, CENTRAL, [1, 0], 8))).toBe("zipEncrypted");
  });

  test("leaves links out", () => {
    const zip = zipSync({ "a.md": strToU8("x"), "link.md": [strToU8("/etc/passwd"), { attrs: 0xa1ff0000, os: 3 }] });
    expect(Object.keys(texts(zip))).toEqual(["a.md"]);
  });

  test.each([
    ["UTF-8 without the mark (macOS)", Buffer.from("caffè.md"), "caffè.md"],
    ["code page 866 (Russian Windows)", Buffer.from([0x8f, 0xae, 0xac, 0xaf, 0xa0, 0x2e, 0x6d, 0x64]), "Помпа.md"],
    ["code page 437", Buffer.from([0x63, 0x61, 0x66, 0x66, 0x8a, 0x2e, 0x6d, 0x64]), "caffè.md"],
  ])("reads names in %s", (_, raw, name) => {
    expect(readZip(oneFile(raw)).map(({ path }) => path)).toEqual([name]);
  });
});

/** A .zip of one file whose name is these bytes, not marked as UTF-8. */
function oneFile(name: Buffer): Buffer {
  const data = deflateRawSync(Buffer.from("x"));
  const common = Buffer.alloc(26);
  common.writeUInt16LE(20, 0);
  common.writeUInt16LE(8, 4);
  common.writeUInt32LE(0x8cdc1683, 10); // CRC-32 of "x"
  common.writeUInt32LE(data.length, 14);
  common.writeUInt32LE(1, 18);
  common.writeUInt16LE(name.length, 22);
  const local = Buffer.concat([Buffer.from(LOCAL), common, name, data]);
  const central = Buffer.concat([Buffer.from(CENTRAL), Buffer.from([20, 0]), common, Buffer.alloc(14), name]);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(1, 8);
  end.writeUInt16LE(1, 10);
  end.writeUInt32LE(central.length, 12);
  end.writeUInt32LE(local.length, 16);
  return Buffer.concat([local, central, end]);
}
