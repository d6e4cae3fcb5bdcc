import { expect, test } from "vitest";
import { createCalendar } from "~/domain/calendars/create-calendar.server";
import { storedRules } from "~/domain/calendars/stored-rules";
import { createTeam } from "~/domain/identity/create-team.server";
import { changeAgent } from "~/domain/routing/change-agent.server";
import { profileForm } from "~/domain/routing/profile-schema";
import type { Rule } from "~/domain/routing/rules";
import { saveRules } from "~/domain/routing/save-rules.server";
import { newId } from "~/lib/id";
import { database } from "~/platform/db.server";
import { cast, castCtx } from "#tests/support/cast";
import { useDatabase } from "#tests/support/use-database";
import { createPolicy } from "./create-policy.server";
import { policyRules } from "./schema";

useDatabase();
const ada = () => castCtx("ada");

const choices: Record<string, (calendarId: string) => Promise<unknown>> = {
  "calendarId of a policy": (calendarId) =>
    createPolicy(ada(), {
      name: `Policy ${calendarId}`,
      rules: policyRules.parse({ calendarId, conditions: {}, targets: { resolution: { seconds: { normal: 60 } } } }),
    }),
  "calendarId of a team": (calendarId) =>
    createTeam(ada(), { name: `Team ${calendarId}`, leadId: null, managerId: null, calendarId, members: [] }),
  "calendarId of an agent": (calendarId) =>
    changeAgent(ada(), cast.sara.id, profileForm.parse({ capacity: 5, calendarId, languages: [] })),
  "conditions.all.0.values of a routing rule": (calendarId) => {
    const conditions: Rule["conditions"] = {
      all: [{ fact: "time", op: "open", values: [calendarId] }],
      any: [],
      none: [],
    };
    const actions = { queueId: null, priority: null, tags: ["open"], followerIds: [], skills: [], stop: false };
    return saveRules(ada(), { base: 0, rules: [{ id: newId(), name: "Open", enabled: true, conditions, actions }] });
  },
};

test.each(Object.entries(choices))("%s: a calendar that is just being archived is refused", async (name, choose) => {
  const { calendarId } = await createCalendar(ada(), {
    name: `Hours ${name}`,
    rules: storedRules.parse({ timeZone: "Europe/Rome", hours: { mon: [["08:00", "12:00"]] } }),
  });
  const archiving = await database().pool.connect();
  await archiving.query("begin");
  await archiving.query("select 1 from calendar where id = $1 for update", [calendarId]);
  const chosen = choose(calendarId).then(
    () => "taken",
    (error: { fields?: Record<string, string> }) => error.fields ?? error,
  );
  await waitsForLock();
  await archiving.query("update calendar set archived_at = now() where id = $1", [calendarId]);
  await archiving.query("commit");
  archiving.release();
  expect(await chosen).toHaveProperty([name.split(" ")[0] ?? ""]);
});

async function waitsForLock(): Promise<void> {
  for (let i = 0; i < 100; i++) {
    const { rows } = await database().pool.query(
      "select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'",
    );
    if (rows.length) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error("nobody waits");
}
