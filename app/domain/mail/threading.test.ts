import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { decideThread, type KeyFact, type ThreadFacts } from "./threading";

const facts = (over: Partial<ThreadFacts> = {}): ThreadFacts => ({
  sender: { address: "giulia@marchetti.example", personId: "giulia" },
  keys: [],
  stored: [],
  numbered: null,
  participants: new Map([["t1", new Set(["giulia", "paolo"])]]),
  ...over,
});
const key = (over: Partial<Exclude<KeyFact, "forged">> = {}): KeyFact => ({
  threadId: "t1",
  personId: "giulia",
  recipient: "giulia@marchetti.example",
  toAgent: false,
  ...over,
});
const stranger = { address: "stranger@elsewhere.example", personId: null };

describe("decideThread", () => {
  test("a mail that names nothing opens a thread", () => {
    expect(decideThread(facts())).toEqual({ rule: null, verdict: { kind: "new" }, forgedKey: false });
  });

  test("a key joins its recipient, also one who left the thread", () => {
    const gone = facts({ keys: [key()], participants: new Map() });
    expect(decideThread(gone)).toMatchObject({ rule: "reply_key", verdict: { kind: "join", personId: "giulia" } });
  });

  test("a key in the hands of another participant joins as that participant", () => {
    const paolo = facts({ keys: [key()], sender: { address: "paolo@marchetti.example", personId: "paolo" } });
    expect(decideThread(paolo).verdict).toEqual({ kind: "join", threadId: "t1", personId: "paolo" });
  });

  test("a key in the hands of a stranger links", () => {
    expect(decideThread(facts({ keys: [key()], sender: stranger })).verdict).toEqual({ kind: "link", threadId: "t1" });
  });

  test("a notice's key speaks as the agent it was mailed to, and for nobody else as an agent", () => {
    const notice = key({ personId: "sara", recipient: "sara@northwind.example", toAgent: true });
    const sara = facts({ keys: [notice], sender: { address: "sara@northwind.example", personId: "sara" } });
    expect(decideThread(sara).verdict).toEqual({ kind: "agent", threadId: "t1", personId: "sara", ofPublic: false });
    expect(decideThread(facts({ keys: [notice] })).verdict).toEqual({
      kind: "join",
      threadId: "t1",
      personId: "giulia",
    });
    expect(decideThread(facts({ keys: [notice], sender: stranger })).verdict.kind).toBe("link");
  });

  test("a notice's key is nobody's to speak with once its address has gone to somebody else", () => {
    const notice = key({ personId: "sara", recipient: "desk@northwind.example", toAgent: true });
    const sender = { address: "desk@northwind.example", personId: "marco" };
    expect(decideThread(facts({ keys: [notice], sender })).verdict.kind).toBe("link");
    const second = { address: "sara@home.example", personId: "sara" };
    expect(decideThread(facts({ keys: [notice], sender: second })).verdict).toMatchObject({
      kind: "agent",
      personId: "sara",
    });
  });

  test("an answer to all finds the sender's own key among those of others", () => {
    const own = key({ personId: "hana", recipient: "hana@else.example" });
    const hana = facts({ keys: [key(), own], sender: { address: "hana@else.example", personId: "hana" } });
    expect(decideThread(hana).verdict).toEqual({ kind: "join", threadId: "t1", personId: "hana" });
  });

  test("keys come before stored ids, stored ids before the number", () => {
    const participants = new Map(["t1", "t2", "t3"].map((id) => [id, new Set(["giulia"])]));
    const all = facts({ keys: [key()], stored: ["t2"], numbered: "t3", participants });
    expect(decideThread(all)).toMatchObject({ rule: "reply_key", verdict: { threadId: "t1" } });
    expect(decideThread({ ...all, keys: [] })).toMatchObject({ rule: "message_id", verdict: { threadId: "t2" } });
    expect(decideThread({ ...all, keys: [], stored: [] })).toMatchObject({
      rule: "subject",
      verdict: { threadId: "t3" },
    });
  });

  test("a forged key is noted and counts as none", () => {
    expect(decideThread(facts({ keys: ["forged"] }))).toEqual({
      rule: null,
      verdict: { kind: "new" },
      forgedKey: true,
    });
    expect(decideThread(facts({ keys: ["forged"], stored: ["t1"] }))).toMatchObject({
      rule: "message_id",
      verdict: { kind: "join" },
      forgedKey: true,
    });
  });

  test("a number from somebody who takes no part links", () => {
    const hana = facts({ numbered: "t1", sender: { address: "hana@else.example", personId: "hana" } });
    expect(decideThread(hana)).toMatchObject({ rule: "subject", verdict: { kind: "link", threadId: "t1" } });
  });
});

const id = (prefix: string) => fc.integer({ min: 1, max: 4 }).map((n) => `${prefix}${n}`);
const anyKey: fc.Arbitrary<KeyFact> = fc.oneof(
  fc.constant<KeyFact>("forged"),
  fc.record({
    threadId: fc.option(id("t")),
    personId: fc.option(id("p")),
    recipient: id("a"),
    toAgent: fc.boolean(),
  }),
);
const anyFacts: fc.Arbitrary<ThreadFacts> = fc.record({
  sender: fc.record({ address: id("a"), personId: fc.option(id("p")) }),
  keys: fc.array(anyKey, { maxLength: 4 }),
  stored: fc.array(id("t"), { maxLength: 3 }),
  numbered: fc.option(id("t")),
  participants: fc
    .array(
      fc.tuple(
        id("t"),
        fc.array(id("p")).map((ids) => new Set(ids)),
      ),
      { maxLength: 4 },
    )
    .map((entries) => new Map(entries)),
});

describe("decideThread, whatever the facts", () => {
  test("nobody joins who is neither the recipient of a key of that thread nor a participant", () => {
    fc.assert(
      fc.property(anyFacts, (facts) => {
        const { verdict, rule } = decideThread(facts);
        if (verdict.kind !== "join" && verdict.kind !== "agent") return;
        const { sender } = facts;
        const issued = facts.keys.some(
          (k) =>
            k !== "forged" &&
            k.threadId === verdict.threadId &&
            (k.recipient === sender.address || (k.personId !== null && k.personId === sender.personId)) &&
            (verdict.kind === "join" || k.toAgent),
        );
        const takesPart = sender.personId !== null && facts.participants.get(verdict.threadId)?.has(sender.personId);
        expect(issued || takesPart).toBeTruthy();
        expect(verdict.kind !== "agent" || (issued && rule === "reply_key")).toBe(true);
        expect(rule === "reply_key" || (takesPart && verdict.personId === sender.personId)).toBe(true);
      }),
      { numRuns: 2_000 },
    );
  });

  test("the same facts give the same decision, and a forged key changes nothing but its note", () => {
    fc.assert(
      fc.property(anyFacts, (facts) => {
        const decision = decideThread(facts);
        expect(decideThread(structuredClone(facts))).toEqual(decision);
        const clean = decideThread({ ...facts, keys: facts.keys.filter((k) => k !== "forged") });
        expect({ ...clean, forgedKey: decision.forgedKey }).toEqual(decision);
      }),
    );
  });

  test("a thread is named whenever a fact names one", () => {
    fc.assert(
      fc.property(anyFacts, (facts) => {
        const names = [
          ...facts.keys.flatMap((k) => (k === "forged" || k.threadId === null ? [] : [k.threadId])),
          ...facts.stored,
          ...(facts.numbered ? [facts.numbered] : []),
        ];
        const { verdict } = decideThread(facts);
        expect("threadId" in verdict ? verdict.threadId : undefined).toBe(names[0]);
      }),
    );
  });
});
