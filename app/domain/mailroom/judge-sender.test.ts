import { expect, test } from "vitest";
import type { AuthResult, AuthResults } from "~/domain/mail/auth-results";
import { settingGroups } from "~/platform/settings.server";
import { judgeSender } from "./judge-sender";

const settings = settingGroups.mail.parse({});
const ownDomains = new Set(["northwind.example"]);
const auth = (dmarc: AuthResult, over: Partial<AuthResults> = {}): AuthResults => ({
  by: "own",
  spf: { result: "none", domain: "" },
  dkim: [],
  dmarc: { result: dmarc, domain: "", policy: "" },
  arc: { result: "none" },
  ...over,
});
const judge = (from: string, results: AuthResults, spam = { score: null as number | null, spam: false }) =>
  judgeSender({ claims: [from], auth: results, spam, ownDomains }, settings);
const OURS = { reason: "not_verified", data: { ourDomain: true } };
const passed = (domain: string) => ({ result: "pass" as const, domain });

test.each([
  ["nothing proven", auth("none"), OURS],
  ["another domain's SPF", auth("none", { spf: passed("evil.example") }), OURS],
  ["a look-alike's signature", auth("none", { dkim: [{ ...passed("xnorthwind.example"), selector: "s" }] }), OURS],
  ["our SPF", auth("none", { spf: passed("northwind.example") }), null],
  ["our bounce domain's SPF", auth("none", { spf: passed("bounce.northwind.example") }), null],
  ["our signature", auth("none", { dkim: [{ ...passed("northwind.example"), selector: "s" }] }), null],
  ["DMARC", auth("pass"), null],
  ["a mailbox or network of ours", auth("unknown", { by: "none", spf: { result: "unknown", domain: "" } }), null],
  ["a mailbox with signatures of others", auth("none", { spf: { result: "unknown", domain: "" } }), null],
])("our own domain in From, with %s", (_, results, expected) => {
  expect(judge("boss@northwind.example", results)).toEqual(expected);
  expect(judge("boss@hq.NORTHWIND.example", results)).toEqual(expected);
  expect(judge("boss@northwind.example.evil.example", results)).toBeNull();
});

test("spam by mark or by the settings' score; a failed DMARC comes first", () => {
  expect(judge("a@b.example", auth("none"), { score: 5, spam: false })).toEqual({ reason: "spam", data: { score: 5 } });
  expect(judge("a@b.example", auth("none"), { score: null, spam: true })).toMatchObject({ reason: "spam" });
  expect(judge("a@b.example", auth("none"), { score: 4.9, spam: false })).toBeNull();
  expect(judge("a@b.example", auth("fail"), { score: 9, spam: true })).toMatchObject({ reason: "not_verified" });
});
