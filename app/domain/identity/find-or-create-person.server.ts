import { newId } from "~/lib/id";
import type { Ctx, Locale } from "~/platform/ctx.server";
import { recordEvent } from "~/platform/events.server";
import "./events";

type Input = { address: string; name: string; locale: Locale | null };

/**
 * The person who has an address (in normal form), made without a credential when nobody has. Race-safe: of several at
 * once one creates. Call it inside a transaction; contacts are made by customers' findOrCreateContact.
 */
export async function findOrCreatePerson(ctx: Ctx, input: Input): Promise<{ personId: string; created: boolean }> {
  const known = await findOwner(ctx, input.address);
  if (known) return { personId: known, created: false };
  const created = await createPerson(ctx, input);
  if (created) return { personId: created, created: true };
  // Somebody else's transaction made the address and has committed: it is visible now.
  const { personId } = await ctx.db.emailAddress.findUniqueOrThrow({ where: { address: input.address } });
  return { personId, created: false };
}

async function findOwner(ctx: Ctx, address: string): Promise<string | null> {
  const row = await ctx.db.emailAddress.findUnique({ where: { address }, select: { personId: true } });
  return row?.personId ?? null;
}

/** Null when another transaction was first; then nothing is left behind. */
async function createPerson(ctx: Ctx, { address, name, locale }: Input): Promise<string | null> {
  const personId = newId(ctx.now.getTime());
  await ctx.db.person.create({ data: { id: personId, name: name || address, locale, createdAt: ctx.now } });
  const own = await ctx.db.emailAddress.createManyAndReturn({
    data: [{ id: newId(ctx.now.getTime()), personId, address, createdAt: ctx.now }],
    skipDuplicates: true,
    select: { id: true },
  });
  if (own.length) {
    await recordEvent(ctx, "person.created", { personId }, { role: "customer" });
    return personId;
  }
  await ctx.db.person.delete({ where: { id: personId } });
  return null;
}
