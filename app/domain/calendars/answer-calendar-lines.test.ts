import { PassThrough, Readable, Writable } from "node:stream";
import { describe, expect, it } from "vitest";
import { answerCalendarLines } from "./answer-calendar-lines.server";

const calendar = {
  timeZone: "Europe/Rome",
  hours: { mon: [["08:00", "12:00"], ["14:00", "18:00"]], fri: [["08:00", "17:00"]] }, // prettier-ignore
  holidays: ["2026-12-25"],
};
const add = { op: "add", calendar, start: "2026-03-27T16:30:00+01:00", seconds: 7200 };
const span = { op: "elapsed", calendar, from: "2026-03-27T16:30:00+01:00", to: "2026-03-30T07:30:00Z" };

async function answers(...chunks: string[]): Promise<Record<string, unknown>[]> {
  let text = "";
  const out = new Writable({
    write(chunk: Buffer, _encoding, done) {
      text += chunk.toString();
      setImmediate(done);
    },
  });
  expect(await answerCalendarLines(Readable.from(chunks.map((chunk) => Buffer.from(chunk))), out)).toBe(0);
  return text
    .split("\n")
    .slice(0, -1)
    .map((line) => JSON.parse(line) as Record<string, unknown>);
}

describe("sportello calendar", () => {
  it("answers every line, the last without an end too", async () => {
    expect(await answers(`${JSON.stringify(add)}\r\n${JSON.stringify(span)}`)).toEqual([
      { at: "2026-03-30T07:30:00Z" },
      { seconds: 7200 },
    ]);
  });

  it("goes on after malformed lines, one answer for each", async () => {
    const lines = [
      "{",
      "",
      "null",
      JSON.stringify({ op: "sub" }),
      JSON.stringify({ ...add, calendar: { ...calendar, timeZone: "Europe/Nowhere" } }),
      JSON.stringify({ ...add, calendar: undefined }),
      JSON.stringify({ ...add, start: "2026-03-27T16:30:00" }),
      JSON.stringify({ ...add, start: "2026-02-30T16:30:00Z" }),
      JSON.stringify({ ...add, seconds: -1 }),
      JSON.stringify({ ...add, seconds: 1.5 }),
      JSON.stringify({ ...add, pauses: [["2026-03-28T00:00:00Z", "2026-03-27T00:00:00Z"]] }),
      JSON.stringify({ ...span, to: "2026-03-01T00:00:00Z" }),
      JSON.stringify({ ...span, to: "9999-03-01T00:00:00Z" }),
      JSON.stringify(add),
    ];
    const found = await answers(`${lines.join("\n")}\n`);
    expect(found).toHaveLength(lines.length);
    for (const line of found.slice(0, -1)) expect(Object.keys(line)).toEqual(["error"]);
    expect(found[4]).toEqual({ error: "calendar.timeZone: there is no such time zone" });
    expect(found[6]).toEqual({ error: 'start: not an instant with its offset ("2026-03-27T16:30:00+01:00")' });
    expect(found[10]).toEqual({ error: "pauses.0: ends before it begins" });
    expect(found.at(-1)).toEqual({ at: "2026-03-30T07:30:00Z" });
  });

  it("says null for never", async () => {
    expect(await answers(`${JSON.stringify({ ...add, calendar: { ...calendar, hours: {} } })}\n`)).toEqual([
      { at: null },
    ]);
  });

  it("takes pauses, the last one without an end", async () => {
    const pauses = [["2026-03-30T09:00:00+02:00", null], ["2026-03-27T16:30:00+01:00", "2026-03-27T16:45:00+01:00"]]; // prettier-ignore
    expect(await answers(`${JSON.stringify({ ...add, pauses })}\n${JSON.stringify({ ...span, pauses })}\n`)).toEqual([
      { at: null },
      { seconds: 900 + 3600 },
    ]);
  });

  it("reads lines that come in pieces, and passes over one without end", async () => {
    const line = JSON.stringify({ ...add, note: "è" });
    expect(await answers(line.slice(0, 20), line.slice(20), "\n", "x".repeat(4_000_001), "y\n", line)).toEqual([
      { at: "2026-03-30T07:30:00Z" },
      { error: "not a line of JSON" },
      { at: "2026-03-30T07:30:00Z" },
    ]);
  });

  it("answers before the input ends", async () => {
    const input = new PassThrough();
    const out = new PassThrough();
    const done = answerCalendarLines(input, out);
    input.write(`${JSON.stringify(add)}\n`);
    const [first] = (await out.take(1).toArray()) as Buffer[];
    expect(String(first)).toBe('{"at":"2026-03-30T07:30:00Z"}\n');
    input.end();
    await done;
  });

  it("ends in peace when its reader goes away", async () => {
    const out = new PassThrough();
    out.destroy();
    expect(await answerCalendarLines(Readable.from([Buffer.from(`${JSON.stringify(add)}\n`)]), out)).toBe(0);
  });
});
