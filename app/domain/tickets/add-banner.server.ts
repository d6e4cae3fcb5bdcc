import { newId } from "~/lib/id";
import type { Ctx } from "~/platform/ctx.server";
import { touch } from "~/platform/live.server";

/** Shows agents a banner on the ticket, once per code and data: what was dismissed does not come back. */
export async function addBanner(
  ctx: Ctx,
  ticketId: string,
  banner: { code: string; data: Record<string, string | number> },
): Promise<void> {
  const data = JSON.stringify(banner.data);
  await ctx.db.$executeRaw`
    insert into ticket_banner (id, ticket_id, code, data, at)
    select ${newId(ctx.now.getTime())}::uuid, ${ticketId}::uuid, ${banner.code}, ${data}::jsonb, ${ctx.now}
    where not exists (
      select 1 from ticket_banner
      where ticket_id = ${ticketId}::uuid and code = ${banner.code} and data = ${data}::jsonb
    )`;
  touch(ctx, `ticket:${ticketId}`);
}
