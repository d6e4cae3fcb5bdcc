import type { Ctx } from "~/platform/ctx.server";
import { Prisma } from "~/platform/db.server";
import { log } from "~/platform/log.server";
import { prepared } from "~/platform/prepared.server";
import { unseal } from "~/platform/secret-box.server";
import { domainOf } from "../authentication/mail-domain.server";

/** What nodemailer signs a mail with. */
export type SigningKey = { domainName: string; keySelector: string; privateKey: string };

/** The key that mails from the address are signed with; null when its domain has none in use. */
export async function findSigningKey(ctx: Ctx, fromAddress: string): Promise<SigningKey | null> {
  const domain = domainOf(fromAddress);
  const [key] = await ctx.db.$queryRaw<{ selector: string; privateKey: string }[]>(
    prepared(Prisma.sql`
    select selector, private_key as "privateKey" from dkim_key where domain = ${domain} and active_at is not null limit 1`),
  );
  if (!key) return null;
  const privateKey = unseal("dkim", key.privateKey);
  if (privateKey === null) {
    log.warn(
      { domain, selector: key.selector },
      "a DKIM key was sealed under another SPORTELLO_SECRET; mail leaves unsigned",
    );
    return null;
  }
  return { domainName: domain, keySelector: key.selector, privateKey };
}
