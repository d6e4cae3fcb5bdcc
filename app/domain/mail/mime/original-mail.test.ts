import { expect, test } from "vitest";
import { originalOf } from "./original-mail";
import { parseMail } from "./parse-mail.server";

const PNG = Buffer.from("iVBORw0KGgoAAAANSUhEUg==", "base64");

const withPicture = (html: string, picture: Buffer): Buffer =>
  Buffer.from(
    [
      "From: a@b.example",
      'Content-Type: multipart/related; boundary="b"',
      "",
      "--b",
      "Content-Type: text/html; charset=utf-8",
      "",
      html,
      "--b",
      "Content-Type: image/png; name=x.png",
      "Content-ID: <x@y>",
      "Content-Transfer-Encoding: base64",
      "",
      picture.toString("base64").replace(/.{76}/g, "$&\r\n"),
      "--b--",
      "",
    ].join("\r\n"),
  );

test("a picture that came inside the mail is in the original as data", async () => {
  const { html } = originalOf(await parseMail(withPicture('<img src="cid:x@y">', PNG)));
  expect(html).toContain(`<img src="data:image/png;base64,${PNG.toString("base64")}">`);
});

test("one large picture that is shown ten thousand times makes no page of gigabytes", async () => {
  const large = Buffer.concat([PNG, Buffer.alloc(1_000_000)]);
  const { html } = originalOf(await parseMail(withPicture('<img src="cid:x@y">'.repeat(10_000), large)));
  expect(html!.length).toBeLessThan(45_000_000);
  expect(html).toContain("data:image/png;base64,");
  expect(html!.endsWith('<img src="cid:x@y">')).toBe(true);
});
