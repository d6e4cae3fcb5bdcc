import { describe, expect, it } from "vitest";
import { dayPart, firstName } from "./greeting";

describe("dayPart", () => {
  it.each([
    ["2026-11-20T03:59:00Z", "evening"],
    ["2026-11-20T04:00:00Z", "morning"],
    ["2026-11-20T10:59:00Z", "morning"],
    ["2026-11-20T11:00:00Z", "afternoon"],
    ["2026-11-20T17:00:00Z", "evening"],
  ])("greets in Rome at %s with %s", (at, part) => expect(dayPart(new Date(at), "Europe/Rome")).toBe(part));
});

describe("firstName", () => {
  it.each([
    ["Giulia Marchetti", "Giulia"],
    ["Marchetti, Giulia", "Giulia"],
    ["Jean-Luc d'Arc", "Jean-Luc"],
    ["Ольга Петрова", "Ольга"],
    ["ООО «Маяк»", null],
    ["g.marchetti@example.com", null],
    ["A. Rossi", null],
    ["Desk 4", null],
    ["", null],
  ])("takes from %j the name %j", (name, first) => expect(firstName(name)).toBe(first));
});
