import type { NewAttachment } from "~/domain/files/new-attachment";
import type { MessageBody } from "~/domain/tickets/message-body";
import type { Ctx } from "~/platform/ctx.server";
import { detectLanguage } from "./detect-language";
import type { Filing } from "./filing";
import type { FilledField } from "./mail-rules";
import { bodyOf, subjectOf } from "./message-from-mail";
import { findCorrespondents, settleSender } from "./people-in-mail.server";

type Opening = {
  requesterId: string;
  subject: string;
  body: MessageBody;
  attachments: NewAttachment[];
  assetId: string | null;
  locale: string | null;
};

/**
 * Whose ticket a mail opens and what it says: the sender's, the forwarded sender's when staff forwarded it, or that of
 * whomever a rule has read out of it; subject, product and language likewise.
 */
export async function readOpening(ctx: Ctx, filing: Filing): Promise<Opening> {
  const { mail, attachments } = filing.read;
  const filled = fieldsOf(filing);
  const words = filing.forward ?? { subject: subjectOf(mail), body: bodyOf(mail, attachments), attachments };
  const requester = await findRequester(ctx, filing, filled);
  return {
    requesterId: requester.personId,
    subject: filled.get("subject") ?? words.subject,
    body: words.body,
    attachments: words.attachments,
    assetId: await findAsset(ctx, filled.get("asset")),
    // Of senders who have not chosen one the language of their words; null leaves it to person and queue.
    locale: filled.get("language") ?? (requester.locale ? null : languageOf(filing)),
  };
}

const languageOf = ({ forward, language }: Filing): string | null =>
  forward ? detectLanguage(`${forward.subject}\n${forward.body.text}`) : language;

const fieldsOf = ({ decision }: Filing): Map<FilledField, string> =>
  new Map((decision?.actions.fields ?? []).map(({ field, value }) => [field, value]));

async function findRequester(ctx: Ctx, { sender, forward }: Filing, filled: ReadonlyMap<FilledField, string>) {
  const name = filled.get("requesterName");
  const address = filled.get("requester") ?? forward?.from.address;
  if (!address) return settleSender(ctx, name ? { ...sender, name } : sender);
  const people = await findCorrespondents(ctx, [{ address, name: name ?? forward?.from.name ?? "" }]);
  return people.get(address)!;
}

/** The one product with this serial number that is in use. */
async function findAsset(ctx: Ctx, serial: string | undefined): Promise<string | null> {
  if (!serial) return null;
  const found = await ctx.db.$queryRaw<{ id: string }[]>`
    select id::text from asset where lower(serial) = lower(${serial}) and serial <> '' and archived_at is null limit 2`;
  return found.length === 1 ? found[0]!.id : null;
}
