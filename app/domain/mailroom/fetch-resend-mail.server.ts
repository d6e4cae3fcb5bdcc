import { Resend } from "resend";
import { MAX_MAIL_BYTES, receiveMail } from "~/domain/mail/receive-mail.server";
import { config } from "~/platform/config.server";
import type { Ctx } from "~/platform/ctx.server";
import { log } from "~/platform/log.server";

const FETCH_MS = 60_000;

/**
 * Fetches a mail that Resend announced and takes it like any other. Runs again until the bytes are durable; a mail
 * fetched twice is one message, by its Message-ID and content.
 */
export async function fetchResendMail(
  ctx: Ctx,
  { emailId, recipients }: { emailId: string; recipients: string[] },
): Promise<void> {
  const { apiKey } = config().resend;
  if (!apiKey) throw new Error("RESEND_API_KEY is not set, so mail that Resend holds cannot be fetched");
  const { data, error } = await new Resend(apiKey).emails.receiving.get(emailId);
  if (error) throw new Error(`Resend did not give the mail ${emailId}: ${error.message}`);
  if (!data.raw) throw new Error(`Resend has no bytes of the mail ${emailId} yet`);
  const response = await fetch(data.raw.download_url, { signal: AbortSignal.timeout(FETCH_MS) });
  if (!response.ok) throw new Error(`the bytes of the mail ${emailId} could not be fetched: ${response.status}`);
  const bytes = Buffer.from(await response.arrayBuffer());
  // Resend takes larger mail than we do; it stays readable there.
  if (bytes.length > MAX_MAIL_BYTES) return log.error({ emailId, size: bytes.length }, "mail at Resend is over 25 MB");
  await receiveMail(ctx, { bytes, source: "resend", envelopeFrom: "", recipients });
}
