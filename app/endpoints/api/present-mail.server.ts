import type { z } from "zod";
import type { MailBodyView, UnreadableMail } from "~/domain/mailroom/get-mail-body.server";
import type { MailFacts, MailRow } from "~/domain/mailroom/mail-views";
import type * as schemas from "./mail-schemas";

type Presented<S extends z.ZodType> = z.input<S>;
const instant = (at: Date | null): string | null => at?.toISOString() ?? null;

export const presentMailRow = (row: MailRow): Presented<typeof schemas.mailRow> => ({
  id: row.id,
  receivedAt: row.receivedAt.toISOString(),
  subject: row.subject,
  from: { name: row.fromName, address: row.fromAddress },
  stage: row.stage,
  outcome: row.outcome,
  number: row.number,
  purgeAt: instant(row.purgeAt),
  hold: row.hold && {
    reason: row.hold.reason,
    heldAt: row.hold.heldAt.toISOString(),
    claimedBy: row.hold.claimedBy,
    claimedAt: instant(row.hold.claimedAt),
  },
});

export function presentMail(
  mail: MailFacts,
  view: MailBodyView | UnreadableMail,
): Presented<typeof schemas.receivedMail> {
  const { auth, trace, decided } = mail;
  const said = "unreadable" in view ? null : view;
  return {
    ...presentMailRow(mail),
    source: mail.source,
    envelopeFrom: mail.envelopeFrom,
    recipients: mail.recipients,
    messageId: mail.messageId,
    size: mail.size,
    queue: mail.queue,
    authentication: auth && {
      spf: auth.spf.result,
      dkim: auth.dkim.map(({ result, domain }) => ({ result, domain })),
      dmarc: auth.dmarc.result,
      arc: auth.arc.result,
    },
    stages: (trace?.stages ?? []).map((entry) => ({
      stage: entry.stage,
      result: "result" in entry ? entry.result : null,
      at: entry.at,
    })),
    decision: decided && { decision: decided.decision, at: decided.at.toISOString(), by: decided.by },
    blockedBy: mail.blockedBy,
    text: said ? said.body.text : null,
    attachments: (said?.files ?? []).map(({ name, type, size }) => ({ name, type, size })),
  };
}
