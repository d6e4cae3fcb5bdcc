import { newId } from "~/lib/id";
import type { Ctx, Locale } from "~/platform/ctx.server";
import { Prisma } from "~/platform/db.server";
import { recordEvent } from "~/platform/events.server";
import { prepared } from "~/platform/prepared.server";
import "./events";

type Input = { address: string; name: string; locale: Locale | null };

/**
 * The person who has an address (in normal form), made without a credential when nobody has. Race-safe: of several at
 * once one creates. Call it inside a transaction; contacts are made by customers' findOrCreateContact.
 */
export async function findOrCreatePerson(ctx: Ctx, input: Input): Promise<{ personId: string; created: boolean }> {
  const [row] = await findOrInsert(ctx, input);
  if (row?.created) await recordEvent(ctx, "person.created", { personId: row.personId }, { role: "customer" });
  if (row) return row;
  // Somebody else's transaction made the address and has committed: it is visible now.
  const { personId } = await ctx.db.emailAddress.findUniqueOrThrow({ where: { address: input.address } });
  return { personId, created: false };
}

/** Nothing when another transaction was first; then nothing is left behind. */
const findOrInsert = (ctx: Ctx, { address, name, locale }: Input) =>
  ctx.db.$queryRaw<{ personId: string; created: boolean }[]>(
    prepared(Prisma.sql`
    with known as (
      select person_id from email_address where address = ${address}
    ), own as (
      insert into email_address (id, person_id, address, created_at)
      select ${newId(ctx.now.getTime())}::uuid, ${newId(ctx.now.getTime())}::uuid, ${address}, ${ctx.now}
      where not exists (select from known)
      on conflict (address) do nothing returning person_id
    ), made as (
      insert into person (id, name, locale, created_at)
      select person_id, ${name || address}, ${locale}, ${ctx.now} from own
    )
    select person_id::text as "personId", false as created from known
    union all select person_id::text, true from own`),
  );
