import { normaliseAddress } from "~/domain/identity/address";
import { findOrCreateContact } from "~/domain/customers/find-or-create-contact.server";
import type { Ctx } from "~/platform/ctx.server";
import { recordEvent } from "~/platform/events.server";
import "../events";

/** The people behind addresses in To or Cc; our own queues' addresses and what is no address are left out. */
export async function findPeopleBehind(ctx: Ctx, addresses: readonly string[]): Promise<string[]> {
  const wanted = [...new Set(addresses.flatMap((raw) => normaliseAddress(raw) ?? []))];
  if (!wanted.length) return [];
  const ours = await ctx.db.queueAddress.findMany({ where: { address: { in: wanted } }, select: { address: true } });
  const people: string[] = [];
  for (const address of wanted.toSorted())
    if (!ours.some((own) => own.address === address))
      people.push((await findOrCreateContact(ctx, { address })).personId);
  return people;
}

/**
 * Lets customers take part in a ticket; the requester and whoever takes part already are left out, and so are staff, who
 * follow instead. Answers who is new. `silent` records no event: the message that brings them says it. `byMerge` marks
 * who comes with a merged ticket and goes with it again.
 */
export async function addParticipants(
  ctx: Ctx,
  ticketId: string,
  personIds: readonly string[],
  { silent = false, byMerge = false } = {},
): Promise<string[]> {
  if (!personIds.length) return [];
  const addedById = ctx.actor.kind === "person" ? ctx.actor.personId : null;
  const rows = await ctx.db.$queryRaw<{ id: string }[]>`
    insert into ticket_participant (ticket_id, person_id, added_by_id, added_at, by_merge)
    select t.id, p.id, ${addedById}::uuid, ${ctx.now}, ${byMerge} from ticket t, person p
    where t.id = ${ticketId}::uuid and p.id = any(${[...new Set(personIds)]}::uuid[])
      and p.id <> t.requester_id and p.role = 'customer'
    on conflict do nothing returning person_id as id`;
  if (!silent)
    for (const { id } of rows) await recordEvent(ctx, "ticket.participant_added", { ticketId }, { personId: id });
  return rows.map(({ id }) => id);
}
