import { expect, test } from "vitest";
import { seal, unseal } from "./secret-box.server";

test("what is sealed comes back for its purpose only, and never twice the same", () => {
  const sealed = seal("imap", "pässwörd");
  expect(sealed).not.toContain("pässwörd");
  expect(seal("imap", "pässwörd")).not.toBe(sealed);
  expect(unseal("imap", sealed)).toBe("pässwörd");
  expect(unseal("dkim", sealed)).toBeNull();
});

test("a changed or foreign text opens nothing", () => {
  const bytes = Buffer.from(seal("imap", "secret"), "base64");
  bytes[bytes.length - 1]! ^= 1;
  expect(unseal("imap", bytes.toString("base64"))).toBeNull();
  expect(unseal("imap", "")).toBeNull();
  expect(unseal("imap", "not sealed at all, only long enough to look")).toBeNull();
});
