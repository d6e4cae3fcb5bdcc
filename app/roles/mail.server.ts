import { startSmtpReceiver } from "~/domain/mailroom/start-smtp-receiver.server";

/** The mail role: takes mail by SMTP on MAIL_SMTP_HOST and MAIL_SMTP_PORT until stopped. */
export async function startMail(): Promise<{ stop(): Promise<void> }> {
  const { stop } = await startSmtpReceiver();
  return { stop };
}
