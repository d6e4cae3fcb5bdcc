import fc from "fast-check";
import { expect, test } from "vitest";
import { newId } from "~/lib/id";
import { fromBase32, toBase32 } from "./base32";
import { makeMessageId, makeReplyAddress, makeReplyKey, readReplyKey } from "./reply-keys.server";

test("base32 comes back, in either case", () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 40 }), (bytes) => {
      expect(fromBase32(toBase32(bytes))).toEqual(bytes);
      expect(fromBase32(toBase32(bytes).toUpperCase())).toEqual(bytes);
    }),
  );
  expect(fromBase32("a1")).toBeNull();
});

test("a key is read from the plus-address and from the Message-ID", () => {
  const id = newId();
  for (const text of [
    makeReplyAddress("support@northwind.example", id),
    makeReplyAddress("support@northwind.example", id).toUpperCase(),
    `Northwind <${makeReplyAddress("support@northwind.example", id)}>`,
    makeMessageId(id),
    `<other@x.example> ${makeMessageId(id)}`,
  ])
    expect(readReplyKey(text)).toEqual({ outboundId: id });
});

test("any changed character makes it forged", () => {
  const id = newId();
  const key = makeReplyKey(id);
  fc.assert(
    fc.property(fc.nat(key.length - 3), fc.constantFrom(..."abcdefghijklmnopqrstuvwxyz234567"), (at, letter) => {
      const place = at + 2;
      fc.pre(key[place] !== letter && key[place] !== ".");
      const changed = key.slice(0, place) + letter + key.slice(place + 1);
      expect(readReplyKey(`support+${changed}@northwind.example`)).toBe("forged");
    }),
  );
  expect(readReplyKey(`support+${key.slice(0, -1)}@northwind.example`)).toBe("forged");
});

test("what is no key is null", () => {
  for (const text of ["support@northwind.example", "support+tag@northwind.example", "<CAF=k.abc.def@mail.example>", ""])
    expect(readReplyKey(text)).toBeNull();
});

test("the local part never exceeds 64 octets; a long one goes without the key", () => {
  const id = newId();
  expect(makeReplyAddress("support@northwind.example", id).split("@")[0]!.length).toBeLessThanOrEqual(64);
  expect(makeReplyAddress("department-of-long-names@northwind.example", id)).toBe(
    "department-of-long-names@northwind.example",
  );
});
