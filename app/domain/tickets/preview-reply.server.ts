import { composeMail } from "~/domain/mail/compose-mail.server";
import type { OutboundFacts } from "~/domain/mail/outbound-claim";
import { conflict } from "~/lib/errors";
import { newId } from "~/lib/id";
import type { Ctx } from "~/platform/ctx.server";
import { inTransaction } from "~/platform/transaction.server";
import { lockVisibleTicket } from "./internal/locked-ticket.server";
import { postReply } from "./internal/post-reply.server";
import { refuseMerged } from "./internal/refuse-merged.server";
import { authorize, requireStaffActor } from "./policy";

/** One mail as its kind of recipient gets it; `to` are all who get the same words in the same language. */
export type PreviewedMail = {
  template: string;
  locale: string;
  to: { address: string; name: string }[];
  from: { address: string; name: string };
  replyTo: string;
  subject: string;
  html: string;
  text: string;
  attachments: { name: string; size: number }[];
};

export type ReplyPreview = {
  number: number;
  subject: string;
  /** False when there is no draft to show. */
  written: boolean;
  mails: PreviewedMail[];
  /** Of their recipients those whom nothing would be sent to, and why. */
  withheld: { address: string; reason: string }[];
};

type Row = OutboundFacts & { state: string; reason: string | null };

/** Carries the mails of a rehearsal out of its transaction, which leaves nothing behind. */
class Rehearsed extends Error {
  constructor(
    readonly ticket: { number: number; subject: string },
    readonly rows: Row[] | null,
  ) {
    super("rehearsed");
  }
}

/**
 * What the agent's draft would send now: the reply is really given, its mails are read, and everything is rolled back,
 * so that what is shown is what a reply sends. The requester's mail comes first. Conflict where a reply would be one.
 *
 * Nothing is left of it: jobs, events and live signals are written in the same transaction, a person's own words take
 * no place among the limits of automatic mail, and files in the store are only read. The ticket is locked as by a
 * reply, for the milliseconds of one; the mails are composed after that.
 */
export async function previewReply(ctx: Ctx, number: number): Promise<ReplyPreview> {
  const { ticket, rows } = await rehearse(ctx, number);
  const kinds = new Map<string, Row[]>();
  for (const row of rows ?? []) {
    const kind = `${row.template} ${row.locale}`;
    kinds.set(kind, [...(kinds.get(kind) ?? []), row]);
  }
  const mails: PreviewedMail[] = [];
  for (const kind of kinds.values()) mails.push(await preview(ctx, kind));
  return {
    ...ticket,
    written: rows !== null,
    mails,
    withheld: (rows ?? []).flatMap(({ state, recipient, reason }) =>
      state === "suppressed" ? [{ address: recipient, reason: reason ?? "suppressed" }] : [],
    ),
  };
}

async function rehearse(ctx: Ctx, number: number): Promise<Rehearsed> {
  const { personId } = requireStaffActor(ctx.actor);
  try {
    return await inTransaction(ctx, async (ctx) => {
      const ticket = await lockVisibleTicket(ctx, number);
      authorize(ctx.actor, "ticket.reply", ticket);
      if (ticket.state === "closed") {
        await refuseMerged(ctx, ticket);
        throw conflict("tickets:error.closed");
      }
      const draft = await ctx.db.draft.findUnique({
        where: { ticketId_personId_kind: { ticketId: ticket.id, personId, kind: "public" } },
        select: { text: true, cc: true, uploadIds: true },
      });
      if (!draft?.text.trim()) throw new Rehearsed(ticket, null);
      const id = newId(ctx.now.getTime());
      const { text, cc, uploadIds } = draft;
      await postReply(ctx, ticket, {
        id,
        agentId: personId,
        text: text.trim(),
        cc,
        uploadIds,
        mode: "wait",
        pressedAt: ctx.now,
        channel: "agent",
      });
      throw new Rehearsed(ticket, await readMails(ctx, id));
    });
  } catch (error) {
    if (error instanceof Rehearsed) return error;
    throw error;
  }
}

const readMails = (ctx: Ctx, entryId: string): Promise<Row[]> =>
  ctx.db.$queryRaw<Row[]>`
    select id::text, template, locale, props, recipient, recipient_name as "recipientName",
      from_address as "fromAddress", from_name as "fromName", message_id as "messageId", in_reply_to as "inReplyTo",
      "references", auto_submitted as "autoSubmitted", created_at as "createdAt", state::text, reason
    from outbound_mail where entry_id = ${entryId}::uuid order by template <> 'reply', recipient`;

async function preview(ctx: Ctx, kind: Row[]): Promise<PreviewedMail> {
  const mail = await composeMail(ctx, kind[0]!);
  return {
    template: kind[0]!.template,
    locale: kind[0]!.locale,
    to: kind.map(({ recipient, recipientName }) => ({ address: recipient, name: recipientName })),
    from: mail.from,
    replyTo: mail.replyTo,
    subject: mail.subject,
    html: mail.html,
    text: mail.text,
    attachments: mail.attachments.map(({ name, bytes }) => ({ name, size: bytes.length })),
  };
}
