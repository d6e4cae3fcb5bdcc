import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parseMail } from "./parse-mail.server";
import { readTnef } from "./tnef";

const attribute = (id: number, data: Buffer, level = 2) => {
  const head = Buffer.alloc(9);
  head.writeUInt8(level, 0);
  head.writeUInt32LE(id, 1);
  head.writeUInt32LE(data.length, 5);
  return Buffer.concat([head, data, Buffer.alloc(2)]);
};
const int = (value: number) => {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
};
const pad = (bytes: Buffer) => Buffer.concat([bytes, Buffer.alloc((4 - (bytes.length % 4)) % 4)]);
const variable = (id: number, type: number, value: Buffer) =>
  Buffer.concat([int((id << 16) | type), int(1), int(value.length), pad(value)]);
const unicode = (id: number, text: string) => variable(id, 0x1f, Buffer.from(`${text}\0`, "utf16le"));
const mapi = (...properties: Buffer[]) => Buffer.concat([int(properties.length), ...properties]);
const named = (kind: number, rest: Buffer) =>
  Buffer.concat([int(0x80010003), Buffer.alloc(16), int(kind), rest, int(7)]);
const stream = (...parts: Buffer[]) =>
  Buffer.concat([
    int(0x223e9f78),
    Buffer.from([1, 0]),
    attribute(0x00069007, Buffer.concat([int(1251), int(0)]), 1),
    ...parts,
  ]);

const pdf = Buffer.from("%PDF-1.4 report");
const packed = stream(
  attribute(
    0x00069003,
    mapi(
      named(0, int(1)),
      named(1, Buffer.concat([int(5), pad(Buffer.from("abcd\0"))])),
      unicode(0x1000, "Grüße,\r\nder Bericht."),
    ),
    1,
  ),
  attribute(0x00069002, Buffer.alloc(14)),
  attribute(0x00018010, Buffer.from("BERICH~1.PDF\0")),
  attribute(0x0006800f, pdf),
  attribute(0x00069005, mapi(unicode(0x3707, "Bericht März.pdf"), unicode(0x370e, "application/pdf"))),
  attribute(0x00069002, Buffer.alloc(14)),
  attribute(0x00018010, Buffer.from([0xee, 0xf2, 0xf7, 0xb8, 0xf2, 0x2e, 0x78, 0x6c, 0x73, 0])),
  attribute(0x0006800f, Buffer.from("sheet")),
);
const mailWith = (dat: Buffer, ...more: string[]) =>
  Buffer.from(
    [
      "From: ann@example.com",
      "Subject: report",
      "MIME-Version: 1.0",
      "Content-Type: multipart/mixed; boundary=b",
      "",
      ...more.flatMap((text) => ["--b", "Content-Type: text/plain", "", text]),
      "--b",
      'Content-Type: application/ms-tnef; name="winmail.dat"',
      "Content-Transfer-Encoding: base64",
      "",
      dat.toString("base64"),
      "--b--",
      "",
    ].join("\r\n"),
  );

describe("winmail.dat", () => {
  test("gives its files under their long names, and its words where the mail has none", async () => {
    const mail = await parseMail(mailWith(packed));
    expect(mail.text).toBe("Grüße,\nder Bericht.");
    expect(mail.attachments.map(({ name, type, size }) => ({ name, type, size }))).toEqual([
      { name: "Bericht März.pdf", type: "application/pdf", size: pdf.length },
      { name: "отчёт.xls", type: "application/octet-stream", size: 5 },
    ]);
    expect(mail.attachments[0]?.content.equals(pdf)).toBe(true);
  });

  test("leaves the mail's own words alone", async () => {
    expect((await parseMail(mailWith(packed, "My own words."))).text.trim()).toBe("My own words.");
  });

  test("that cannot be read stays a file", async () => {
    for (const broken of [Buffer.from("x"), packed.subarray(0, 20), stream()]) {
      const { attachments } = await parseMail(mailWith(broken, "text"));
      expect(attachments.map(({ name }) => name)).toEqual(["winmail.dat"]);
    }
  });

  test("of any damage is read or left, never beyond its end", () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat(packed.length - 1), fc.nat(255)), { maxLength: 12 }),
        fc.nat(packed.length),
        (hits, cut) => {
          const bytes = Buffer.from(packed.subarray(0, cut));
          for (const [at, value] of hits) if (at < bytes.length) bytes[at] = value;
          const found = readTnef(bytes);
          for (const file of found?.files ?? []) expect(file.content.length).toBeLessThanOrEqual(bytes.length);
        },
      ),
      { numRuns: 2_000 },
    );
  });

  test("that counts four billion properties ends with its bytes", () => {
    const found = readTnef(stream(attribute(0x00069003, Buffer.concat([int(0xffffffff), Buffer.alloc(1_000_000)]), 1)));
    expect(found?.files ?? []).toEqual([]);
  });
});
