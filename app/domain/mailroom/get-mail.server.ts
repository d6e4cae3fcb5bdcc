import { visibleTickets } from "~/domain/tickets/visible.server";
import { notFound } from "~/lib/errors";
import { isId } from "~/lib/id";
import type { Ctx } from "~/platform/ctx.server";
import { Prisma } from "~/platform/db.server";
import { withoutFilingKey } from "./filing-address.server";
import { MAIL_ROW, type MailRowRecord, toMailRow } from "./internal/mail-row.server";
import type { MailAnswer, MailFacts } from "./mail-views";
import { visibleMail } from "./visible-mail.server";

type Named = { id: string; name: string };
type MailRecord = MailRowRecord &
  Omit<MailFacts, keyof ReturnType<typeof toMailRow> | "decided" | "filed" | "answers"> & {
    decision: string | null;
    decided_at: Date | null;
    decided_by: Named | null;
    filed_person: Named | null;
    filed_organization: Named | null;
    is_filed: boolean;
    thread_id: string | null;
  };

/** One received mail as its page shows it, without its bytes; 404 for one of another queue. Two statements at most. */
export async function getMail(ctx: Ctx, id: string): Promise<MailFacts> {
  if (!isId(id)) throw notFound();
  const seen = visibleTickets(ctx.actor, { deleted: "with" });
  const person = (column: string) =>
    Prisma.sql`(select json_build_object('id', p.id, 'name', p.name) from person p where p.id = ${Prisma.raw(column)})`;
  const [row] = await ctx.db.$queryRaw<MailRecord[]>`
    with page as (select i.id, i.received_at as key from inbound_mail i where i.id = ${id}::uuid and ${visibleMail(ctx.actor)}),
      base as (select page.key, ${MAIL_ROW(ctx.actor)})
    select base.*, i.source::text as source, i.envelope_from as "envelopeFrom", i.recipients, i.client_ip as "clientIp", i.helo,
      i.tls, i.size, i.message_id as "messageId", i.error, i.attempts, i.rule, i.auth, i.trace, i.thread_id,
      i.blocked_by as "blockedBy", i.duplicate_of as "duplicateOf",
      (select json_build_object('id', q.id, 'name', q.name) from queue q where q.id = i.queue_id) as queue,
      (select a.name from imap_account a where a.id = i.imap_id) as mailbox,
      hold.decision, hold.decided_at, ${person("hold.decided_by_id")} as decided_by,
      (select json_build_object('number', t.number, 'subject', t.subject) from ticket t
        where t.id = (hold.data ->> 'ticketId')::uuid and ${seen}) as named,
      f.inbound_id is not null as is_filed, ${person("f.person_id")} as filed_person,
      (select json_build_object('id', o.id, 'name', o.name) from organization o where o.id = f.organization_id) as filed_organization
    from base
    join inbound_mail i on i.id = base.id
    left join mail_hold hold on hold.inbound_id = i.id
    left join filed_mail f on f.inbound_id = i.id`;
  if (!row) throw notFound();
  const { decision, decided_at, decided_by, filed_person, filed_organization, thread_id } = row;
  return {
    ...toMailRow(row),
    source: row.source,
    envelopeFrom: row.envelopeFrom,
    recipients: row.recipients.map(withoutFilingKey),
    clientIp: row.clientIp,
    helo: row.helo,
    tls: row.tls,
    size: row.size,
    messageId: row.messageId,
    error: row.error,
    attempts: row.attempts,
    rule: row.rule,
    queue: row.queue,
    mailbox: row.mailbox,
    auth: row.auth,
    trace: row.trace,
    named: row.named,
    blockedBy: row.blockedBy,
    duplicateOf: row.duplicateOf,
    decided: decision && decided_at ? { decision, at: decided_at, by: decided_by } : null,
    filed: row.is_filed ? { person: filed_person, organization: filed_organization } : null,
    answers: thread_id && row.messageId && row.number !== null ? await listAnswers(ctx, thread_id, row.messageId) : [],
  };
}

/** The automatic answers to the mail, of which there is seldom more than one. */
const listAnswers = (ctx: Ctx, threadId: string, messageId: string): Promise<MailAnswer[]> => ctx.db.$queryRaw`
  select id, recipient, state::text as state, reason, created_at as at from outbound_mail
  where thread_id = ${threadId}::uuid and in_reply_to = ${messageId} and auto_submitted = 'auto-replied'
  order by created_at limit 3`;
