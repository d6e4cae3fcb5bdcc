import type { InboundWork } from "~/domain/mail/take-inbound-mail.server";
import type { Ctx } from "~/platform/ctx.server";
import { Prisma } from "~/platform/db.server";
import { prepared } from "~/platform/prepared.server";
import type { MailRuleDecision } from "./mail-rules";
import type { ReadMail } from "./read-mail.server";

/** Writes which rules held of the mail; figures count these rows. */
export async function writeRuleMatches(
  ctx: Ctx,
  inbound: InboundWork,
  { targets }: Pick<ReadMail, "targets">,
  { version, matched }: MailRuleDecision,
): Promise<void> {
  if (!matched.length) return;
  const ids = [...new Set(matched.map(({ id }) => id))];
  await ctx.db.$executeRaw(
    prepared(Prisma.sql`
    insert into mail_rule_match (rule_id, inbound_id, version, address, at)
    select r.id, ${inbound.id}::uuid, ${version}, ${targets.addresses[0] ?? ""}, ${inbound.receivedAt}
    from unnest(${ids}::uuid[]) r (id)
    on conflict (rule_id, inbound_id) do update set version = excluded.version, address = excluded.address`),
  );
}
