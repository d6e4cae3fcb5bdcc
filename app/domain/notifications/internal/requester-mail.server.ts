import "~/domain/tickets/events";
import { mailIdFor } from "~/domain/mail/mail-id.server";
import { queueMail } from "~/domain/mail/queue-mail.server";
import { config } from "~/platform/config.server";
import type { Ctx } from "~/platform/ctx.server";
import { type EventData, type EventName, recordEvent } from "~/platform/events.server";
import { inTransaction } from "~/platform/transaction.server";
import type { CustomerKind } from "../preference-kinds";

export type RequesterFacts<N extends EventName = EventName> = {
  event: { at: Date; data: EventData[N] };
  ticketId: string;
  number: number;
  subject: string;
  state: string;
  personId: string;
  name: string;
  address: string;
  locale: string;
  fromAddress: string | null;
  fromName: string;
  /** The queue's switch for receipts. */
  receipt: boolean;
  /** The message's words and whose they are; nothing of a note ever leaves the desk. */
  text: string;
  side: "customer" | "agent" | "system" | null;
  /** Message-ID of the mail that opened the ticket. */
  firstMessageId: string | null;
};

/**
 * The event and everything a mail to the requester needs, in one statement; null when it is another event, or there is
 * nobody to write to, or the mail is unwanted.
 */
export async function readRequesterFacts<N extends EventName>(
  ctx: Ctx,
  eventId: string,
  type: N,
  kind: CustomerKind,
): Promise<RequesterFacts<N> | null> {
  const [row] = await ctx.db.$queryRaw<(RequesterFacts<N> & RequesterFacts<N>["event"])[]>`
    select ev.at, ev.data, t.id as "ticketId", t.number, t.subject, t.state::text as state, p.id as "personId", p.name,
      e.address, coalesce(p.locale, t.locale) as locale, a.address as "fromAddress",
      coalesce(nullif(a.name, ''), q.name) as "fromName", q.receipt, coalesce(left(m.text, 4000), '') as text, m.side::text as side,
      nullif(i.message_id, '') as "firstMessageId"
    from event ev
    join ticket t on t.id = ev.ticket_id and t.deleted_at is null
    join queue q on q.id = t.queue_id
    join person p on p.id = t.requester_id and p.deactivated_at is null
    join email_address e on e.person_id = p.id and e."primary"
    left join queue_address a on a.queue_id = q.id and a."primary"
    left join message m on m.id = (ev.data ->> 'messageId')::uuid and m.kind = 'public'
    left join inbound_mail i on i.id = m.inbound_id
    where ev.id = ${eventId}::uuid and ev.type = ${type}
      and not exists (select from notification_preference n
        where n.person_id = p.id and n.kind = ${kind}::notification_kind and not n.mail)`;
  return row ? { ...row, event: { at: row.at, data: row.data } } : null;
}

/** Queues it once per event, marked as automatic (RFC 3834); a refusal by limit or suppression is told on the ticket. */
export async function mailRequester(
  ctx: Ctx,
  eventId: string,
  facts: RequesterFacts,
  mail: { template: "receipt" } | { template: "solved" },
): Promise<void> {
  const props = {
    number: facts.number,
    subject: facts.subject,
    url: `${config().baseUrl}/tickets/${facts.number}`,
    text: facts.text,
  };
  const { suppressed } = await queueMail(ctx, {
    id: mailIdFor(eventId, mail.template),
    template: mail.template,
    props,
    locale: facts.locale,
    to: { address: facts.address, name: facts.name, personId: facts.personId },
    from: facts.fromAddress ? { address: facts.fromAddress, name: facts.fromName } : null,
    threadId: facts.ticketId,
    inReplyTo: facts.firstMessageId,
    references: facts.firstMessageId ? [facts.firstMessageId] : [],
    autoSubmitted: mail.template === "receipt" ? "auto-replied" : "auto-generated",
  });
  if (suppressed) await tellSuppressed(ctx, facts, mail.template, suppressed);
}

async function tellSuppressed(ctx: Ctx, { ticketId, personId }: RequesterFacts, template: string, reason: string) {
  const said = await ctx.db.event.count({
    where: { ticketId, type: "ticket.mail_suppressed", data: { equals: { template, reason, recipient: personId } } },
  });
  if (said) return;
  await inTransaction(ctx, (ctx) =>
    recordEvent(ctx, "ticket.mail_suppressed", { ticketId }, { template, reason, recipient: personId }),
  );
}
