import { describe, expect, test } from "vitest";
import { readCorrespondents } from "./correspondents";

const isOurs = (address: string) => address.endsWith("@northwind.example");
const at = (address: string, name = "") => ({ name, address });
const read = (over: Partial<Parameters<typeof readCorrespondents>[0]>, envelopeFrom = "") =>
  readCorrespondents(
    { from: at("Giulia@Marchetti.example", "Giulia"), replyTo: null, to: [], cc: [], ...over },
    envelopeFrom,
    isOurs,
  );

describe("readCorrespondents", () => {
  test("the sender is From, whatever Reply-To says", () => {
    expect(read({ replyTo: at("other@x.example") }).sender).toEqual(at("giulia@marchetti.example", "Giulia"));
  });

  test.each([
    "no-reply@shop.example",
    "noreply+12@shop.example",
    "web.do-not-reply@shop.example",
    "support@northwind.example",
  ])("Reply-To speaks for %s", (from) => {
    expect(read({ from: at(from), replyTo: at("hana@tanaka.example") }).sender?.address).toBe("hana@tanaka.example");
  });

  test("Reply-To never speaks with our own address or a machine's", () => {
    for (const replyTo of ["support@northwind.example", "noreply@x.example", "mailer-daemon@x.example"]) {
      expect(read({ from: at("no-reply@shop.example"), replyTo: at(replyTo) }).sender?.address).toBe(
        "no-reply@shop.example",
      );
    }
    expect(read({ from: at("support@northwind.example") }).fromOurselves).toBe(true);
  });

  test("the envelope stands in for a missing From, and nobody for both", () => {
    expect(read({ from: null }, "envelope@x.example").sender?.address).toBe("envelope@x.example");
    expect(read({ from: at("no address") }).sender).toBeNull();
  });

  test("others are people, once each, without the sender and without us, at most fifty", () => {
    const to = [
      at("Support@northwind.example"),
      at("A@x.example", "A"),
      at("a@X.example"),
      at("giulia@marchetti.example"),
    ];
    const cc = [at("noreply@x.example"), at("postmaster@x.example"), at("bounces+3@x.example"), at("not an address")];
    expect(read({ to, cc }).others).toEqual([at("a@x.example", "A")]);
    const many = Array.from({ length: 80 }, (_, i) => at(`r${i}@x.example`));
    expect(read({ to: many }).others).toHaveLength(50);
  });
});
