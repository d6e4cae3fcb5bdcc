import { redirect } from "@remix-run/node";
import { expect, test } from "vitest";
import { newDocument } from "./new-document.server";

const reloads = (from: string, to: string) =>
  newDocument(redirect(to), new Request(`http://localhost:3000${from}`)).headers.has("X-Remix-Reload-Document");

test("a redirect into the other half loads a new document, within a half it does not", () => {
  expect(reloads("/sign-in.data", "/desk")).toBe(true);
  expect(reloads("/sign-in?to=%2Fdesk%2Fbin", "/desk/bin")).toBe(true);
  expect(reloads("/desk/tickets.data", "/sign-in?to=%2Fdesk")).toBe(true);
  expect(reloads("/sign-in", "/tickets")).toBe(false);
  expect(reloads("/desk.data", "/desk/tickets")).toBe(false);
  expect(reloads("/desktop", "/")).toBe(false);
});

test("what is no redirect passes as it is", () => {
  const value = { title: "Bin" };
  expect(newDocument(value, new Request("http://localhost:3000/desk/bin"))).toBe(value);
});
