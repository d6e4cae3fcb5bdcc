import { Prisma } from "~/platform/db.server";
import { prepared } from "~/platform/prepared.server";
import { z } from "zod";
import { defineJob } from "~/platform/jobs.server";
import { listeners } from "./listeners";

const pairs = Object.entries(listeners).flatMap(([type, jobs]) => jobs.map((listener) => ({ type, ...listener })));
const types = pairs.map(({ type }) => type);
const names = pairs.map(({ job }) => job);
const priorities = pairs.map(({ priority }) => priority);
const conditions = pairs.map(({ when }) => JSON.stringify(when ?? {}));

/** Fans events out: one job per event and listener, in one statement, keyed so that a repeat is the same job. */
export const dispatchEvents = defineJob({
  name: "events.dispatch",
  payload: z.object({ eventIds: z.array(z.uuid()) }),
  async run(ctx, { eventIds }) {
    await ctx.db.$executeRaw(
      prepared(Prisma.sql`
      select graphile_worker.add_job(l.job, json_build_object('eventId', e.id), null, null, 25, e.id || ':' || l.job,
        l.priority)
      from event e
      join unnest(${types}::text[], ${names}::text[], ${priorities}::int[], ${conditions}::text[])
        as l (type, job, priority, condition) on l.type = e.type and e.data @> l.condition::jsonb
      where e.id = any(${eventIds}::uuid[])`),
    );
  },
});
