import { parseMail } from "~/domain/mail/mime/parse-mail.server";
import { MailUnreadable } from "~/domain/mail/mime/mail-unreadable";
import { assertAdministers } from "~/domain/routing/policy";
import { notFound } from "~/lib/errors";
import { isId } from "~/lib/id";
import type { Ctx } from "~/platform/ctx.server";
import { listMailboxes } from "../list-mailboxes.server";
import { targetsOf } from "../targets";
import { suggestConditions, type Suggestion } from "./suggest-conditions";

/** A mail that a rule is made from. */
export type MailForRule = { id: string; subject: string; from: string; suggestions: Suggestion[] };

/** Conditions that hold of a received mail; one that cannot be read suggests none. */
export async function suggestMailRule(ctx: Ctx, inboundId: string): Promise<MailForRule> {
  assertAdministers(ctx.actor);
  if (!isId(inboundId)) throw notFound();
  const row = await ctx.db.inboundMail.findUnique({
    where: { id: inboundId },
    select: { id: true, subject: true, fromAddress: true, recipients: true, raw: { select: { bytes: true } } },
  });
  if (!row) throw notFound();
  const about = { id: row.id, subject: row.subject, from: row.fromAddress };
  try {
    const mail = await parseMail(Buffer.from(row.raw?.bytes ?? []));
    const { addresses } = targetsOf(mail, row.recipients, await listMailboxes(ctx));
    return { ...about, suggestions: suggestConditions(mail, addresses) };
  } catch (error) {
    if (!(error instanceof MailUnreadable)) throw error;
    return { ...about, suggestions: [] };
  }
}
