import { normaliseAddress } from "~/domain/identity/address";
import type { Ctx } from "~/platform/ctx.server";

const DAY_MS = 86_400_000;

/** No mail goes to the address for that many days from now; a longer suppression already running stays. */
export async function suppressAddress(ctx: Ctx, raw: string, reason: string, days = 14): Promise<void> {
  const address = normaliseAddress(raw);
  if (!address) return;
  const until = new Date(ctx.now.getTime() + days * DAY_MS);
  await ctx.db.$executeRaw`
    insert into suppression as s (address, reason, since, until) values (${address}, ${reason}, ${ctx.now}, ${until})
    on conflict (address) do update set reason = excluded.reason, since = excluded.since, until = excluded.until
      where s.until < excluded.until`;
}
