import { startMailboxes } from "~/domain/mailroom/imap/start-mailboxes.server";
import { startSmtpReceiver } from "~/domain/mailroom/start-smtp-receiver.server";

/**
 * The mail role: until stopped, takes mail by SMTP on MAIL_SMTP_HOST and MAIL_SMTP_PORT, and by IMAP from the mailboxes
 * that administrators have set up.
 */
export async function startMail(): Promise<{ stop(): Promise<void> }> {
  const receiver = await startSmtpReceiver();
  const mailboxes = startMailboxes();
  return {
    async stop() {
      await Promise.all([receiver.stop(), mailboxes.stop()]);
    },
  };
}
