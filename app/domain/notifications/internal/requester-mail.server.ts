import "~/domain/tickets/events";
import { mailIdFor } from "~/domain/mail/mail-id.server";
import { queueMail } from "~/domain/mail/queue-mail.server";
import { seenMessageIds } from "~/domain/mail/seen-message-ids.server";
import type { MailWords } from "~/domain/mail/templates/schema";
import { ANSWERING_ADDRESS } from "~/domain/routing/answering-address.server";
import type { Ctx } from "~/platform/ctx.server";
import { Prisma } from "~/platform/db.server";
import { type EventData, type EventName, recordEvent } from "~/platform/events.server";
import { prepared } from "~/platform/prepared.server";
import { inTransaction } from "~/platform/transaction.server";
import type { CustomerKind } from "../preference-kinds";
import { automaticProps, TICKET_FACTS, type TicketFacts, ticketTables } from "./ticket-facts.server";

export type RequesterFacts<N extends EventName = EventName> = TicketFacts & {
  event: { at: Date; data: EventData[N] };
  /** Message-IDs of the thread as the requester knows them, oldest first. */
  references: string[];
  /** The queue's switch for receipts. */
  receipt: boolean;
  /** What the address that the first mail came to says about the answer. */
  answer: string | null;
  answerTextId: string | null;
  /** The message's words and whose they are; nothing of a note ever leaves the desk. */
  text: string;
  side: "customer" | "agent" | "system" | null;
};

/** The requester; of what became of a message, whoever wrote it. */
const TOLD = Prisma.sql`coalesce(case when ev.type = 'ticket.customer_replied' then m.author_id end, t.requester_id)`;

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
  const [row] = await ctx.db.$queryRaw<(RequesterFacts<N> & RequesterFacts<N>["event"])[]>(
    prepared(Prisma.sql`
    select ev.at, ev.data, ${TICKET_FACTS}, q.receipt, own.answer, own.template_id::text as "answerTextId",
      coalesce(left(m.text, 4000), '') as text, m.side::text as side,
      ${seenMessageIds(Prisma.sql`t.id`, Prisma.sql`e.address`)} as "references"
    from event ev
    join ticket t on t.id = ev.ticket_id and t.deleted_at is null
    left join message m on m.id = (ev.data ->> 'messageId')::uuid and m.kind = 'public'
    ${ticketTables(TOLD)}
    ${ANSWERING_ADDRESS}
    left join queue_address own on own.address = t.address
    where ev.id = ${eventId}::uuid and ev.type = ${type}
      and not exists (select from notification_preference n
        where n.person_id = p.id and n.kind = ${kind}::notification_kind and not n.mail)`),
  );
  return row ? { ...row, event: { at: row.at, data: row.data } } : null;
}

export type RequesterMail = {
  template: "receipt" | "solved";
  kind: "receipt" | "out_of_hours" | "follow_up" | "reopened" | "solved";
  /** Null takes the product's own. */
  words: MailWords | null;
  opening?: Date | null;
};

/** Queues it once per event, marked as automatic (RFC 3834); a refusal by limit or suppression is told on the ticket. */
export async function mailRequester(
  ctx: Ctx,
  eventId: string,
  facts: RequesterFacts,
  { template, kind, words, opening = null }: RequesterMail,
): Promise<void> {
  const props = automaticProps(ctx, facts, { words, opening });
  const common = {
    id: mailIdFor(eventId, template),
    locale: facts.locale,
    to: { address: facts.address, name: facts.name, personId: facts.personId },
    from: facts.fromAddress ? { address: facts.fromAddress, name: facts.fromName } : null,
    threadId: facts.ticketId,
    inReplyTo: facts.references.at(-1) ?? null,
    references: facts.references,
  };
  const { suppressed } =
    template === "solved" || kind === "solved"
      ? await queueMail(ctx, { ...common, template: "solved", props, autoSubmitted: "auto-generated" })
      : await queueMail(ctx, {
          ...common,
          template: "receipt",
          props: { ...props, kind, text: facts.text },
          autoSubmitted: "auto-replied",
        });
  if (suppressed) await tellSuppressed(ctx, facts, template, suppressed);
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
