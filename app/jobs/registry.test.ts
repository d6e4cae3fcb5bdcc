import { expect, test } from "vitest";
import { newId } from "~/lib/id";
import { systemCtx } from "~/platform/ctx.server";
import { database } from "~/platform/db.server";
import { useDatabase } from "#tests/support/use-database";
import { dispatchEvents } from "./dispatch-events.server";
import { listeners } from "./listeners";
import { registry } from "./registry.server";
import { schedule, scheduled } from "./schedule.server";

useDatabase({ cast: false });

const takes = (job: string, payload: object): boolean => registry.get(job)?.payload.safeParse(payload).success ?? false;

test("whoever listens or is scheduled exists, and takes what it is given", () => {
  const heard = Object.values(listeners)
    .flat()
    .map(({ job }) => job);
  expect(heard.filter((job) => !takes(job, { eventId: newId() }))).toEqual([]);
  const timed = scheduled.map(({ task }) => task);
  expect(timed.filter((job) => !takes(job, { _cron: { ts: "2026-11-20T10:54:00Z" } }))).toEqual([]);
  expect(schedule()).toHaveLength(scheduled.length);
});

test("events fan out to one job per listener, a repeat to the same ones, other events to none", async () => {
  const ctx = systemCtx();
  const event = (type: string, data = {}) => ({ id: newId(), type, at: ctx.now, actorKind: "system" as const, data });
  const opened = event("ticket.opened", { automatic: false, channel: "mail" });
  const others = [event("ticket.opened", { automatic: true }), event("ticket.merged")];
  await ctx.db.event.createMany({ data: [opened, ...others] });
  const eventIds = [opened.id, ...others.map(({ id }) => id), newId()];
  for (let i = 0; i < 2; i++) await dispatchEvents.run(ctx, { eventIds });
  const { rows } = await database().pool.query(
    "select t.identifier, j.payload from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id",
  );
  expect(rows).toEqual(
    (listeners["ticket.opened"] ?? []).map(({ job }) => ({ identifier: job, payload: { eventId: opened.id } })),
  );
});
