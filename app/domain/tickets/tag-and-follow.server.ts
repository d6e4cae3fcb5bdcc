import type { Ctx } from "~/platform/ctx.server";
import { recordEvent } from "~/platform/events.server";
import { inTransaction } from "~/platform/transaction.server";
import "./events";
import { findOrCreateTags } from "./internal/tags.server";

/** Adds tags and followers to a ticket that is there; whatever it has already stays and records nothing. */
export async function tagAndFollow(
  ctx: Ctx,
  ticketId: string,
  { tags, followerIds }: { tags: readonly string[]; followerIds: readonly string[] },
): Promise<void> {
  if (!tags.length && !followerIds.length) return;
  await inTransaction(ctx, async (ctx) => {
    await addTags(ctx, ticketId, tags);
    const rows = await ctx.db.$queryRaw<{ personId: string }[]>`
      insert into ticket_follower (ticket_id, person_id, at)
      select ${ticketId}::uuid, p.id, ${ctx.now} from person p
      where p.id = any(${[...followerIds]}::uuid[]) and p.role <> 'customer' and p.deactivated_at is null
      on conflict do nothing returning person_id::text as "personId"`;
    for (const { personId } of rows) await recordEvent(ctx, "ticket.followed", { ticketId, personId }, {});
  });
}

async function addTags(ctx: Ctx, ticketId: string, tags: readonly string[]): Promise<void> {
  const tagIds = await findOrCreateTags(ctx, tags);
  if (!tagIds.length) return;
  const has = await ctx.db.ticketTag.findMany({ where: { ticketId }, select: { tagId: true } });
  const from = has.map(({ tagId }) => tagId);
  const fresh = tagIds.filter((id) => !from.includes(id));
  if (!fresh.length) return;
  await ctx.db.ticketTag.createMany({ data: fresh.map((tagId) => ({ ticketId, tagId })), skipDuplicates: true });
  await recordEvent(ctx, "ticket.changed", { ticketId }, { field: "tags", from, to: [...from, ...fresh] });
}
