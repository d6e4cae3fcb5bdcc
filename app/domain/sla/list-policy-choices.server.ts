import { isStaff } from "~/domain/identity/session-person";
import type { Ctx } from "~/platform/ctx.server";
import { assertAdministers } from "./policy";

type Choice = { id: string; name: string };
export type PolicyChoices = {
  calendars: (Choice & { isDefault: boolean })[];
  queues: Choice[];
  /** Active staff. */
  people: Choice[];
};

/** What a policy may refer to, by name; archived things are not offered. */
export async function listPolicyChoices(ctx: Ctx): Promise<PolicyChoices> {
  assertAdministers(ctx.actor);
  const [calendars, queues, people] = await Promise.all([
    ctx.db.calendar.findMany({
      where: { archivedAt: null },
      orderBy: [{ isDefault: "desc" }, { builtIn: "desc" }, { name: "asc" }],
      select: { id: true, name: true, isDefault: true },
    }),
    ctx.db.queue.findMany({
      where: { archivedAt: null },
      orderBy: [{ position: "asc" }, { id: "asc" }],
      select: { id: true, name: true },
    }),
    ctx.db.person.findMany({
      where: { role: { not: "customer" }, deactivatedAt: null },
      orderBy: [{ name: "asc" }, { id: "asc" }],
      select: { id: true, name: true, role: true },
    }),
  ]);
  return {
    calendars,
    queues,
    people: people.filter(({ role }) => isStaff(role)).map(({ id, name }) => ({ id, name })),
  };
}
