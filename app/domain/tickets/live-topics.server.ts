import { isId } from "~/lib/id";
import type { Ctx } from "~/platform/ctx.server";
import { visibleTickets } from "./visible.server";

/**
 * Of the wished topics those the actor may follow: oneself, one's queues, tickets one sees and, for agents, who looks at
 * them; for administrators the mailroom.
 */
export async function liveTopics(ctx: Ctx, wished: string[]): Promise<ReadonlySet<string>> {
  const { actor } = ctx;
  if (actor.kind !== "person") return new Set();
  const ids = (kind: string) =>
    wished.filter((topic) => topic.startsWith(`${kind}:`)).map((topic) => topic.slice(kind.length + 1));
  const looked = actor.role === "customer" ? [] : ids("presence");
  const tickets = new Set(await seenTickets(ctx, [...ids("ticket"), ...looked].filter(isId)));
  return new Set([
    ...ids("person")
      .filter((id) => id === actor.personId)
      .map((id) => `person:${id}`),
    ...ids("queue")
      .filter((id) => actor.queueIds.includes(id))
      .map((id) => `queue:${id}`),
    ...ids("ticket")
      .filter((id) => tickets.has(id))
      .map((id) => `ticket:${id}`),
    ...looked.filter((id) => tickets.has(id)).map((id) => `presence:${id}`),
    ...wished.filter((topic) => topic === "mailroom" && actor.role === "administrator"),
  ]);
}

async function seenTickets(ctx: Ctx, ids: string[]): Promise<string[]> {
  if (!ids.length) return [];
  const rows = await ctx.db.$queryRaw<{ id: string }[]>`
    select t.id from ticket t where t.id = any(${ids}::uuid[]) and ${visibleTickets(ctx.actor, { deleted: "with" })}`;
  return rows.map((row) => row.id);
}
