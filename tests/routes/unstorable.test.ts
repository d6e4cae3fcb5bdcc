import { expect, test } from "vitest";
import { loader as contracts } from "~/endpoints/api/contracts/list";
import { action as logTime } from "~/endpoints/api/tickets/time";
import { action as makeSkill } from "~/desk/admin/skills/list";
import { createApiToken } from "~/domain/identity/create-api-token.server";
import { database } from "~/platform/db.server";
import { cast, castCtx } from "#tests/support/cast";
import { answerOf, routeArgs, signInAs } from "#tests/support/requests";
import { openGiulias } from "#tests/support/ticket-stories";
import { useDatabase } from "#tests/support/use-database";

// U+0000 and halves of characters fit no column: they are left out, in forms, queries and JSON.

useDatabase();

test("in a form", async () => {
  const body = new URLSearchParams([["name", "Pum\0ps"]]);
  const args = routeArgs("/desk/admin/skills", { method: "POST", body, cookie: await signInAs("ada") });
  expect((await answerOf(() => makeSkill(args))).status).toBe(302);
  expect(await database().prisma.skill.findMany({ select: { name: true } })).toEqual([{ name: "Pumps" }]);
});

test("in a query and a body of the API", async () => {
  const { number } = await openGiulias();
  const { token } = await createApiToken(castCtx("sara"), { personId: cast.sara.id, name: "test" });
  const headers = { authorization: `Bearer ${token}`, "content-type": "application/json" };
  const answer = (await contracts(routeArgs("/api/v1/contracts?q=a%00b", { headers }))) as Response;
  expect(answer.status).toBe(200);
  const body = String.raw`{"seconds":60,"note":"called \u0000 \ud800 \\u0000"}`;
  const params = { number: String(number) };
  const logged = (await logTime(routeArgs("/api", { method: "POST", body, headers, params }))) as Response;
  expect(logged.status).toBe(201);
  const [entry] = await database().prisma.timeEntry.findMany({ select: { note: true } });
  expect(entry?.note).toBe("called  \ufffd \\u0000");
});
