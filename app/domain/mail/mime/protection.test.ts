import { describe, expect, test } from "vitest";
import { parseMail } from "./parse-mail.server";

const read = (...lines: string[]) =>
  parseMail(Buffer.from(["From: ann@example.com", "MIME-Version: 1.0", ...lines].join("\r\n")));
const parts = (type: string, ...bodies: string[][]) => [
  `Content-Type: ${type}; boundary=b`,
  "",
  ...bodies.flatMap((body) => ["--b", ...body]),
  "--b--",
];
const TEXT = ["Content-Type: text/plain", "", "Hello"];

describe("a protected mail is marked, and its parts are kept", () => {
  test.each([
    [
      "smime",
      "signed",
      parts('multipart/signed; protocol="application/pkcs7-signature"; micalg=sha-256', TEXT, [
        "Content-Type: application/pkcs7-signature; name=smime.p7s",
        "",
        "x",
      ]),
      ["smime.p7s"],
    ],
    [
      "smime",
      "encrypted",
      ["Content-Type: application/pkcs7-mime; smime-type=enveloped-data; name=smime.p7m", "", "x"],
      ["smime.p7m"],
    ],
    [
      "smime",
      "signed",
      ["Content-Type: application/pkcs7-mime; smime-type=signed-data; name=smime.p7m", "", "x"],
      ["smime.p7m"],
    ],
    [
      "pgp",
      "signed",
      parts('multipart/signed; protocol="application/pgp-signature"', TEXT, [
        "Content-Type: application/pgp-signature; name=signature.asc",
        "",
        "x",
      ]),
      ["signature.asc"],
    ],
    [
      "pgp",
      "encrypted",
      parts(
        'multipart/encrypted; protocol="application/pgp-encrypted"',
        ["Content-Type: application/pgp-encrypted", "", "Version: 1"],
        ["Content-Type: application/octet-stream; name=encrypted.asc", "", "x"],
      ),
      ["attachment-1.asc", "encrypted.asc"],
    ],
    ["pgp", "encrypted", ["", "-----BEGIN PGP MESSAGE-----", "", "hQEMA", "-----END PGP MESSAGE-----"], []],
  ])("%s, %s", async (by, kind, lines, names) => {
    const { protection, attachments } = await read(...lines);
    expect(protection).toEqual({ by, kind });
    expect(attachments.map(({ name }) => name)).toEqual(names);
  });

  test("a clear-signed text shows its words alone", async () => {
    const { protection, visibleText, text } = await read(
      "",
      "-----BEGIN PGP SIGNED MESSAGE-----",
      "Hash: SHA256",
      "",
      "The pump leaks.",
      "- From the cellar",
      "-----BEGIN PGP SIGNATURE-----",
      "",
      "iQEz",
      "-----END PGP SIGNATURE-----",
    );
    expect(protection).toEqual({ by: "pgp", kind: "signed" });
    expect(visibleText).toBe("The pump leaks.\nFrom the cellar");
    expect(text).toContain("BEGIN PGP SIGNATURE");
  });

  test("an ordinary mail, and one that only speaks of it, is not", async () => {
    expect((await read("", "Hello")).protection).toBeNull();
    expect((await read("", "the line says -----BEGIN PGP MESSAGE----- somewhere")).protection).toBeNull();
  });
});
