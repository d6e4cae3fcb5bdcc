import { expect, it } from "vitest";
import { isBeingRead } from "./is-being-read";

const request = (headers: Record<string, string>) => new Request("http://localhost/tickets/1", { headers });
const html = "text/html,application/xhtml+xml,*/*;q=0.8";

it("counts a page that somebody opens, and nothing fetched ahead or by script", () => {
  expect(isBeingRead(request({ accept: html }))).toBe(true);
  expect(isBeingRead(request({ accept: "*/*" }))).toBe(false);
  expect(isBeingRead(request({ accept: html, "sec-purpose": "prefetch;prerender" }))).toBe(false);
  expect(isBeingRead(request({ accept: html, purpose: "prefetch" }))).toBe(false);
});
