import { expect, test } from "vitest";
import { loader as show } from "~/desk/admin/mail/dkim";
import { action as check } from "~/desk/admin/mail/acts/check-dkim-key";
import { action as create } from "~/desk/admin/mail/acts/create-dkim-key";
import { action as remove } from "~/desk/admin/mail/acts/remove-dkim-key";
import { forgetDns } from "~/domain/mail/authentication/dns-cache.server";
import { database } from "~/platform/db.server";
import { answerOf, routeArgs, signInAs } from "#tests/support/requests";
import { useDatabase } from "#tests/support/use-database";
import { useDns } from "#tests/support/use-dns";

useDatabase();
const DOMAIN = "northwind.example";
const dns = useDns();

type Act = (args: ReturnType<typeof routeArgs>) => Promise<unknown>;
const post = async (act: Act, fields: Record<string, string>) => {
  const args = routeArgs("/desk/admin/mail/dkim", {
    method: "POST",
    body: new URLSearchParams(fields),
    cookie: await signInAs("ada"),
  });
  return answerOf(() => act(args));
};
const page = async () => {
  forgetDns();
  const args = routeArgs("/desk/admin/mail/dkim", { cookie: await signInAs("ada") });
  const { value } = await answerOf(() => show(args));
  return JSON.stringify(value);
};

test("an administrator makes a key, sees what is missing, publishes it, and takes it back; no secret leaves the server", async () => {
  expect(await post(create, { domain: DOMAIN })).toMatchObject({ status: 302, location: "/desk/admin/mail/dkim" });
  const [key] = await database().prisma.dkimKey.findMany();
  const named = { domain: DOMAIN, selector: key?.selector ?? "" };
  await post(check, named);
  const waiting = await page();
  expect(waiting).toContain(`${named.selector}._domainkey.${DOMAIN}`);
  expect(waiting).toContain('"missing"');
  expect(waiting).not.toContain(key?.privateKey ?? "?");
  expect(waiting).not.toMatch(/PRIVATE KEY|privateKey/);

  dns.zone[`${named.selector}._domainkey.${DOMAIN}`] = { TXT: [`v=DKIM1; k=rsa; p=${key?.publicKey}`] };
  expect((await post(check, named)).status).toBe(302);
  expect((await database().prisma.dkimKey.findMany())[0]).toMatchObject({ problem: null, activeAt: expect.any(Date) });

  expect((await post(create, { domain: DOMAIN })).status).toBe(302);
  expect((await post(create, { domain: DOMAIN })).status).toBe(302);
  expect(await database().prisma.dkimKey.count()).toBe(2);
  expect((await post(remove, named)).status).toBe(302);
  expect(await database().prisma.dkimKey.count()).toBe(1);
  expect((await post(check, named)).status).toBe(404);
});
