import { afterAll, beforeAll, expect, test } from "vitest";
import { routeArgs, answerOf } from "#tests/support/requests";
import { cast, castCtx } from "#tests/support/cast";
import { useDatabase } from "#tests/support/use-database";
import { startSession } from "~/domain/identity/start-session.server";
import { redirectWithToast, takeToast } from "~/http/toast.server";
import { forgetConfig } from "~/platform/config.server";
import { action as chooseLanguage } from "~/portal/language/change";
import { action as signOut } from "~/portal/sign-in/sign-out";

useDatabase();

beforeAll(() => {
  process.env.BASE_URL = "https://help.example.com";
  forgetConfig();
});
afterAll(() => {
  process.env.BASE_URL = "";
  forgetConfig();
});

const startOne = () => startSession(castCtx("giulia"), { personId: cast.giulia.id, userAgent: "", way: "password" });
const flags = (setCookie: string) =>
  setCookie
    .split("; ")
    .slice(1)
    .map((flag) => flag.replace(/=.*(?<!Lax|\/)$/, ""))
    .sort();

test("under https the session's cookie is for this host alone, over TLS alone, and for no script", async () => {
  const setCookie = await startOne();
  expect(setCookie).toMatch(/^__Host-sid=[a-z0-9]{40};/);
  expect(flags(setCookie)).toEqual(["HttpOnly", "Max-Age", "Path=/", "SameSite=Lax", "Secure"]);
});

test("signing out takes it away under the same name", async () => {
  const cookie = (await startOne()).split(";")[0];
  const { value } = await answerOf(() => signOut(routeArgs("/sign-out", { method: "POST", cookie })));
  const [gone = ""] = (value as Response).headers.getSetCookie();
  expect(gone).toMatch(/^__Host-sid=;/);
  expect(gone).toMatch(/Max-Age=0/);
  expect(flags(gone)).toContain("Secure");
});

test("a toast is signed: another one is not shown", async () => {
  const answer = await redirectWithToast("/", { key: "common:undo" });
  const [setCookie = ""] = answer.headers.getSetCookie();
  expect(setCookie).toMatch(/^__Host-toast=/);
  expect(flags(setCookie)).toEqual(expect.arrayContaining(["HttpOnly", "Secure", "SameSite=Lax"]));
  const cookie = setCookie.split(";")[0]!;
  expect(await takeToast(routeArgs("/", { cookie }))).toEqual({ key: "common:undo" });
  const forged = `__Host-toast=${btoa(JSON.stringify({ key: "x", undo: { action: "https://evil.example", until: "" } }))}`;
  expect(await takeToast(routeArgs("/", { cookie: forged }))).toBeNull();
});

test("the language is no secret, and goes over TLS too", async () => {
  const { value } = await answerOf(() =>
    chooseLanguage(routeArgs("/language", { method: "POST", body: new URLSearchParams({ locale: "ro" }) })),
  );
  expect((value as Response).headers.getSetCookie()[0]).toMatch(/^lang=ro; .*Secure/);
});
