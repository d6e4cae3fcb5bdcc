import { plainToMarkdown } from "~/domain/knowledge/marks/plain-to-markdown";
import { placeholder } from "~/domain/knowledge/marks/placeholder";
import { takeOutNames } from "~/domain/knowledge/marks/take-out-names";
import type { TakenOut } from "~/domain/knowledge/marks/mark";
import { MAX_TITLE, TEXT_LOCALES, type TextLocale } from "~/domain/knowledge/schema";
import { conflict } from "~/lib/errors";
import type { Ctx } from "~/platform/ctx.server";
import { findVisibleTicket } from "./internal/find-visible-ticket.server";
import { SIGNATURE_COLUMNS, type SignatureFacts, signatureOf } from "./internal/signature.server";
import { requireStaffActor } from "./policy";
import { snippetOf } from "./message-body";

export type FaqSource = {
  ticketId: string;
  locale: TextLocale;
  question: string;
  markdown: string;
  titleMarks: TakenOut[];
  marks: TakenOut[];
  /** The answer that was taken, and the others that could be, newest first. */
  messageId: string;
  answers: { id: string; at: Date; author: string | null; snippet: string }[];
};

const MOST_ANSWERS = 20;
const REPLY = /^\s*(?:(?:re|fwd?|aw|r|i|rif|odp|отв|пересл)\s*(?:\[\d+\])?:\s*)+/iu;

/**
 * The answer of a ticket as a draft for the knowledge base: the named public answer of an agent, else the last before it
 * was solved, in Markdown, with everything taken out that may name somebody. Conflict `answers:error.noAnswer` when no
 * agent has answered.
 */
export async function readFaqSource(ctx: Ctx, number: number, messageId: string | null = null): Promise<FaqSource> {
  requireStaffActor(ctx.actor);
  const { id } = await findVisibleTicket(ctx, number);
  const [ticket] = await ctx.db.$queryRaw<
    { subject: string; locale: string; names: string[]; organizations: string[] }[]
  >`
    select t.subject, t.locale,
      (select array_agg(distinct p.name) from person p where p.name <> '' and p.id in (
        select t.requester_id union select person_id from ticket_participant where ticket_id = t.id
        union select author_id from message where ticket_id = t.id and author_id is not null)) as names,
      coalesce((select array_agg(o.name) from organization o where o.id = t.organization_id), '{}') as organizations
    from ticket t where t.id = ${id}::uuid`;
  type Row = SignatureFacts & { id: string; text: string; sentAt: Date };
  const answers = await ctx.db.$queryRaw<Row[]>`
    select m.id::text, m.text, m.sent_at as "sentAt", ${SIGNATURE_COLUMNS}
    from message m join ticket t on t.id = m.ticket_id join queue q on q.id = t.queue_id
    left join queue_address own on own.address = t.address and own.queue_id = t.queue_id
    left join person a on a.id = m.author_id
    where m.ticket_id = ${id}::uuid and m.kind = 'public' and m.side = 'agent' and not m.automatic
    order by m.sent_at <= coalesce(t.solved_at, 'infinity'::timestamptz) desc, m.sent_at desc, m.id desc
    limit ${MOST_ANSWERS}`;
  const answer = answers.find((each) => each.id === messageId) ?? answers[0];
  if (!ticket || !answer) throw conflict("answers:error.noAnswer");

  const locale = TEXT_LOCALES.find((each) => each === ticket.locale) ?? "en";
  const known = {
    people: ticket.names,
    organizations: ticket.organizations,
    signatures: answers.map((each) => signatureOf(each)).filter(Boolean),
  };
  const clean = (text: string) => takeOutNames(text, known, (kind) => placeholder(locale, kind));
  const title = clean(ticket.subject.replace(REPLY, ""));
  const body = clean(answer.text);
  return {
    ticketId: id,
    locale,
    question: (title.text.trim() || snippetOf(body.text)).slice(0, MAX_TITLE),
    markdown: plainToMarkdown(body.text),
    titleMarks: title.marks,
    marks: body.marks,
    messageId: answer.id,
    answers: answers.map(({ id, author, sentAt, text }) => ({ id, author, at: sentAt, snippet: snippetOf(text) })),
  };
}
