import { assertAdministers } from "~/domain/routing/policy";
import type { Ctx } from "~/platform/ctx.server";
import { readProblem } from "./imap-problem";
import type { MailboxRow } from "./imap-views";
import { mailboxState } from "./mailbox-state";

type Row = Omit<MailboxRow, "state" | "problem" | "problemAt"> & {
  enabled: boolean;
  createdAt: Date;
  seenAt: Date | null;
  lastError: string | null;
  lastErrorAt: Date | null;
};

/** Every mailbox by name, and how it stands. */
export async function listImapAccounts(ctx: Ctx): Promise<MailboxRow[]> {
  assertAdministers(ctx.actor);
  const rows = await ctx.db.$queryRaw<Row[]>`
    select a.id::text, a.name, a.address, a.username, a.host, a.folder, a.enabled, a.created_at as "createdAt",
      a.connected_at as "connectedAt", a.seen_at as "seenAt", a.last_message_at as "lastMessageAt",
      a.last_error as "lastError", a.last_error_at as "lastErrorAt", a.waiting,
      (select count(*)::int from imap_message m where m.account_id = a.id and m."left" is not null) as "left",
      (select count(*)::int from inbound_mail i
        where i.imap_id = a.id and i.stage in ('received', 'read', 'decided')) as unread
    from imap_account a order by a.name, a.id`;
  return rows.map(({ enabled, createdAt, seenAt, lastError, lastErrorAt, ...row }) => ({
    ...row,
    state: mailboxState({ ...row, enabled, createdAt, seenAt, lastErrorAt }, ctx.now),
    problem: lastError ? readProblem(lastError) : null,
    problemAt: lastErrorAt,
  }));
}
