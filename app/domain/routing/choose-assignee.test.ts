import fc from "fast-check";
import { expect, test } from "vitest";
import {
  type AssignmentFacts,
  type Candidate,
  chooseAssignee,
  type QueueFacts,
  type TicketFacts,
} from "./choose-assignee";
import { packDecision } from "./pack-decision";
import { LEFT_OUT } from "./trace";
import { unpackDecision } from "./unpack-decision";

const free = (personId: string, over: Partial<Candidate> = {}): Candidate => ({
  personId,
  standsInFor: [],
  member: true,
  active: true,
  assignable: true,
  presence: "available",
  onHours: true,
  absent: false,
  capacity: 5,
  load: 0,
  skills: new Map(),
  languages: ["en"],
  regions: [],
  lastAssignedAt: null,
  ...over,
});
const queue = (over: Partial<QueueFacts> = {}): QueueFacts => ({
  assignment: "round_robin",
  lastAgent: true,
  languageFit: "ignore",
  regionFit: "ignore",
  ...over,
});
const ticket = (over: Partial<TicketFacts> = {}): TicketFacts => ({
  weight: 1,
  skills: [],
  language: "en",
  region: "",
  lastAgentId: null,
  avoidId: null,
  ...over,
});
const choose = (candidates: Candidate[], q: Partial<QueueFacts> = {}, t: Partial<TicketFacts> = {}) => {
  const { winner, by, waits, considered } = chooseAssignee({ queue: queue(q), ticket: ticket(t), candidates });
  return { to: winner?.candidate.personId ?? null, by, waits, leftOut: considered.map(({ leftOut }) => leftOut) };
};

test("each reason to leave somebody out, the first that is true", () => {
  const pumps = [{ id: "pumps", level: 3 }];
  const { leftOut, waits } = choose(
    [
      free("a", { active: false, assignable: false }),
      free("b", { assignable: false, presence: "off" }),
      free("c", { presence: "off", onHours: false }),
      free("d", { presence: "away" }),
      free("e", { onHours: false, absent: true }),
      free("f", { absent: true, load: 5 }),
      free("g", { load: 4 }),
      free("h", { skills: new Map([["pumps", 2]]) }),
      free("i", { skills: new Map([["pumps", 3]]), languages: ["it"] }),
      free("j", { skills: new Map([["pumps", 3]]), regions: ["north"] }),
    ],
    { languageFit: "require", regionFit: "require" },
    { weight: 2, skills: pumps, region: "south" },
  );
  expect(leftOut).toEqual(LEFT_OUT);
  expect(waits).toBe("nobody_fits");
});

test("why nobody: no members, nobody there, nobody who fits, no room; pulled queues choose nobody", () => {
  expect(choose([]).waits).toBe("no_members");
  expect(choose([free("a", { assignable: false })]).waits).toBe("no_members");
  expect(choose([free("a", { presence: "away" }), free("b", { onHours: false })]).waits).toBe("nobody_on_duty");
  expect(choose([free("a")], {}, { skills: [{ id: "x", level: 1 }] }).waits).toBe("nobody_fits");
  const full = free("a", { load: 5 });
  expect(choose([full, free("b", { skills: new Map() })], {}, { skills: [{ id: "x", level: 1 }] }).waits).toBe(
    "nobody_fits",
  );
  expect(choose([full]).waits).toBe("no_capacity");
  expect(choose([free("a")], { assignment: "manual" })).toMatchObject({ to: null, waits: "manual" });
});

test("turn, share of places in use, and level of skill decide by the queue's method", () => {
  const [a, b, c] = [
    free("a", { lastAssignedAt: 3, load: 3, capacity: 10, skills: new Map([["x", 2]]) }),
    free("b", { lastAssignedAt: 1, load: 2, capacity: 4, skills: new Map([["x", 5]]) }),
    free("c", { lastAssignedAt: 2, load: 1, capacity: 2, skills: new Map([["x", 5]]) }),
  ];
  const x = { skills: [{ id: "x", level: 1 }] };
  expect(choose([a, b, c])).toMatchObject({ to: "b", by: "round_robin" });
  expect(choose([a, b, c], { assignment: "least_loaded" })).toMatchObject({ to: "a", by: "least_loaded" });
  expect(choose([a, b, c], { assignment: "best_match" }, x)).toMatchObject({ to: "b", by: "best_match" });
  expect(choose([a, b, { ...c, load: 0 }], { assignment: "best_match" }, x)).toMatchObject({ to: "c" });
  expect(choose([a, { ...b, lastAssignedAt: null }, { ...c, lastAssignedAt: null }])).toMatchObject({ to: "b" });
});

test("preferred languages and regions come first; required ones leave the others out", () => {
  const [anna, ivan] = [free("anna", { languages: ["it"], regions: ["south"] }), free("ivan", { languages: ["ru"] })];
  expect(choose([ivan, anna], { languageFit: "prefer" }, { language: "it" }).to).toBe("anna");
  expect(choose([ivan, anna], { languageFit: "prefer" }, { language: "ro" }).to).toBe("anna");
  expect(choose([ivan, anna], { languageFit: "require" }, { language: "ro" })).toMatchObject({
    to: null,
    waits: "nobody_fits",
  });
  expect(
    choose([ivan, anna], { regionFit: "prefer", languageFit: "prefer" }, { language: "ru", region: "south" }).to,
  ).toBe("ivan");
  expect(choose([ivan, anna], { regionFit: "require" }, { region: "south" }).to).toBe("anna");
});

test("the customer's last agent when free, else the stand-in; never first who has just handed it back", () => {
  const all = [free("a"), free("b"), free("c")];
  expect(choose(all, {}, { lastAgentId: "c" })).toMatchObject({ to: "c", by: "last_agent" });
  expect(choose(all, { lastAgent: false }, { lastAgentId: "c" }).to).toBe("a");
  expect(choose([free("a"), free("b"), free("c", { load: 5 })], {}, { lastAgentId: "c" }).to).toBe("a");
  const away = [free("a"), free("c", { absent: true }), free("z", { member: false, standsInFor: ["c"] })];
  expect(choose(away, {}, { lastAgentId: "c" })).toMatchObject({ to: "z", by: "stand_in" });
  expect(choose(all, {}, { lastAgentId: "a", avoidId: "a" })).toMatchObject({ to: "b", by: "round_robin" });
  expect(choose([free("a")], {}, { avoidId: "a" }).to).toBe("a");
});

const someCandidate = fc.record({
  standsInFor: fc.constant([]),
  member: fc.boolean(),
  active: fc.boolean(),
  assignable: fc.boolean(),
  presence: fc.constantFrom("available" as const, "away" as const, "off" as const),
  onHours: fc.boolean(),
  absent: fc.boolean(),
  capacity: fc.integer({ min: 0, max: 6 }),
  load: fc.integer({ min: 0, max: 7 }),
  skills: fc.array(fc.tuple(fc.constantFrom("x", "y"), fc.integer({ min: 1, max: 5 }))).map((s) => new Map(s)),
  languages: fc.subarray(["en", "it"]),
  regions: fc.subarray(["north", "south"]),
  lastAssignedAt: fc.option(fc.integer({ min: 0, max: 9 })),
});
const someFacts: fc.Arbitrary<AssignmentFacts> = fc.record({
  queue: fc.record({
    assignment: fc.constantFrom(
      "manual" as const,
      "round_robin" as const,
      "least_loaded" as const,
      "best_match" as const,
    ),
    lastAgent: fc.boolean(),
    languageFit: fc.constantFrom("ignore" as const, "prefer" as const, "require" as const),
    regionFit: fc.constantFrom("ignore" as const, "prefer" as const, "require" as const),
  }),
  ticket: fc.record({
    weight: fc.integer({ min: 1, max: 3 }),
    skills: fc.subarray([
      { id: "x", level: 2 },
      { id: "y", level: 4 },
    ]),
    language: fc.constantFrom("en", "it"),
    region: fc.constantFrom("", "north"),
    lastAgentId: fc.option(fc.constantFrom("p0", "p1", "p2")),
    avoidId: fc.option(fc.constantFrom("p0", "p1", "p2")),
  }),
  candidates: fc
    .array(someCandidate, { maxLength: 8 })
    .map((list) => list.map((candidate, i) => ({ ...candidate, personId: `p${i}` }))),
});

test("nobody who is left out is chosen, whoever is not left out is a reason to choose, and every candidate is told of", () => {
  fc.assert(
    fc.property(someFacts, (facts) => {
      const decision = chooseAssignee(facts);
      expect(decision.considered.map(({ candidate }) => candidate)).toEqual(facts.candidates);
      expect(Boolean(decision.winner)).toBe(decision.waits === null);
      expect(decision.by === null).toBe(decision.winner === null);
      const { winner } = decision;
      const free = ({ presence, onHours, absent, load, capacity }: Candidate) =>
        presence === "available" && onHours && !absent && load + facts.ticket.weight <= capacity;
      expect(winner === null || (winner.leftOut === null && free(winner.candidate))).toBe(true);
      const nobody = facts.queue.assignment === "manual" || decision.considered.every(({ leftOut }) => leftOut);
      expect(nobody).toBe(winner === null);
    }),
    { numRuns: 500 },
  );
});

test("the order in which candidates are given does not matter", () => {
  fc.assert(
    fc.property(someFacts, (facts) => {
      const turned = { ...facts, candidates: facts.candidates.toReversed() };
      const name = (f: AssignmentFacts) => chooseAssignee(f).winner?.candidate.personId;
      expect(name(turned)).toBe(name(facts));
      expect(name(facts)).toBe(name(facts));
    }),
  );
});

test("in turn: equally free ones differ by at most one", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 0, max: 60 }), (people, tickets) => {
      const candidates = Array.from({ length: people }, (_, i) => free(`p${i}`, { capacity: 60 }));
      for (let i = 0; i < tickets; i++) {
        const { winner } = chooseAssignee({ queue: queue(), ticket: ticket(), candidates });
        winner!.candidate.load++;
        winner!.candidate.lastAssignedAt = i;
      }
      const loads = candidates.map(({ load }) => load);
      expect(Math.max(...loads) - Math.min(...loads)).toBeLessThanOrEqual(1);
      expect(loads.reduce((sum, load) => sum + load, 0)).toBe(tickets);
    }),
  );
});

test("a stored decision says of every candidate what the decision said", () => {
  fc.assert(
    fc.property(someFacts, (facts) => {
      const decision = chooseAssignee(facts);
      const trace = JSON.parse(JSON.stringify(packDecision(facts, decision, "roster")));
      const read = unpackDecision(
        trace,
        facts.candidates.map(({ personId }) => personId),
      );
      expect(
        read.map(({ personId, leftOut, chosen, speaks, inRegion }) => ({
          personId,
          leftOut,
          chosen,
          speaks,
          inRegion,
        })),
      ).toEqual(
        decision.considered.map(({ candidate, leftOut, speaks, inRegion }) => ({
          personId: candidate.personId,
          leftOut,
          chosen: candidate === decision.winner?.candidate,
          speaks,
          inRegion,
        })),
      );
      const wrong = read.filter(({ load, capacity }, i) => {
        const candidate = facts.candidates[i]!;
        return load !== null && (load !== candidate.load || capacity !== candidate.capacity);
      });
      expect(wrong).toEqual([]);
    }),
  );
});
