import { describe, expect, test } from "vitest";
import { isAllowed } from "./same-origin.mjs";

const base = "https://help.example.com";
const host = "help.example.com";
const post = (headers: Record<string, string>, path = "/tickets", method = "POST", baseUrl = base) =>
  isAllowed(method, path, { host, ...headers }, baseUrl);

describe("state-changing requests", () => {
  test.each([
    ["the site's own origin", { origin: base }],
    ["the browser's own word", { "sec-fetch-site": "same-origin", origin: "null" }],
    ["a missing Origin with a Referer of ours", { referer: `${base}/tickets/new` }],
    ["a bearer token", { authorization: "Bearer abc", origin: "https://evil.example" }],
  ])("pass with %s", (_what, headers: Record<string, string>) => expect(post(headers)).toBe(true));

  test.each([
    ["another origin", { origin: "https://evil.example" }],
    ["a sister site", { origin: "https://shop.example.com", "sec-fetch-site": "same-site" }],
    ["our host without TLS", { origin: "http://help.example.com" }],
    ["an opaque origin", { origin: "null", "sec-fetch-site": "cross-site" }],
    ["an opaque origin and our Referer", { origin: "null", referer: `${base}/x` }],
    ["another Referer", { referer: "https://evil.example/?https://help.example.com/" }],
    ["a cross-site request without Origin", { "sec-fetch-site": "cross-site", referer: `${base}/x` }],
    ["nothing that speaks for them", {}],
    ["an Origin that is no address", { origin: "help.example.com" }],
    ["an empty bearer token", { authorization: "Bearer ", cookie: "sid=1" }],
  ])("are refused with %s", (_what, headers: Record<string, string>) => expect(post(headers)).toBe(false));

  test("every unsafe method counts, safe ones never", () => {
    for (const method of ["POST", "PUT", "PATCH", "DELETE"]) expect(post({}, "/tickets", method)).toBe(false);
    for (const method of ["GET", "HEAD", "OPTIONS"]) expect(post({}, "/tickets", method)).toBe(true);
  });

  test("inbound mail and one-click unsubscribe prove themselves otherwise", () => {
    expect(post({}, "/inbound/mime")).toBe(true);
    expect(post({}, "/unsubscribe/abc")).toBe(true);
    expect(post({}, "/inboundary")).toBe(false);
    expect(post({}, "/desk/inbound/mime")).toBe(false);
  });

  test("on plain HTTP the host asked for is enough: localhost and 127.0.0.1 both work", () => {
    const local = "http://localhost:3000";
    expect(post({ host: "127.0.0.1:3000", origin: "http://127.0.0.1:3000" }, "/x", "POST", local)).toBe(true);
    expect(post({ host: "127.0.0.1:3000", origin: "http://127.0.0.1:3001" }, "/x", "POST", local)).toBe(false);
  });
});
