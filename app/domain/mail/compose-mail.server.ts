import { isMailTemplate, mailProps, type MailProps, type MailTemplate } from "#emails/props";
import { readFileBytes } from "~/domain/files/read-file-bytes.server";
import { config } from "~/platform/config.server";
import type { Ctx } from "~/platform/ctx.server";
import { getSettings } from "~/platform/settings.server";
import { FORWARD_HEADER } from "./read-forward-keys.server";
import type { OutboundFacts } from "./outbound-claim";
import { makeReplyAddress } from "./reply-keys.server";
import type { ReadyMail } from "./transports/transport";
import { unsubscribeUrl } from "./unsubscribe-token.server";

/** Copies that people may stop, as opposed to answers and receipts to who asked. */
const STOPPABLE: readonly MailTemplate[] = ["participant-message", "agent-notice", "news"];

/** Renders a queued mail; the same row gives the same mail on every attempt. */
export async function composeMail(ctx: Ctx, row: OutboundFacts): Promise<ReadyMail> {
  if (!isMailTemplate(row.template)) throw new Error(`unknown mail template ${row.template}`);
  const props: MailProps<MailTemplate> = mailProps[row.template].parse(row.props);
  const company = await getSettings(ctx, "company");
  const stop = STOPPABLE.includes(row.template) ? unsubscribeUrl(row.id) : null;
  // Loaded here, so that who only queues mails never loads the templates.
  const { renderMail } = await import("#emails/render-mail");
  const { subject, html, text } = await renderMail(row.template, props, row.locale, {
    company,
    unsubscribeUrl: stop,
  });
  const from = row.fromAddress ?? config().mail.from;
  const replyTo = makeReplyAddress(from, row.id);
  return {
    outboundId: row.id,
    messageId: row.messageId,
    date: row.createdAt,
    from: { address: from, name: row.fromName || company.name },
    replyTo,
    to: { address: row.recipient, name: row.recipientName },
    envelopeFrom: replyTo,
    subject,
    html,
    text,
    inReplyTo: row.inReplyTo,
    references: row.references,
    headers: { ...automaticHeaders(row.autoSubmitted), ...listHeaders(stop), ...forwardHeaders(row) },
    attachments: await loadAttachments(ctx, props),
  };
}

/** RFC 3834, and the same for the mail servers that read their vendor's header instead. */
const automaticHeaders = (value: string | null): Record<string, string> =>
  value ? { "Auto-Submitted": value, "X-Auto-Response-Suppress": "All" } : {};

/** RFC 2369 and RFC 8058. */
const listHeaders = (url: string | null): Record<string, string> =>
  url ? { "List-Unsubscribe": `<${url}>`, "List-Unsubscribe-Post": "List-Unsubscribe=One-Click" } : {};

/** By which a forwarded mail is known again when it comes back. */
const forwardHeaders = ({ template, messageId }: OutboundFacts): Record<string, string> =>
  template === "forward" ? { [FORWARD_HEADER]: messageId } : {};

/** Files in the store, or the received mail that is passed on, as it came; a mail that is gone leaves the words alone. */
async function loadAttachments(ctx: Ctx, props: MailProps<MailTemplate>): Promise<ReadyMail["attachments"]> {
  if ("attachments" in props) return Promise.all(props.attachments.map(load));
  if (!("inboundId" in props)) return [];
  const raw = await ctx.db.rawMail.findUnique({ where: { inboundId: props.inboundId }, select: { bytes: true } });
  return raw ? [{ name: "original.eml", type: "message/rfc822", bytes: Buffer.from(raw.bytes) }] : [];
}

const load = async ({ fileId, name, type }: { fileId: string; name: string; type: string }) => ({
  name,
  type,
  bytes: await readFileBytes(fileId),
});
