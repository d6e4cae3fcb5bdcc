import { assertAdministers } from "~/domain/routing/policy";
import { notFound } from "~/lib/errors";
import type { Ctx } from "~/platform/ctx.server";
import { dayOf } from "./account-columns.server";
import { unsealImapSecret } from "./imap-secret.server";
import type { MailboxDetails } from "./imap-views";

/** A mailbox for its form. Secrets stay here: only whether there is one is told. */
export async function getImapAccount(ctx: Ctx, mailboxId: string): Promise<MailboxDetails> {
  assertAdministers(ctx.actor);
  const row = await ctx.db.imapAccount.findUnique({
    where: { id: mailboxId },
    select: {
      id: true,
      revision: true,
      enabled: true,
      name: true,
      host: true,
      port: true,
      security: true,
      certificate: true,
      username: true,
      auth: true,
      folder: true,
      afterwards: true,
      moveTo: true,
      address: true,
      since: true,
      createdAt: true,
      secret: true,
    },
  });
  if (!row) throw notFound();
  const { secret: sealed, since, createdAt, ...account } = row;
  const secret = unsealImapSecret(sealed);
  const oauth = secret && "refreshToken" in secret ? secret : null;
  return {
    ...account,
    since: dayOf(ctx, since ?? createdAt),
    clientId: oauth?.clientId ?? "",
    tenant: oauth?.tenant ?? "",
    has: {
      password: Boolean(secret && "password" in secret),
      clientSecret: Boolean(oauth?.clientSecret),
      refreshToken: Boolean(oauth),
    },
  };
}
