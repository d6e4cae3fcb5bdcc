import fc from "fast-check";
import { expect, test } from "vitest";
import { ask, factsOf, makeRule } from "#tests/support/mail-rules";
import type { MailRule } from "../mail-rules";
import { evaluateMailRules } from "./evaluate-mail-rules";

const MAIL = [
  "From: =?utf-8?q?Citt=C3=A0_di_Torino?= <Ordini@Comune.Torino.example>",
  "To: Returns <support+returns@northwind.example>, sara@northwind.example",
  "Reply-To: ufficio@comune.torino.example",
  'Subject: Order NW-10482: pump "Aquila" broken',
  "List-Id: Acquisti <acquisti.comune.torino.example>",
  "X-Priority: 1",
  "MIME-Version: 1.0",
  "Content-Type: multipart/mixed; boundary=x",
  "",
  "--x",
  "Content-Type: text/plain; charset=utf-8",
  "",
  "The spare part is missing.",
  "Serial: AQ-77-3141",
  "Serial: AQ-99-0000",
  "",
  "> Old words: invoice",
  "--x",
  "Content-Type: application/pdf; name=Bolla.PDF",
  "Content-Disposition: attachment; filename=Bolla.PDF",
  "Content-Transfer-Encoding: base64",
  "",
  Buffer.alloc(3_000, 7).toString("base64"),
  "--x--",
];
const decide = async (rules: MailRule[], context?: Parameters<typeof factsOf>[1]) =>
  evaluateMailRules({ version: 7, rules }, await factsOf(MAIL, context));
const matched = async (...conditions: Parameters<typeof ask>[]) =>
  (await decide([makeRule(1, { all: conditions.map((c) => ask(...c)) })])).matched.length === 1;

test("addresses, names, headers and files are compared without case and accents", async () => {
  expect(await matched(["from", "is", "ORDINI@comune.torino.example"])).toBe(true);
  expect(await matched(["domain", "ends_with", "torino.example"])).toBe(true);
  expect(await matched(["name", "is", "citta di torino"])).toBe(true);
  expect(await matched(["replyTo", "starts_with", "ufficio@"])).toBe(true);
  expect(await matched(["recipient", "is", "support+returns@northwind.example"])).toBe(true);
  expect(await matched(["address", "in", "support@northwind.example"])).toBe(true);
  expect(await matched(["header:list-id", "contains", "acquisti"])).toBe(true);
  expect(await matched(["header:X-Priority", "is", "1"])).toBe(true);
  expect(await matched(["header:x-other", "unset"])).toBe(true);
  expect(await matched(["attachmentName", "ends_with", ".pdf"])).toBe(true);
  expect(await matched(["attachmentType", "is_not", "application/pdf"])).toBe(false);
});

test("numbers have a least and a most; what is not known has neither", async () => {
  expect(await matched(["attachmentCount", "at_least", "1"])).toBe(true);
  expect(await matched(["attachmentSize", "at_least", "3"], ["attachmentSize", "at_most", "3"])).toBe(true);
  expect(await matched(["size", "at_most", "4.1"])).toBe(false);
  expect(await matched(["spamScore", "at_most", "99"])).toBe(false);
  expect(await matched(["spamScore", "unset"])).toBe(true);
});

test("the body is what was written, the text all that came", async () => {
  expect(await matched(["body", "any_word", "spare part"])).toBe(true);
  expect(await matched(["body", "any_word", "invoice"])).toBe(false);
  expect(await matched(["text", "contains", "old words"])).toBe(true);
  expect(await matched(["body", "not_contains", "invoice"])).toBe(true);
});

test("what a mail proves of itself is asked by result", async () => {
  const auth = {
    by: "own" as const,
    spf: { result: "pass" as const, domain: "a.example" },
    dkim: [
      { result: "fail" as const, domain: "a.example", selector: "s" },
      { result: "pass" as const, domain: "b.example", selector: "s" },
    ],
    dmarc: { result: "fail" as const, domain: "a.example", policy: "reject" },
    arc: { result: "none" as const },
  };
  const rule = makeRule(1, {
    all: [
      ask("spf", "in", "pass"),
      ask("dkim", "in", "pass"),
      ask("dmarc", "in", "fail"),
      ask("dmarcPolicy", "in", "reject"),
    ],
  });
  expect((await decide([rule], { auth })).matched).toHaveLength(1);
  expect((await decide([rule])).matched).toHaveLength(0);
  expect(await matched(["dmarc", "in", "unknown"])).toBe(true);
});

test("named parts of a pattern fill fields, tags and the ticket; the first find counts", async () => {
  const rule = makeRule(
    1,
    {
      all: [ask("subject", "matches", "order (?<order>[a-z]+-(?P<number>\\d+))")],
      any: [ask("body", "matches", "^serial: (?<serial>\\S+)$"), ask("body", "matches", "none (?<missing>here)")],
    },
    {
      tags: ["order {{order}}"],
      fields: [
        { field: "asset", value: "{{serial}}" },
        { field: "tag", value: "{{missing}}" },
        { field: "requesterName", value: "{{missing}}" },
        { field: "requester", value: "{{serial}}" },
        { field: "subject", value: "{{ order }} / {{serial}}" },
      ],
      appendTo: "#{{number}}",
    },
  );
  const { actions, matched } = await decide([rule]);
  expect(matched[0]?.captures).toEqual({ order: "NW-10482", number: "10482", serial: "AQ-77-3141" });
  expect(actions).toMatchObject({
    tags: ["order nw-10482"],
    fields: [
      { field: "asset", value: "AQ-77-3141" },
      { field: "subject", value: "NW-10482 / AQ-77-3141" },
    ],
    appendTo: "10482",
  });
});

test("the first rule decides, lists add up, and quarantine, discard and stop end the list", async () => {
  const everything = {};
  const decision = await decide([
    makeRule(1, everything, { queueId: "q1", tags: ["a"], forwardTo: ["x@y.example"] }),
    { ...makeRule(2, everything, { priority: "urgent" }), enabled: false },
    makeRule(3, { none: [ask("domain", "is", "comune.torino.example")] }, { priority: "high" }),
    makeRule(4, everything, { queueId: "q2", priority: "low", tags: ["b", "a"], forwardTo: ["x@y.example"] }),
    makeRule(5, everything, { discard: true, tags: ["c"] }),
    makeRule(6, everything, { tags: ["d"] }),
  ]);
  const id = (n: number) => makeRule(n, {}).id;
  expect(decision).toMatchObject({ version: 7, tried: 4 });
  expect(decision.matched.map((m) => m.id)).toEqual([id(1), id(4), id(5)]);
  expect(decision.actions).toMatchObject({
    queueId: "q1",
    priority: "low",
    tags: ["a", "b", "c"],
    forwardTo: ["x@y.example"],
    discard: true,
    quarantine: false,
  });
  expect(decision.decidedBy).toEqual({
    queueId: id(1),
    tags: id(1),
    forwardTo: id(1),
    priority: id(4),
    discard: id(5),
  });
});

test("what is gone is passed over, and a later rule decides instead", async () => {
  const facts = await factsOf(MAIL);
  const rules = [
    makeRule(1, {}, { queueId: "q1", followerIds: ["p1", "p2"], answer: "t1" }),
    makeRule(2, {}, { queueId: "q2", answer: "none" }),
  ];
  const { actions } = evaluateMailRules({ version: 1, rules, gone: new Set(["q1", "p1", "t1"]) }, facts);
  expect(actions).toMatchObject({ queueId: "q2", followerIds: ["p2"], answer: "none" });
});

const condition = fc.constantFrom(
  ask("from", "contains", "comune"),
  ask("subject", "matches", "ORDER|Pump"),
  ask("subject", "matches", "(?-i)ORDER"),
  ask("body", "any_word", "missing"),
  ask("attachmentCount", "at_least", "2"),
  ask("header:x-priority", "set"),
  ask("known", "in", "unknown"),
);
const list = fc.array(condition, { maxLength: 3 });

test("all, any and none mean what they say, in whatever order they stand", async () => {
  const facts = await factsOf(MAIL);
  const holds = (rule: MailRule) => evaluateMailRules({ version: 1, rules: [rule] }, facts).matched.length === 1;
  const one = (c: ReturnType<typeof ask>) => holds(makeRule(1, { all: [c] }));
  fc.assert(
    fc.property(list, list, list, (all, any, none) => {
      const expected = all.every(one) && (!any.length || any.some(one)) && !none.some(one);
      expect(holds(makeRule(1, { all, any, none }))).toBe(expected);
      expect(holds(makeRule(1, { all: all.toReversed(), any: any.toReversed(), none: none.toReversed() }))).toBe(
        expected,
      );
    }),
  );
});

test("rules that name nothing in common and end nothing say the same in any order", async () => {
  const facts = await factsOf(MAIL);
  const rules = [
    makeRule(1, { all: [ask("from", "contains", "comune")] }, { queueId: "q" }),
    makeRule(2, { any: [ask("body", "any_word", "missing")] }, { priority: "high", tags: ["b"] }),
    makeRule(3, { none: [ask("known", "in", "unknown")] }, { tags: ["a"], forwardTo: ["a@b.example"] }),
    makeRule(4, { all: [ask("subject", "matches", "(?<n>\\d+)")] }, { fields: [{ field: "asset", value: "{{n}}" }] }),
  ];
  const said = (order: MailRule[]) => {
    const { actions, matched } = evaluateMailRules({ version: 1, rules: order }, facts);
    return { ...actions, tags: actions.tags.toSorted(), matched: matched.map(({ id }) => id).toSorted() };
  };
  fc.assert(
    fc.property(fc.shuffledSubarray(rules, { minLength: 4 }), (order) => {
      expect(said(order)).toEqual(said(rules));
    }),
  );
});
