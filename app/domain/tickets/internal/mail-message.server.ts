import type { NewAttachment } from "~/domain/files/new-attachment";
import { queueMail } from "~/domain/mail/queue-mail.server";
import { seenMessageIds } from "~/domain/mail/seen-message-ids.server";
import { ANSWERING_ADDRESS } from "~/domain/routing/answering-address.server";
import { config } from "~/platform/config.server";
import type { Ctx } from "~/platform/ctx.server";
import { Prisma } from "~/platform/db.server";
import { recordEvent } from "~/platform/events.server";
import "../events";
import type { MessageBody } from "../message-body";
import type { Addressees } from "./insert-message.server";
import { SIGNATURE_COLUMNS, type SignatureFacts, signatureOf } from "./signature.server";

const MAX_PREVIOUS = 2_000;

export type Recipient = {
  personId: string;
  name: string;
  locale: string | null;
  address: string;
  isRequester: boolean;
  /** Message-IDs of the thread that this recipient has seen, oldest first. */
  references: string[];
  /** The address that the ticket's first mail came to, or the queue's. */
  from: { address: string; name: string } | null;
};

/**
 * Who gets a message of the ticket by mail: requester and participants who are not muted, never its author, nor who
 * wants to read answers on the portal only.
 */
export async function listRecipients(ctx: Ctx, ticketId: string, authorId: string | null): Promise<Recipient[]> {
  type Row = Omit<Recipient, "from"> & { fromAddress: string | null; fromName: string };
  const rows = await ctx.db.$queryRaw<Row[]>`
    with people as (
      select requester_id as person_id, true as is_requester from ticket where id = ${ticketId}::uuid
      union all
      select person_id, false from ticket_participant where ticket_id = ${ticketId}::uuid and muted_at is null
    )
    select p.id as "personId", p.name, p.locale, e.address, people.is_requester as "isRequester",
      sender.address as "fromAddress", coalesce(nullif(sender.name, ''), queue.name) as "fromName",
      ${seenMessageIds(Prisma.sql`${ticketId}::uuid`, Prisma.sql`e.address`)} as "references"
    from people
    join person p on p.id = people.person_id and p.deactivated_at is null
    join email_address e on e.person_id = p.id and e."primary"
    join ticket t on t.id = ${ticketId}::uuid
    join queue on queue.id = t.queue_id
    ${ANSWERING_ADDRESS}
    where p.id is distinct from ${authorId}::uuid
      and not exists (select 1 from notification_preference np
        where np.person_id = p.id and np.kind = 'reply' and not np.mail)
    order by people.is_requester desc, p.id`;
  return rows.map(({ fromAddress, fromName, ...row }) => ({
    ...row,
    from: fromAddress ? { address: fromAddress, name: fromName } : null,
  }));
}

/** To and Cc as the message shows them. */
export function addresseesOf(recipients: readonly Recipient[]): Addressees {
  const named = (isRequester: boolean) =>
    recipients.filter((r) => r.isRequester === isRequester).map(({ name, address }) => ({ name, address }));
  return { to: named(true), cc: named(false) };
}

export type MessageMail = {
  messageId: string;
  side: "customer" | "agent";
  authorId: string | null;
  body: MessageBody;
  attachments: readonly NewAttachment[];
};

/**
 * Queues a public message to each recipient: an agent's to the requester as `reply`, everything else as
 * `participant-message`. A customer's words passed on are automatic mail, so that two machines cannot talk for ever.
 */
export async function mailMessage(
  ctx: Ctx,
  ticket: { id: string; number: number; subject: string; locale: string; queueId: string },
  mail: MessageMail,
  recipients: readonly Recipient[],
): Promise<void> {
  if (!recipients.length) return;
  const { author, signature, previous } = await readLetterFacts(ctx, ticket.id, mail);
  const props = {
    number: ticket.number,
    subject: ticket.subject,
    url: `${config().baseUrl}/tickets/${ticket.number}`,
    author,
    text: mail.body.text,
    html: mail.body.html ?? null,
    signature,
    attachments: mail.attachments
      .filter((file) => !file.inline)
      .map(({ fileId, name, type }) => ({ fileId, name, type })),
    previous,
  };
  for (const recipient of recipients) {
    const common = {
      locale: recipient.locale ?? ticket.locale,
      to: { address: recipient.address, name: recipient.name, personId: recipient.personId },
      from: recipient.from,
      threadId: ticket.id,
      entryId: mail.messageId,
      inReplyTo: recipient.references.at(-1) ?? null,
      references: recipient.references,
      autoSubmitted: mail.side === "customer" ? ("auto-generated" as const) : null,
    };
    const template = mail.side === "agent" && recipient.isRequester ? "reply" : "participant-message";
    const { suppressed } =
      template === "reply"
        ? await queueMail(ctx, { ...common, template, props })
        : await queueMail(ctx, { ...common, template, props: { ...props, side: mail.side } });
    if (suppressed)
      await recordEvent(
        ctx,
        "ticket.mail_suppressed",
        { ticketId: ticket.id },
        { template, reason: suppressed, recipient: recipient.personId },
      );
  }
}

/** Author, signature and what was said just before: the letter around the words. */
async function readLetterFacts(ctx: Ctx, ticketId: string, mail: MessageMail) {
  type Row = SignatureFacts & { previousAuthor: string | null; previousAt: Date | null; previousText: string | null };
  const [row] = await ctx.db.$queryRaw<Row[]>`
    select ${SIGNATURE_COLUMNS}, pa.name as "previousAuthor", m.sent_at as "previousAt",
      left(m.text, ${MAX_PREVIOUS}) as "previousText"
    from ticket t
    join queue q on q.id = t.queue_id
    left join person a on a.id = ${mail.authorId}::uuid
    left join queue_address own on own.address = t.address and own.queue_id = q.id
    left join lateral (
      select author_id, sent_at, text from message
      where ticket_id = t.id and kind = 'public' and not automatic and id <> ${mail.messageId}::uuid
      order by sent_at desc, id desc limit 1
    ) m on true
    left join person pa on pa.id = m.author_id
    where t.id = ${ticketId}::uuid`;
  return {
    author: row?.author ?? "",
    signature: row && mail.side === "agent" ? signatureOf(row) : "",
    previous:
      row?.previousAt && row.previousText
        ? [{ author: row.previousAuthor ?? "", at: row.previousAt, text: row.previousText }]
        : [],
  };
}
