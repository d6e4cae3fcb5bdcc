import { expect, test } from "vitest";
import type { ConditionChoices } from "~/desk/admin/conditions/choices";
import { loader } from "~/desk/tickets/why";
import { saveRules } from "~/domain/routing/save-rules.server";
import { newId } from "~/lib/id";
import { castCtx, organizations } from "#tests/support/cast";
import { answerOf, routeArgs, signInAs } from "#tests/support/requests";
import { openGiulias } from "#tests/support/ticket-stories";
import { useDatabase } from "#tests/support/use-database";

useDatabase();

test("why a ticket is where it is names what its rules name, not every customer and contract", async () => {
  const fromTanaka = { fact: "organization", op: "in" as const, values: [organizations.tanaka.id] };
  const actions = { queueId: null, priority: "high" as const, tags: [], followerIds: [], skills: [], stop: false };
  const conditions = { all: [fromTanaka], any: [], none: [] };
  await saveRules(castCtx("ada"), { base: 0, rules: [{ id: newId(), name: "Tanaka", enabled: true, conditions, actions }] }); // prettier-ignore
  const { number } = await openGiulias();
  const args = routeArgs(`/desk/tickets/${number}/why`, {
    cookie: await signInAs("sara"),
    params: { number: String(number) },
  });
  const { value } = await answerOf(() => loader(args));
  const { choices } = value as { choices: ConditionChoices };
  expect(choices.organization).toEqual([{ value: organizations.tanaka.id, label: organizations.tanaka.name }]);
  for (const fact of ["queue", "type", "contract", "time"]) expect(choices[fact]).toEqual([]);
});
