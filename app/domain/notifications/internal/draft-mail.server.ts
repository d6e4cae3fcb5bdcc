import { z } from "zod";
import type { AutomaticMail } from "~/domain/mail/templates/render-automatic-mail.server";
import { assertWordsMails } from "~/domain/mail/templates/policy";
import { MAX_WORDS, MAX_WORDS_SUBJECT, TEXT_LOCALES } from "~/domain/mail/templates/schema";
import { isTextKey, type TextKey, variablesOf } from "~/domain/mail/templates/text-keys";
import { ANSWERING_ADDRESS } from "~/domain/routing/answering-address.server";
import { visibleTickets } from "~/domain/tickets/visible.server";
import { invalid } from "~/lib/errors";
import { assertKnownVariables } from "~/lib/known-variables";
import type { Ctx } from "~/platform/ctx.server";
import { Prisma } from "~/platform/db.server";
import { exampleOpening } from "./queue-hours.server";
import { automaticProps, TICKET_FACTS, type TicketFacts, ticketTables } from "./ticket-facts.server";

/** Words of a text that are not saved, in one language, and the ticket they are tried with; the newest one by default. */
export const draftMail = z.object({
  /** Key of a built-in text; anything else is one of the company's own. */
  ref: z.string().max(40),
  locale: z.enum(TEXT_LOCALES, "common:error.invalid"),
  subject: z.string().max(MAX_WORDS_SUBJECT, "common:error.tooLong").default(""),
  text: z.string().max(MAX_WORDS, "common:error.tooLong").default(""),
  number: z.coerce
    .number("tickets:error.number")
    .int("tickets:error.number")
    .positive()
    .max(2e9)
    .nullable()
    .default(null),
});
export type DraftMail = z.output<typeof draftMail>;

export type DraftedMail = AutomaticMail & { from: TicketFacts; locale: string };

/** The mail that a real ticket and the words on screen make; an unknown variable or ticket is refused at its field. */
export async function makeDraftMail(ctx: Ctx, draft: DraftMail): Promise<DraftedMail> {
  assertWordsMails(ctx.actor);
  const { locale, ref } = draft;
  const key = isTextKey(ref) ? ref : null;
  assertKnownVariables(
    { [`texts.${locale}.subject`]: draft.subject, [`texts.${locale}.text`]: draft.text },
    variablesOf(key),
  );
  const facts = await readTicket(ctx, draft.number);
  if (!facts) throw invalid("common:error.checkFields", { number: "templates:error.noTicket" });
  const opening = key === "receipt" || key === "solved" ? null : await exampleOpening(ctx, facts.hoursId);
  const words = draft.text.trim() ? { subject: draft.subject, text: draft.text.replace(/\r\n?/g, "\n") } : null;
  if (!words && !key) throw invalid("common:error.checkFields", { [`texts.${locale}.text`]: "common:error.required" });
  const props = {
    ...automaticProps(ctx, facts, { words, opening }),
    previous: facts.previous ?? (key === "follow_up" ? facts.number : null),
  };
  const common = { from: facts, locale };
  if (key === "solved") return { ...common, template: "solved", props };
  return { ...common, template: "receipt", props: { ...props, kind: kindOf(key), text: facts.written } };
}

const kindOf = (key: Exclude<TextKey, "solved"> | null) => key ?? "receipt";

async function readTicket(ctx: Ctx, number: number | null): Promise<(TicketFacts & { written: string }) | null> {
  const one = number === null ? Prisma.sql`true` : Prisma.sql`t.number = ${number}::int`;
  const [row] = await ctx.db.$queryRaw<(TicketFacts & { written: string })[]>`
    select ${TICKET_FACTS}, coalesce((select left(m.text, 4000) from message m
      where m.ticket_id = t.id and m.kind = 'public' and m.side = 'customer' order by m.sent_at, m.id limit 1), '') as written
    from ticket t
    ${ticketTables(Prisma.sql`t.requester_id`)}
    ${ANSWERING_ADDRESS}
    where ${one} and ${visibleTickets(ctx.actor)}
    order by t.number desc limit 1`;
  return row ?? null;
}
